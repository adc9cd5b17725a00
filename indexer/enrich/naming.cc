// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/naming.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/name_key.h"
#include "common/text.h"
#include "indexer/enrich/declined_names.h"
#include "indexer/enrich/russian_names.h"

namespace alatoo {
namespace {

/// The key of one letter: "j" of "Ж" and of "J".
std::string_view initial_key(std::string_view letter) {
  if (letter.size() == 1) return letter;
  static constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
  const std::string key = word_key(letter);
  const std::size_t at = key.empty() ? kLetters.npos : kLetters.find(key.front());
  return at == kLetters.npos ? letter : kLetters.substr(at, 1);
}

std::string_view key_of(const Word& word) {
  if (is_one_letter(word.info->lower)) return initial_key(word.info->lower);
  return word.info->key.empty() ? std::string_view(word.info->lower)
                                : std::string_view(word.info->key);
}

std::string capitalised(const std::string& word) {
  std::size_t at = 0;
  std::string out;
  bool starts = true;  // "Касым-Жомарт"
  while (at < word.size()) {
    const char32_t c = next_code_point(word, at);
    append_code_point(out, starts ? static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))) : c);
    starts = is_hyphen(c);
  }
  return out;
}

/// "R.I.", "JK": initials written as one word.
bool is_initials(const Words& words, std::size_t i) {
  const Word& word = words[i];
  const auto text = word.span.of(words.text());
  if (is_cyrillic(word.info->lower)) {
    return word.info->lower.size() <= 6 && text.find('.') != text.npos;
  }
  if (word.info->lower.size() < 2 || word.info->lower.size() > 3 || word.is(kSuffix)) return false;
  if (text.find('.') != text.npos) return true;
  return word.info->lower.size() == 2 && word.capitals && !word.loud && !word.info->given;
}

/// True if word `i` stands in quotes or brackets between blanks, and is no place.
bool is_nickname(Words& words, std::size_t i) {
  if (i == 0 || i + 1 >= words.size() || !words[i].capital || words[i].capitals) return false;
  if (!(words[i].quoted || words[i].bracketed) || words[i + 1].gap != Gap::other) return false;
  const auto text = words.text();
  const auto before =
      text.substr(words[i - 1].span.end, words[i].span.begin - words[i - 1].span.end);
  const auto behind = text.substr(words[i].span.end, words[i + 1].span.begin - words[i].span.end);
  if (!before.starts_with(' ') || !behind.ends_with(' ')) return false;
  if (behind.find_first_of(",;:-") != behind.npos) return false;
  return words[i].quoted || words.places(i, i + 1).empty();
}

bool is_particle(const Word& word) {
  return word.is(kParticle) && (!word.capital || !word.info->given);
}

bool is_son_of(const Word& word) {  // between an Arab's name and his father's
  const auto& lower = word.info->lower;
  return !word.capital && (lower == "bin" || lower == "bint" || lower == "ibn");
}

/// True if the mention [first, last) goes on with a name that ends at `end`: 'William "Bill"
/// Gates', which a tagger may cut in two or three.
bool goes_on(Words& words, const NameSpan& before, std::size_t first, std::size_t last) {
  // "(Soviet leader Mikhail) Gorbachev", as agencies complete what somebody said
  if (before.last == first && words[first - 1].info->given && last == first + 1) {
    const auto end = words[first - 1].span.end;
    if (words.text().substr(end, words[first].span.begin - end) == ") ") return true;
  }
  // "[Sheikh Abdullah] bin [Zayed Al Nahyan]"
  if (before.last + 1 == first && before.last > before.first && is_son_of(words[before.last]) &&
      words[before.last].gap == Gap::blank && words[first].gap == Gap::blank &&
      !words[before.last - 1].possessive) {
    return true;
  }
  // "[Joseph] [D. Mahaffey]"
  if (before.last == first && before.last == before.first + 1 && words[before.first].info->given &&
      words[first].gap == Gap::blank && !words[before.first].possessive &&
      !words[before.first].loud && !is_cyrillic(words[first].info->lower)) {
    return true;
  }
  const bool short_parts = before.last == before.first + 1 || last == first + 1;
  if (!short_parts || before.last < before.first + 1) return false;
  if (before.last + 1 == first) return is_nickname(words, before.last);  // the nickname in between
  if (before.last != first) return false;
  const bool with_nickname = is_nickname(words, first);
  return with_nickname || (first > before.first + 1 && is_nickname(words, first - 1));
}

