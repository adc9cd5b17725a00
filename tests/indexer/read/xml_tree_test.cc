// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/xml_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "tests/temp_folder.h"

namespace alatoo {
namespace {

using testing::HasSubstr;
using testing::Not;

XmlNode root_of(const XmlTree& tree) {
  const auto roots = tree.roots();
  return roots.empty() ? XmlNode() : roots.front();
}

TEST(XmlTree, ShowsElementsAttributesAndText) {
  const XmlTree tree(
      "<feed xmlns='u' xml:lang='en'><dc:creator role='x'>Ann <b>Lee</b></dc:creator>"
      "<b>1</b><b>2</b></feed>");
  const XmlNode feed = root_of(tree);
  EXPECT_EQ(feed.name(), "feed");
  EXPECT_EQ(feed.prefix(), "");
  EXPECT_EQ(feed.attribute("lang"), "en");
  EXPECT_EQ(feed.attribute("none"), "");
  const XmlNode creator = feed.child("creator");
  EXPECT_EQ(creator.prefix(), "dc");
  EXPECT_EQ(creator.attribute("role"), "x");
  EXPECT_EQ(creator.text(), "Ann Lee");
  EXPECT_EQ(feed.children("b").size(), 2u);
  EXPECT_EQ(feed.children().size(), 3u);
  EXPECT_EQ(feed.descendants("b").size(), 3u);
  EXPECT_FALSE(creator.first().is_element());
  EXPECT_TRUE(creator.first().next().is("b"));
  EXPECT_FALSE(tree.mended());
}

TEST(XmlTree, AnswersForWhatIsNotThere) {
  const XmlNode none = root_of(XmlTree("no markup at all"));
  EXPECT_FALSE(none);
  EXPECT_EQ(none.name(), "");
  EXPECT_EQ(none.child("a").child("b").attribute("c"), "");
  EXPECT_EQ(none.text() + none.flow() + none.words() + none.markup(), "");
  EXPECT_TRUE(none.children().empty());
  EXPECT_TRUE(none.descendants("a").empty());
  for (const char* xml : {"", " ", "<", "<a", "</a>", "<!-- -->", "<?xml?>"}) {
    EXPECT_LE(XmlTree(xml).roots().size(), 1u);
  }
}

TEST(XmlTree, LaysOutText) {
  const XmlTree tree("<p>\n One\n  <em>two</em>,<br/>three &amp;\tfour\u00A0five </p>");
  EXPECT_EQ(root_of(tree).flow(), "One two,\nthree & four\u00A0five");
  const XmlTree name("<person><name.given>Ann</name.given><name.family>Lee</name.family></person>");
  EXPECT_EQ(root_of(name).words(), "Ann Lee");
}

TEST(XmlTree, WritesMarkup) {
  const XmlTree tree(
      "<d xmlns:h='x'><h:p class='a&quot;b'>1 &lt; 2 &amp;amp; 3<h:br/></h:p><i/></d>");
  EXPECT_EQ(root_of(tree).markup(), "<p class=\"a&quot;b\">1 &lt; 2 &amp;amp; 3<br></p><i></i>");
}

TEST(XmlTree, ReadsInputAsUtf8WhateverItDeclares) {
  for (const char* encoding : {"iso-8859-1", "UTF-16", "windows-1251", "EBCDIC-CP-US", "x-none"}) {
    const XmlTree tree("<?xml version='1.0' encoding='" + std::string(encoding) +
                       "'?><a>Ошские мосты</a>");
    EXPECT_EQ(root_of(tree).text(), "Ошские мосты") << encoding;
  }
}

TEST(XmlTree, ExpandsNoEntity) {
  std::string bomb = "<!DOCTYPE a [<!ENTITY l0 'lol'>";
  for (int i = 1; i < 12; ++i) {
    bomb += "<!ENTITY l" + std::to_string(i) + " '";
    for (int k = 0; k < 10; ++k) bomb += "&l" + std::to_string(i - 1) + ";";
    bomb += "'>";
  }
  bomb += "]><a b='&l11;'>&l11;</a>";
  const XmlTree tree(bomb);
  EXPECT_EQ(root_of(tree).text(), "&l11;");
  EXPECT_EQ(root_of(tree).attribute("b"), "&l11;");
}

TEST(XmlTree, ReadsNoFile) {
  const TempFolder folder;
  const std::string url = "file://" + folder.write("secret", "<!ENTITY leaked 'hunter2'> hunter2");
  for (const std::string& xml :
       {"<!DOCTYPE a [<!ENTITY e SYSTEM '" + url + "'>]><a>&e;</a>",
        "<!DOCTYPE a SYSTEM '" + url + "'><a>&leaked;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM '" + url + "'> %p;]><a>&leaked;</a>",
        "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='" + url +
            "' parse='text'/></a>"}) {
    EXPECT_THAT(root_of(XmlTree(xml)).text(), Not(HasSubstr("hunter2"))) << xml;
  }
}

TEST(XmlTree, SaysNothing) {
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  for (const char* xml :
       {"<a><b></a>", "&", "<a &x; b=<>", "<p:a q:b='1' q:b='2'/>", "<a a='1' a='2'/>",
        "\xFF\xFE<a", "<a xml:id='1 2' xml:space='odd' xml:lang='?!'/>", "<xml/>", "<a>]]></a>"}) {
    const XmlTree tree(xml);
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

TEST(XmlTree, TakesLongTextsAndManyOfEverything) {
  const std::string text(11 << 20, 'x');  // over libxml2's own limit for one piece of text
  EXPECT_EQ(root_of(XmlTree("<a>" + text + "</a>")).text().size(), text.size());
  EXPECT_EQ(root_of(XmlTree("<a b='" + text + "'/>")).attribute("b").size(), text.size());
  std::string attributes, children, deep;
  for (int i = 0; i < 100'000; ++i) {
    attributes += " a" + std::to_string(i) + "='1'";
    children += "<p:c/>";
    deep += "<d>x";
  }
  EXPECT_EQ(root_of(XmlTree("<a" + attributes + "/>")).attribute("a0"), "1");
  EXPECT_EQ(root_of(XmlTree("<a>" + children + "</a>")).children("c").size(), 100'000u);
  std::string found = root_of(XmlTree(deep)).text();
  EXPECT_EQ(std::count(found.begin(), found.end(), 'x'), 100'000);
}

TEST(XmlTree, ParsesInManyThreadsAtOnce) {
  std::vector<std::thread> threads;
  std::vector<int> right(4);
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&right, t] {
      for (int i = 0; i < 500; ++i) {
        const std::string text = std::to_string(t) + "/" + std::to_string(i);
        const XmlTree tree("<a><b x='&eacute;'>" + text + "</b><broken></a>");
        right[t] += root_of(tree).child("b").text() == text;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, std::vector<int>(4, 500));
}

}  // namespace
}  // namespace alatoo
