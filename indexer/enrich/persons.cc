// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/persons.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "common/name_key.h"
#include "indexer/enrich/entities.h"

namespace alatoo {
namespace {

using Keys = std::vector<std::string_view>;

/// One name of a person as the text has it.
struct Naming {
  Mention mention;
  Keys keys;         ///< of its words, in order; Jr and the like left out
  std::string name;  ///< as it stands; of kin, with the family's name
  Gender gender = Gender::unknown;
  bool titled = false;
  bool kin = false;
};

struct Person {
  Keys keys;         ///< of the longest form
  std::string name;  ///< the longest form
  Gender gender = Gender::unknown;
  const AuthorityName* known = nullptr;
  std::uint32_t named_in_full = 0;  ///< where, last
  std::vector<Span> mentions;
};

std::string_view key_of(const Word& word) {
  return word.info->key.empty() ? std::string_view(word.info->lower)
                                : std::string_view(word.info->key);
}

bool same_or_initial(std::string_view a, std::string_view b) {
  if (a == b) return true;
  return (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
}

/// True if one of two names of several words may be a shorter form of the other: the last words
/// agree, and the others of the shorter appear in the longer in order.
bool agree(const Keys& a, const Keys& b) {
  if (a.back() != b.back()) return false;
  const Keys& shorter = a.size() < b.size() ? a : b;
  const Keys& longer = a.size() < b.size() ? b : a;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < shorter.size(); ++i) {
    while (at + 1 < longer.size() && !same_or_initial(shorter[i], longer[at])) ++at;
    if (at + 1 >= longer.size()) return false;
    ++at;
  }
  return true;
}

bool ends_with(const Keys& name, const Keys& tail) {
  return name.size() >= tail.size() && std::equal(tail.rbegin(), tail.rend(), name.rbegin());
}

bool conflict(Gender a, Gender b) { return a != Gender::unknown && b != Gender::unknown && a != b; }

Gender gender_of(const Word& word) {
  if (word.is(kFemale)) return Gender::female;
  return word.is(kMale) ? Gender::male : Gender::unknown;
}

/// The family name as this member of it bears it: Slavic surnames of women end in -a.
std::string borne_by(const Words& words, const std::string& given, std::string family,
                     Gender gender) {
  const auto known = [&](const std::string& name) {
    return !words.authority().people(given + " " + name).empty();
  };
  const bool slavic = family.ends_with("ov") || family.ends_with("ev") || family.ends_with("in");
  if (!slavic || known(family)) return family;
  if (gender == Gender::female || known(family + "a")) family += 'a';
  return family;
}

class Resolution {
 public:
  explicit Resolution(Words& words) : words_(words) {}

  std::vector<Entity> resolve(const std::vector<Mention>& mentions,
                              const std::vector<std::string>& contributors);

 private:
  Naming read(const Mention& mention) const;
  void add_family(Naming& naming) const;
  void add_full(const Naming& naming);
  void add_bare(const Naming& naming);
  Person* bearer(const Naming& naming);
  void recognise(Person& person, const Naming& naming);
  Person& create(const Naming& naming);