/// Mentions of persons cut where a possessive divides two ("Blair's Labour"), and joined where a
/// nickname does.
std::vector<NameSpan> spans_of(Words& words, const std::vector<Mention>& mentions) {
  std::vector<NameSpan> spans;
  for (const auto& mention : mentions) {
    if (mention.kind != Mention::Kind::person) continue;
    std::size_t first = mention.first;
    if (!spans.empty() && goes_on(words, spans.back(), first, mention.last)) {
      spans.back().last = mention.last;
      continue;
    }
    for (std::size_t i = first; i + 1 < mention.last; ++i) {
      if (!words[i].possessive) continue;
      spans.push_back({first, i + 1});
      first = i + 1;
    }
    spans.push_back({first, mention.last});
  }
  return spans;
}

void add_keys(const Words& words, std::size_t i, NameKeys& keys) {
  if (!is_initials(words, i)) {
    keys.push_back(key_of(words[i]));
    return;
  }
  const std::string_view letters = words[i].info->lower;
  for (std::size_t k = 0; k < letters.size();) {
    const std::size_t begin = k;
    next_code_point(letters, k);
    keys.push_back(initial_key(letters.substr(begin, k - begin)));
  }
}

/// Puts the given names first: "Otunbayeva Roza Isakovna".
void turn(const Words& words, Naming& naming) {
  if (naming.keys.size() < 2 || naming.keys.size() != naming.last - naming.first) return;
  const Word& head = words[naming.first];
  const bool fathers = naming.keys.size() == 3 && is_patronymic(naming.keys.back()) &&
                       !is_patronymic(naming.keys[1]);
  const bool surname = is_slavic(naming.keys.front()) && !is_slavic(naming.keys.back()) &&
                       words[naming.first + 1].info->given;
  if (head.info->given || !(fathers || surname)) return;
  naming.keys.push_back(naming.keys.front());
  naming.keys.erase(naming.keys.begin());
  naming.name =
      words.name(naming.first + 1, naming.last) + " " + words.name(naming.first, naming.first + 1);
}

/// Gives the naming the nominative of its words, given names first.
void set_nominative(const Words& words, const NominativeName& nominative, Naming& naming) {
  std::vector<std::string> shown;
  naming.keys.clear();
  naming.made.reserve(nominative.words.size());
  for (std::size_t i = naming.first; i < naming.last; ++i) {
    const std::string& word = nominative.words[i - naming.first];
    std::string& form = shown.emplace_back();
    if (i > naming.first && words[i].gap == Gap::hyphen) form = "-";
    if (word == words[i].info->lower) {
      add_keys(words, i, naming.keys);
      form += words.name(i, i + 1);
      const bool dotted = words.text().substr(words[i].span.end).starts_with('.');
      if (naming.keys.back().size() == 1 && dotted) form += '.';
    } else {
      naming.keys.push_back(naming.made.emplace_back(word_key(word)));
      form += capitalised(word);
    }
  }
  if (nominative.family_first) {
    std::rotate(shown.begin(), shown.begin() + 1, shown.end());
    std::rotate(naming.keys.begin(), naming.keys.begin() + 1, naming.keys.end());
  }
  naming.name.clear();
  for (const auto& form : shown) {
    if (!naming.name.empty() && !form.starts_with('-')) naming.name += ' ';
    naming.name += form;
  }
}

/// First names of men and of women: they exclude no honorific.
bool is_of_both(std::string_view lower) {
  static constexpr std::string_view names[] = {
      "sydney",  "leslie",  "lesley",   "kim",     "robin",   "evelyn", "jordan", "ashley",
      "lindsay", "lindsey", "kelly",    "jean",    "alexis",  "andrea", "jamie",  "casey",
      "taylor",  "morgan",  "dana",     "tracy",   "shannon", "terry",  "jody",   "lee",
      "pat",     "chris",   "sam",      "alex",    "beverly", "vivian", "hilary", "marion",
      "carol",   "shirley", "meredith", "charlie", "frankie", "stevie", "jackie", "nicky",
      "sandy",   "toni",    "courtney", "blair",   "cameron", "drew",   "harper", "hayden",
      "jan",     "jo",      "kerry",    "logan",   "quinn",   "reese",  "riley",  "rowan",
      "skyler",  "gail",    "gale",     "francis", "sasha",   "zhenya", "michal"};
  return std::find(std::begin(names), std::end(names), lower) != std::end(names);
}

