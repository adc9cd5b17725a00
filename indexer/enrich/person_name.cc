// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/person_name.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace alatoo {
namespace {

using Key = std::string_view;

/// Short forms that are no beginnings of the name they stand for.
constexpr std::array<std::pair<Key, Key>, 46> kShortForms = {{
    {"bil", "wiliam"},      {"bili", "wiliam"},      {"wil", "wiliam"},      {"bob", "robert"},
    {"bobi", "robert"},     {"bert", "robert"},      {"dick", "richard"},    {"rick", "richard"},
    {"toni", "anthoni"},    {"toni", "antoni"},      {"jim", "james"},       {"jimi", "james"},
    {"jamie", "james"},     {"jack", "john"},        {"joni", "john"},       {"johni", "john"},
    {"ted", "edward"},      {"ned", "edward"},       {"mike", "michael"},    {"mick", "michael"},
    {"dave", "david"},      {"steve", "stephen"},    {"steve", "steven"},    {"joe", "joseph"},
    {"tom", "thomas"},      {"tomi", "thomas"},      {"andi", "andrew"},     {"hari", "henri"},
    {"hank", "henri"},      {"chuck", "charles"},    {"charlie", "charles"}, {"kate", "katherine"},
    {"kate", "catherine"},  {"kati", "katherine"},   {"liz", "elizabeth"},   {"beth", "elizabeth"},
    {"beti", "elizabeth"},  {"pegi", "margaret"},    {"magie", "margaret"},  {"gery", "gerald"},
    {"jery", "gerald"},     {"geof", "geofrei"},     {"frank", "francis"},   {"larri", "lawrence"},
    {"sasha", "alexander"}, {"volodia", "vladimir"},
}};

constexpr std::array<Key, 34> kFamilyFirst = {
    "kim",  "park",  "pak",   "choi", "roh",  "rhee", "chun", "mao",    "hu",
    "wen",  "jiang", "zhu",   "deng", "zhao", "zhou", "li",   "lin",    "liu",
    "wang", "chen",  "zhang", "xi",   "wu",   "yang", "chou", "chiang", "nguien",
    "tran", "ho",    "pham",  "lee",  "moon", "ban",  "thein"};

bool is_initial(Key key) { return key.size() == 1; }

/// "Ken" of "Kenneth", "Alex" of "Alexander".
bool begins(Key shorter, Key longer) {
  return shorter.size() >= 3 && longer.size() >= shorter.size() + 2 && longer.starts_with(shorter);
}

bool same_given(Key a, Key b) {
  if (a == b) return true;
  if (is_initial(a) || is_initial(b)) return a.front() == b.front();
  if (begins(a, b) || begins(b, a)) return true;
  return std::any_of(kShortForms.begin(), kShortForms.end(), [&](const auto& form) {
    return (form.first == a && form.second == b) || (form.first == b && form.second == a);
  });
}

/// True if the first `count` words of `shorter` stand in the first `reach` of `longer`, in order.
bool contained(const NameKeys& shorter, std::size_t count, const NameKeys& longer,
               std::size_t reach) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < count; ++i) {
    while (at < reach && !same_given(shorter[i], longer[at])) ++at;
    if (at == reach) return false;
    ++at;
  }
  return true;
}

bool is_short_form(const NameKeys& shorter, const NameKeys& longer) {
  const std::size_t given = shorter.size() - 1;
  if (is_initial(shorter.back())) return false;
  if (shorter.back() == longer.back()) {
    return contained(shorter, given, longer, longer.size() - 1);
  }
  // The second surname, or that of marriage, left out.
  return given >= 1 && longer.size() >= 3 && shorter.back() == longer[longer.size() - 2] &&
         shorter.front() == longer.front() && contained(shorter, given, longer, longer.size() - 2);
}

std::string joined(const NameKeys& keys) {
  std::string out;
  for (const auto key : keys) out += key;
  return out;
}

NameKeys rotated(NameKeys keys) {
  std::rotate(keys.begin(), keys.begin() + 1, keys.end());
  return keys;
}

bool is_article(Key key) { return key == "al" || key == "el" || key == "ul" || key == "as"; }

}  // namespace

bool may_be_one(const NameKeys& a, const NameKeys& b) {
  if (a.empty() || b.empty()) return false;
  if (a == b) return true;
  const NameKeys& shorter = a.size() <= b.size() ? a : b;
  const NameKeys& longer = a.size() <= b.size() ? b : a;
  if (is_short_form(shorter, longer)) return true;
  if (a.size() == b.size() && is_short_form(longer, shorter)) return true;
  // "Kim Dae-jung", "Kim Daejung"
  if (a.size() != b.size() && a.front().front() == b.front().front() && joined(a) == joined(b)) {
    return true;
  }
  if (shorter.size() < 2) return false;
  const auto surname_first = [](const NameKeys& turned, const NameKeys& other) {
    if (turned.front().size() < 2 || turned.front() != other.back()) return false;
    const NameKeys usual = rotated(turned);
    return usual.size() <= other.size() ? is_short_form(usual, other) : is_short_form(other, usual);
  };
  return surname_first(shorter, longer) || surname_first(longer, shorter);
}

bool ends_with_family(const NameKeys& name, const NameKeys& tail, Gender gender) {
  std::size_t skip = 0;
  while (skip + 1 < tail.size() && is_article(tail[skip])) ++skip;
  const std::size_t count = tail.size() - skip;
  if (count == 0 || name.size() < count) return false;
  if (!std::equal(tail.rbegin() + 1, tail.rbegin() + static_cast<std::ptrdiff_t>(count),
                  name.rbegin() + 1)) {
    return false;
  }
  if (name.back() == tail.back()) return true;
  return gender == Gender::female && gender_of_family(tail.back()) == Gender::male &&
         name.back() == family_of(std::string(tail.back()), Gender::female);
}

bool has_word(const NameKeys& name, std::string_view key) {
  return key.size() > 1 && std::find(name.begin(), name.end(), key) != name.end();
}

bool one_letter_off(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 6 || b.size() - a.size() > 1 || a == b || a.front() != b.front()) return false;
  if (b.size() > a.size() && b.starts_with(a)) return false;  // "Bakiyevs", "Akayeva"
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return a.substr(i + (a.size() == b.size())) == b.substr(i + 1);
}

Gender gender_of_family(std::string_view family) {
  if (family.size() < 5) return Gender::unknown;
  for (const Key ending : {"ova", "eva", "skaia", "skaya"}) {
    if (family.ends_with(ending)) return Gender::female;
  }
  for (const Key ending : {"ov", "ev", "ski", "sky"}) {
    if (family.ends_with(ending)) return Gender::male;
  }
  return Gender::unknown;
}

bool is_slavic(std::string_view family) {
  return gender_of_family(family) != Gender::unknown ||
         (family.size() >= 5 && (family.ends_with("in") || family.ends_with("ina")));
}

std::string family_of(std::string family, Gender gender) {
  const auto ends = [&](Key ending) { return family.ends_with(ending); };
  if (gender == Gender::female) {
    if (ends("ov") || ends("ev") || (family.size() >= 5 && ends("in"))) return family + "a";
    if (ends("sky")) return family.substr(0, family.size() - 1) + "aya";
  }
  if (gender == Gender::male && family.size() >= 6 && (ends("ova") || ends("eva") || ends("ina"))) {
    family.pop_back();
  }
  return family;
}

bool is_family_first(const NameKeys& name) {
  return name.size() >= 2 &&
         std::find(kFamilyFirst.begin(), kFamilyFirst.end(), name.front()) != kFamilyFirst.end();
}

}  // namespace alatoo