  Words& words_;
  std::vector<Person> persons_;
  std::vector<Mention> read_;  ///< mentions of persons so far
};

Naming Resolution::read(const Mention& mention) const {
  Naming naming;
  naming.mention = mention;
  for (std::size_t i = mention.first; i < mention.last; ++i) {
    if (i > mention.first && words_[i].is(kSuffix)) continue;
    naming.keys.push_back(key_of(words_[i]));
  }
  naming.name = words_.name(mention.first, mention.last);
  const Word& head = words_[mention.first];
  if (mention.first > 0 && words_.connected(mention.first) && head.gap == Gap::blank) {
    const Word& before = words_[mention.first - 1];
    if (before.is(kHonorific | kRoyal)) naming.gender = gender_of(before);
    const bool kin = before.is(kKin) && !before.capital;  // "his brother X" is no Brother X
    naming.titled = before.is(kTitle | kRoyal) && !before.is(kHonorific) && !kin;
  }
  if (naming.keys.size() > 1) {
    if (naming.gender == Gender::unknown) naming.gender = head.info->gender;
    return naming;
  }
  add_family(naming);
  return naming;
}

/// Gives a first name the family name that the wording of kinship implies. Whom "his" means is not
/// certain: then only a name that the authority knows is built.
void Resolution::add_family(Naming& naming) const {
  const auto kin = kinship(words_, naming.mention.first);
  if (!kin.found) return;
  const auto build = [&](std::size_t word) {
    const auto family = borne_by(words_, naming.name, words_.name(word, word + 1), kin.gender);
    const bool known = !words_.authority().people(naming.name + " " + family).empty();
    if (!known && kin.family < 0) return false;
    naming.name += " " + family;
    naming.keys.push_back(key_of(words_[word]));
    naming.gender = kin.gender;
    naming.kin = true;
    return true;
  };
  if (kin.family >= 0) {
    build(static_cast<std::size_t>(kin.family));
    return;
  }
  for (std::size_t m = read_.size(); m-- > 0;) {
    if (build(read_[m].last - 1)) return;
  }
}

Person& Resolution::create(const Naming& naming) {
  Person person;
  person.keys = naming.keys;
  person.name = naming.name;
  person.gender = naming.gender;
  persons_.push_back(std::move(person));
  return persons_.back();
}

/// Adds one more naming to a person who is known to be meant.
void Resolution::recognise(Person& person, const Naming& naming) {
  person.mentions.push_back(words_.span(naming.mention.first, naming.mention.last));
  if (person.gender == Gender::unknown) person.gender = naming.gender;
  if (naming.keys.size() > person.keys.size()) {
    person.keys = naming.keys;
    person.name = naming.name;
  }
}

void Resolution::add_full(const Naming& naming) {
  const auto known = naming.kin ? words_.authority().people(naming.name)
                                : words_.people(naming.mention.first, naming.mention.last);
  Person* person = nullptr;
  for (auto& other : persons_) {
    const bool same_known = !known.empty() && other.known == known.front();
    const bool two_known = !known.empty() && other.known != nullptr && !same_known;
    if (same_known ||
        (!two_known && agree(other.keys, naming.keys) && !conflict(other.gender, naming.gender))) {
      person = &other;
    }
  }
  if (!person) person = &create(naming);
  recognise(*person, naming);
  person->named_in_full = naming.mention.first;
  if (!person->known && !known.empty()) person->known = known.front();
}

/// The person of the article whom a name of one word means; null if none.
Person* Resolution::bearer(const Naming& naming) {
  std::vector<Person*> candidates;
  for (auto& person : persons_) {
    if (ends_with(person.keys, naming.keys) && !conflict(person.gender, naming.gender)) {
      candidates.push_back(&person);
    }
  }
  if (candidates.empty() && naming.keys.size() == 1) {
    for (auto& person : persons_) {
      const bool has = std::find(person.keys.begin(), person.keys.end(), naming.keys.front()) !=
                       person.keys.end();
      const bool family = ends_with(person.keys, naming.keys);  // of the other gender
      if (has && !family) candidates.push_back(&person);
    }
  }
  if (candidates.size() < 2) return candidates.empty() ? nullptr : candidates.front();
  const auto& meant = words_.people(naming.mention.first, naming.mention.last);
  Person* latest = nullptr;
  for (auto* person : candidates) {
    if (person->known && std::find(meant.begin(), meant.end(), person->known) != meant.end()) {
      return person;
    }
    if (person->named_in_full < naming.mention.first &&
        (!latest || person->named_in_full > latest->named_in_full)) {
      latest = person;
    }
  }
  return latest ? latest : candidates.front();
}

void Resolution::add_bare(const Naming& naming) {
  if (Person* person = bearer(naming)) return recognise(*person, naming);
  const auto& known = words_.people(naming.mention.first, naming.mention.last);
  if (known.empty() && !naming.titled) return;
  Person& person = create(naming);
  if (!known.empty()) person.known = known.front();
  recognise(person, naming);
}

std::vector<Entity> Resolution::resolve(const std::vector<Mention>& mentions,
                                        const std::vector<std::string>& contributors) {
  std::vector<Naming> namings;
  for (const auto& mention : mentions) {
    if (mention.kind != Mention::Kind::person) continue;
    namings.push_back(read(mention));
    read_.push_back(mention);
  }
  for (const auto& naming : namings) {
    if (naming.keys.size() > 1) add_full(naming);
  }
  for (const auto& naming : namings) {
    if (naming.keys.size() == 1) add_bare(naming);
  }
  std::vector<std::string> writers;
  for (const auto& name : contributors) writers.push_back(name_key(EntityKind::person, name));
  std::vector<Entity> entities;
  for (auto& person : persons_) {
    Entity entity;
    entity.name = person.known ? person.known->name : person.name;
    entity.key = name_key(EntityKind::person, entity.name);
    if (entity.key.empty() ||
        std::find(writers.begin(), writers.end(), entity.key) != writers.end()) {
      continue;
    }
    entity.id = person.known ? person.known->id : id_from_key(entity.key);
    entity.mentions = std::move(person.mentions);
    entities.push_back(std::move(entity));
  }
  tidy(entities);
  return entities;
}

}  // namespace

std::vector<Entity> resolve_persons(Words& words, const std::vector<Mention>& mentions,
                                    const std::vector<std::string>& contributors) {
  return Resolution(words).resolve(mentions, contributors);
}

bool is_reporter(Words& words, std::size_t first, std::size_t last) {
  if (last < words.size() && words[last].gap == Gap::comma &&
      words[last].info->lower == "reporting") {
    return true;
  }
  if (first == 0 || !words.connected(first) || !words[first - 1].possessive) return false;
  for (std::size_t length = 1; length <= 3 && length <= first; ++length) {
    if (words.is_outlet(first - length, first)) return true;
  }
  return false;
}

Kinship kinship(const Words& words, std::size_t i) {
  const auto of_whom = [&](std::size_t first, std::size_t kin) {
    Kinship result;
    for (std::size_t k = kin; k-- > first;) {
      const auto& lower = words[k].info->lower;
      const bool pronoun = lower == "his" || lower == "her" || lower == "their";
      if (!pronoun && !(words[k].possessive && words[k].capital && !words[k].info->demonym))
        continue;
      result.found = true;
      result.family = pronoun ? -1 : static_cast<int>(k);
      result.gender = gender_of(words[kin]);
      break;
    }
    return result;
  };
  const auto is_kin = [&](std::size_t k) { return words[k].is(kKin) && !words[k].capital; };
  const bool beside = words[i].gap == Gap::blank || words[i].gap == Gap::comma;
  if (i > 1 && beside && is_kin(i - 1)) {
    std::size_t first = i - 1;
    while (first > 0 && first + 4 > i && words.connected(first) && words[first].gap == Gap::blank) {
      --first;
    }
    return of_whom(first, i - 1);
  }
  std::size_t k = i + 1;
  if (k >= words.size() || words[k].gap != Gap::comma || words[i].possessive) return {};
  while (k < words.size() && k < i + 6 && (k == i + 1 || words[k].gap == Gap::blank)) {
    if (is_kin(k)) return of_whom(i + 1, k);
    ++k;
  }
  return {};
}

}  // namespace alatoo