Gender gender_of(const Words& words, const Naming& naming) {
  if (naming.titles.gender != Gender::unknown) return naming.titles.gender;
  const auto& head = *words[naming.first].info;
  if (!naming.bare && !naming.name.empty() && naming.keys.front() == key_of(words[naming.first]) &&
      head.gender != Gender::unknown) {
    return is_of_both(head.lower) ? Gender::unknown : head.gender;
  }
  const bool initial = naming.keys.front().size() == 1;
  return naming.bare || initial ? Gender::unknown : gender_of_family(naming.keys.back());
}

}  // namespace

std::vector<Naming> read_namings(Words& words, const std::vector<Mention>& mentions) {
  std::vector<Naming> namings;
  NominativeNames in_nominative(words);
  for (const auto& span : spans_of(words, mentions)) {
    const NameSpan trimmed = trim_to_name(words, span.first, span.last);
    if (trimmed.first == trimmed.last) continue;
    if (!namings.empty() && trimmed.first < namings.back().last) continue;
    Naming naming;
    naming.first = trimmed.first;
    naming.last = trimmed.last;
    naming.doubtful = trimmed.doubtful;
    naming.loud = words[naming.first].loud;
    std::size_t nickname = 0;
    bool titled = false;  // the title of a king or lord is in the span
    for (std::size_t i = naming.first; i < naming.last; ++i) {
      const Word& word = words[i];
      const bool inside = i > naming.first && i + 1 < naming.last;
      if (i > naming.first && word.is(kSuffix)) {
        naming.suffix = key_of(word);
      } else if (inside && nickname == 0 && is_nickname(words, i)) {
        naming.nickname = key_of(word);
        nickname = i;
      } else if (i == naming.first && naming.last > i + 1 && word.is(kHonorific | kRoyal) &&
                 !word.info->given) {
        naming.royal = word.is(kRoyal);
        titled = true;
      } else {
        add_keys(words, i, naming.keys);
      }
    }
    if (naming.keys.empty()) continue;
    naming.name = words.name(naming.first, naming.last);
    if (naming.name.find('(') == std::string::npos) std::erase(naming.name, ')');
    if (nickname > 0) {
      naming.name =
          words.name(naming.first, nickname) + " " + words.name(nickname + 1, naming.last);
    }
    const NominativeName nominative = in_nominative.full(naming.first, naming.last);
    if (!nominative.words.empty()) set_nominative(words, nominative, naming);
    naming.otherwise = nominative_keys(words, naming.last - 1);
    std::size_t parts = 1;  // a hyphen makes no full name: "Rhone-Poulenc"
    for (std::size_t i = naming.first + 1; i < naming.last; ++i) {
      parts += words[i].gap != Gap::hyphen && !words[i].is(kSuffix);
    }
    const bool one = parts == 1 + static_cast<std::size_t>(titled) && naming.keys.size() < 3;
    naming.bare = naming.keys.size() == 1 || one || is_particle(words[naming.first]);
    if (!naming.bare && nominative.words.empty()) turn(words, naming);
    naming.titles = titles_of(words, naming.first, naming.last);
    naming.kin = kinship(words, naming.first, naming.last);
    if (naming.keys.size() == 1 && naming.titles.any()) {
      const std::string family = in_nominative.titled_family(naming.first);
      if (family != words[naming.first].info->lower) naming.name = capitalised(family);
    }
    naming.gender = gender_of(words, naming);
    if (naming.gender == Gender::unknown && !naming.bare) naming.gender = nominative.gender;
    if (naming.gender == Gender::unknown) naming.gender = naming.kin.gender;
    namings.push_back(std::move(naming));
  }
  return namings;
}

}  // namespace alatoo
