// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "indexer/enrich/place_wording.h"
#include "indexer/enrich/rules.h"

namespace alatoo {
namespace {

class TaggedMentions {
 public:
  TaggedMentions(Words& words, std::vector<TaggedName> names)
      : words_(words), names_(std::move(names)) {}

  std::vector<Mention> find();

 private:
  void take_known_persons();
  void note_persons();
  bool free(const TaggedName& name) const;
  bool doubtful_lead(const TaggedName& name) const;
  bool surname(const TaggedName& name) const;
  void take_tagged(const TaggedName& name);

  Words& words_;
  std::vector<TaggedName> names_;
  std::vector<Mention> mentions_;
};

bool TaggedMentions::free(const TaggedName& name) const {
  for (std::size_t i = name.first; i < name.last; ++i) {
    if (words_[i].taken) return false;
  }
  return true;
}

/// Full names that the tables have are persons whatever the tagger says.
void TaggedMentions::take_known_persons() {
  for (TaggedName& name : names_) {
    if (name.kind != NameKind::person && name.last - name.first > 1 && free(name) &&
        !words_.people(name.first, name.last).empty()) {
      name.kind = NameKind::person;
    }
  }
}

/// "Monday Doherty", "Rocker Doherty": may be a surname behind a capital of the calendar's or of a
/// headline's.
bool TaggedMentions::doubtful_lead(const TaggedName& name) const {
  const Word& lead = words_[name.first];
  return name.kind == NameKind::person && name.last - name.first == 2 && !lead.info->given &&
         (lead.is(kCalendar) || words_.is_common(name.first));
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
    return name.kind == NameKind::person && name.last - name.first > 1 && free(name);
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
  if (name.last - name.first != 1) return false;
  const Word& word = words_[name.first];
  return words_.in_person(name.first) && !word.capitals && !word.info->given;
}

void TaggedMentions::take_tagged(const TaggedName& name) {
  if (!free(name)) return;
  if (introduced_as_settlement(words_, name.first, name.last) &&
      words_.people(name.first, name.last).empty()) {
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
      if (name.last - name.first == 1 && words_[name.first].info->demonym) break;
      take(words_, mentions_, Mention::Kind::organisation, name.first, name.last);
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
  find_known_organisations(words_, mentions_);
  take_known_persons();
  note_persons();
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
