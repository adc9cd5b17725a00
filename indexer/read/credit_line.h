// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alatoo {

/// Who made a story, as one line of its page says.
struct CreditLine {
  enum class Form {
    byline,     ///< "By Ann Lee in Oslo"
    roles,      ///< "Additional reporting by Ann Lee; editing by Bo Ek", "Ann Lee contributed ..."
    copyright,  ///< "(c) The Courier", "(© The Courier, London)", "Copyright 2010 The Courier"
    agencies,   ///< "The Courier and agencies", "Agencies"
    source,     ///< "Source: The Courier"
    name,       ///< nothing but a name: "The Courier", "Reuters", "Ann Lee"
  };
  Form form = Form::name;
  std::vector<std::string> people;   ///< in text order, each once
  std::vector<std::string> outlets;  ///< as written, without years and places
};

/// "By Ann Lee", "By ANN LEE, Associated Press Writer", "Автор: ...". Absent for a line that goes
/// on as a sentence does ("By early 2005 the net ...").
std::optional<CreditLine> parse_byline(std::string_view line);

/// Any form but a byline and a bare name.
std::optional<CreditLine> parse_credit(std::string_view line);

/// A line that is nothing but one to five capitalised words: an outlet or a person who signs.
/// Whether it is a credit, its place on the page must tell.
std::optional<CreditLine> parse_bare_name(std::string_view line);

/// Where a credit starts that closes a paragraph: "... to leave. (Reuters)", "... (© The Courier)",
/// "... to leave. -- AFP". Absent if there is none.
std::optional<std::size_t> closing_credit(std::string_view paragraph);

/// "(Photo by Ann Lee/Lake Images)": who took a picture, not who brings the story.
bool is_picture_credit(std::string_view credit);

/// True for a line under or beside a picture: it ends with who took it, "[AFP]", "(AP Photo/Ann
/// Lee)", or starts with "Image caption".
bool is_caption(std::string_view line);

}  // namespace alatoo
