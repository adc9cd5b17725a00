// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string rss(const std::string& items, const std::string& channel = "") {
  return "<?xml version='1.0'?><rss version='2.0' xmlns:dc='d' xmlns:media='m'><channel>" +
         channel + items + "</channel></rss>";
}
std::string atom(const std::string& entry, const std::string& feed = "") {
  return "<feed xmlns='http://www.w3.org/2005/Atom'>" + feed + "<entry>" + entry +
         "</entry></feed>";
}
Member one(const std::string& xml) {
  Members members = read_feed(xml);
  EXPECT_EQ(members.size(), 1u) << xml;
  return members.empty() ? Member() : std::move(members.front());
}
Article article_of(const std::string& xml) {
  Member member = one(xml);
  EXPECT_EQ(member.refusal, "") << xml;
  return std::move(member.article);
}
Article item(const std::string& content) { return article_of(rss("<item>" + content + "</item>")); }

std::string zone_texts(const Article& article, ZoneKind kind) {
  std::string out;
  for (const Zone& zone : article.zones) {
    if (zone.kind == kind) (out += zone.span.of(article.text)) += '|';
  }
  return out;
}

TEST(Feed, ReadsRss) {
  const Article article = article_of(rss(
      "<item><title>Ferry strike &amp;amp; after</title><link>http://c.example/17</link>"
      "<guid isPermaLink='false'>http://c.example/?p=17</guid><pubDate>2010-05-15</pubDate>"
      "<dc:creator><![CDATA[Ann Lee]]></dc:creator><category>Ports</category>"
      "<description>&lt;p&gt;Short.&lt;/p&gt;</description>"
      "<content:encoded><![CDATA[<p>Crews &eacute;t <b>others</b> left.</p><p>Two.</p>]]>"
      "</content:encoded></item>",
      "<title>The Tolmar Courier</title><link>http://c.example/</link><language>en-us</language>"
      "<lastBuildDate>2012-01-01</lastBuildDate>"));
  EXPECT_EQ(article.id, "http://c.example/?p=17");
  EXPECT_TRUE(article.id_is_uri);
  EXPECT_EQ(article.url, "http://c.example/17");
  EXPECT_EQ(article.headline, "Ferry strike & after");
  EXPECT_EQ(article.byline, "Ann Lee");
  EXPECT_EQ(article.source, "The Tolmar Courier");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.date.iso(), "2010-05-15");
  EXPECT_EQ(article.text, "Ferry strike & after\n\nCrews ét others left.\n\nTwo.");
  EXPECT_THAT(article.notes, IsEmpty());
}

TEST(Feed, ReadsAtom) {
  const Article article = article_of(atom(
      "<title type='html'>Ferry &amp;lt;b&amp;gt; strike</title><id>tag:c.example,2010:17</id>"
      "<link rel='self' href='http://c.example/17.atom'/><link href='http://c.example/17'/>"
      "<updated>2011-01-01T00:00:00Z</updated><published>2010-05-15T23:30:00-05:00</published>"
      "<author><name>Ann Lee</name><email>a@c.example</email></author>"
      "<author><name>Bo Ek</name></author><summary>Short.</summary>"
      "<content type='xhtml'><div xmlns='x'><p>Crews <em>left</em>.</p><p>Two.</p></div></content>",
      "<title>Courier</title><author><name>Desk Person</name></author>"));
  EXPECT_EQ(article.id, "tag:c.example,2010:17");
  EXPECT_EQ(article.url, "http://c.example/17");
  EXPECT_EQ(article.byline, "Ann Lee, Bo Ek");
  EXPECT_EQ(article.source, "Courier");
  EXPECT_EQ(article.date.iso(), "2010-05-15");
  EXPECT_EQ(article.text.substr(article.text.find("\n\n")), "\n\nCrews left.\n\nTwo.");
}

