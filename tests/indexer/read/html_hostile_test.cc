// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "common/text.h"
#include "indexer/read/html.h"

namespace alatoo {
namespace {

std::string repeated(std::string_view part, int times) {
  std::string out;
  out.reserve(part.size() * static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

/// What holds of every article whatever it was read from.
void check(const Members& members) {
  ASSERT_FALSE(members.empty());
  for (const Member& member : members) {
    const Article& article = member.article;
    std::string cleaned = article.text;
    EXPECT_EQ(clean_utf8(cleaned), 0u);
    EXPECT_EQ(cleaned, article.text);
    EXPECT_TRUE(!article.text.empty() || !member.refusal.empty());
    std::uint32_t at = 0;
    for (const Zone& zone : article.zones) {
      EXPECT_LE(at, zone.span.begin);
      EXPECT_LT(zone.span.begin, zone.span.end);
      EXPECT_LE(zone.span.end, article.text.size());
      at = zone.span.end;
    }
  }
}

// Each of these took a quadratic reader from seconds to hours.
TEST(HtmlHostile, RepeatedTags) {
  constexpr int kTimes = 100'000;
  for (const char* part : {"<div>",
                           "<p>",
                           "<p>x",
                           "<a href=x>y",
                           "<a href=x><div>y</a>",
                           "<b><i>",
                           "<b><i><p>x</b>",
                           "<font size=1><p>x",
                           "<table><tr><td>",
                           "<table><tr><td><a href=x>",
                           "<ul><li>",
                           "<li>x",
                           "<dl><dd>",
                           "<div><table><tr><td></div>",
                           "<select>",
                           "<button>x",
                           "<svg><g>",
                           "<math><mi>",
                           "<template>",
                           "<form><input>",
                           "<h1>x",
                           "<article>",
                           "<x-y>z",
                           "<script>",
                           "<title>x",
                           "<!--",
                           "<",
                           "</div>",
                           "<a href=\"",
                           "<body class=x>",
                           "<div class=comments>",
                           "<br>x",
                           "<pre>\n\n x",
                           "<caption>",
                           "<option>x",
                           "<nobr>x",
                           "<time>x",
                           "<meta name=date content=x>",
                           "&amp;",
                           "&#1"}) {
    SCOPED_TRACE(part);
    check(read_html(repeated(part, kTimes)));
  }
}

TEST(HtmlHostile, TextInATableIsMovedBeforeIt) {
  check(read_html("<table>" + repeated("x<tr>", 100'000)));
  check(read_html("<table>" + repeated("<p>x", 100'000)));
}

TEST(HtmlHostile, ManyAndHugeAttributes) {
  std::string tag = "<div ";
  for (int i = 0; i < 100'000; ++i) tag += "a" + std::to_string(i) + "=1 ";
  const Members members = read_html(tag + ">x</div><p class=\"" + repeated("x ", 500'000) + "\">y");
  check(members);
  EXPECT_EQ(members[0].article.text, "x\n\ny");
}

TEST(HtmlHostile, DeepTextSurvives) {
  const Members members = read_html(repeated("<div>", 20'000) + "Here it is." +
                                    repeated("</div>", 20'000) + "<p>And on.");
  check(members);
  EXPECT_NE(members[0].article.text.find("Here it is."), std::string::npos);
  EXPECT_NE(members[0].article.text.find("And on."), std::string::npos);
}

TEST(HtmlHostile, LargePagesAreCut) {
  const Members members = read_html(repeated("<p>x", 1'000'000));
  check(members);
  ASSERT_EQ(members[0].article.notes.size(), 1u);
  EXPECT_NE(members[0].article.notes[0].find("too large"), std::string::npos);
}

TEST(HtmlHostile, NothingToRead) {
  for (const char* html : {"", " ", "<", "<html></html>", "<script>x", "<!-- x", "&nbsp;",
                           "<p hidden>x</p>", "<frameset><frame src=x></frameset>"}) {
    const Members members = read_html(html);
    ASSERT_EQ(members.size(), 1u);
    if (std::string_view(html) == "<") continue;
    EXPECT_EQ(members[0].refusal, "no text: the page shows none") << html;
  }
}

TEST(HtmlHostile, RandomTagSoup) {
  static const std::vector<std::string> kParts = {
      "<p>",
      "</p>",
      "<div class=\"menu\">",
      "</div>",
      "<article>",
      "</article>",
      "<table>",
      "<tr>",
      "<td>",
      "</table>",
      "<a href=x>",
      "</a>",
      "<b>",
      "</b>",
      "<h1>",
      "</h1>",
      "<h2 class=title>",
      "<ul>",
      "<li>",
      "</ul>",
      "<br>",
      "<span class=byline>",
      "</span>",
      "<time datetime=2010-05-15>",
      "</time>",
      "<script>",
      "</script>",
      "<!--",
      "-->",
      "<select>",
      "</select>",
      "<svg>",
      "</svg>",
      "<figure>",
      "<figcaption>",
      "<aside>",
      "</aside>",
      "<main>",
      "<form>",
      "<pre>",
      "\n\n",
      " ",
      "&amp;",
      "&#x1F600;",
      "&#0;",
      "&bogus;",
      "\xFF",
      "\xC3",
      "é",
      "\uE000",
      "\uE0007\uE000",
      "\0x",
      "Ferry crews went back to work on Sunday after the board gave in to all of it.",
      "By Ann Lee",
      "Паромщики вернулись на работу в воскресенье, сообщил совет порта озера Толмар.",
      "x",
      "<",
      "<title>Ferry crews</title>",
      "<meta property=og:title content='Ferry crews'>",
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"A\"}</script>",
      "<div itemprop=articleBody>",
      "<noscript>",
      "</noscript>",
      "<template>",
      "<p hidden>",
      "<article class=comment>",
      "<object>",
      "</object>",
      "<caption>",
      "<dd>",
      "<x-a>",
      "</x-a>"};
  std::mt19937 random(20);
  for (int round = 0; round < 4'000; ++round) {
    std::string html;
    for (auto size = random() % 60; size > 0; --size) html += kParts[random() % kParts.size()];
    SCOPED_TRACE("round " + std::to_string(round) + ": " + html);
    check(read_html(html));
    Article article;
    TextBuilder to(article);
    add_html(html, to);
    std::string line = html_line(html);
    EXPECT_EQ(line.find('\n'), line.npos);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(HtmlHostile, RandomBytes) {
  constexpr std::string_view kBytes = "<>/!-&;#x\"'=psi \n\xC3";
  std::mt19937 random(9);
  for (int round = 0; round < 10'000; ++round) {
    std::string html;
    for (auto size = random() % 60; size > 0; --size) html += kBytes[random() % kBytes.size()];
    SCOPED_TRACE(html);
    check(read_html(html));
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace alatoo
