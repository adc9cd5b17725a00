// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/tsv.h"

#include <algorithm>
#include <optional>

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

/// Without the blanks, and the CR of a line's end, around it.
std::string_view bare(std::string_view field) {
  const auto blank = [](char c) { return c == ' ' || c == '\r'; };
  while (!field.empty() && blank(field.back())) field.remove_suffix(1);
  while (!field.empty() && blank(field.front())) field.remove_prefix(1);
  return field;
}

/// What a spreadsheet means by a value in quotes, where quotes of its own are doubled; nothing if
/// it did not write these.
std::optional<std::string> unquoted(std::string_view field) {
  if (field.size() < 2 || field.front() != '"' || field.back() != '"') return std::nullopt;
  field = field.substr(1, field.size() - 2);
  std::string value;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] == '"' && (++i == field.size() || field[i] != '"')) return std::nullopt;
    value += field[i];
  }
  return value;
}

}  // namespace

TsvReader::TsvReader(std::string_view file, std::string_view text,
                     std::initializer_list<std::string_view> columns)
    : file_(file), rest_(text), columns_(columns), places_(columns.size(), kAbsent) {
  std::string all;
  for (const auto column : columns) all += (all.empty() ? "" : ", ") + std::string(column);
  if (!next_line()) fail("the table is empty; its first line must name the columns: " + all);
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const std::string name = ascii_lower(fields_[i]);
    if (name.empty() || name == "note") continue;
    const auto found = std::find(columns_.begin(), columns_.end(), name);
    if (found == columns_.end()) {
      fail("there is no column \"" + name + "\"; the first line must name the columns: " + all);
    }
    std::size_t& place = places_[static_cast<std::size_t>(found - columns_.begin())];
    if (place != kAbsent) fail("the column \"" + name + "\" is given twice");
    place = i;
  }
}

void TsvReader::require(std::size_t column) const {
  if (!has(column)) fail("no column is called \"" + std::string(columns_[column]) + "\"");
}

bool TsvReader::next() {
  const auto expected = fields_.size();
  if (!next_line()) return false;
  for (std::size_t i = expected; i < fields_.size(); ++i) {
    if (fields_[i].empty()) continue;
    fail("expected " + std::to_string(expected) +
         " fields separated by TAB, as the columns are, found " + std::to_string(i + 1));
  }
  fields_.resize(expected);
  return true;
}

bool TsvReader::next_line() {
  while (!rest_.empty()) {
    const auto end = rest_.find('\n');
    auto line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    ++line_;
    if (line.empty() || line.front() == '#') continue;
    split_into(line, '\t', fields_);
    unquoted_.clear();
    bool empty = true;
    for (auto& field : fields_) {
      field = bare(field);
      if (auto value = unquoted(field)) field = bare(unquoted_.emplace_back(std::move(*value)));
      empty = empty && field.empty();
    }
    if (!empty) return true;
  }
  return false;
}

void TsvReader::fail(const std::string& what) const {
  throw Error(std::string(file_) + ":" + std::to_string(std::max<std::uint64_t>(line_, 1)) + ": " +
              what);
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  if (!text.empty()) split_into(text, separator, parts);
  return parts;
}

}  // namespace alatoo
