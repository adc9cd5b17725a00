// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html_title.h"

#include <algorithm>
#include <utility>

#include "common/text.h"
#include "indexer/read/date_text.h"
#include "indexer/read/listed_names.h"

namespace alatoo {
namespace {

/// What stands between a headline and the site's name.
constexpr std::string_view kMarks[] = {" - ", " – ", " — ", " | ", " :: ", " » ",
                                       " « ", " · ", " • ", " / ", " ~ "};

struct Mark {
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
  bool found() const { return at != std::string_view::npos; }
};

Mark last_mark(std::string_view title) {
  Mark last;
  for (const std::string_view mark : kMarks) {
    const std::size_t at = title.rfind(mark);
    if (at != title.npos && (!last.found() || at > last.at)) last = {at, mark.size()};
  }
  return last;
}

Mark first_mark(std::string_view title) {
  Mark first;
  for (const std::string_view mark : kMarks) {
    const std::size_t at = title.find(mark);
    if (at < first.at) first = {at, mark.size()};
  }
  if (const std::size_t colon = title.find(": "); colon < first.at) first = {colon, 2};
  return first;
}

}  // namespace

PageTitles::Words PageTitles::words_of(std::string_view text) {
  constexpr std::size_t kMost = 60;
  Words words;
  const std::string folded = fold(text);
  Tokenizer tokens(folded);
  for (Token token; words.size() < kMost && tokens.next(token);) {
    words.push_back(std::move(token.word));
  }
  return words;
}

PageTitles::PageTitles(const std::vector<std::string>& titles,
                       const std::vector<std::string>& sites) {
  for (const std::string& site : sites) {
    if (Words words = words_of(site); !words.empty()) sites_.push_back(std::move(words));
  }
  for (const std::string& title : titles) {
    constexpr std::size_t kMostTitles = 12;
    if (titles_.size() == kMostTitles) break;
    std::string_view own = title;
    for (bool shorter = true; shorter;) {
      shorter = false;
      if (const Mark mark = last_mark(own);
          mark.found() && is_site(own.substr(mark.at + mark.size))) {
        own = trim(own.substr(0, mark.at));
        shorter = true;
      } else if (const Mark front = first_mark(own);
                 front.found() && is_site(own.substr(0, front.at))) {
        own = trim(own.substr(front.at + front.size));
        shorter = true;
      }
    }
    if (is_site(own)) continue;
    Words words = words_of(own);
    if (words.empty()) continue;
    titles_.emplace_back(own);
    words_.push_back(std::move(words));
  }
}

bool PageTitles::is_site(std::string_view line) const {
  if (sites_.empty() || line.size() > 200) return false;
  const Words words = words_of(line);
  return std::find(sites_.begin(), sites_.end(), words) != sites_.end();
}

double PageTitles::agreement(std::string_view line) const {
  if (words_.empty() || line.size() > 600) return 0;
  const Words words = words_of(line);
  if (words.empty() || std::find(sites_.begin(), sites_.end(), words) != sites_.end()) return 0;
  double best = 0;
  for (const Words& title : words_) {
    if (title == words) return 1;
    const bool shorter = words.size() < title.size();
    const Words& part = shorter ? words : title;
    const Words& whole = shorter ? title : words;
    const bool at_end = std::equal(part.begin(), part.end(), whole.begin()) ||
                        std::equal(part.rbegin(), part.rend(), whole.rbegin());
    if (at_end && part.size() * 2 > whole.size()) {
      best = std::max(best, shorter ? 0.95 : 0.85);
    } else if (at_end && part.size() >= 3) {
      best = std::max(best, 0.5);
    }
    std::size_t common = 0;
    for (const std::string& word : part) {
      common += std::find(whole.begin(), whole.end(), word) != whole.end();
    }
    const double share = 2.0 * static_cast<double>(common) / (words.size() + title.size());
    if (share >= 0.6 && common >= 3) best = std::max(best, 0.8 * share);
  }
  return best;
}

std::string PageTitles::best() const {
  if (titles_.empty()) return "";
  const std::string_view title = titles_.front();
  // An unknown site: bars part nothing else, and dashes seldom part an outlet's name.
  if (const Mark mark = last_mark(title); mark.found()) {
    const std::string_view rest = trim(title.substr(0, mark.at));
    const std::string_view name = title.substr(mark.at + mark.size);
    const bool bar = title[mark.at + 1] != '-' && !title.substr(mark.at).starts_with(" –") &&
                     !title.substr(mark.at).starts_with(" —");
    const std::size_t words = words_of(name).size();
    if (words_of(rest).size() >= 3 && words <= 5 && (bar || is_outlet_name(name))) {
      return std::string(rest);
    }
  }
  return std::string(title);
}

std::optional<std::string> site_beside(std::string_view title, std::string_view headline) {
  if (headline.size() < 8 || title.size() <= headline.size()) return std::nullopt;
  std::string_view name;
  if (title.starts_with(headline)) {
    const std::string_view rest = title.substr(headline.size());
    const Mark mark = last_mark(rest);
    if (!mark.found() || first_mark(rest).at != 0) return std::nullopt;
    name = rest.substr(mark.at + mark.size);
  } else if (title.ends_with(headline)) {
    const std::string_view rest = title.substr(0, title.size() - headline.size());
    const Mark mark = first_mark(rest);
    if (!mark.found() || mark.at == 0) return std::nullopt;
    name = rest.substr(0, mark.at);
  }
  // "The Courier, 14.05.2019"
  const std::size_t comma = name.rfind(',');
  if (comma != name.npos && is_date_line(trim(name.substr(comma + 1))))
    name = name.substr(0, comma);
  name = trim(name);
  const std::size_t words = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
  if (name.empty() || words > 5) return std::nullopt;
  return std::string(name);
}

std::string_view without_source(std::string_view title, std::string_view source) {
  if (source.empty() || !title.ends_with(source)) return title;
  const std::string_view rest = title.substr(0, title.size() - source.size());
  const Mark mark = last_mark(rest);
  return mark.found() && mark.at + mark.size == rest.size() ? trim(rest.substr(0, mark.at)) : title;
}

}  // namespace alatoo
