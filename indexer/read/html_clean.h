// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alatoo {

/// Stands in CleanHtml::markup before and behind the number of a text.
inline constexpr std::string_view kTextMark = "\uE000";

/// A page reduced to what reading it needs.
struct CleanHtml {
  std::string markup;                     ///< HTML that a parser reads in linear time
  std::vector<std::string_view> texts;    ///< what stands for a number between two kTextMark
  std::vector<std::string_view> json_ld;  ///< of `<script type="application/ld+json">`, as written
  bool cut = false;  ///< the page was too large (16 MB or 400,000 tags); its rest is left out
};

/// Drops what no reader sees (comments, scripts, styles, attributes that tell nothing), and what
/// makes a tree builder slow on hostile pages: nesting beyond 512, and formatting elements (`<b>`,
/// `<font>`, `<a>`), which HTML opens again in every paragraph until they are closed. They become
/// `<span>` if their attributes tell anything; a link is a span with `href`. What is hidden by
/// `aria-hidden` or its style has the attribute `hidden` in the result, and so has `<noscript>`,
/// as `<span hidden="noscript">`; `<my-element>` is a span of the class `my-element`.
///
/// Longer stretches of text without character references stay out of `markup`, where a number
/// stands for each: gumbo reads text byte by byte, at 15 MB/s. References stay. Views of the result
/// point into `html`. Never fails; O(n).
CleanHtml clean_html(std::string_view html);

}  // namespace alatoo
