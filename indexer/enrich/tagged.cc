// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "indexer/enrich/hyphenated_names.h"
#include "indexer/enrich/organisation_wording.h"
#include "indexer/enrich/place_wording.h"
#include "indexer/enrich/rules.h"

namespace alatoo {
namespace {

/// Articles with more names than that are lists; settling compares all pairs.
constexpr std::size_t kMostCompared = 300;
constexpr int kCertain = 100;  ///< more than tags can outvote

class TaggedMentions {
 public:
  TaggedMentions(Words& words, std::vector<TaggedName> names)
      : words_(words), names_(std::move(names)) {}

  std::vector<Mention> find();

 private:
  void take_known_persons();
  void settle_firms();
  void leave_picture_credits_out();
  void note_honoured();
  void note_persons();
  void take_placed();
  bool is_free(const TaggedName& name) const;
  bool doubtful_lead(const TaggedName& name) const;
  bool surname(const TaggedName& name) const;
  bool introduced(const TaggedName& name) const;
  void take_tagged(const TaggedName& name);

  Words& words_;
  std::vector<TaggedName> names_;
  std::vector<Mention> mentions_;
  std::vector<const WordInfo*> settlements_;  ///< words that somewhere are introduced as a town's
};

bool TaggedMentions::is_free(const TaggedName& name) const {
  for (std::size_t i = name.first; i < name.last; ++i) {
    if (words_[i].taken) return false;
  }
  return true;
}

/// Full names that the tables have are persons, or lands ("N. Korea"), whatever the tagger says.
void TaggedMentions::take_known_persons() {
  const auto land = [](const Place* place) {
    return place->kind == Place::Kind::country || place->kind == Place::Kind::region;
  };
  for (TaggedName& name : names_) {
    if (name.kind == NameKind::person && name.last - name.first > 1 &&
        words_.people(name.first, name.last).empty()) {
      const auto& places = words_.places(name.first, name.last);
      if (std::any_of(places.begin(), places.end(), land)) name.kind = NameKind::location;
    }
    if (name.kind != NameKind::person && name.last - name.first > 1 && is_free(name) &&
        !words_.people(name.first, name.last).empty()) {
      name.kind = NameKind::person;
    }
  }
}

/// A name that the wording shows to be a firm's is one in the whole article; otherwise the kind
/// that most mentions of a name are tagged as is that of all.
void TaggedMentions::settle_firms() {
  const auto same = [&](const TaggedName& a, const TaggedName& b) {
    if (a.last - a.first != b.last - b.first) return false;
    for (std::size_t i = 0; i < a.last - a.first; ++i) {
      if (words_[a.first + i].info != words_[b.first + i].info) return false;
    }
    return true;
  };
  std::vector<TaggedName*> doubtful;
  for (TaggedName& name : names_) {
    const bool kind = name.kind == NameKind::person || name.kind == NameKind::organisation;
    if (kind && name.last - name.first > 1 && words_.people(name.first, name.last).empty()) {
      doubtful.push_back(&name);
    }
  }
  if (doubtful.size() > kMostCompared) return;
  std::vector<NameKind> settled;
  for (const TaggedName* name : doubtful) {
    const bool head = words_[name->first].is(kOrgHead) && !words_[name->first].info->given;
    int firm = head || is_firm_shape(words_, name->first, name->last) ? kCertain : 0;
    const bool given = name->last == name->first + 2 &&
                       (words_[name->first].info->given ||
                        words_[name->last - 1].info->behind_title == words_.number()) &&
                       words_.organisations(name->first, name->last).empty();
    for (const TaggedName* other : doubtful) {
      if (!same(*name, *other)) continue;
      firm += other->kind == NameKind::organisation ? 1 : -1;
      if (worded_as_firm(words_, other->first, other->last)) firm += kCertain;
      if (given && words_[name->last - 1].info->behind_title == words_.number()) firm -= kCertain;
      if (given && worded_as_person(words_, other->first, other->last)) firm -= kCertain;
    }
    settled.push_back(firm > 0 ? NameKind::organisation : firm < 0 ? NameKind::person : name->kind);
  }
  for (std::size_t i = 0; i < doubtful.size(); ++i) doubtful[i]->kind = settled[i];
}

/// "(Photo by Ann Lee/Lake Images)" names nobody of the story.
void TaggedMentions::leave_picture_credits_out() {
  constexpr std::size_t kLongest = 160;  // bytes
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    if (!words_[i].bracketed) continue;
    const auto& lower = words_[i].info->lower;
    if (lower != "photo" && lower != "photos" && lower != "picture" && lower != "image") continue;
    const std::size_t begin = words_[i].span.begin;
    const std::size_t end = words_.text().substr(begin, kLongest).find(')');
    if (end == std::string_view::npos) continue;
    for (; i < words_.size() && words_[i].span.begin < begin + end; ++i) words_[i].taken = true;
    --i;
  }
}

/// "Ms Banks": remembers whom the article calls so.
void TaggedMentions::note_honoured() {
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    if (words_[i].is(kHonorific) && words_[i].capital && words_[i + 1].capital &&
        words_[i + 1].gap == Gap::blank) {
      words_[i + 1].info->behind_title = words_.number();
    }
  }
}

