// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/read/html_roles.h"
#include "indexer/read/html_tree.h"

namespace alatoo {

/// What a page says of its article, in its own words. Lists are in order of trust.
struct HtmlMetadata {
  std::vector<std::string> titles;    ///< headlines, with the site's name where the page has it so
  std::vector<std::string> dates;     ///< of publication
  std::vector<std::string> modified;  ///< of the last change: better than nothing
  std::vector<std::string> sites;     ///< publisher, name of the site
  std::vector<std::string> authors;   ///< one byline each
  std::vector<std::string> languages;
  std::vector<std::string> urls;
  std::string body;      ///< the article's text as JSON-LD gives it, maybe marked up; "": none
  bool is_one = false;   ///< it describes one article, not a list of them
  bool damaged = false;  ///< part of it could not be read
};

/// From JSON-LD, Open Graph and meta tags, canonical link and `<title>`.
HtmlMetadata metadata_of(const HtmlTree& tree);

/// Adds what the elements inside of `root` state by microdata and microformats; comments and
/// furniture aside.
void add_element_metadata(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
                          std::size_t root, HtmlMetadata& to);

/// What JSON-LD states of the article: NewsArticle and its kin, alone, in an array or in @graph.
/// Broken JSON is mended where that is easy (raw line ends, trailing commas, comment marks).
void add_json_ld(const std::vector<std::string_view>& scripts, HtmlMetadata& to);

/// States all of it but the title.
void state_metadata(const HtmlMetadata& metadata, Article& article);

}  // namespace alatoo
