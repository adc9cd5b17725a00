// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/listed_names.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/text.h"
#include "indexer/read/date_text.h"
#include "indexer/read/lines.h"

namespace alatoo {
namespace {

/// Words that names end in, though they stand inside others.
bool ends_names(std::string_view word) {
  return word == "uulu" || word == "kyzy" || word == "oglu" || word == "ogly";
}

struct Run {
  std::vector<std::string_view> words;
  bool place = false;  // stands behind "in" or its like
  bool title = false;  // what somebody is: "Tokyo" of "Ann Lee, Tokyo Correspondent"

  bool all_upper() const { return std::all_of(words.begin(), words.end(), is_upper_word); }

  static bool is_upper_word(std::string_view word) {
    Shape shape;
    std::size_t at = 0;
    if (!next_shape(word, at, shape)) return false;
    // An initial: one letter, of two bytes in Cyrillic.
    return shape.upper || word.size() == 1 || (word.size() == 2 && is_continuation(word[1]));
  }
};

/// Runs of capitalised words of `text`, each with what stands before it. Stops at the first word
/// that neither belongs to a name nor joins two.
std::vector<Run> runs_of(std::string_view text, bool stop_at_other) {
  std::vector<Run> runs;
  Run run;
  bool place = false, fresh = true, behind_comma = false;
  std::size_t last_end = 0;
  Shape word;
  const auto flush = [&] {
    while (!run.words.empty() && is_name_particle(lower(run.words.back())) &&
           !ends_names(run.words.back())) {
      run.words.pop_back();
    }
    if (!run.words.empty()) runs.push_back(std::move(run));
    run = {};
  };
  for (std::size_t at = 0; next_shape(text, at, word);) {
    const auto begin = static_cast<std::size_t>(word.text.data() - text.data());
    const std::string_view gap = text.substr(last_end, begin - last_end);
    const std::string_view sign = trim(gap);
    const bool initial = !run.words.empty() && run.words.back().size() <= 2 && sign == ".";
    const bool parted = !sign.empty() && !initial;
    last_end = at;
    // "CNN's Ann Lee": the owner is not part of the name.
    if (!run.words.empty() &&
        (run.words.back().ends_with("'s") || run.words.back().ends_with("’s"))) {
      run.words.clear();
    }
    if (parted) {
      flush();
      behind_comma = sign == "," && !fresh;
      if (gap.find_first_of(";,.|/(") != gap.npos && !fresh) place = false;
    }
    const std::string low = lower(word.text);
    const bool role = is_role_word(low);
    if (word.capital && !role) {
      run.place = place;
      run.words.push_back(word.text);
      fresh = false;
    } else if (!run.words.empty() && is_name_particle(low)) {
      run.words.push_back(word.text);
    } else {
      run.title = role && behind_comma;
      flush();
      if (leads_to_place(low)) {
        place = true;
      } else if (joins_names(low)) {
        place = false;
      } else if (stop_at_other && !role) {
        break;
      }
      behind_comma = behind_comma && role;
    }
  }
  flush();
  return runs;
}

/// "Lee BBC News", "ANN LEE Associated Press": an outlet that follows a name without a comma is cut
/// off the run. "Ann LEE" is a name all the same.
std::size_t person_words(const Run& run) {
  const bool capitals = run.words.size() > 1 && Run::is_upper_word(run.words[0]) &&
                        Run::is_upper_word(run.words[1]) && run.words[0].size() > 2;
  for (std::size_t i = 1; i < run.words.size(); ++i) {
    const std::string low = lower(run.words[i]);
    const bool upper = Run::is_upper_word(run.words[i]) && run.words[i].size() > 1;
    const bool surname = upper && i == 1 && !is_outlet_word(low) && run.words[i].size() > 3;
    const bool changes =
        capitals ? !Run::is_upper_word(run.words[i]) && !is_name_particle(low) : upper && !surname;
    if (changes || is_outlet_word(low) || (i > 1 && starts_no_name(low))) return i;
  }
  return run.words.size();
}

bool names_person(const Run& run, std::size_t words) {
  if (run.place || run.title || words < 2 || words > 5) return false;
  const std::string first = lower(run.words.front());
  const bool initial = run.words.front().size() == 1;  // "A. Lee"
  if (starts_no_name(first) && !initial) return false;
  if (is_date_word(first) && month_of(run.words[1])) return false;  // "Sat Apr"
  return std::none_of(run.words.begin(), run.words.begin() + static_cast<std::ptrdiff_t>(words),
                      [](std::string_view word) {
                        const std::string low = lower(word);
                        return is_outlet_word(low) || names_no_one(low);
                      });
}

/// The words of a run that is no person which name an outlet: [begin, end), empty if none do.
/// "Associated Press", "AFP"; of titles the front: "BBC" of "BBC Central Asia correspondent".
std::size_t outlet_words(const Run& run) {
  if (!run.title && run.all_upper()) return run.words.size();
  std::size_t end = 0;
  while (run.title && end < run.words.size() && Run::is_upper_word(run.words[end])) ++end;
  for (std::size_t i = 0; i < run.words.size(); ++i) {
    if (is_outlet_word(lower(run.words[i]))) end = run.title ? i + 1 : run.words.size();
  }
  return end;
}

std::string text_of(const Run& run, std::size_t begin, std::size_t end) {
  const char* first = run.words[begin].data();
  const char* last = run.words[end - 1].data() + run.words[end - 1].size();
  return squeeze({first, static_cast<std::size_t>(last - first)});
}

}  // namespace

void add_once(std::vector<std::string>& names, std::string name) {
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
    names.push_back(std::move(name));
  }
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

void listed_names(std::string_view text, bool stop_at_other, std::vector<std::string>& people,
                  std::vector<std::string>* outlets, std::vector<std::string>* others) {
  const std::string bare = without_addresses(text);
  for (const Run& run : runs_of(bare, stop_at_other)) {
    const std::size_t words = person_words(run);
    if (names_person(run, words)) {
      add_once(people, title_case(text_of(run, 0, words)));
      if (outlets && words < run.words.size()) {
        add_once(*outlets, text_of(run, words, run.words.size()));
      }
    } else if (const std::size_t end = outlet_words(run); end > 0) {
      if (outlets) add_once(*outlets, text_of(run, 0, end));
    } else if (others && !run.place) {
      add_once(*others, text_of(run, 0, run.words.size()));
    }
  }
}

std::string without_addresses(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; at < out.size();) {
    std::size_t end = std::min(out.find_first_of(" \n\t,;()<>[]|", at), out.size());
    const std::string_view word = std::string_view(out).substr(at, end - at);
    if (word.find('@') != word.npos || word.find("://") != word.npos ||
        word.substr(0, 4) == "www.") {
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(at),
                out.begin() + static_cast<std::ptrdiff_t>(end), '|');
    }
    at = end + 1;
  }
  return out;
}

