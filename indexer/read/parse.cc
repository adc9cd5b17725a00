// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/hash.h"
#include "common/text.h"
#include "indexer/read/encoding.h"
#include "indexer/read/feed.h"
#include "indexer/read/html.h"
#include "indexer/read/json_article.h"
#include "indexer/read/json_values.h"
#include "indexer/read/mail.h"
#include "indexer/read/newsml.h"
#include "indexer/read/nitf.h"
#include "indexer/read/source.h"
#include "indexer/read/text.h"

namespace alatoo {
namespace {

std::string content_id(std::string_view bytes) { return "stdin:" + hex(hash(bytes)); }

std::string member(char mark, std::uint64_t number) {
  return std::string(1, mark) += std::to_string(number);
}

/// How often U+FFFD stands in a text.
std::size_t replacements_in(std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(kReplacement, at)) != text.npos; ++at) ++count;
  return count;
}

/// How the bytes of some input became text.
struct Reading {
  std::string encoding = {};  ///< where nothing but the bytes told it
  bool mended = false;        ///< some bytes were replaced

  void add(const Decoded& decoded, Parsed& parsed) {
    if (decoded.detected) encoding = decoded.encoding;
    mended = mended || decoded.broken_bytes > 0;
    parsed.broken_bytes += decoded.broken_bytes;
  }
};

/// Tells the article's reader about it.
void note_reading(const Reading& reading, Article& article) {
  if (!reading.encoding.empty()) article.notes.push_back("read as " + reading.encoding);
  const std::size_t broken = reading.mended ? replacements_in(article.text) : 0;
  if (broken == 1) article.notes.push_back("1 broken byte was replaced");
  if (broken > 1) article.notes.push_back(std::to_string(broken) + " broken bytes were replaced");
}

/// Adds what a reader made of a piece of input, which `of_file` tells from others of its file.
void add_members(const RawItem& item, std::string_view bytes, const std::string& of_file,
                 Members members, const Reading& reading, Parsed& parsed) {
  const std::string id =
      item.id.empty() && !members.empty() ? content_id(bytes) : item.id + of_file;
  std::size_t number = 0;
  for (Member& found : members) {
    ++number;
    const std::string of_piece = members.size() == 1 ? "" : member('#', number);
    if (found.refusal.empty() && trim(found.article.text).empty()) found.refusal = "no text";
    if (!found.refusal.empty()) {
      parsed.rejections.push_back({item.path + of_file + of_piece, std::move(found.refusal)});
      continue;
    }
    Article& article = found.article;
    article.path = item.path + of_file + of_piece;
    if (!article.id_is_uri) article.id = id + of_piece;
    note_reading(reading, article);
    parsed.articles.push_back(std::move(article));
  }
}

/// Adds the articles of one JSON value. Its own bytes tell its encoding: a file may hold several.
void add_json(const RawItem& item, std::string_view json, const std::string& of_file,
              Reading reading, Parsed& parsed) {
  std::optional<Members> members = read_json_article(json);
  if (!members) {
    const Decoded decoded = decode(json);
    reading.add(decoded, parsed);
    members = read_json_article(decoded.text);
  }
  if (members) add_members(item, json, of_file, std::move(*members), reading, parsed);
}

Parsed read_json(const RawItem& item) {
  Parsed parsed;
  Reading reading;
  std::string decoded;
  std::string_view json = item.bytes;
  if (wide_form(json) || !is_utf8(json)) {
    Decoded whole = decode(json);
    // Of broken UTF-8 each element answers for its own bytes.
    if (whole.encoding != "UTF-8") {
      reading.add(whole, parsed);
      json = decoded = std::move(whole.text);
    }
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
    add_json(item, value, single ? "" : member('#', number), reading, parsed);
    while (parsed.rejections.size() > kMostRejections) {
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
  add_json(item, without_bom(item.bytes), member(':', item.line), {}, parsed);
  return parsed;
}

/// Every other format: decoded as a whole, then read by `reader`.
Parsed read_document(const RawItem& item, Members (*reader)(std::string_view)) {
  const Decoded decoded = decode(item.bytes, declared_encoding(item.bytes));
  Parsed parsed;
  Reading reading;
  reading.add(decoded, parsed);
  add_members(item, item.bytes, "", reader(decoded.text), reading, parsed);
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