/// "Monday Doherty", "Rocker Doherty", "German Kohl": may be a surname behind a capital of the
/// calendar's or of a headline's.
bool TaggedMentions::doubtful_lead(const TaggedName& name) const {
  const Word& lead = words_[name.first];
  return name.kind == NameKind::person && name.last - name.first == 2 && !lead.info->given &&
         (lead.is(kCalendar) || lead.info->demonym || words_.is_common(name.first));
}

/// Remembers the words of full names; leads that are none are cut off.
void TaggedMentions::note_persons() {
  const auto note = [&](const TaggedName& name) {
    for (std::size_t i = name.first; i < name.last; ++i) {
      const Word& word = words_[i];
      if (word.capital && word.span.size() > 1 && !word.is(kTitle | kHonorific | kCalendar)) {
        word.info->in_person = words_.number();
      }
    }
  };
  const auto full = [&](const TaggedName& name) {
    return name.kind == NameKind::person && name.last - name.first > 1 && is_free(name);
  };
  for (const TaggedName& name : names_) {
    if (full(name) && !doubtful_lead(name)) note(name);
  }
  for (TaggedName& name : names_) {
    if (!full(name) || !doubtful_lead(name)) continue;
    if (words_.in_person(name.first + 1)) {
      ++name.first;
    } else {
      note(name);
    }
  }
}

/// A surname of the article's persons is no place and no firm.
bool TaggedMentions::surname(const TaggedName& name) const {
  for (std::size_t i = name.first; i < name.last; ++i) {
    const Word& word = words_[i];
    if (i > name.first && word.gap != Gap::hyphen) return false;
    if (!words_.in_person(i) || word.capitals || word.info->given) return false;
  }
  return true;
}

/// "the village of X": so X is a place wherever it stands.
bool TaggedMentions::introduced(const TaggedName& name) const {
  if (!words_.people(name.first, name.last).empty()) return false;
  if (introduced_as_settlement(words_, name.first, name.last)) return true;
  return name.last == name.first + 1 && !words_.in_person(name.first) &&
         std::find(settlements_.begin(), settlements_.end(), words_[name.first].info) !=
             settlements_.end();
}

/// "the mayor of Nice", "in Paris", where somebody of the article is called so.
void TaggedMentions::take_placed() {
  for (std::size_t i = 1; i < words_.size(); ++i) {
    const Word& word = words_[i];
    if (!word.capital || word.taken || word.loud || !words_.in_person(i)) continue;
    if (!worded_as_place(words_, i) || words_.places(i, i + 1).empty()) continue;
    const bool longer = i + 1 < words_.size() && words_[i + 1].joins() && words_[i + 1].capital;
    if (!longer) take(words_, mentions_, Mention::Kind::place, i, i + 1);
  }
}

void TaggedMentions::take_tagged(const TaggedName& name) {
  if (!is_free(name)) return;
  if (introduced(name)) {
    return take(words_, mentions_, Mention::Kind::place, name.first, name.last);
  }
  switch (name.kind) {
    case NameKind::person:
      take_tagged_person(words_, mentions_, name.first, name.last);
      break;
    case NameKind::location:
      if (!surname(name)) take(words_, mentions_, Mention::Kind::place, name.first, name.last);
      break;
    case NameKind::organisation:
      if (surname(name)) break;
      take_tagged_organisation(words_, mentions_, name.first, name.last);
      break;
    case NameKind::other:
      // "the Kyoto Protocol" names no city.
      if (name.last - name.first > 1) {
        for (std::size_t i = name.first; i < name.last; ++i) {
          if (!words_[i].info->demonym) words_[i].taken = true;
        }
      }
      break;
  }
}

std::vector<Mention> TaggedMentions::find() {
  leave_picture_credits_out();
  find_certain_organisations(words_, mentions_, names_);
  find_known_organisations(words_, mentions_);
  find_hyphenated_persons(words_, mentions_);
  take_known_persons();
  note_honoured();
  settle_firms();
  note_persons();
  for (const TaggedName& name : names_) {
    if (name.last == name.first + 1 && introduced_as_settlement(words_, name.first, name.last)) {
      settlements_.push_back(words_[name.first].info);
    }
  }
  take_placed();
  for (const TaggedName& name : names_) take_tagged(name);
  find_single_persons(words_, mentions_);
  find_places(words_, mentions_, 2);
  find_short_organisations(words_, mentions_);
  find_places(words_, mentions_, 1);
  find_in_loud_lines(words_, mentions_);
  std::sort(mentions_.begin(), mentions_.end(),
            [](const Mention& a, const Mention& b) { return a.first < b.first; });
  return std::move(mentions_);
}

}  // namespace

std::vector<Mention> find_by_tagger(Words& words, Tagger& tagger) {
  return TaggedMentions(words, tagger.tag(words)).find();
}

}  // namespace alatoo
