// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/bio.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "common/error.h"
#include "common/text.h"

namespace alatoo {
namespace {

std::optional<NameKind> kind_of(std::string_view tag) {
  if (tag.ends_with("-PER")) return NameKind::person;
  if (tag.ends_with("-LOC")) return NameKind::location;
  if (tag.ends_with("-ORG")) return NameKind::organisation;
  if (tag.ends_with("-MISC")) return NameKind::other;
  return std::nullopt;
}

/// Tokens that stand close to the one before: "said," and "it's" and "don't".
bool clings(std::string_view token) {
  static constexpr std::string_view closing = ".,;:!?)]}%";
  if (closing.find(token[0]) != std::string_view::npos) return true;
  return token == "n't" || token == "''" ||
         (token.size() > 1 && token.size() < 4 && token[0] == '\'');
}

class Reader {
 public:
  void token(std::string_view token, std::optional<NameKind> kind, bool begins) {
    if (token == "\"" || token == "'\"'") token = "\"";
    const bool quote = token == "\"";
    const bool closes = quote && quoted_;
    if (quote) quoted_ = !quoted_;
    const bool hyphen = token == "-";
    if (!fresh_ && !glue_ && !hyphen && !closes && !clings(token)) document_.text += ' ';
    glue_ = hyphen || (quote && quoted_) || token == "(" || token == "[" || token == "#" ||
            token == "@" || token == "$" || token == "``";
    fresh_ = false;
    const auto at = static_cast<std::uint32_t>(document_.text.size());
    document_.text += token;
    const auto number = static_cast<std::uint32_t>(document_.tokens.size());
    document_.tokens.push_back({at, static_cast<std::uint32_t>(document_.text.size())});
    const bool goes_on = kind && !begins && !document_.names.empty() &&
                         document_.names.back().last == number &&
                         document_.names.back().kind == *kind;
    if (goes_on) {
      ++document_.names.back().last;
    } else if (kind) {
      document_.names.push_back({*kind, number, number + 1});
    }
  }
  void end_sentence() {
    if (fresh_) return;
    document_.text += "\n\n";
    fresh_ = true;
    glue_ = quoted_ = false;
  }
  void end_document() {
    end_sentence();
    if (!document_.tokens.empty()) documents_.push_back(std::move(document_));
    document_ = {};
  }
  std::vector<BioDocument> take() { return std::move(documents_); }

 private:
  std::vector<BioDocument> documents_;
  BioDocument document_;
  bool fresh_ = true;    ///< a sentence begins
  bool glue_ = false;    ///< no blank before the next token
  bool quoted_ = false;  ///< inside straight quotes
};

}  // namespace

std::vector<BioDocument> read_bio(std::string_view content, const std::string& name) {
  Reader reader;
  std::size_t number = 0;
  bool marks_other = false;
  while (!content.empty()) {
    const auto end = std::min(content.find('\n'), content.size());
    std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with("-DOCSTART-")) {
      reader.end_document();
      continue;
    }
    if (line.empty()) {
      reader.end_sentence();
      continue;
    }
    const auto tab = line.find('\t');
    const auto tag = tab == std::string_view::npos ? "" : line.substr(tab + 1);
    const auto kind = kind_of(tag);
    const bool marked = tag.starts_with("B-") || tag.starts_with("I-");
    if (tab == std::string_view::npos || marked != kind.has_value() || (!marked && tag != "O")) {
      throw Error(name + ":" + std::to_string(number) +
                  ": expected a token, a TAB and a tag such as O or B-PER");
    }
    marks_other = marks_other || kind == NameKind::other;
    // Some tokens are signs that the file's makers dropped.
    const auto token = trim(line.substr(0, tab));
    if (!token.empty()) reader.token(token, kind, tag.starts_with("B-"));
  }
  reader.end_document();
  auto documents = reader.take();
  for (auto& document : documents) document.marks_other = marks_other;
  return documents;
}

std::vector<BioDocument> part_of(std::vector<BioDocument> documents, double from, double to) {
  const auto at = [&](double share) {
    return static_cast<std::ptrdiff_t>(share * static_cast<double>(documents.size()) + 1e-9);
  };
  return {std::make_move_iterator(documents.begin() + at(from)),
          std::make_move_iterator(documents.begin() + at(to))};
}

Article article_of(const BioDocument& document) {
  Article article;
  article.text = document.text;
  article.language = "en";
  article.zones = {{ZoneKind::body, {0, static_cast<std::uint32_t>(document.text.size())}}};
  return article;
}

}  // namespace alatoo
