// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "indexer/read/lines.h"

namespace alatoo {

/// What the wording of a line tells of the page around the story. Phrases that web pages of any
/// outlet use, in English, Russian and a few more languages; never the name of an outlet.
enum class PageCue {
  none,
  alone,    ///< a control or a notice: "Share this", "Advertisement", "Sign up for our newsletter"
  list,     ///< heads a list that is not the story: "Most read", "In depth", "More on Kenya"
  summary,  ///< heads a list that is: "Story highlights"
  stamp,    ///< when the page was made: "Last modified: ..."
  talk,     ///< heads what readers say: "Comments (14)", "Leave a reply"
  reply,    ///< stands between what they say: "Reply", "3 hours ago", a form's notices
  lead,     ///< leads the reader elsewhere, in the line itself: "Read more: ...", "Profile: ..."
};

/// The cue that a whole line is. O(length); call it for lines of at most some 60 words.
PageCue cue_of(std::string_view line, const Block& shape);

/// True if the line is one or several names of newspaper sections: "World", "Asia & Caucasus".
bool is_section_label(std::string_view line);

}  // namespace alatoo
