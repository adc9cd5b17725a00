// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/outlet_name.h"

#include <utility>

#include "common/text.h"

namespace alatoo {
namespace {

bool is_host_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.';
}

/// The host of an address, or of what is nothing but one; empty if `name` is neither.
std::string_view host_of(std::string_view name) {
  const std::size_t scheme = name.find("://");
  if (scheme != name.npos) name.remove_prefix(scheme + 3);
  name = name.substr(0, name.find_first_of("/?#:"));
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0 || name.size() - dot < 3) return {};
  for (const char c : name) {
    if (!is_host_char(c)) return {};
  }
  if (name.size() > 4 && lower(name.substr(0, 4)) == "www.") name.remove_prefix(4);
  return name;
}

const Outlet* of_host(std::string_view host, const Authority& authority) {
  // "news.bbc.co.uk", "bbc.co.uk", "co.uk"
  while (host.find('.') != host.npos) {
    if (const Outlet* outlet = authority.outlet(host)) return outlet;
    host.remove_prefix(host.find('.') + 1);
  }
  return nullptr;
}

/// Without one pair of quotation marks around it.
std::string_view unquoted(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"«", "»"}, {"“", "”"}, {"„", "“"}, {"\"", "\""}, {"'", "'"}, {"‘", "’"}};
  for (const auto& [open, close] : kPairs) {
    if (name.size() > open.size() + close.size() && name.starts_with(open) &&
        name.ends_with(close)) {
      return trim(name.substr(open.size(), name.size() - open.size() - close.size()));
    }
  }
  return name;
}

/// Words that may stand before or behind the name of an outlet and are not part of it.
std::string_view without_kind(std::string_view name) {
  static constexpr std::string_view kBefore[] = {
      "the ",   "агентство ", "информагентство ", "информационное агентство ",
      "иа ",    "газета ",    "телеканал ",       "радиостанция ",
      "радио ", "журнал ",    "портал ",          "сайт ",
      "agency "};
  static constexpr std::string_view kBehind[] = {
      " staff",        " reporters",   " correspondents", " correspondent",
      " agency",       " news agency", " newsagency",     " newspaper",
      " magazine",     " online",      " website",        " news wire",
      " newswire",     " wire",        " report",         " bureau",
      " news service", " news"};
  const std::string low = lower(name);
  if (low.size() != name.size()) return name;  // lengths must agree
  std::size_t begin = 0, size = name.size();
  for (const std::string_view word : kBefore) {
    if (low.size() > word.size() && low.starts_with(word)) {
      begin = word.size();
      break;
    }
  }
  std::size_t behind = 0;
  for (const std::string_view word : kBehind) {
    if (low.size() > begin + word.size() && low.ends_with(word)) {
      behind = std::max(behind, word.size());
    }
  }
  size -= begin + behind;
  return unquoted(trim(name.substr(begin, size)));
}

}  // namespace

OutletName outlet_name(std::string_view written, const Authority& authority) {
  std::string_view name = trim(written);
  while (!name.empty() && (name.back() == '.' || name.back() == '-' || name.back() == ',')) {
    name = trim(name.substr(0, name.size() - 1));
  }
  name = unquoted(name);
  const Outlet* outlet = authority.outlet(name);
  if (!outlet) {
    if (const std::string_view host = host_of(name); !host.empty()) {
      outlet = of_host(host, authority);
      name = host;
    } else {
      outlet = authority.outlet(without_kind(name));
    }
  }
  return {outlet ? outlet->name : squeeze(name), outlet};
}

}  // namespace alatoo
