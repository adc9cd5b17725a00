// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alatoo {

/// True for what stands under or behind the name in a byline: "Education correspondent", "Staff
/// Writer", "Special to The Lantern".
bool is_job_line(std::string_view line);

/// True for a line that is the name of one person and nothing else, two to four words.
bool is_person_line(std::string_view line);

/// True for a sentence about who wrote the story: "Ann Lee is a reporter based in Osh.", or
/// anything that one of `authors` is or covers.
bool is_author_note(std::string_view line, const std::vector<std::string>& authors);

}  // namespace alatoo