TEST(Feed, ReadsOlderAndPrefixedForms) {
  const Members rdf = read_feed(
      "<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel rdf:about='c'><title>Courier</title>"
      "<dc:language>en</dc:language><items><rdf:Seq/></items></channel>"
      "<item rdf:about='http://c.example/1'><title>One</title><link>http://c.example/1</link>"
      "<dc:date>2010-05-15</dc:date><description>Text.</description></item></rdf:RDF>");
  ASSERT_EQ(rdf.size(), 1u);
  EXPECT_EQ(rdf[0].article.id, "http://c.example/1");
  EXPECT_EQ(rdf[0].article.source, "Courier");
  EXPECT_EQ(rdf[0].article.language, "en");
  EXPECT_EQ(rdf[0].article.date.iso(), "2010-05-15");
  EXPECT_EQ(rdf[0].article.text, "One\n\nText.");
  const Article prefixed = article_of(
      "<a:feed xmlns:a='x'><a:title>Courier</a:title><a:entry><a:title>One</a:title>"
      "<a:content type='text'>5 &lt; 6 &amp;amp;</a:content></a:entry></a:feed>");
  EXPECT_EQ(prefixed.text, "One\n\n5 < 6 &amp;");
  EXPECT_EQ(
      article_of("<feed version='0.3'><entry><issued>2004-01-02</issued><content mode='escaped' "
                 "type='text/html'>&lt;p&gt;Old.&lt;/p&gt;</content></entry></feed>")
          .date.iso(),
      "2004-01-02");
  EXPECT_EQ(
      article_of("<rss version='0.91'><channel/><item><title>At the root</title></item></rss>")
          .text,
      "At the root");
}

TEST(Feed, UnescapesAsOftenAsWasEscaped) {
  EXPECT_EQ(item("<title>AT&amp;T</title>").headline, "AT&T");
  EXPECT_EQ(item("<title>&lt;b&gt;Bold&lt;/b&gt; &amp;#8217;tis</title>").headline, "Bold ’tis");
  EXPECT_EQ(item("<title>A &amp;amp;amp; B</title>").headline, "A & B");
  EXPECT_EQ(item("<title>2 &lt; 3</title>").headline, "2 < 3");
  EXPECT_EQ(item("<description>&amp;lt;p&amp;gt;One &amp;amp;amp; two.&amp;lt;/p&amp;gt;"
                 "&amp;lt;p&amp;gt;Three.</description>")
                .text,
            "One & two.\n\nThree.");
  EXPECT_EQ(item("<description><p>Not escaped<br>at all.</p></description>").text,
            "Not escaped\nat all.");
  EXPECT_EQ(item("<description>Plain.\n\nTwo.</description>").text, "Plain.\n\nTwo.");
}

TEST(Feed, TakesTheLongestContent) {
  EXPECT_EQ(item("<description>A long description, longer than the content.</description>"
                 "<content:encoded>Content.</content:encoded>")
                .text,
            "Content.");
  EXPECT_EQ(item("<content:encoded> </content:encoded><description>Only this.</description>").text,
            "Only this.");
  EXPECT_EQ(
      item("<content:encoded>One.</content:encoded><content:encoded>One, two.</content:encoded>")
          .text,
      "One, two.");
  EXPECT_EQ(article_of(atom("<content src='http://c.example/v.mp4' type='video/mp4'/>"
                            "<summary>Summary.</summary>"))
                .text,
            "Summary.");
}

TEST(Feed, ShowsATitleThatTheContentRepeatsOnce) {
  EXPECT_EQ(item("<title>Ferry strike</title><content:encoded><![CDATA[<h1>Ferry <b>strike</b></h1>"
                 "<p>Crews left.</p><p>Ferry strike</p>]]></content:encoded>")
                .text,
            "Ferry strike\n\nCrews left.\n\nFerry strike");
}

TEST(Feed, KeepsOtherVocabulariesApart) {
  const Article article = item(
      "<media:title>Picture</media:title><title>Own</title><media:content url='a.jpg'>"
      "<media:description>Crews cheer at the quay.</media:description></media:content>"
      "<media:description>Text.</media:description><itunes:summary>No</itunes:summary>"
      "<atom:link rel='self' href='http://c.example/feed'/><link>http://c.example/1</link>"
      "<description>Text.</description>");
  EXPECT_EQ(article.text, "Own\n\nText.\n\nCrews cheer at the quay.");
  EXPECT_EQ(zone_texts(article, ZoneKind::caption), "Crews cheer at the quay.|");
  EXPECT_EQ(article.url, "http://c.example/1");
}

TEST(Feed, PrefersTheOriginalLink) {
  EXPECT_EQ(item("<title>T</title><link>http://feeds.example/~r/1</link>"
                 "<feedburner:origLink>http://c.example/1</feedburner:origLink>")
                .url,
            "http://c.example/1");
  EXPECT_EQ(item("<title>T</title><guid>http://c.example/1</guid>").url, "http://c.example/1");
  EXPECT_EQ(item("<title>T</title><guid isPermaLink='false'>http://c.example/1</guid>").url,
            std::nullopt);
}

