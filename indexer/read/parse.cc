// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>
#include <utility>

#include "common/hash.h"
#include "indexer/read/encoding.h"
#include "indexer/read/feed.h"
#include "indexer/read/html.h"
#include "indexer/read/json_values.h"
#include "indexer/read/mail.h"
#include "indexer/read/newsml.h"
#include "indexer/read/ninjs.h"
#include "indexer/read/nitf.h"
#include "indexer/read/source.h"
#include "indexer/read/text.h"

namespace alatoo {
namespace {

std::string content_id(std::string_view bytes) { return "stdin:" + hex(hash(bytes)); }

std::string member(char mark, std::uint64_t number) {
  return std::string(1, mark) += std::to_string(number);
}

/// Adds the article, or why there is none. `of_file` tells it from others of its file.
void add_json(const RawItem& item, std::string_view json, const std::string& of_file,
              Parsed& parsed) {
  Article article;
  std::size_t broken_bytes = 0;
  if (auto reason = read_ninjs(json, article, broken_bytes)) {
    parsed.rejections.push_back({item.path + of_file, std::move(*reason)});
    return;
  }
  article.path = item.path + of_file;
  if (!article.id_is_uri) article.id = item.id.empty() ? content_id(json) : item.id + of_file;
  parsed.broken_bytes += broken_bytes;
  parsed.articles.push_back(std::move(article));
}

Parsed read_json(const RawItem& item) {
  Parsed parsed;
  std::string decoded;
  std::string_view json = item.bytes;
  if (utf16_order(json)) {
    decoded = item.bytes;
    parsed.broken_bytes = utf16_to_utf8(decoded);
    json = decoded;
  }
  JsonValues values(without_bom(json));
  // A large file that is no array of articles at all needs no line for each of its pieces.
  constexpr std::size_t kMostRejections = 1000;
  std::size_t untold = 0;
  std::size_t number = 0;
  std::string_view value;
  while (values.next(value)) {
    ++number;
    const bool single = number == 1 && !values.in_array() && !values.more();
    add_json(item, value, single ? "" : member('#', number), parsed);
    if (parsed.rejections.size() > kMostRejections) {
      parsed.rejections.pop_back();
      ++untold;
    }
  }
  if (untold > 0) {
    parsed.rejections.push_back({item.path, std::to_string(untold) + " more broken elements"});
  }
  if (!values.closed()) {
    parsed.rejections.push_back({item.path, "the array is not closed; the file may be cut short"});
  } else if (values.trailing()) {
    parsed.rejections.push_back({item.path, "what follows the end of the array is not read"});
  } else if (number == 0) {
    parsed.rejections.push_back({item.path, "the array is empty"});
  }
  return parsed;
}

Parsed read_line(const RawItem& item) {
  Parsed parsed;
  add_json(item, without_bom(item.bytes), member(':', item.line), parsed);
  return parsed;
}

/// Every other format: decoded as a whole, then read by `reader`.
Parsed read_document(const RawItem& item, Members (*reader)(std::string_view)) {
  const Decoded decoded = decode(item.bytes, declared_encoding(item.bytes));
  Parsed parsed;
  parsed.broken_bytes = decoded.broken_bytes;
  Members members = reader(decoded.text);
  std::size_t number = 0;
  for (Member& found : members) {
    ++number;
    const std::string of_file = members.size() > 1 ? member('#', number) : "";
    if (!found.refusal.empty()) {
      parsed.rejections.push_back({item.path + of_file, std::move(found.refusal)});
      continue;
    }
    Article& article = found.article;
    article.path = item.path + of_file;
    if (!article.id_is_uri) {
      article.id = (item.id.empty() ? content_id(item.bytes) : item.id) + of_file;
    }
    parsed.articles.push_back(std::move(article));
  }
  return parsed;
}

}  // namespace

Parsed parse(const RawItem& item) {
  switch (item.format) {
    case Format::json:
      return read_json(item);
    case Format::json_lines:
      return read_line(item);
    case Format::html:
      return read_document(item, read_html);
    case Format::nitf:
      return read_document(item, read_nitf);
    case Format::newsml:
      return read_document(item, read_newsml);
    case Format::feed:
      return read_document(item, read_feed);
    case Format::mail:
      return read_document(item, read_mail);
    case Format::text:
      break;
  }
  return read_document(item, read_text);
}

}  // namespace alatoo
