// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/article.h"

namespace alatoo {

/// Lays out the text of an article block by block, an empty line between, so that every format
/// gives the text that its page shows, and marks the zones of those blocks whose kind the format
/// tells. What it does not tell is left to mark_zones.
class TextBuilder {
 public:
  explicit TextBuilder(Article& article) : article_(article) {}

  /// Adds a block (UTF-8; cleaned by clean_utf8, trimmed; lines stay). A blank one adds nothing,
  /// nor does one that repeats the headline right below it.
  void add(std::string_view block, std::optional<ZoneKind> kind = std::nullopt);
  /// Adds the headline as a zone and states it, unless one is stated.
  void add_headline(std::string_view headline);

  /// Bytes that were no UTF-8.
  std::size_t broken_bytes() const { return broken_bytes_; }

 private:
  Article& article_;
  std::size_t broken_bytes_ = 0;
};

/// `body` without its first line if that repeats the article's headline, as in many dumps.
std::string_view behind_headline(std::string_view body, const Article& article);

}  // namespace alatoo
