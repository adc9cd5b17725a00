// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/markup.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace alatoo {
namespace {

TEST(Markup, BlocksBecomeParagraphs) {
  EXPECT_EQ(text_of_markup("<div><p>One\n  line.</p>\n<p class='x>y'>Two.</p></div>"),
            "One line.\n\nTwo.");
  EXPECT_EQ(text_of_markup("<h1>Title</h1>Body"), "Title\n\nBody");
  EXPECT_EQ(text_of_markup("A<br>B<br/>C<BR /><br>D"), "A\nB\nC\n\nD");
  EXPECT_EQ(text_of_markup("<ul><li>One</li><li>Two</li></ul>end"), "One\nTwo\n\nend");
}

TEST(Markup, InlineTagsLeaveNoGap) {
  EXPECT_EQ(text_of_markup("The <b>vote</b>, <a href=\"x>y\">he</a> said"), "The vote, he said");
}

TEST(Markup, DropsWhatIsNoText) {
  EXPECT_EQ(
      text_of_markup("A<!-- <p>no</p> -->B<script>if (a < b) no();</SCRIPT>C<style>p{}</style>"),
      "ABC");
  EXPECT_EQ(text_of_markup("<?xml version='1.0'?><!DOCTYPE html>A"), "A");
  EXPECT_EQ(text_of_markup("A<script>never closed"), "A");
}

TEST(Markup, ResolvesReferences) {
  EXPECT_EQ(
      text_of_markup("AT&amp;T &lt;LM&gt; &quot;x&quot; &#39;&#x2019;&rsquo; &eacute;&hellip;"),
      "AT&T <LM> \"x\" '’’ é…");
  EXPECT_EQ(text_of_markup("&amp;lt;"), "&lt;");
}

TEST(Markup, LeavesWhatIsNoReferenceOrTag) {
  EXPECT_EQ(text_of_markup("R&D, &unknown; &#xD800; &#0; &#99999999; 3 < 4 <5 a<"),
            "R&D, &unknown; &#xD800; &#0; &#99999999; 3 < 4 <5 a<");
}

TEST(Markup, EveryNamedReferenceIsFound) {
  // The table is searched by halving, so it must be sorted.
  for (const char* name : {"Aacute", "Uuml", "aacute", "amp", "bull", "euro", "frac14", "gt", "lt",
                           "mdash", "nbsp", "ouml", "quot", "raquo", "shy", "yen"}) {
    const std::string reference = std::string("&") + name + ";";
    EXPECT_NE(text_of_markup(reference + "x"), reference + "x");
  }
}

TEST(Markup, KnowsMarkupFromAngleBrackets) {
  EXPECT_TRUE(looks_like_markup("<p>One</p>"));
  EXPECT_TRUE(looks_like_markup("One<BR>Two"));
  EXPECT_TRUE(looks_like_markup("One<br />Two"));
  EXPECT_FALSE(looks_like_markup("of <LM Ericsson Telephone Co> said a < b"));
  EXPECT_FALSE(looks_like_markup("<Pacific> said"));
}

TEST(Markup, EndsOnAnyInput) {
  constexpr std::string_view kBytes = "<>/!-&;#x\"'=psi \n\xC3";
  std::mt19937 random(9);
  for (int round = 0; round < 20'000; ++round) {
    std::string html;
    for (auto size = random() % 60; size > 0; --size) html += kBytes[random() % kBytes.size()];
    EXPECT_LE(text_of_markup(html).size(), 3 * html.size() + 2) << html;
  }
  EXPECT_EQ(text_of_markup(std::string(1 << 20, '<')).size(), 1u << 20);
  std::string nested;
  for (int depth = 0; depth < 200'000; ++depth) nested += "<div>";
  EXPECT_EQ(text_of_markup(nested + "x"), "x");
}

}  // namespace
}  // namespace alatoo
