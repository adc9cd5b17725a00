// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/json_values.h"

#include <algorithm>
#include <string>

namespace alatoo {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

/// The place behind a string whose opening quote stands at `at`. No string runs over a line end.
std::size_t end_of_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size(); ++at) {
    if (json[at] == '"') return at + 1;
    if (json[at] == '\n') return at;
    if (json[at] == '\\') ++at;
  }
  return json.size();
}

/// The brackets open at some place of a value.
class Brackets {
 public:
  void open(char c) {
    open_ += c;
    ++count(c);
  }
  void pop() {
    --count(open_.back());
    open_.pop_back();
  }
  /// Closes the innermost `c` and what stands open inside it; false if none is open.
  bool close(char c) {
    if (count(c) == 0) return false;
    while (open_.back() != c) pop();
    pop();
    return true;
  }
  bool has(char c) { return count(c) != 0; }
  bool empty() const { return open_.empty(); }
  char innermost() const { return open_.back(); }

 private:
  std::size_t& count(char c) { return c == '{' ? braces_ : squares_; }

  std::string open_;
  std::size_t braces_ = 0;
  std::size_t squares_ = 0;
};

}  // namespace

JsonValues::JsonValues(std::string_view json) : json_(json) {
  const std::size_t begin = json.find_first_not_of(kSpace);
  in_array_ = begin != json.npos && json[begin] == '[';
  at_ = in_array_ ? begin + 1 : 0;
}

bool JsonValues::more() {
  if (closed_) return false;
  at_ = std::min(json_.find_first_not_of(" \t\r\n,", at_), json_.size());
  if (at_ < json_.size() && in_array_ && json_[at_] == ']') {
    closed_ = true;
    ++at_;
  }
  return !closed_ && at_ < json_.size();
}

bool JsonValues::next(std::string_view& value) {
  if (!more()) return false;
  const std::size_t begin = at_;
  at_ = end_of_value(begin);
  value = json_.substr(begin, at_ - begin);
  return true;
}

bool JsonValues::trailing() const { return json_.find_first_not_of(kSpace, at_) != json_.npos; }

std::size_t JsonValues::end_of_value(std::size_t at) const {
  if (json_[at] == '{' || json_[at] == '[') return end_of_brackets(at);
  const std::size_t behind = json_[at] == '"' ? end_of_string(json_, at) : at + 1;
  return std::min(json_.find_first_of(",]{[\n", behind), json_.size());
}

std::size_t JsonValues::end_of_brackets(std::size_t at) const {
  Brackets open;
  char before = ':';  // the last character that is no white space
  while (at < json_.size()) {
    const char c = json_[at];
    if (c == '"') {
      at = end_of_string(json_, at);
      before = c;
      continue;
    }
    if (c == '{' && !open.empty() && open.innermost() == '{' && before != ':') {
      if (!open.has('[')) return at;  // the value lacks its closing brace, a new one begins
      while (open.innermost() == '{') open.pop();
    }
    if (c == '{' || c == '[') {
      open.open(c);
    } else if (c == '}') {
      open.close('{');
    } else if (c == ']' && !open.close('[') && in_array_) {
      return at;  // it closes the outer array
    }
    ++at;
    if (open.empty()) return at;
    if (kSpace.find(c) == kSpace.npos) before = c;
  }
  return at;
}

}  // namespace alatoo
