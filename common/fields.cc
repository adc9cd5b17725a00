// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/fields.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "common/hash.h"
#include "common/name_key.h"
#include "common/text.h"

namespace alatoo {

static_assert(std::all_of(kKeyFields.begin(), kKeyFields.end(), [](Field f) {
  return info(f).has(kKeys) && kKeyFields[key_index(f)] == f;
}));

std::string term(Field field, std::string_view value) {
  std::string result(info(field).prefix);
  const auto nuls = static_cast<std::size_t>(std::count(value.begin(), value.end(), '\0'));
  if (result.size() + value.size() + nuls <= kMaxTerm && nuls == 0) return result += value;
  const std::string digest = hex(hash(value));
  std::size_t keep = std::min(value.size(), kMaxTerm - result.size() - digest.size() - 1);
  while (keep > 0 && keep < value.size() && is_continuation(value[keep])) --keep;
  result += value.substr(0, keep);
  std::replace(result.begin(), result.end(), '\0', ' ');
  return result + "#" + digest;
}

std::string date_term(Field field, const PartialDate& date) {
  std::array<char, 40> digits{};
  int size =
      std::snprintf(digits.data(), digits.size(), "%04d%02d%02d", date.year, date.month, date.day);
  if (field == Field::year || !date.month) {
    size = 4;
  } else if (field == Field::month || !date.day) {
    size = 6;
  }
  return std::string(info(field).prefix) +
         std::string(digits.data(), static_cast<std::size_t>(size));
}

std::string source_key(std::string_view name) { return squeeze(fold(name)); }

std::string slug(std::string_view key) {
  std::string id;
  for (const Token& token : tokenize(key)) {
    if (!id.empty()) id += '-';
    id += token.word;
  }
  return id.empty() ? std::string(key) : id;
}

}  // namespace alatoo
