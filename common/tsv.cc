// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tsv.h"

#include <algorithm>

#include "common/error.h"

namespace alatoo {
namespace {

void split_into(std::string_view text, char separator, std::vector<std::string_view>& parts) {
  parts.clear();
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + 1);
  }
}

}  // namespace

TsvReader::TsvReader(std::string_view file, std::string_view text,
                     std::initializer_list<std::string_view> columns)
    : file_(file), rest_(text) {
  if (!next_line()) fail("the table is empty; its first line must name the columns");
  for (const auto column : columns) {
    const auto found = std::find(fields_.begin(), fields_.end(), column);
    if (found == fields_.end()) fail("no column is called \"" + std::string(column) + "\"");
    wanted_.push_back(static_cast<std::size_t>(found - fields_.begin()));
  }
}

bool TsvReader::next() {
  const auto expected = fields_.size();
  if (!next_line()) return false;
  if (fields_.size() != expected) {
    fail("expected " + std::to_string(expected) + " fields separated by TAB, found " +
         std::to_string(fields_.size()));
  }
  return true;
}

bool TsvReader::next_line() {
  while (!rest_.empty()) {
    const auto end = rest_.find('\n');
    auto line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    ++line_;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    split_into(line, '\t', fields_);
    return true;
  }
  return false;
}

void TsvReader::fail(const std::string& what) const {
  throw Error(std::string(file_) + ":" + std::to_string(line_) + ": " + what);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  if (!text.empty()) split_into(text, separator, parts);
  return parts;
}

}  // namespace alatoo
