// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/transcript.h"

#include <regex>
#include <stdexcept>

namespace alatoo::e2e {

std::vector<std::string> split_command(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool begun = false;
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\\' && quote != '\'' && i + 1 < line.size()) {
      word += line[++i];
      begun = true;
    } else if (quote != 0) {
      if (c == quote) {
        quote = 0;
      } else {
        word += c;
      }
    } else if (c == '\'' || c == '"') {
      quote = c;
      begun = true;
    } else if (c == ' ') {
      if (begun) words.push_back(std::move(word));
      word.clear();
      begun = false;
    } else {
      word += c;
      begun = true;
    }
  }
  if (quote != 0) throw std::invalid_argument("an open quote in: " + std::string(line));
  if (begun) words.push_back(std::move(word));
  return words;
}

std::string stable(std::string text) {
  static const std::regex took("\\bin [0-9.,]+ (ms|s)\\b");
  static const std::regex took_json("(\"took_ms\":) ?[0-9.e+-]+");
  static const std::regex written("\\(([^()\n]*) read, [^()\n]* written, [^()\n]* s\\)");
  static const std::regex size(" +[0-9.]+ (bytes|kB|MB)\\b");
  static const std::regex fingerprint("authority  [0-9a-f]{16}");
  static const std::regex time("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
  static const std::regex run("( Q0 [^ \n]+ [0-9]+) [^ \n]+( alatoo\n)");
  static const std::regex score_json("(\"score\":) ?[0-9.e+-]+");
  static const std::regex score_csv("(\n[0-9]+,)[0-9.e+-]+,");
  text = std::regex_replace(text, run, "$1 N$2");
  text = std::regex_replace(text, score_json, "$1 N");
  text = std::regex_replace(text, score_csv, "$1N,");
  text = std::regex_replace(text, took, "in N $1");
  text = std::regex_replace(text, took_json, "$1 N");
  text = std::regex_replace(text, written, "($1 read, N written, N s)");
  text = std::regex_replace(text, size, " N B");
  text = std::regex_replace(text, fingerprint, "authority  N");
  return std::regex_replace(text, time, "TIME");
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace alatoo::e2e
