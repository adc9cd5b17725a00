// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/fields.h"

namespace alatoo {

/// The form with the highest count; of equally many a headline's capitals last ("IVAN GRIGORYEV",
/// but not "OSCE"), then the first in byte order. Requires a form.
const std::string& most_used(const std::map<std::string, std::uint64_t>& forms);

/// One name key of an archive.
struct CountedKey {
  std::string key;
  /// Canonical name in an article → how many articles have the key under it. Empty: no article has
  /// the key any more; its number stays its own, for facet columns hold numbers.
  std::map<std::string, std::uint64_t> forms;

  /// The form of most articles (most_used). Requires a form.
  const std::string& usual() const { return most_used(forms); }
};

/// The `names` file of a generation: what its articles call people, places and the rest, counted.
/// Nothing in it depends on an authority or on other articles, so articles can be added and taken
/// out, and the `entities` file be made anew under another authority, without reading an article.
struct Names {
  /// By key field, in the order of the ordinals that facet columns hold.
  std::array<std::vector<CountedKey>, kKeyFieldCount> keys;
  /// (word key, spelling) → how often a name is spelt so.
  std::map<std::pair<std::string, std::string>, std::uint64_t> spellings;
};

/// Writes the file. Throws Error naming it.
void write_names(const std::string& path, const Names& names);
/// Throws Error if the file is missing or damaged.
Names read_names(const std::string& path);

}  // namespace alatoo
