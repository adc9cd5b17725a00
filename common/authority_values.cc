// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/authority_values.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>

#include "common/text.h"

namespace alatoo {
namespace {

std::string one_of(const TsvReader& row, std::string_view field, std::string_view what,
                   std::initializer_list<std::string_view> known) {
  std::string value = ascii_lower(field);
  if (value.empty() || std::find(known.begin(), known.end(), value) != known.end()) return value;
  std::string all;
  for (const auto kind : known) all += (all.empty() ? "" : ", ") + std::string(kind);
  row.fail("\"" + std::string(field) + "\" is no " + std::string(what) + ": " + all);
}

bool is_of_ids(UChar32 c) {
  return c == '-' || (u_isalnum(c) && !u_isupper(c) && !u_istitle(c)) ||
         (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

}  // namespace

std::vector<std::string> values(std::string_view field) {
  std::vector<std::string> out;
  for (const auto part : split(field, '|')) {
    if (const auto value = trim(part); !value.empty()) out.emplace_back(value);
  }
  return out;
}

void check_id(const TsvReader& row, std::string_view id) {
  const auto size = static_cast<std::int32_t>(id.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(id.data(), i, size, c);
    if (!is_of_ids(c)) {
      row.fail("\"" + std::string(id) + "\" is no id: use small letters, digits and hyphens");
    }
  }
}

std::vector<std::string> iso_codes(const TsvReader& row, std::string_view field) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  auto codes = values(field);
  for (auto& code : codes) {
    const std::string low = ascii_lower(code);
    if (low.size() != 2 || !letter(low[0]) || !letter(low[1]))
      row.fail("\"" + code + "\" is no ISO 3166-1 code of two letters");
    code = low;
  }
  return codes;
}

Place::Kind place_kind(const TsvReader& row, std::string_view field) {
  const std::string kind =
      one_of(row, field, "kind of place", {"city", "country", "region", "district", "other"});
  if (kind == "country") return Place::Kind::country;
  if (kind == "region") return Place::Kind::region;
  if (kind == "district") return Place::Kind::district;
  return kind == "other" ? Place::Kind::other : Place::Kind::city;
}

std::string organisation_kind(const TsvReader& row, std::string_view field) {
  return one_of(row, field, "kind of organisation",
                {"party", "ministry", "agency", "company", "armed_group", "international", "court",
                 "parliament", "media", "university", "other"});
}

std::string outlet_kind(const TsvReader& row, std::string_view field) {
  return one_of(row, field, "kind of outlet",
                {"agency", "newspaper", "broadcaster", "magazine", "site"});
}

std::uint32_t population(const TsvReader& row, std::string_view field) {
  std::uint32_t number = 0;
  const auto result = std::from_chars(field.data(), field.data() + field.size(), number);
  if (!field.empty() && (result.ec != std::errc{} || result.ptr != field.data() + field.size())) {
    row.fail("the population \"" + std::string(field) + "\" is no whole number");
  }
  return number;
}

Gender gender(const TsvReader& row, std::string_view field) {
  const std::string value = ascii_lower(field);
  if (value == "m" || value == "male") return Gender::male;
  if (value == "f" || value == "female") return Gender::female;
  if (value != "u" && !value.empty())
    row.fail("\"" + std::string(field) + "\" is no gender: m, f, or u for both");
  return Gender::unknown;
}

std::string bare_domain(const TsvReader& row, std::string_view domain) {
  std::string_view bare = domain;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (ascii_lower(bare).starts_with(scheme)) bare.remove_prefix(scheme.size());
  }
  if (!bare.empty() && bare.back() == '/') bare.remove_suffix(1);
  if (bare.empty() || bare.find_first_of("/: ") != std::string_view::npos)
    row.fail("\"" + std::string(domain) + "\" is no domain, such as news.example");
  return std::string(bare);
}

}  // namespace alatoo
