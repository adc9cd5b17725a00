// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/persons.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "common/name_key.h"
#include "common/tsv.h"
#include "indexer/enrich/entities.h"
#include "indexer/enrich/known_person.h"
#include "indexer/enrich/naming.h"
#include "indexer/enrich/person_evidence.h"
#include "indexer/enrich/reporters.h"

namespace alatoo {
namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
// Persons compared with a name at most: keeps articles that are lists of names linear.
constexpr std::size_t kMostCompared = 200;
// In words: how far before "his brother" the one whose brother it is may be named.
constexpr std::size_t kPronounReach = 150;
constexpr std::size_t kKinReach = 7;  // in words: from "of" in "the son of a riveter, X" to X

struct Person {
  NameKeys keys;     ///< of the longest form
  std::string name;  ///< the longest form
  std::string_view nickname;
  std::string_view suffix;
  Gender gender = Gender::unknown;
  std::string_view form_suffix;  ///< of the longest form
  bool loud = false;             ///< the form was found where capitals tell nothing
  bool supported = false;        ///< something beside the capitals says that this is a person
  std::size_t shown = 0;         ///< the naming that has the form
  const AuthorityName* known = nullptr;
  std::vector<std::size_t> introduced;  ///< words where named in full, but not as somebody's kin
  std::size_t used = 0;     ///< behind the word where last meant by the bare surname; 0: never
  bool background = false;  ///< first named as somebody's kin
  bool kin = false;         ///< named as somebody's kin
  bool other_name = false;  ///< called by another name than the last one: "Mr Ayub"
  std::vector<const WordInfo*> roles;
  std::vector<Span> mentions;
};

/// What makes one form of a name better than another as the one to be shown.
struct Form {
  const NameKeys& keys;
  std::string_view suffix;
  bool loud;

  auto rank() const {
    const auto written_out =
        std::count_if(keys.begin(), keys.end(), [](const auto key) { return key.size() > 1; });
    return std::tuple(!loud, keys.size() > 1, keys.front().size() > 1, written_out, keys.size(),
                      !suffix.empty());
  }
};

bool conflict(Gender a, Gender b) { return a != Gender::unknown && b != Gender::unknown && a != b; }

std::size_t shared(const std::vector<const WordInfo*>& a, const std::vector<const WordInfo*>& b) {
  std::size_t count = 0;
  for (const auto* role : a) count += std::find(b.begin(), b.end(), role) != b.end();
  return count;
}

/// "Ferdinand Marcos Jr", whom the authority does not mean by Ferdinand Marcos.
bool is_son(const AuthorityName* row, std::string_view suffix) {
  return row && !suffix.empty() && !bears_suffix(*row, suffix);
}

void introduce(Person& person, std::size_t at) {
  auto& introduced = person.introduced;
  introduced.insert(std::upper_bound(introduced.begin(), introduced.end(), at), at);
}

class Resolution {
 public:
  explicit Resolution(Words& words) : words_(words) {}

  std::vector<Entity> resolve(const std::vector<Mention>& mentions,
                              const std::vector<std::string>& contributors);

 private:
  bool wrote(const NameKeys& keys) const;
  void add_full(std::size_t n);
  void add_kin(std::size_t n);
  void add_bare(std::size_t n);
  std::size_t like(const Naming& naming, const AuthorityName* row);
  std::size_t by_patronymic(const Naming& naming) const;
  bool as_kin(const Naming& naming) const;
  bool eminent(const Person& person, const Naming& naming);
  bool takes_over(const Person& person, const Naming& naming) const;
  std::size_t bearer(std::size_t n);
  std::vector<std::size_t> bearers(const Naming& naming) const;
  std::vector<std::size_t> as_noble(const Naming& naming) const;
  bool is_someones(std::size_t at) const;
  std::size_t main_person() const;
  std::size_t misspelt(const Naming& naming) const;
  std::size_t relative(std::size_t n);
  bool build(Naming& naming, const Person& relative);
  void recognise(std::size_t id, std::size_t n);
  std::size_t create(std::size_t n);
  void index(std::size_t person);
  Entity entity(Person& person) const;

