// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/listed_names.h"

#include <algorithm>
#include <initializer_list>

#include "common/text.h"
#include "indexer/read/date_text.h"
#include "indexer/read/lines.h"

namespace alatoo {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words that names of outlets have and names of persons do not.
bool outlet_word(std::string_view low) {
  return is_one_of(
      low,
      {"news",      "press",     "agency", "times",      "post",     "herald",   "tribune",
       "guardian",  "telegraph", "daily",  "courier",    "dispatch", "wire",     "reuter",
       "gazette",   "journal",   "radio",  "television", "tv",       "service",  "media",
       "newspaper", "reuters",   "afp",    "ap",         "bbc",      "cnn",      "broadcasting",
       "chronicle", "observer",  "online", "today",      "weekly",   "magazine", "associated",
       "network",   "bureau"});
}

/// Words of a byline that name no one.
bool role_word(std::string_view low) {
  return is_one_of(low, {"staff",
                         "writer",
                         "writers",
                         "reporter",
                         "reporters",
                         "correspondent",
                         "correspondents",
                         "editor",
                         "editors",
                         "special",
                         "our",
                         "own",
                         "chief",
                         "foreign",
                         "diplomatic",
                         "senior",
                         "mr",
                         "mrs",
                         "ms",
                         "dr",
                         "world",
                         "affairs",
                         "central",
                         "asia",
                         "moscow",
                         "agencies",
                         "contributor"});
}

bool calendar_word(std::string_view low) {
  return is_one_of(low,
                   {"monday",   "tuesday", "wednesday", "thursday",  "friday",   "saturday",
                    "sunday",   "january", "february",  "march",     "april",    "may",
                    "june",     "july",    "august",    "september", "october",  "november",
                    "december", "late",    "early",     "the",       "a",        "an",
                    "then",     "now",     "today",     "midday",    "contrast", "comparison"});
}

bool particle(std::string_view low) {
  return is_one_of(low,
                   {"de", "da", "di", "del", "der", "den",  "van",  "von",  "bin",  "ibn", "al",
                    "el", "la", "le", "du",  "dos", "uulu", "kyzy", "oglu", "ogly", "zu"});
}

bool joins_names(std::string_view low) {
  return is_one_of(low, {"and", "und", "et", "y", "и", "жана"});
}
bool leads_to_place(std::string_view low) {
  return is_one_of(low, {"in", "at", "from", "for", "near", "of", "outside", "в", "из"});
}

struct Run {
  std::vector<std::string_view> words;
  bool place = false;  // stands behind "in" or its like

  bool all_upper() const {
    return std::all_of(words.begin(), words.end(), [](std::string_view word) {
      Shape shape;
      std::size_t at = 0;
      return next_shape(word, at, shape) && (shape.upper || word.size() == 1);
    });
  }
};

/// Runs of capitalised words of `text`, each with what stands before it. Stops at the first word
/// that neither belongs to a name nor joins two.
std::vector<Run> runs_of(std::string_view text, bool stop_at_other) {
  std::vector<Run> runs;
  Run run;
  bool place = false, fresh = true;
  std::size_t last_end = 0;
  Shape word;
  const auto flush = [&] {
    while (!run.words.empty() && particle(lower(run.words.back())) &&
           !is_one_of(run.words.back(), {"uulu", "kyzy", "oglu", "ogly"})) {
      run.words.pop_back();
    }
    if (!run.words.empty()) runs.push_back(std::move(run));
    run = {};
  };
  for (std::size_t at = 0; next_shape(text, at, word);) {
    const auto begin = static_cast<std::size_t>(word.text.data() - text.data());
    const std::string_view gap = text.substr(last_end, begin - last_end);
    const bool initial = !run.words.empty() && run.words.back().size() <= 2 && trim(gap) == ".";
    const bool parted = !trim(gap).empty() && !initial;
    last_end = at;
    // "CNN's Ann Lee": the owner is not part of the name.
    if (!run.words.empty() &&
        (run.words.back().ends_with("'s") || run.words.back().ends_with("’s"))) {
      run.words.clear();
    }
    if (parted) {
      flush();
      if (gap.find_first_of(";,.|/(") != gap.npos && !fresh) place = false;
    }
    const std::string low = lower(word.text);
    if (word.capital && !role_word(low)) {
      run.place = place;
      run.words.push_back(word.text);
      fresh = false;
    } else if (!run.words.empty() && particle(low)) {
      run.words.push_back(word.text);
    } else {
      flush();
      if (leads_to_place(low)) {
        place = true;
      } else if (joins_names(low)) {
        place = false;
      } else if (stop_at_other && !role_word(low)) {
        break;
      }
    }
  }
  flush();
  return runs;
}

/// "Lee BBC News": an outlet that follows a name without a comma is cut off the run.
std::size_t person_words(const Run& run) {
  if (run.all_upper()) return run.words.size();
  for (std::size_t i = 1; i < run.words.size(); ++i) {
    Shape shape;
    std::size_t at = 0;
    next_shape(run.words[i], at, shape);
    if (shape.upper || outlet_word(lower(run.words[i]))) return i;
  }
  return run.words.size();
}

bool names_person(const Run& run, std::size_t words) {
  if (run.place || words < 2 || words > 5 || calendar_word(lower(run.words.front()))) return false;
  if (is_date_word(run.words[0]) && month_of(run.words[1])) return false;  // "Sat Apr"
  return std::none_of(run.words.begin(), run.words.begin() + static_cast<std::ptrdiff_t>(words),
                      [](std::string_view word) { return outlet_word(lower(word)); });
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
                  std::vector<std::string>* outlets) {
  for (const Run& run : runs_of(text, stop_at_other)) {
    const std::size_t words = person_words(run);
    if (names_person(run, words)) {
      add_once(people, title_case(text_of(run, 0, words)));
      if (outlets && words < run.words.size()) {
        add_once(*outlets, text_of(run, words, run.words.size()));
      }
    } else if (outlets && (run.all_upper() || std::any_of(run.words.begin(), run.words.end(),
                                                          [](std::string_view word) {
                                                            return outlet_word(lower(word));
                                                          }))) {
      add_once(*outlets, text_of(run, 0, run.words.size()));
    }
  }
}

std::vector<std::string> person_names(std::string_view text) {
  std::vector<std::string> people;
  listed_names(text, false, people, nullptr);
  return people;
}

bool is_outlet_name(std::string_view name) {
  Shape word;
  for (std::size_t at = 0; next_shape(name, at, word);) {
    if (outlet_word(lower(word.text))) return true;
  }
  return false;
}

bool goes_with_names(std::string_view low) {
  return joins_names(low) || leads_to_place(low) || particle(low) || role_word(low);
}

bool is_name_particle(std::string_view low) { return particle(low); }

bool starts_no_name(std::string_view low) { return calendar_word(low); }

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