TEST(Feed, GivesEachItemAUriOfItsOwn) {
  EXPECT_EQ(item("<title>T</title><guid>17</guid><link>http://c.example/1</link>").id,
            "http://c.example/1");
  EXPECT_FALSE(item("<title>T</title><guid>17</guid>").id_is_uri);
  const Members members = read_feed(
      rss("<item><title>1</title><guid>urn:same</guid><link>http://c.example/1</link></item>"
          "<item><title>2</title><guid>urn:same</guid><link>http://c.example/2</link></item>"
          "<item><title>3</title><link>http://c.example/</link></item>"
          "<item><title>4</title><link>http://c.example/</link></item>"));
  ASSERT_EQ(members.size(), 4u);
  EXPECT_EQ(members[0].article.id, "http://c.example/1");
  EXPECT_EQ(members[1].article.id, "http://c.example/2");
  EXPECT_FALSE(members[2].article.id_is_uri);
  EXPECT_FALSE(members[3].article.id_is_uri);
}

TEST(Feed, NamesPersonsOnly) {
  const auto byline = [](const std::string& author) {
    return item("<title>T</title>" + author).byline.value_or("");
  };
  EXPECT_EQ(byline("<author>ann@c.example (Ann Lee)</author>"), "Ann Lee");
  EXPECT_EQ(byline("<author>Ann Lee &lt;ann@c.example&gt;</author>"), "Ann Lee");
  EXPECT_EQ(byline("<author>ann@c.example</author>"), "");
  EXPECT_EQ(byline("<dc:creator>admin</dc:creator>"), "");
  EXPECT_EQ(byline("<dc:creator>Ann Lee</dc:creator><author>x@y.example (Ann Lee)</author>"),
            "Ann Lee");
}

TEST(Feed, TellsTheSource) {
  const auto source = [](const std::string& title, const std::string& more = "") {
    return article_of(
               rss("<item><title>T</title>" + more + "</item>", "<title>" + title + "</title>"))
        .source.value_or("");
  };
  EXPECT_EQ(source("Courier"), "Courier");
  EXPECT_EQ(source("World - The Tolmar Courier"), "The Tolmar Courier");
  EXPECT_EQ(source("The Tolmar Courier &gt; World"), "The Tolmar Courier");
  EXPECT_EQ(source("Courier", "<source url='x'>The Other Times</source>"), "The Other Times");
  EXPECT_EQ(article_of(atom("<title>T</title><source><title>Origin</title></source>",
                            "<title>Planet</title>"))
                .source,
            "Origin");
}

TEST(Feed, MarksWhatSoftwarePutsBelow) {
  const Article article = item(
      "<title>T</title><content:encoded><![CDATA[<p>The crews left.</p><p>The post "
      "<a href='x'>T</a> appeared first on <a href='y'>Courier</a>.</p>]]></content:encoded>");
  EXPECT_NE(article.text.find("The crews left."), std::string::npos);
  EXPECT_EQ(zone_texts(article, ZoneKind::furniture), "The post T appeared first on Courier.|");
  EXPECT_EQ(zone_texts(item("<description>&lt;p&gt;Crews.&lt;/p&gt;&lt;p&gt;Continue reading "
                            "Ferries&lt;/p&gt;</description>"),
                       ZoneKind::furniture),
            "Continue reading Ferries|");
}

TEST(Feed, RefusesEmptyItemsAndFeeds) {
  const Members members =
      read_feed(rss("<item><link>http://c.example/</link></item>"
                    "<item><title>T</title></item>"));
  ASSERT_EQ(members.size(), 2u);
  EXPECT_EQ(members[0].refusal, "no text: neither title nor content");
  EXPECT_EQ(members[1].article.text, "T");
  EXPECT_EQ(one(rss("")).refusal, "a feed without items");
  EXPECT_EQ(one("<feed/>").refusal, "a feed without items");
  EXPECT_EQ(one("<html/>").refusal, "no feed: neither RSS nor Atom");
  EXPECT_EQ(one("").refusal, "no feed: neither RSS nor Atom");
}

TEST(Feed, MendsWhatIsBroken) {
  const Members members = read_feed(
      "<rss><channel><title>Courier</title><item><title>Fish & chips</title>"
      "<description><p>One<br>two<img src=a.jpg></description></item>"
      "<item><title>Two</title><description>Cut sho");
  ASSERT_EQ(members.size(), 2u);
  EXPECT_EQ(members[0].article.text, "Fish & chips\n\nOne\ntwo");
  EXPECT_EQ(members[1].article.text, "Two\n\nCut sho");
  EXPECT_EQ(members[0].article.notes.size() + members[1].article.notes.size(), 1u);
}

}  // namespace
}  // namespace alatoo
