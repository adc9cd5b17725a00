// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of the names found in any text: where they stand, and how little the way it is written
// may change them.
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "common/text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/shipped.h"
#include "indexer/read/source.h"
#include "tests/property/random_archive.h"

namespace alatoo {
namespace {

using Keys = std::set<std::string>;

Article enriched(const std::string& text) {
  static Enricher enricher(shipped_authority(), {});
  RawItem item;
  item.path = item.id = "story.txt";
  item.bytes = text;
  Parsed parsed = parse(item);
  if (parsed.articles.empty()) return {};
  enricher.enrich(parsed.articles.front());
  return std::move(parsed.articles.front());
}

/// "person roza otunbaeva" for each entity that the text, not its date line, names.
Keys keys(const Article& article) {
  Keys keys;
  for (const EntityKind kind : kAllEntityKinds) {
    for (const Entity& entity : article.of(kind)) {
      keys.insert(std::string(to_string(kind)) + " " + entity.key);
    }
  }
  return keys;
}
Keys keys(const std::string& text) { return keys(enriched(text)); }

/// Names of `found` that `known` has not.
std::string beyond(const Keys& found, const Keys& known) {
  std::string list;
  for (const auto& key : found) {
    if (known.count(key) == 0) list += key + "; ";
  }
  return list;
}

/// The stories of the sample archive as plain text: headline and body.
const std::vector<std::string>& stories() {
  static const auto stories = [] {
    std::vector<std::string> found;
    const std::filesystem::path root = ALATOO_SOURCE_DIR "/tests/corpora/unrest/articles";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      RawItem item;
      item.path = item.id = entry.path().filename().string();
      if (entry.path().extension() != ".txt") continue;
      item.bytes.assign(std::istreambuf_iterator<char>(file), {});
      for (Article& article : parse(item).articles) {
        static Enricher enricher(shipped_authority(), {});
        enricher.enrich(article);
        std::string text;
        for (const Zone& zone : article.zones) {
          if (zone.kind == ZoneKind::headline || zone.kind == ZoneKind::body) {
            text += std::string(trim(zone.span.of(article.text))) + "\n\n";
          }
        }
        found.push_back(text);
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }();
  return stories;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string upper(const std::string& text) {
  std::string out;
  icu::UnicodeString::fromUTF8(text).toUpper().toUTF8String(out);
  return out;
}

void expect_in_their_zones_and_apart(const Article& article) {
  std::vector<Span> spans;
  for (const EntityKind kind : kAllEntityKinds) {
    for (const Entity& entity : article.of(kind)) {
      EXPECT_FALSE(entity.key.empty());
      EXPECT_FALSE(trim(entity.name).empty());
      EXPECT_TRUE(std::is_sorted(entity.mentions.begin(), entity.mentions.end()));
      spans.insert(spans.end(), entity.mentions.begin(), entity.mentions.end());
    }
  }
  std::sort(spans.begin(), spans.end());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Span span = spans[i];
    ASSERT_LT(span.begin, span.end);
    ASSERT_LE(span.end, article.text.size());
    EXPECT_FALSE(is_continuation(article.text[span.begin]));
    EXPECT_TRUE(span.end == article.text.size() || !is_continuation(article.text[span.end]));
    EXPECT_TRUE(std::any_of(article.zones.begin(), article.zones.end(), [&](const Zone& zone) {
      return is_story(zone.kind) && zone.span.begin <= span.begin && span.end <= zone.span.end;
    })) << span.of(article.text);
    if (i > 0) {
      EXPECT_LE(spans[i - 1].end, span.begin)
          << spans[i - 1].of(article.text) << " and " << span.of(article.text);
    }
  }
}

TEST(Recognition, MentionsAreApartAndInTheirZones) {
  ASSERT_GT(stories().size(), 10u);
  for (const auto& story : stories()) expect_in_their_zones_and_apart(enriched(story));
}

/// Stories whose words are drawn, doubled, glued and cased at random.
TEST(Recognition, MentionsOfWildTextAreToo) {
  Random random(20101007);
  for (int round = 0; round < 150; ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    std::string text;
    for (int piece = 0; piece < 60; ++piece) {
      const std::string& story = random.of(stories());
      std::size_t begin = random.below(story.size());
      std::size_t end = std::min(story.size(), begin + 1 + random.below(40));
      while (begin > 0 && is_continuation(story[begin])) --begin;
      while (end < story.size() && is_continuation(story[end])) ++end;
      std::string part = story.substr(begin, end - begin);
      if (random.one_in(6)) part = upper(part);
      if (random.one_in(8)) part = lower(part);
      text += part;
      if (random.one_in(5)) text += random.one_in(2) ? "\n" : "\n\n";
      if (random.one_in(4))
        text += random.of(std::vector<std::string>{"'s ", "’s", ", ", ". ", " - ", " (", ") ", "“",
                                                   "\xC2\xA0", "\xCC\x81", "<", "&", "…"});
    }
    expect_in_their_zones_and_apart(enriched(text));
  }
}

TEST(Recognition, DecomposedLettersChangeNothing) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* decompose = icu::Normalizer2::getNFDInstance(status);
  for (const auto& story : stories()) {
    std::string decomposed;
    decompose->normalize(icu::UnicodeString::fromUTF8(story), status).toUTF8String(decomposed);
    EXPECT_EQ(keys(decomposed), keys(story));
  }
}

TEST(Recognition, TheShapeOfApostrophesAndHyphensChangesNothing) {
  for (const auto& story : stories()) {
    const std::string plain = replaced(replaced(story, "’", "'"), "‘", "'");
    const Keys found = keys(plain);
    EXPECT_EQ(keys(replaced(plain, "'", "’")), found);
    EXPECT_EQ(keys(replaced(plain, "-", "\xE2\x80\x90")), found);
  }
}

TEST(Recognition, LinesThatBreakElsewhereChangeNothing) {
  for (const auto& story : stories()) {
    std::string wrapped;
    std::size_t column = 0;
    for (const char c : story) {
      column = c == '\n' ? 0 : column + 1;
      const bool breaks = c == ' ' && column > 60;
      wrapped += breaks ? '\n' : c;
      if (breaks) column = 0;
    }
    EXPECT_EQ(beyond(keys(wrapped), keys(story)), "") << wrapped;
    EXPECT_EQ(beyond(keys(story), keys(wrapped)), "") << wrapped;
  }
}

TEST(Recognition, AHeadlineInCapitalsAddsNoName) {
  for (const auto& story : stories()) {
    const auto end = story.find('\n');
    const std::string loud = upper(story.substr(0, end)) + story.substr(end);
    EXPECT_EQ(beyond(keys(loud), keys(story)), "") << loud;
  }
}

TEST(Recognition, TextWithoutCapitalsHasFewerNamesAndNoOthers) {
  for (const auto& story : stories()) {
    EXPECT_EQ(beyond(keys(lower(story)), keys(story)), "") << story;
  }
}

/// Except organisations: some are known by names that are no names in small letters.
TEST(Recognition, TextInCapitalsHasNoOtherNames) {
  for (const auto& story : stories()) {
    Keys found = keys(upper(story));
    std::erase_if(found, [](const std::string& key) { return key.starts_with("organisation "); });
    EXPECT_EQ(beyond(found, keys(story)), "") << story;
  }
}

}  // namespace
}  // namespace alatoo
