// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html_clean.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace alatoo {
namespace {

std::string repeated(std::string_view part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; ++at) ++found;
  return found;
}

TEST(HtmlClean, DropsWhatNobodySees) {
  EXPECT_EQ(clean_html("a<!-- <p>b --><script>if (a<b) c</SCRIPT><style>p{}</style>d").markup,
            "ad");
  EXPECT_EQ(clean_html("<?xml version='1.0'?><!DOCTYPE html>a").markup, "a");
  EXPECT_EQ(clean_html("a<script>never closed").markup, "a");
  EXPECT_EQ(clean_html("<iframe src=x><p>no frames</p></iframe>a").markup, "a");
}

TEST(HtmlClean, KeepsTheAttributesThatTell) {
  EXPECT_EQ(clean_html("<DIV CLASS='a \"b\"' onclick=x() id=c data-d='e'>x</DIV>").markup,
            "<div class=\"a &quot;b&quot;\" id=\"c\">x</div>");
  EXPECT_EQ(clean_html("<p style='color: red; Display : none'>x").markup, "<p hidden>x");
  EXPECT_EQ(clean_html("<p aria-hidden=true>x").markup, "<p hidden>x");
  EXPECT_EQ(clean_html("<p class=a class=b>x").markup, "<p class=\"a\">x");
}

TEST(HtmlClean, FormattingBecomesSpansOrNothing) {
  EXPECT_EQ(clean_html("<b>a</b><font size=2 class=x>b</font>").markup,
            "a<span class=\"x\">b</span>");
  EXPECT_EQ(clean_html("<a href='/x' title=y>a</a><a name=z></a>").markup,
            "<span href=\"\">a</span><span name=\"z\"></span>");
  EXPECT_EQ(clean_html("<a href=1>a<a href=2>b</a>").markup,
            "<span href=\"\">a</span><span href=\"\">b</span>");
  EXPECT_EQ(clean_html("<o:p>a</o:p><my-tip>b</my-tip>").markup,
            "a<span class=\"my-tip\">b</span>");
  // Closed inside of a block, the link ends with it.
  EXPECT_EQ(clean_html("<a href=1><div>a</a></div>b").markup,
            "<span href=\"\"><div>a</div></span>b");
}

TEST(HtmlClean, SetsPlainTextAside) {
  const CleanHtml clean =
      clean_html("<p>A text that is long enough &amp; goes on and on and so far</p>");
  ASSERT_EQ(clean.texts.size(), 2u);
  EXPECT_EQ(clean.texts[0], "A text that is long enough ");
  EXPECT_EQ(clean.texts[1], " goes on and on and so far");
  EXPECT_NE(clean.markup.find("&amp;"), std::string::npos);
  // The mark in a text of the page means nothing.
  EXPECT_EQ(clean_html("<p>a\uE0000\uE000b").markup, "<p>a0b");
}

TEST(HtmlClean, FindsJsonLd) {
  const CleanHtml clean = clean_html(
      "<script>x</script><script type='application/ld+json'>{\"a\":1}</script>"
      "<SCRIPT TYPE=\"Application/LD+JSON; charset=utf-8\">[]</SCRIPT>");
  ASSERT_EQ(clean.json_ld.size(), 2u);
  EXPECT_EQ(clean.json_ld[0], "{\"a\":1}");
  EXPECT_EQ(clean.json_ld[1], "[]");
}

TEST(HtmlClean, CapsNesting) {
  const std::string markup = clean_html(repeated("<div>", 20'000) + "x").markup;
  EXPECT_EQ(count(markup, "<div>"), 512u);
  EXPECT_EQ(markup.back(), 'x');
  // Spans that are never closed leave room for blocks.
  const std::string spans = clean_html(repeated("<span class=a>", 20'000) + "<div>x").markup;
  EXPECT_LE(count(spans, "<span"), 400u);
  EXPECT_EQ(count(spans, "<div>"), 1u);
}

TEST(HtmlClean, AnEndTagInATableClosesNothingOutsideOfIt) {
  const std::string part = "<div><table><tr><td></div>";
  const std::string markup = clean_html(repeated(part, 2'000) + "x").markup;
  EXPECT_LE(count(markup, "<table"), 512u);
}

TEST(HtmlClean, ControlsThatAreNeverClosedSwallowNothing) {
  for (const std::string tag : {"select", "button", "object", "svg", "template", "video"}) {
    EXPECT_EQ(clean_html("<" + tag + "><p>a").markup, "<p>a") << tag;
  }
  EXPECT_EQ(clean_html("<textarea><p>a").markup, "<p>a");
  EXPECT_EQ(clean_html("<title>a<p>b").markup, "a<p>b");
}

TEST(HtmlClean, CutsWhatIsTooLarge) {
  const CleanHtml clean = clean_html(repeated("<p>", 500'000));
  EXPECT_TRUE(clean.cut);
  EXPECT_LE(count(clean.markup, "<p>"), 400'001u);
  EXPECT_FALSE(clean_html("<p>").cut);
}

TEST(HtmlClean, LeavesBracketsThatAreNoTags) {
  EXPECT_EQ(clean_html("3 < 4 <5 a<").markup, "3 &lt; 4 &lt;5 a&lt;");
  EXPECT_EQ(clean_html("<p class=\"never closed").markup, "");
}

}  // namespace
}  // namespace alatoo
