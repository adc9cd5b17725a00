// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/text_builder.h"

#include <string>

#include "common/text.h"

namespace alatoo {

void TextBuilder::add(std::string_view block, std::optional<ZoneKind> kind) {
  std::string cleaned(block);
  broken_bytes_ += clean_utf8(cleaned);
  const std::string_view own = trim(cleaned);
  if (own.empty()) return;
  std::string& text = article_.text;
  // Many contents open with the headline that is stated apart from them.
  const bool under_headline =
      article_.headline && article_.zones.size() == 1 && text == *article_.headline;
  if (under_headline && own.size() < 2 * text.size() && squeeze(own) == text) return;
  if (!text.empty()) text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += own;
  if (kind) article_.zones.push_back({*kind, {begin, static_cast<std::uint32_t>(text.size())}});
}

void TextBuilder::add_headline(std::string_view headline) {
  std::string line(headline);
  broken_bytes_ += clean_utf8(line);
  line = squeeze(line);
  if (line.empty()) return;
  add(line, ZoneKind::headline);
  if (!article_.headline) article_.headline = std::move(line);
}

std::string_view behind_headline(std::string_view body, const Article& article) {
  body = trim(body);
  const std::string_view first = body.substr(0, body.find('\n'));
  // It may be longer by white space only, and paragraphs need not be looked at for that.
  constexpr std::size_t kMostSpace = 200;
  const std::size_t size = article.headline ? article.headline->size() : 0;
  if (size == 0 || first.size() < size || first.size() > size + kMostSpace) return body;
  return squeeze(first) == *article.headline ? trim(body.substr(first.size())) : body;
}

}  // namespace alatoo