std::vector<std::string> person_names(std::string_view text) {
  std::vector<std::string> people;
  listed_names(text, false, people, nullptr);
  return people;
}

bool is_outlet_name(std::string_view name) {
  Shape word;
  for (std::size_t at = 0; next_shape(name, at, word);) {
    if (is_outlet_word(lower(word.text))) return true;
  }
  return false;
}

std::string capitalised(std::string_view word) {
  std::size_t end = 0;
  std::string out;
  const char32_t first = next_code_point(word, end);
  append_code_point(out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
  return out += word.substr(end);
}

std::string title_case(std::string_view text) {
  std::string out;
  std::size_t copied = 0;
  Shape word;
  for (std::size_t at = 0; next_shape(text, at, word);) {
    if (!word.upper) continue;
    const auto begin = static_cast<std::size_t>(word.text.data() - text.data());
    out += text.substr(copied, begin - copied);
    copied = at;
    bool first = true;
    for (std::size_t i = 0; i < word.text.size();) {
      std::size_t end = i;
      const char32_t c = next_code_point(word.text, end);
      const std::string_view letter = word.text.substr(i, end - i);
      out += first ? std::string(letter) : lower(letter);
      // "O'Brien", "Forestier-Walker", but "Jalal'abad" cannot be told from the first.
      first = is_hyphen(c) || (is_apostrophe(c) && i == 1);
      i = end;
    }
  }
  out += text.substr(copied);
  return out;
}

}  // namespace alatoo
