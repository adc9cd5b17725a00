// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alatoo {

/// The titles that a page gives itself in its metadata, compared with what it shows.
class PageTitles {
 public:
  /// `titles`: best first; `sites`: names of the site, as far as they are known.
  PageTitles(const std::vector<std::string>& titles, const std::vector<std::string>& sites);

  /// 0..1: how well a line of the page agrees with a title; 1: it is one, 0.95: one with the site's
  /// name cut off. 0 for what has only a few words in common, and for the site's name.
  double agreement(std::string_view line) const;

  bool is_site(std::string_view line) const;

  /// The best title, without the site's name; "" if there is none or it is the site's name alone.
  std::string best() const;

 private:
  using Words = std::vector<std::string>;
  static Words words_of(std::string_view text);

  std::vector<std::string> titles_;
  std::vector<Words> words_;  // of titles_
  std::vector<Words> sites_;
};

/// The site's name beside the headline in a title: "Calm returns - The Courier" gives "The
/// Courier". Absent unless the title is the headline and one name.
std::optional<std::string> site_beside(std::string_view title, std::string_view headline);

/// The title without the name of its source at the end: aggregators put "Calm returns - The
/// Courier" beside the source "The Courier".
std::string_view without_source(std::string_view title, std::string_view source);

}  // namespace alatoo
