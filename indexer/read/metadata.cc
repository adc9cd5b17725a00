// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/metadata.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/dates.h"
#include "common/text.h"
#include "indexer/read/language_code.h"
#include "indexer/read/stated_date.h"

namespace alatoo {
namespace {

/// What programs write where they have nothing to write.
bool says_nothing(std::string_view text) {
  static constexpr std::string_view kNothing[] = {"",    "null",      "none", "nan",     "nat",
                                                  "n/a", "undefined", "-",    "unknown", "0"};
  constexpr std::size_t kLongest = 9;
  return text.size() <= kLongest &&
         std::find(std::begin(kNothing), std::end(kNothing), lower(text)) != std::end(kNothing);
}

/// `value` on one line; "" if it says nothing.
std::string line_of(std::string_view value) {
  std::string line(value);
  clean_utf8(line);
  line = squeeze(line);
  if (says_nothing(line)) line.clear();
  return line;
}

void state(std::optional<std::string>& field, std::string_view value) {
  if (field) return;
  std::string line = line_of(value);
  if (!line.empty()) field = std::move(line);
}

bool has_blank(std::string_view text) { return text.find(' ') != text.npos; }

/// The host of an address, without "www."; absent for what is no address.
std::optional<std::string> host_of(std::string_view text) {
  const std::size_t scheme = text.find("://");
  const bool bare = text.starts_with("www.");
  if (has_blank(text) || (scheme == text.npos && !bare)) return std::nullopt;
  if (!bare) text.remove_prefix(scheme + 3);
  std::string host = lower(text.substr(0, text.find_first_of("/?#:")));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

/// "Ann Lee <ann@...>" and "ann@... (Ann Lee)" as the name.
std::string_view without_address(std::string_view author) {
  const std::size_t at = author.find('@');
  if (at == author.npos) return author;
  const std::size_t open = author.find('(', at);
  const std::size_t angle = author.find('<');
  if (open != author.npos) author = author.substr(open + 1, author.find(')', open) - open - 1);
  if (open == author.npos && angle < at) author = trim(author.substr(0, angle));
  if (author.size() > 1 && author.front() == '"' && author.back() == '"') {
    author = author.substr(1, author.size() - 2);
  }
  return trim(author);
}

}  // namespace

void state_date(Article& article, std::string_view text) {
  if (article.date.known()) return;
  const std::string given = line_of(text);
  if (given.empty()) return;
  const std::optional<PartialDate> date = read_stated_date(given);
  if (!date) {
    constexpr std::size_t kShown = 60;
    std::size_t end = std::min(given.size(), kShown);
    while (end < given.size() && is_continuation(given[end])) ++end;
    article.notes.push_back("the date \"" + given.substr(0, end) + "\" is not understood");
    return;
  }
  if (lies_in_future(*date)) {
    article.notes.push_back("the date " + date->iso() + " lies in the future; it is not used");
    return;
  }
  article.date = *date;
  article.date_evidence = DateEvidence::metadata;
}

void state_source(Article& article, std::string_view name) {
  const auto host = host_of(trim(name));
  state(article.source, host ? *host : name);
}

void state_agency(Article& article, std::string_view name) { state(article.agency, name); }

bool names_somebody(std::string_view author) {
  static constexpr std::string_view kAccounts[] = {"admin",     "administrator", "webmaster",
                                                   "moderator", "super user",    "editor",
                                                   "anonymous", "guest",         "by"};
  const std::string line = line_of(without_address(trim(author)));
  const bool address = line.empty() || line.front() == '@' || host_of(line) ||
                       (!has_blank(line) && line.find_first_of("@/") != line.npos);
  if (address) return false;
  // Names have capitals, where their script has.
  constexpr std::string_view kAccountBytes = "abcdefghijklmnopqrstuvwxyz0123456789_.-";
  if (line.find_first_not_of(kAccountBytes) == line.npos) return false;
  return std::find(std::begin(kAccounts), std::end(kAccounts), lower(line)) == std::end(kAccounts);
}

void state_byline(Article& article, std::string_view text) {
  if (!names_somebody(text)) return;
  std::string_view name = without_address(trim(text));
  if (lower(name.substr(0, 3)) == "by ") name = trim(name.substr(3));
  state(article.byline, name);
}

void state_located(Article& article, std::string_view place) { state(article.located, place); }

void state_located_in(Article& article, std::string_view region) {
  state(article.located_in, region);
}

void state_language(Article& article, std::string_view tag) {
  if (!article.language) article.language = language_code(tag);
}

namespace {

/// The address that a web archive has a copy of: what it puts before is its own and the time
/// ("https://web.archive.org/web/20090312081500/http://example.org/").
std::string_view original_address(std::string_view url) {
  const std::size_t path = url.find("/web/");
  const std::size_t own = url.find("/http", 8);
  if (path == url.npos || own == url.npos || own < path + 5 || own > path + 24) return url;
  const std::string_view time = url.substr(path + 5, own - path - 5);
  const bool dated =
      time.size() >= 4 && time.substr(0, 4).find_first_not_of("0123456789") == time.npos;
  const std::string_view found = url.substr(own + 1);
  return dated && found.find("://") != found.npos ? found : url;
}

}  // namespace

void state_url(Article& article, std::string_view address) {
  const std::string_view url = original_address(trim(address));
  const bool absolute = url.starts_with("http://") || url.starts_with("https://");
  if (absolute && !has_blank(url)) state(article.url, url);
}

void state_uri(Article& article, std::string_view uri) {
  if (article.id_is_uri) return;
  std::string line = line_of(uri);
  if (line.empty()) return;
  article.id = std::move(line);
  article.id_is_uri = true;
}

void supply(std::vector<SuppliedName>& names, std::string_view name, std::string_view rel) {
  std::string line = line_of(name);
  if (!line.empty()) names.push_back({std::move(line), lower(line_of(rel))});
}

}  // namespace alatoo
