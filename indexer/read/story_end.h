// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/read/overlap.h"
#include "indexer/read/page_line.h"

namespace alatoo {

struct StoryEnd {
  std::size_t end = 0;   ///< first line behind the story
  std::size_t talk = 0;  ///< first line of what readers say about it; lines.size() if there is none
};

/// Where the story ends whose first paragraph is `first`. It may be over at a credit, a note on its
/// author, the head of a list, a control, a menu or rows of teasers; it is where what stands behind
/// shows less of the story than promotion of other stories does. Fills `words` with the words of
/// all plain lines from there on if there is any such place. Linear in the text.
StoryEnd find_story_end(const std::vector<PageLine>& lines, std::size_t first,
                        std::string_view text, SharedWords& words);

}  // namespace alatoo
