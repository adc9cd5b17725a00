// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/micro/samples.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <random>

#include "common/error.h"
#include "common/json.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/shipped.h"
#include "indexer/pipeline.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {

constexpr std::uint64_t kSeed = 20100407;

/// Draws that are the same with every standard library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  /// 0 .. n-1, the r-th about 1/r as often as the first.
  std::size_t zipf(std::size_t n) {
    const double u = static_cast<double>(engine_() >> 11) * 0x1p-53;
    return std::min(n - 1, static_cast<std::size_t>(std::pow(static_cast<double>(n), u)) - 1);
  }

 private:
  std::mt19937_64 engine_;
};

std::string made_up(Random& random, std::size_t syllables) {
  static constexpr std::array kOnsets = {"b", "br", "k", "d", "f", "g",  "h", "j", "l",
                                         "m", "n",  "p", "r", "s", "st", "t", "v", "z"};
  static constexpr std::array kVowels = {"a", "e", "i", "o", "u", "ai", "ou"};
  static constexpr std::array kEndings = {"", "n", "r", "s", "ing", "ed", "tion", "ly", "rs"};
  std::string word;
  for (; syllables > 0; --syllables) {
    word += kOnsets[random.below(kOnsets.size())];
    word += kVowels[random.below(kVowels.size())];
  }
  return word + kEndings[random.below(kEndings.size())];
}

std::string capitalised(std::string word) {
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

std::vector<std::string> made_up_names(std::uint64_t seed, std::size_t count, bool two_words) {
  Random random(seed);
  std::vector<std::string> names;
  while (names.size() < count) {
    std::string name = capitalised(made_up(random, 2));
    if (two_words) name += ' ' + capitalised(made_up(random, 3));
    names.push_back(std::move(name));
  }
  return names;
}

const std::vector<std::string>& people() {
  static const auto names = made_up_names(1, 2000, true);
  return names;
}

const std::vector<std::string>& cities() {
  static const auto names = made_up_names(2, 200, false);
  return names;
}

std::string sentence(Random& random, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0) text += random.below(12) == 0 ? ", " : " ";
    const std::string& word = made_up_word(random.zipf(kMadeUpWords));
    if (random.below(25) == 0) {
      text += people()[random.zipf(people().size())];
    } else {
      text += i == 0 ? capitalised(word) : word;
    }
  }
  return text;
}

std::string body(Random& random, std::size_t paragraphs) {
  std::string text;
  for (std::size_t p = 0; p < paragraphs; ++p) {
    if (p > 0) text += "\n\n";
    for (std::size_t n = 1 + random.below(4); n > 0; --n)
      text += sentence(random, 8 + random.below(20)) + (n > 1 ? ". " : ".");
  }
  return text;
}

Json names(Random& random, const std::vector<std::string>& all, const char* rel) {
  Json list = Json::array();
  for (std::size_t n = random.below(5); n > 0; --n) {
    list.push_back({{"name", all[random.zipf(all.size())]}});
    if (rel) list.back()["rel"] = rel;
  }
  return list;
}

/// A ninjs list of one text.
Json value(std::string text) { return Json::array({Json::object({{"value", std::move(text)}})}); }

std::string build_index(const TempFolder& folder) {
  std::string text;
  for (const std::string& line : made_up_lines(kMadeUpArticles)) text += line + "\n";
  const std::string file = folder.write("articles.jsonl", text);
  JobOptions options;
  options.db = folder / "index";
  options.source.paths = {file};
  options.jobs = 1;
  options.enrich.recognize = false;
  options.authority = shipped_authority();
  Progress progress({"never", true, false});
  JobReport report;
  rebuild(options, progress, report);
  return options.db;
}

}  // namespace

const std::vector<RawItem>& sample_items() {
  static const auto items = [] {
    std::vector<RawItem> read;
    Source source({.paths = {ALATOO_SOURCE_DIR "/tests/corpora/unrest/articles"}});
    for (RawItem item; source.next(item, [](const Rejection& rejection) {
           throw Error(rejection.where + ": " + rejection.reason);
         });)
      read.push_back(item);
    return read;
  }();
  return items;
}

const std::vector<Article>& parsed_articles() {
  static const auto articles = [] {
    std::vector<Article> all;
    for (const RawItem& item : sample_items()) {
      for (Article& article : parse(item).articles) all.push_back(std::move(article));
    }
    return all;
  }();
  return articles;
}

const std::vector<Article>& enriched_articles() {
  static const auto articles = [] {
    Enricher enricher(shipped_authority(), {});
    std::vector<Article> all = parsed_articles();
    for (Article& article : all) enricher.enrich(article);
    return all;
  }();
  return articles;
}

std::int64_t text_bytes(const std::vector<Article>& articles) {
  std::int64_t bytes = 0;
  for (const Article& article : articles) bytes += static_cast<std::int64_t>(article.text.size());
  return bytes;
}

std::vector<std::string> made_up_lines(std::size_t count) {
  Random random(kSeed);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < count; ++i) {
    const PartialDate date{2005 + static_cast<int>(random.below(16)),
                           1 + static_cast<int>(random.below(12)),
                           1 + static_cast<int>(random.below(28))};
    const Json article = {{"uri", "made-up:" + std::to_string(i)},
                          {"language", "en"},
                          {"versionCreated", date.iso()},
                          {"headlines", value(sentence(random, 6))},
                          {"bodies", value(body(random, 2 + random.below(6)))},
                          {"source", cities()[random.zipf(20)] + " News"},
                          {"people", names(random, people(), nullptr)},
                          {"places", names(random, cities(), "city")}};
    lines.push_back(dump(article));
  }
  return lines;
}

const std::string& made_up_text() {
  static const auto text = [] {
    Random random(kSeed);
    std::string prose;
    while (prose.size() < 1 << 20) prose += body(random, 1) + "\n\n";
    return prose;
  }();
  return text;
}

const std::string& made_up_word(std::size_t rank) {
  static const auto words = [] {
    Random random(kSeed);
    std::vector<std::string> made;
    for (std::size_t i = 0; i < kMadeUpWords; ++i)
      made.push_back(made_up(random, 1 + std::min<std::size_t>(i / 50, 3)));
    return made;
  }();
  return words[rank];
}

const Archive& made_up_archive() {
  static const TempFolder folder;
  static const Archive archive(build_index(folder));
  return archive;
}

}  // namespace alatoo