  Words& words_;
  std::vector<Naming> namings_;
  std::vector<std::size_t> meant_;  ///< of each naming the person, or kNobody
  std::vector<Person> persons_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_word_;  ///< persons by key
  std::vector<NameKeys> writers_;
  std::deque<std::string> made_;  ///< keys that stand in no word
};

/// True if one who made the report bears the name.
bool Resolution::wrote(const NameKeys& keys) const {
  return std::any_of(writers_.begin(), writers_.end(), [&](const NameKeys& writer) {
    return keys.size() > 1 ? may_be_one(writer, keys) : writer.back() == keys.back();
  });
}

void Resolution::index(std::size_t person) {
  for (const auto key : persons_[person].keys) {
    auto& bearers = by_word_[key];
    if (bearers.empty() || bearers.back() != person) bearers.push_back(person);
  }
}

std::size_t Resolution::create(std::size_t n) {
  const Naming& naming = namings_[n];
  Person person;
  person.shown = n;
  person.keys = naming.keys;
  person.name = naming.name;
  person.gender = naming.gender;
  person.nickname = naming.nickname;
  person.suffix = naming.suffix;
  person.form_suffix = naming.suffix;
  person.loud = naming.loud;
  persons_.push_back(std::move(person));
  index(persons_.size() - 1);
  return persons_.size() - 1;
}

/// Adds a naming to the person who is known to be meant.
void Resolution::recognise(std::size_t id, std::size_t n) {
  Person& person = persons_[id];
  const Naming& naming = namings_[n];
  meant_[n] = id;
  person.mentions.push_back(words_.span(naming.first, naming.last));
  person.supported = person.supported || has_support(words_, naming);
  if (person.gender == Gender::unknown) person.gender = naming.gender;
  if (person.suffix.empty()) person.suffix = naming.suffix;
  if (person.nickname.empty()) person.nickname = naming.nickname;
  for (const auto* role : naming.titles.roles) {
    if (person.roles.size() < 16) person.roles.push_back(role);
  }
  if (Form{naming.keys, naming.suffix, naming.loud}.rank() >
      Form{person.keys, person.form_suffix, person.loud}.rank()) {
    person.shown = n;
    person.keys = naming.keys;
    person.name = naming.name;
    person.form_suffix = naming.suffix;
    person.loud = naming.loud;
    index(id);
  }
}

/// The person whom another full name of the article gives already.
std::size_t Resolution::like(const Naming& naming, const AuthorityName* row) {
  std::size_t found = kNobody;
  std::size_t compared = 0;
  std::string_view last_key;
  std::vector<std::string_view> keys = {naming.keys.back(), naming.keys.front()};
  if (naming.keys.size() > 2) keys.push_back(naming.keys[naming.keys.size() - 2]);
  for (const auto key : keys) {
    if (key == last_key || key.size() < 2) continue;
    last_key = key;
    const auto bearers = by_word_.find(key);
    if (bearers == by_word_.end()) continue;
    for (std::size_t b = bearers->second.size(); b-- > 0 && compared < kMostCompared; ++compared) {
      const std::size_t p = bearers->second[b];
      const Person& person = persons_[p];
      if (row && person.known == row) return p;
      if (row && person.known) continue;
      if (is_son(person.known, naming.suffix) || is_son(row, person.suffix)) continue;
      if (conflict(person.gender, naming.gender)) continue;
      if (!person.suffix.empty() && !naming.suffix.empty() && person.suffix != naming.suffix) {
        continue;
      }
      bool one = may_be_one(person.keys, naming.keys);
      if (!one && !person.nickname.empty()) {
        one = may_be_one({person.nickname, person.keys.back()}, naming.keys);
      }
      if (!one && !naming.nickname.empty()) {
        one = may_be_one({naming.nickname, naming.keys.back()}, person.keys);
      }
      if (!one) continue;
      if (person.keys == naming.keys) return p;
      if (found == kNobody) found = p;
    }
  }
  return found;
}

/// "Vladimir Vladimirovich": the only Slav of the first name, if nobody bears the second as a
/// surname.
std::size_t Resolution::by_patronymic(const Naming& naming) const {
  if (naming.keys.size() != 2 || !is_patronymic(naming.keys.back())) return kNobody;
  for (const auto& other : namings_) {
    if (other.keys.size() == 1 && other.keys.front() == naming.keys.back()) return kNobody;
  }
  std::size_t found = kNobody;
  for (std::size_t p = 0; p < persons_.size(); ++p) {
    const auto& keys = persons_[p].keys;
    if (keys.size() < 2 || keys.front() != naming.keys.front() || !is_slavic(keys.back())) continue;
    if (found != kNobody) return kNobody;
    found = p;
  }
  return found;
}

void Resolution::add_full(std::size_t n) {
  const Naming& naming = namings_[n];
  const AuthorityName* row = known_person(words_, naming);
  std::size_t person = like(naming, row);
  if (person == kNobody && !row) person = by_patronymic(naming);
  for (std::size_t i = 0; person == kNobody && !row && i < naming.otherwise.size(); ++i) {
    Naming nominative = naming;
    nominative.keys.back() = naming.otherwise[i];
    person = like(nominative, row);
  }
  if (person == kNobody) person = create(n);
  recognise(person, n);
  if (row && !persons_[person].known) persons_[person].known = row;
  Person& named = persons_[person];
  named.kin = named.kin || naming.kin.found();
  if (!as_kin(naming)) return introduce(named, naming.first);
  const bool high = std::any_of(named.roles.begin(), named.roles.end(),
                                [](const WordInfo* role) { return is_high_office(*role); });
  if (named.introduced.empty() && !high) named.background = true;
}

/// True if the wording names somebody for the sake of another: "his father X", "the son of X".
bool Resolution::as_kin(const Naming& naming) const {
  if (naming.kin.found() && naming.kin.word < naming.first) return true;
  for (std::size_t i = naming.first; i > 1 && i + kKinReach > naming.first; --i) {
    if (!words_.connected(i) || words_[i].gap == Gap::other) return false;
    if (words_[i].gap == Gap::comma && i != naming.first) return false;
    const Word& before = words_[i - 1];
    if (before.possessive || (before.capital && !before.is(kTitle | kHonorific))) return false;
    if (before.info->lower == "of") return words_[i - 2].is(kKin) && !words_[i - 2].capital;
  }
  return false;
}

/// True for the one whom everybody, or this article, calls by the surname alone.
bool Resolution::eminent(const Person& person, const Naming& naming) {
  if (std::any_of(person.roles.begin(), person.roles.end(),
                  [](const WordInfo* role) { return is_high_office(*role); })) {
    return true;
  }
  if (!person.known) return false;
  const auto& denoted = words_.people(naming.last - 1, naming.last);
  return std::find(denoted.begin(), denoted.end(), person.known) != denoted.end();
}

/// True if one who was named in full after a holder of the surname who is eminent may be meant by
/// it: he is named again and again, or with his role, and just now.
bool Resolution::takes_over(const Person& person, const Naming& naming) const {
  const auto& all = person.introduced;
  const auto behind = std::lower_bound(all.begin(), all.end(), naming.first);
  if (behind - all.begin() > 1) return true;
  if (behind == all.begin() || person.roles.empty()) return false;
  const std::size_t at = *(behind - 1);
  if (at + kPronounReach < naming.first) return false;
  std::size_t paragraphs = 0;
  for (std::size_t i = at + 1; i <= naming.first; ++i) paragraphs += words_[i].gap == Gap::start;
  return paragraphs == 0 || (paragraphs == 1 && words_[naming.first].gap == Gap::start);
}

/// "Prince Faisal" of "Prince Faisal bin Farhan": who has the title and the first name.
std::vector<std::size_t> Resolution::as_noble(const Naming& naming) const {
  std::vector<std::size_t> found;
  const auto bearers = by_word_.find(naming.keys.front());
  if (bearers == by_word_.end()) return found;
  const WordInfo* title = words_[naming.first].info;
  for (const std::size_t p : bearers->second) {
    if (persons_[p].keys.size() < 2 || persons_[p].keys.front() != naming.keys.front()) continue;
    const Naming& shown = namings_[persons_[p].shown];
    const bool titled = words_[shown.first].info == title ||
                        (shown.first > 0 && words_[shown.first - 1].info == title);
    if (titled) found.push_back(p);
  }
  return found;
}

/// True where the family name is no part of most names, so that "Mr" stands with the first.
bool by_first_name(const Person& person) {
  static constexpr std::string_view lands[] = {"et", "er", "is", "mm", "th",
                                               "so", "id", "my", "vn"};
  return person.known &&
         std::any_of(person.known->countries.begin(), person.known->countries.end(),
                     [](const std::string& iso) {
                       return std::find(std::begin(lands), std::end(lands), iso) != std::end(lands);
                     });
}

/// Persons of the article who bear a name that is no full one: as their family name, else as any of
/// their names.
std::vector<std::size_t> Resolution::bearers(const Naming& naming) const {
  std::vector<std::size_t> found;
  const auto look = [&](std::string_view key, const auto& fits) {
    const auto bearers = by_word_.find(key);
    if (bearers == by_word_.end()) return;
    for (const std::size_t p : bearers->second) {
      if (fits(persons_[p]) && !conflict(persons_[p].gender, naming.gender) &&
          std::find(found.begin(), found.end(), p) == found.end()) {
        found.push_back(p);
      }
    }
  };
  const auto family = [&](const Person& person) {
    if (naming.royal && person.keys.size() > 1) return false;
    return ends_with_family(person.keys, naming.keys, naming.gender);
  };
  look(naming.keys.back(), family);
  if (naming.gender == Gender::female) {
    look(family_of(std::string(naming.keys.back()), Gender::female), family);
  }
  if (naming.royal && found.empty() && naming.last == naming.first + 2) return as_noble(naming);
  if (!found.empty() || naming.keys.size() > 1 || naming.royal || naming.doubtful) return found;
  look(naming.keys.front(), [&](const Person& person) {
    if (person.keys.back() == naming.keys.front()) return false;  // of the other gender
    if (!has_word(person.keys, naming.keys.front())) return false;
    // "Mr Thomas" is not Thomas Smith, but Mr Kim is Kim Jong-il.
    return !naming.titles.honorific || naming.titles.before_first_name || person.keys.size() > 2 ||
           is_family_first(person.keys) || by_first_name(person) ||
           !words_[naming.last - 1].info->given;
  });
  return found;
}

/// The person of the article whom naming `n`, no full name, means.
std::size_t Resolution::bearer(std::size_t n) {
  const Naming& naming = namings_[n];
  auto candidates = bearers(naming);
  for (std::size_t i = 0; candidates.empty() && i < naming.otherwise.size(); ++i) {
    Naming nominative = naming;
    nominative.keys = {naming.otherwise[i]};
    candidates = bearers(nominative);
  }
  if (candidates.empty()) return kNobody;
  if (candidates.size() > 1 && naming.kin.found()) {  // "Mr Stone, a son of Peter Stone"
    std::erase(candidates, relative(n));
  }
  const auto& roles = naming.titles.roles;
  const bool married =
      naming.titles.honorific && naming.first > 0 && words_[naming.first - 1].info->lower == "mrs";
  const auto named_at = [&](const Person& person) {  // counted from 1; 0: not named before
    const auto behind =
        std::lower_bound(person.introduced.begin(), person.introduced.end(), naming.first);
    return behind == person.introduced.begin() ? 0 : *(behind - 1) + 1;
  };
  const auto rank = [&](const Person& person) {
    return std::tuple(shared(roles, person.roles), !person.other_name, married && person.kin,
                      !person.background, std::max(named_at(person), person.used));
  };
  std::size_t best = candidates.front();
  std::size_t holder = candidates.front();
  for (const std::size_t p : candidates) {
    if (rank(persons_[p]) > rank(persons_[best])) best = p;
    if (persons_[p].used > persons_[holder].used) holder = p;
  }
  const std::size_t best_role = shared(roles, persons_[best].roles);
  const Person& held = persons_[holder];
  const bool first_named =
      held.used > 0 || (!held.introduced.empty() && held.introduced.front() < naming.first);
  if (best != holder && best_role == 0 && first_named && !held.background && !held.other_name &&
      !(married && persons_[best].kin) && eminent(held, naming) &&
      !takes_over(persons_[best], naming)) {
    best = holder;
  }
  if (best_role > 0 || !naming.titles.titled) return best;
  // "President Bush", where the article has Jeb Bush alone.
  const bool high = std::any_of(roles.begin(), roles.end(),
                                [](const WordInfo* role) { return is_high_office(*role); });
  const AuthorityName* row = high && !persons_[best].known ? known_person(words_, naming) : nullptr;
  if (high && !row && candidates.size() == 1 && persons_[best].known) {
    const auto* meant = known_person(words_, naming);
    if (meant && meant != persons_[best].known) row = meant;
  }
  return row && !persons_[best].roles.empty() ? kNobody : best;
}

/// True for "his friend X": the pronoun does not mean X.
bool Resolution::is_someones(std::size_t at) const {
  for (std::size_t i = at; i > 0 && i + 5 > at && words_.connected(i); --i) {
    const auto& lower = words_[i - 1].info->lower;
    if (lower == "his" || lower == "her") return true;
    if (words_[i - 1].capital || words_[i - 1].is(kSpeech)) return false;
    if (words_[i].gap != Gap::blank && i != at) return false;
  }
  return false;
}

/// The one most often named so far; kNobody if there are two.
std::size_t Resolution::main_person() const {
  std::size_t main = kNobody;
  bool alone = false;
  for (std::size_t p = 0; p < persons_.size(); ++p) {
    const std::size_t count = persons_[p].mentions.size();
    if (main != kNobody && count < persons_[main].mentions.size()) continue;
    alone = main == kNobody || count > persons_[main].mentions.size();
    main = p;
  }
  return alone ? main : kNobody;
}

/// The person whose kin naming `n` is, as its wording says.
std::size_t Resolution::relative(std::size_t n) {
  const Kinship& kin = namings_[n].kin;
  if (kin.whose == Kinship::Whose::role) {
    for (std::size_t p = persons_.size(); p-- > 0;) {
      const auto& roles = persons_[p].roles;
      if (std::find(roles.begin(), roles.end(), words_[kin.word].info) != roles.end()) return p;
    }
    return kNobody;
  }
  if (kin.whose == Kinship::Whose::name) {
    const auto step = [&](std::size_t i) {
      const Naming& other = namings_[i];
      if (kin.ahead) return other.first >= kin.word && other.first <= kin.word + 4;
      return other.last == kin.word + 1;
    };
    if (kin.ahead && n + 1 < namings_.size() && step(n + 1)) {
      if (meant_[n + 1] != kNobody) return meant_[n + 1];
      return bearer(n + 1);
    }
    for (std::size_t i = n; !kin.ahead && i-- > 0 && namings_[i].last > kin.word;) {
      if (step(i)) return meant_[i];
    }
    return kNobody;
  }
  // A pronoun: the nearest in its sentence, else the first of the sentence before.
  const auto& pronoun = words_[kin.word].info->lower;
  Gender wanted = Gender::unknown;
  if (pronoun == "his" || pronoun == "его") wanted = Gender::male;
  if (pronoun == "her" || pronoun == "её" || pronoun == "ее") wanted = Gender::female;
  std::size_t found = kNobody;
  std::size_t sentence = kin.word;  // its first word
  std::size_t sentences = 0;        // gone back
  while (sentence > 0 && words_.connected(sentence)) --sentence;
  for (std::size_t i = namings_.size(); i-- > 0;) {
    if (namings_[i].first > kin.word || i == n) continue;
    const std::size_t at = namings_[i].first;
    if (at + kPronounReach < kin.word) break;
    if (meant_[i] == kNobody || conflict(persons_[meant_[i]].gender, wanted)) continue;
    if (at < sentence && is_someones(at)) continue;
    if (at < sentence) {
      if (found != kNobody) break;
      while (sentence > at) {
        ++sentences;
        --sentence;
        while (sentence > 0 && words_.connected(sentence)) --sentence;
      }
    } else if (found != kNobody && at < kin.word) {
      bool same = true;
      for (std::size_t w = at + 1; w <= kin.word && same; ++w) same = words_.connected(w);
      if (same) break;
    }
    found = meant_[i];
  }
  // Far from all names it is whom the article is about.
  if (sentences > 1 && found != kNobody) {
    const std::size_t main = main_person();
    if (main != kNobody && !conflict(persons_[main].gender, wanted)) return main;
  }
  return found;
}

/// Gives a first name the family name of a relative; false if they need not share it.
bool Resolution::build(Naming& naming, const Person& relative) {
  const auto& keys = relative.keys;
  if (keys.size() < 2 && relative.known == nullptr && naming.kin.whose != Kinship::Whose::name) {
    return false;
  }
  if (is_family_first(keys)) return false;
  const std::string shown = relative.known ? relative.known->name : relative.name;
  const auto cut = shown.rfind(' ');
  std::string family = cut == std::string::npos ? shown : shown.substr(cut + 1);
  const auto in_authority = [&](const std::string& name) {
    return !words_.authority().people(naming.name + " " + name).empty();
  };
  if (!in_authority(family)) {
    const Gender gender =
        in_authority(family_of(family, Gender::female)) ? Gender::female : naming.kin.gender;
    const bool slavic = is_slavic(made_.emplace_back(word_key(family)));
    if (slavic) family = family_of(family, gender);
    if (!in_authority(family) && !naming.kin.one_family) return false;
  }
  naming.name += " " + family;
  naming.keys.push_back(made_.emplace_back(word_key(family)));
  naming.bare = false;
  if (naming.gender == Gender::unknown) naming.gender = words_[naming.first].info->gender;
  return true;
}

/// A first name that the wording of kinship explains.
void Resolution::add_kin(std::size_t n) {
  Naming& naming = namings_[n];
  const std::size_t other = relative(n);
  // Named in full elsewhere: "his son Maxim" and "Maxim Bakiyev".
  const auto named = bearers(naming);
  if (named.size() == 1 && named.front() != other) {
    Person& kin = persons_[named.front()];
    kin.kin = true;
    const bool first = kin.introduced.empty() || naming.first < kin.introduced.front();
    if (first && as_kin(naming)) kin.background = true;
    return recognise(named.front(), n);
  }
  const bool doubtful = named.size() > 1 && naming.kin.ahead;
  if (other != kNobody && !doubtful && !naming.titles.any() && build(naming, persons_[other])) {
    return add_full(n);
  }
  add_bare(n);
}

/// The only person whose surname is one letter off.
std::size_t Resolution::misspelt(const Naming& naming) const {
  std::size_t found = kNobody;
  if (naming.keys.size() > 1 || persons_.size() > kMostCompared) return found;
  for (std::size_t p = 0; p < persons_.size(); ++p) {
    const Person& person = persons_[p];
    if (!one_letter_off(person.keys.back(), naming.keys.back())) continue;
    if (conflict(person.gender, naming.gender)) continue;
    if (found != kNobody) return kNobody;
    found = p;
  }
  return found;
}

void Resolution::add_bare(std::size_t n) {
  const Naming& naming = namings_[n];
  if (const std::size_t person = bearer(n); person != kNobody) {
    Person& meant = persons_[person];
    const bool surname = meant.keys.back() == naming.keys.back();
    if (surname) meant.used = naming.first + 1;
    if (!surname && naming.titles.honorific && meant.keys.size() > 2) meant.other_name = true;
    return recognise(person, n);
  }
  const AuthorityName* row = known_person(words_, naming);
  if (row && is_part_of_another(words_, naming)) return;
  if (!row) {
    if (const std::size_t person = misspelt(naming); person != kNobody) return recognise(person, n);
    if (naming.doubtful || !naming.titles.any() || wrote(naming.keys)) return;
  }
  const std::size_t person = create(n);
  persons_[person].known = row;
  recognise(person, n);
  if (row) introduce(persons_[person], naming.first);
}

Entity Resolution::entity(Person& person) const {
  Entity entity;
  entity.name = person.known ? person.known->name : person.name;
  entity.key = name_key(EntityKind::person, entity.name);
  entity.id = person.known ? person.known->id : id_from_key(entity.key);
  entity.mentions = std::move(person.mentions);
  return entity;
}

std::vector<Entity> Resolution::resolve(const std::vector<Mention>& mentions,
                                        const std::vector<std::string>& contributors) {
  namings_ = read_namings(words_, mentions);
  meant_.assign(namings_.size(), kNobody);
  for (const auto& name : contributors) {
    NameKeys writer;
    const auto& key = made_.emplace_back(name_key(EntityKind::person, name));
    for (const auto part : split(key, ' ')) {
      if (!part.empty()) writer.push_back(part);
    }
    if (!writer.empty()) writers_.push_back(std::move(writer));
  }
  for (const auto& naming : namings_) {
    if (!naming.bare && is_reporter(words_, naming.first, naming.last)) {
      writers_.push_back(naming.keys);
    }
  }
  for (std::size_t n = 0; n < namings_.size(); ++n) {
    if (!namings_[n].bare && !wrote(namings_[n].keys)) add_full(n);
  }
  for (std::size_t n = 0; n < namings_.size(); ++n) {
    if (!namings_[n].bare) continue;
    if (namings_[n].kin.found() && namings_[n].keys.size() == 1) {
      add_kin(n);
    } else {
      add_bare(n);
    }
  }
  std::vector<Entity> entities;
  for (auto& person : persons_) {
    const bool unsupported = !person.known && !person.supported;
    if (unsupported && may_be_thing(words_, namings_[person.shown])) continue;
    Entity found = entity(person);
    if (!found.key.empty()) entities.push_back(std::move(found));
  }
  tidy(entities);
  return entities;
}

}  // namespace

std::vector<Entity> resolve_persons(Words& words, const std::vector<Mention>& mentions,
                                    const std::vector<std::string>& contributors) {
  return Resolution(words).resolve(mentions, contributors);
}

}  // namespace alatoo
