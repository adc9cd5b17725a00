// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/author_line.h"

#include <algorithm>
#include <initializer_list>

#include "common/text.h"
#include "indexer/read/ascii.h"
#include "indexer/read/lines.h"
#include "indexer/read/listed_names.h"

namespace alatoo {
namespace {

bool is_job(std::string_view low) {
  return is_one_of(
      low, {"correspondent", "correspondents", "reporter",     "reporters",   "writer",
            "writers",       "editor",         "editors",      "journalist",  "journalists",
            "columnist",     "contributor",    "photographer", "staff",       "freelance",
            "freelancer",    "blogger",        "director",     "producer",    "presenter",
            "anchor",        "корреспондент",  "редактор",     "журналист",   "обозреватель",
            "колумнист",     "кабарчы",        "redakteur",    "redakteurin", "korrespondent",
            "redactor",      "redactora",      "corresponsal"});
}

}  // namespace

bool is_job_line(std::string_view line) {
  if (line.size() > 80) return false;
  Shape word;
  int words = 0;
  bool special = false, job = false;
  for (std::size_t at = 0; next_shape(line, at, word); ++words) {
    const std::string low = lower(word.text);
    if (word.number || words == 7) return false;
    special |= words == 0 && low == "special";
    if (special && words == 1) return low == "to" || low == "for";
    job |= is_job(low) || (job && low == "chief");
  }
  return job && !line.ends_with('.') && !line.ends_with('?');
}

bool is_person_line(std::string_view line) {
  if (line.size() > 60 || line.find_first_of(",:;()[]\"?!|/") != line.npos) return false;
  Shape word;
  int words = 0;
  for (std::size_t at = 0; next_shape(line, at, word); ++words) {
    if (word.number || (!word.capital && !is_name_particle(lower(word.text)))) return false;
    if (words == 0 && (word.text == "By" || word.text == "BY")) return false;
  }
  if (words < 2 || words > 4 || is_outlet_name(line)) return false;
  return person_names(line).size() == 1;
}

bool is_author_note(std::string_view line, const std::vector<std::string>& authors) {
  Shape word;
  std::size_t at = 0;
  std::string last;
  bool of_author = false;
  int names = 0;
  std::string low;
  while (next_shape(line, at, word)) {
    low = lower(word.text);
    if (!word.capital && !is_name_particle(low)) break;
    if (++names > 5) return false;
    last = low;
    for (const std::string& author : authors) {
      const std::string own = lower(author);
      of_author |= low.size() > 2 && own.size() >= low.size() && own.ends_with(low) &&
                   (own.size() == low.size() || own[own.size() - low.size() - 1] == ' ');
    }
  }
  if (names == 0) return false;
  if (is_one_of(low, {"covers", "writes", "blogs"})) return of_author || names > 1;
  if (!is_one_of(low, {"is", "was", "has", "can", "—", "является"})) return false;
  if (of_author && !is_one_of(low, {"was", "has"})) {
    // "is a", "can be reached"; of others only what the trade calls itself.
    std::size_t behind = at;
    if (next_shape(line, behind, word) &&
        is_one_of(lower(word.text), {"a", "an", "the", "be", "based", "one"})) {
      return true;
    }
  }
  if (low != "is" || names < 2) return false;
  int words = 0;
  bool article = false;
  while (words < 8 && next_shape(line, at, word)) {
    low = lower(word.text);
    article |= words == 0 && is_one_of(low, {"a", "an", "the"});
    if (article && is_job(low)) return true;
    ++words;
  }
  return false;
}

}  // namespace alatoo
