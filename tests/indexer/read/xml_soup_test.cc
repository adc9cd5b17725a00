// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of the XML readers whatever they are given: broken soup of their own vocabularies
// gives sound articles or refusals, and well-formed stories lose no word.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "common/text.h"
#include "indexer/read/feed.h"
#include "indexer/read/newsml.h"
#include "indexer/read/nitf.h"
#include "indexer/read/xml_mend.h"

namespace alatoo {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t count) {
  return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

constexpr const char* kNames[] = {"nitf",
                                  "head",
                                  "docdata",
                                  "doc-id",
                                  "date.issue",
                                  "body",
                                  "body.head",
                                  "hedline",
                                  "hl1",
                                  "hl2",
                                  "byline",
                                  "person",
                                  "byttl",
                                  "dateline",
                                  "location",
                                  "story.date",
                                  "abstract",
                                  "body.content",
                                  "block",
                                  "p",
                                  "em",
                                  "media",
                                  "media-caption",
                                  "media-producer",
                                  "note",
                                  "table",
                                  "tr",
                                  "td",
                                  "ul",
                                  "li",
                                  "pre",
                                  "bq",
                                  "body.end",
                                  "tagline",
                                  "newsMessage",
                                  "itemSet",
                                  "newsItem",
                                  "itemMeta",
                                  "contentMeta",
                                  "contentSet",
                                  "inlineXML",
                                  "inlineData",
                                  "html",
                                  "headline",
                                  "subject",
                                  "name",
                                  "assert",
                                  "type",
                                  "NewsML",
                                  "NewsItem",
                                  "DataContent",
                                  "HeadLine",
                                  "newsitem",
                                  "text",
                                  "rss",
                                  "channel",
                                  "item",
                                  "title",
                                  "link",
                                  "guid",
                                  "description",
                                  "content:encoded",
                                  "dc:creator",
                                  "dc:date",
                                  "media:description",
                                  "feed",
                                  "entry",
                                  "id",
                                  "content",
                                  "summary",
                                  "author",
                                  "source",
                                  "rdf:RDF",
                                  "br",
                                  "odd",
                                  "div"};
constexpr const char* kTexts[] = {"Crews left.",
                                  " ",
                                  "&eacute;",
                                  "&#8217;",
                                  "&#0;",
                                  "&amp;lt;p&amp;gt;",
                                  "&lt;p&gt;One&lt;/p&gt;",
                                  "&",
                                  "<",
                                  ">",
                                  "\"",
                                  "'",
                                  "]]>",
                                  "<![CDATA[",
                                  "<b>x</b>",
                                  "<!-- c -->",
                                  "<!--",
                                  "<?pi",
                                  "?>",
                                  "<!DOCTYPE a [<!ENTITY e 'x'>",
                                  "]>",
                                  "\xC3",
                                  "\xED\xA0\x80",
                                  "\xEF\xBF\xBE",
                                  "\x01",
                                  "кызы",
                                  "2010-05-14",
                                  "http://c.example/1",
                                  "The post X appeared first on Y.",
                                  "\n\n",
                                  "e\xCC\x81"};
constexpr const char* kAttributes[] = {" guid='urn:1'",
                                       " id-string=x",
                                       " norm='2010-05-14'",
                                       " type='html'",
                                       " type='xhtml'",
                                       " qcode='cpnat:person'",
                                       " href='http://c.example'",
                                       " xml:lang='en'",
                                       " xmlns='u'",
                                       " a='<&>",
                                       " encoding='base64'",
                                       " =",
                                       " role='main'",
                                       " name"};

std::string soup(Random& random) {
  std::string xml;
  for (std::size_t left = 5 + below(random, 60); left > 0; --left) {
    const std::string name = kNames[below(random, std::size(kNames))];
    switch (below(random, 6)) {
      case 0:
      case 1:
      case 2:
        xml += "<" + name;
        while (below(random, 4) == 0) xml += kAttributes[below(random, std::size(kAttributes))];
        xml += below(random, 12) == 0 ? "/>" : ">";
        break;
      case 3:
        xml += "</" + name + ">";
        break;
      default:
        xml += kTexts[below(random, std::size(kTexts))];
    }
  }
  if (below(random, 8) == 0) xml.resize(below(random, xml.size()));
  return xml;
}

void check(const Members& members) {
  ASSERT_FALSE(members.empty());
  for (const Member& member : members) {
    const Article& article = member.article;
    if (!member.refusal.empty()) continue;
    ASSERT_FALSE(trim(article.text).empty());
    ASSERT_EQ(trim(article.text).size(), article.text.size());
    std::string cleaned = article.text;
    ASSERT_EQ(clean_utf8(cleaned), 0u);
    ASSERT_EQ(cleaned, article.text);
    ASSERT_EQ(article.id_is_uri, !article.id.empty());
    std::uint32_t end = 0;
    for (const Zone& zone : article.zones) {
      ASSERT_LE(end, zone.span.begin);
      ASSERT_LT(zone.span.begin, zone.span.end);
      ASSERT_LE(zone.span.end, article.text.size());
      ASSERT_EQ(trim(zone.span.of(article.text)).size(), zone.span.size());
      end = zone.span.end;
    }
  }
}

TEST(XmlSoup, GivesSoundArticlesOrRefusals) {
  Random random(20100515);
  std::size_t articles = 0;
  for (int round = 0; round < 6000; ++round) {
    const std::string inner = soup(random);
    std::string xml = inner;
    Members (*const readers[])(std::string_view) = {read_nitf, read_newsml, read_feed};
    // Most rounds open with what leads to a story, so that the soup lies inside one.
    static constexpr const char* kHeads[] = {"<nitf><body><body.content>",
                                             "<newsItem guid='u:1'><contentSet><inlineXML>",
                                             "<rss><channel><item><description>"};
    for (std::size_t i = 0; i < 3; ++i) {
      if (round % 4) xml = kHeads[i] + inner;
      const Members members = readers[i](xml);
      for (const Member& member : members) articles += member.refusal.empty();
      SCOPED_TRACE(xml);
      check(members);
      if (HasFatalFailure()) return;
    }
  }
  EXPECT_GT(articles, 5000u);
}

TEST(XmlSoup, MendedXmlNeedsNoMending) {
  Random random(7);
  for (int round = 0; round < 3000; ++round) {
    const std::string xml = soup(random);
    const MendedXml once = mend_xml(xml);
    const MendedXml twice = mend_xml(once.xml);
    ASSERT_FALSE(twice.mended) << xml;
    ASSERT_EQ(twice.xml, "<x>" + once.xml + "</x>") << xml;
  }
}

/// A well-formed tree whose words are numbered: "w0 w1 ...".
void grow(Random& random, int depth, int& words, std::string& xml) {
  static constexpr const char* kInside[] = {"p",  "em", "block", "odd", "bq",   "person",
                                            "ul", "li", "table", "hl2", "note", "pre"};
  for (std::size_t left = 1 + below(random, 4); left > 0; --left) {
    if (depth == 0 || below(random, 3) == 0) {
      xml += " w" + std::to_string(words++) + " ";
      continue;
    }
    const std::string name = kInside[below(random, std::size(kInside))];
    xml += "<" + name + ">";
    grow(random, depth - 1, words, xml);
    xml += "</" + name + ">";
  }
}

TEST(XmlSoup, LosesNoWordOfAStory) {
  Random random(42);
  for (int round = 0; round < 2000; ++round) {
    std::string tree;
    int words = 0;
    grow(random, 5, words, tree);
    std::string wanted;
    for (int i = 0; i < words; ++i) wanted += (i ? " w" : "w") + std::to_string(i);
    for (const std::string& xml :
         {"<nitf><body><body.content>" + tree + "</body.content></body></nitf>",
          "<nitf><body>" + tree + "</body></nitf>"}) {
      const Members members = read_nitf(xml);
      ASSERT_EQ(members.size(), 1u);
      ASSERT_EQ(squeeze(members[0].article.text), wanted) << xml;
    }
  }
}

}  // namespace
}  // namespace alatoo
