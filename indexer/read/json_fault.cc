// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/json_fault.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace alatoo {
namespace {

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

/// Walks over one JSON value with a stack of its open brackets.
class Grammar {
 public:
  explicit Grammar(std::string_view json) : json_(json) {}

  std::optional<JsonFault> fault() {
    while (what_ == nullptr) {
      skip_space();
      if (at_ == json_.size()) {
        if (want_ == Want::end) return std::nullopt;
        what_ = "it ends too early";
      } else {
        step();
      }
    }
    return JsonFault{at_ + 1, what_};
  }

 private:
  enum class Want : std::uint8_t { value, value_or_close, key, key_or_close, colon, comma, end };

  void skip_space() {
    while (at_ < json_.size() && std::string_view(" \t\r\n").find(json_[at_]) != json_.npos) ++at_;
  }

  void step() {
    const char c = json_[at_];
    switch (want_) {
      case Want::end:
        what_ = "something follows the end";
        break;
      case Want::colon:
        if (c == ':') {
          ++at_;
          want_ = Want::value;
        } else {
          what_ = "missing colon";
        }
        break;
      case Want::comma:
        if (c == ',') {
          ++at_;
          want_ = open_.back() == '{' ? Want::key : Want::value;
        } else if (!closes(c)) {
          what_ = "missing comma or brace";
        }
        break;
      case Want::key_or_close:
        if (closes(c)) break;
        [[fallthrough]];
      case Want::key:
        if (c != '"') what_ = "a name in double quotes should stand";
        string();
        want_ = Want::colon;
        break;
      case Want::value_or_close:
        if (closes(c)) break;
        [[fallthrough]];
      case Want::value:
        value(c);
    }
  }

  /// Consumes a bracket that closes the innermost open one.
  bool closes(char c) {
    if (c != (open_.back() == '{' ? '}' : ']')) return false;
    open_.pop_back();
    ++at_;
    done();
    return true;
  }
  void done() { want_ = open_.empty() ? Want::end : Want::comma; }

  void value(char c) {
    if (c == '{' || c == '[') {
      open_ += c;
      ++at_;
      want_ = c == '{' ? Want::key_or_close : Want::value_or_close;
      return;
    }
    if (c == '"') {
      string();
    } else if (c == '-' || is_digit_byte(c)) {
      number();
    } else if (!literal("true") && !literal("false") && !literal("null")) {
      what_ = "a value should stand";
    }
    done();
  }

  bool literal(std::string_view word) {
    if (json_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  void number() {
    if (json_[at_] == '-') ++at_;
    if (at_ < json_.size() && json_[at_] == '0') {
      ++at_;
    } else {
      digits();
    }
    if (at_ < json_.size() && json_[at_] == '.') {
      ++at_;
      digits();
    }
    if (at_ < json_.size() && (json_[at_] | 0x20) == 'e') {
      ++at_;
      if (at_ < json_.size() && (json_[at_] == '+' || json_[at_] == '-')) ++at_;
      digits();
    }
  }
  void digits() {
    if (at_ == json_.size() || !is_digit_byte(json_[at_])) what_ = "malformed number";
    while (at_ < json_.size() && is_digit_byte(json_[at_])) ++at_;
  }

  /// A fault leaves at_ on the spot where the string began unless a byte inside is to blame.
  void string() {
    if (what_ != nullptr) return;
    const std::size_t begin = at_++;
    while (at_ < json_.size() && json_[at_] != '"') {
      if (static_cast<unsigned char>(json_[at_]) < 0x20) {
        what_ = "line break or control character in a string";
        return;
      }
      if (json_[at_] == '\\') {
        escape();
        if (what_ != nullptr) return;
      } else {
        ++at_;
      }
    }
    if (at_ == json_.size()) {
      what_ = "a string is not closed";
      at_ = begin;
    } else {
      ++at_;
    }
  }

  void escape() {
    const char c = at_ + 1 < json_.size() ? json_[at_ + 1] : 'n';
    if (c != 'u') {
      if (std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos) {
        what_ = "unknown escape";
        return;
      }
      at_ = std::min(at_ + 2, json_.size());
      return;
    }
    const int first = code_unit(at_);
    if (first < 0) {
      what_ = "malformed \\u escape";
    } else if (first >= 0xD800 && first < 0xDC00) {
      const int second = code_unit(at_ + 6);
      if (second < 0xDC00 || second > 0xDFFF) what_ = "half a surrogate pair";
      at_ += what_ == nullptr ? 12 : 0;
    } else if (first >= 0xDC00 && first <= 0xDFFF) {
      what_ = "half a surrogate pair";
    } else {
      at_ += 6;
    }
  }

  /// The value of the \uXXXX at `at`; -1 if there is none.
  int code_unit(std::size_t at) const {
    if (at + 6 > json_.size() || json_[at] != '\\' || json_[at + 1] != 'u') return -1;
    int value = 0;
    for (const char c : json_.substr(at + 2, 4)) {
      const char low = static_cast<char>(c | 0x20);
      const bool hex = low >= 'a' && low <= 'f';
      if (!is_digit_byte(c) && !hex) return -1;
      value = value * 16 + (hex ? low - 'a' + 10 : c - '0');
    }
    return value;
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::string open_;
  Want want_ = Want::value;
  const char* what_ = nullptr;
};

}  // namespace

std::optional<JsonFault> json_fault(std::string_view json) { return Grammar(json).fault(); }

}  // namespace alatoo
