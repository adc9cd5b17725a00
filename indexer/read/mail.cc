// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/mail.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text.h"
#include "indexer/read/encoding.h"
#include "indexer/read/html.h"
#include "indexer/read/mail_coding.h"
#include "indexer/read/metadata.h"
#include "indexer/read/text_builder.h"

namespace alatoo {
namespace {

enum class Key {
  unknown,
  headline,
  date,
  byline,
  source,
  agency,
  url,
  uri,
  language,
  located,
  place_or_url,
  people,
  places,
  organisations,
  content_type,
  transfer,
};

Key key_of(std::string_view name) {
  static constexpr std::pair<std::string_view, Key> kKeys[] = {
      {"title", Key::headline},
      {"headline", Key::headline},
      {"subject", Key::headline},
      {"заголовок", Key::headline},
      {"название", Key::headline},
      {"тема", Key::headline},
      {"date", Key::date},
      {"published", Key::date},
      {"publication date", Key::date},
      {"date published", Key::date},
      {"publish date", Key::date},
      {"pubdate", Key::date},
      {"дата", Key::date},
      {"дата публикации", Key::date},
      {"опубликовано", Key::date},
      {"author", Key::byline},
      {"authors", Key::byline},
      {"by", Key::byline},
      {"byline", Key::byline},
      {"автор", Key::byline},
      {"авторы", Key::byline},
      {"from", Key::byline},
      {"source", Key::source},
      {"publisher", Key::source},
      {"publication", Key::source},
      {"newspaper", Key::source},
      {"источник", Key::source},
      {"издание", Key::source},
      {"газета", Key::source},
      {"agency", Key::agency},
      {"агентство", Key::agency},
      {"url", Key::url},
      {"link", Key::url},
      {"permalink", Key::url},
      {"ссылка", Key::url},
      {"адрес", Key::url},
      {"uri", Key::uri},
      {"language", Key::language},
      {"lang", Key::language},
      {"content language", Key::language},
      {"язык", Key::language},
      {"dateline", Key::located},
      {"place", Key::located},
      {"city", Key::located},
      {"место", Key::located},
      {"город", Key::located},
      {"location", Key::place_or_url},
      {"person", Key::people},
      {"persons", Key::people},
      {"people", Key::people},
      {"персоны", Key::people},
      {"люди", Key::people},
      {"places", Key::places},
      {"места", Key::places},
      {"organisations", Key::organisations},
      {"organizations", Key::organisations},
      {"организации", Key::organisations},
      {"content type", Key::content_type},
      {"content transfer encoding", Key::transfer},
  };
  std::string low = lower(trim(name));
  std::replace_if(
      low.begin(), low.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  for (const auto& [key, meaning] : kKeys) {
    if (low == key) return meaning;
  }
  return Key::unknown;
}

struct Header {
  Key key = Key::unknown;
  std::string value = {};  ///< its lines joined by blanks
};

struct Message {
  std::vector<Header> headers = {};
  std::string_view body = {};
};

/// The header that a line is: a key of letters, a colon, and a blank or nothing. A known key needs
/// no blank.
std::optional<Header> header_of(std::string_view line) {
  constexpr std::size_t kLongestKey = 60;  // bytes; Cyrillic letters have two
  const std::size_t colon = line.substr(0, kLongestKey).find(':');
  if (colon == line.npos || colon == 0) return std::nullopt;
  const std::string_view name = line.substr(0, colon);
  std::size_t blanks = 0;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (!is_letter(c) && !is_digit(c) && c != ' ' && c != '-' && c != '_') return std::nullopt;
    blanks += c == ' ';
  }
  const Key key = key_of(name);
  const std::string_view value = line.substr(colon + 1);
  const bool apart = value.empty() || value[0] == ' ' || value[0] == '\t';
  if (key == Key::unknown && (!apart || blanks > 2 || name.front() == ' ')) return std::nullopt;
  return Header{key, std::string(trim(value))};
}

/// The headers at the front of a text and what follows them; absent if it does not begin so.
std::optional<Message> split(std::string_view text) {
  constexpr std::size_t kMostHeaders = 200;
  Message message;
  bool known = false;
  std::size_t at = std::min(text.find_first_not_of(" \t\r\n\f\v"), text.size());
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    if (trim(line).empty()) break;
    const bool goes_on = line[0] == ' ' || line[0] == '\t';
    if (goes_on && !message.headers.empty()) {
      message.headers.back().value.append(" ").append(trim(line));
      continue;
    }
    auto header = header_of(line);
    if (!header || message.headers.size() == kMostHeaders) return std::nullopt;
    known = known || header->key != Key::unknown;
    message.headers.push_back(std::move(*header));
  }
  if (message.headers.size() < 2 || !known) return std::nullopt;
  message.body = text.substr(at);
  return message;
}

void supply_list(std::vector<SuppliedName>& names, std::string_view list) {
  const char separator = list.find(';') == list.npos ? ',' : ';';
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(separator, begin), list.size());
    supply(names, list.substr(begin, end - begin));
    begin = end + 1;
  }
}

void state(Article& article, const Header& header) {
  const std::string value = with_words_decoded(header.value);
  switch (header.key) {
    case Key::date:
      return state_date(article, value);
    case Key::byline:
      return state_byline(article, value);
    case Key::source:
      return state_source(article, value);
    case Key::agency:
      return state_agency(article, value);
    case Key::url:
      return state_url(article, value);
    case Key::uri:
      return state_uri(article, value);
    case Key::language:
      return state_language(article, value);
    case Key::located:
      return state_located(article, value);
    case Key::place_or_url:
      return value.find("://") == value.npos ? state_located(article, value)
                                             : state_url(article, value);
    case Key::people:
      return supply_list(article.supplied_people, value);
    case Key::places:
      return supply_list(article.supplied_places, value);
    case Key::organisations:
      return supply_list(article.supplied_organisations, value);
    case Key::headline:
    case Key::content_type:
    case Key::transfer:
    case Key::unknown:
      break;
  }
}

/// The value of the first header with this key; "" if there is none.
std::string_view value_of(const Message& message, Key key) {
  for (const Header& header : message.headers) {
    if (header.key == key) return header.value;
  }
  return {};
}

}  // namespace

bool starts_with_headers(std::string_view text) { return split(text).has_value(); }

Members read_mail(std::string_view text) {
  Member member;
  const auto message = split(text);
  if (!message) {
    member.refusal = "no headers at the beginning";
    return {std::move(member)};
  }
  const std::string type = lower(value_of(*message, Key::content_type));
  if (type.starts_with("multipart/")) {
    member.refusal = "a mail message of several parts";
    return {std::move(member)};
  }
  const std::string transfer = lower(value_of(*message, Key::transfer));
  std::string body(message->body);
  if (transfer == "quoted-printable" || transfer == "base64") {
    const std::string bytes =
        transfer == "base64" ? from_base64(body) : from_quoted_printable(body);
    body = decode(bytes, declared_encoding("Content-Type: " + type)).text;
  }
  Article& article = member.article;
  TextBuilder builder(article);
  for (const Header& header : message->headers) {
    if (header.key == Key::headline && !article.headline) {
      builder.add_headline(with_words_decoded(header.value));
    }
  }
  if (type.starts_with("text/html")) {
    add_html(body, builder);
  } else {
    builder.add(behind_headline(body, article));
  }
  for (const Header& header : message->headers) state(article, header);
  if (article.text.empty()) member.refusal = "no text: neither headline nor body";
  return {std::move(member)};
}

}  // namespace alatoo
