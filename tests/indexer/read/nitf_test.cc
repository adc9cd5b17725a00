// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/nitf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Member one(std::string_view xml) {
  Members members = read_nitf(xml);
  EXPECT_EQ(members.size(), 1u);
  return members.empty() ? Member() : std::move(members.front());
}
Article article_of(std::string_view xml) {
  Member member = one(xml);
  EXPECT_EQ(member.refusal, "");
  return std::move(member.article);
}
Article story(const std::string& content) {
  return article_of("<nitf><body><body.content>" + content + "</body.content></body></nitf>");
}
Article headed(const std::string& head, const std::string& docdata = "") {
  return article_of(
      "<nitf><head>" + docdata + "</head><body><body.head>" + head +
      "</body.head><body.content><p>The crews left.</p></body.content></body></nitf>");
}

std::vector<std::string> zones_of(const Article& article) {
  std::vector<std::string> out;
  for (const Zone& zone : article.zones) {
    out.push_back(std::string(to_string(zone.kind)) + ": " +
                  std::string(zone.span.of(article.text)));
  }
  return out;
}

TEST(Nitf, ReadsAWholeStory) {
  const Article article = article_of(R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "nitf-3-4.dtd">
<nitf xml:lang="en-GB"><head><title>File name</title>
  <docdata management-status="usable"><doc-id regsrc="NCW" id-string="ncw-17"/><urgency ed-urg="4"/>
    <date.issue norm="2010-05-14"/><doc.copyright year="2010" holder="Northern Courier Wire"/>
    <identified-content><person>Josef Marek</person><org>Tolmar Harbour Board</org>
      <location><sublocation>Old Port</sublocation><city>Tolmar</city><country>Norway</country></location>
      <classifier>harbours</classifier></identified-content></docdata>
  <pubdata name="The Tolmar Courier" date.publication="2010-05-15" ex-ref="http://courier.example/17"/>
</head><body>
  <body.head><hedline><hl1>Ferry strike <em>ends</em></hl1><hl2>Crews go back to work</hl2></hedline>
    <note><body.content><p>Adds quote</p></body.content></note>
    <byline>By <person>Ann Lee</person><byttl>Northern Courier Writer</byttl></byline>
    <distributor>Northern Courier Wire</distributor>
    <dateline><location>TOLMAR, Norway</location> <story.date norm="2010-05-13">May 13</story.date></dateline>
    <abstract><p>After nine days the boats are out again.</p></abstract></body.head>
  <body.content><block>
    <p>Ferry crews on <location>Lake Brede</location> went back
       to <chron norm="20100516">work on Sunday</chron>.</p>
    <hl2>New boats</hl2><p>One.<br/>Two.</p></block></body.content>
  <body.end><tagline>Bo Ek wrote in Oslo</tagline><bibliography>Ferries, 1998</bibliography></body.end>
</body></nitf>)");
  EXPECT_EQ(article.id, "ncw-17");
  EXPECT_TRUE(article.id_is_uri);
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.headline, "Ferry strike ends");
  EXPECT_EQ(article.byline, "Ann Lee");
  EXPECT_EQ(article.source, "The Tolmar Courier");
  EXPECT_EQ(article.agency, "Northern Courier Wire");
  EXPECT_EQ(article.located, "Tolmar");
  EXPECT_EQ(article.url, "http://courier.example/17");
  EXPECT_EQ(article.date.iso(), "2010-05-15");
  EXPECT_EQ(article.date_evidence, DateEvidence::metadata);
  EXPECT_EQ(article.text,
            "Ferry strike ends\n\nCrews go back to work\n\nAfter nine days the boats are out "
            "again.\n\nBy Ann Lee, Northern Courier Writer\n\nTOLMAR, Norway May 13\n\nAdds "
            "quote\n\nFerry crews on Lake Brede went back to work on Sunday.\n\nNew boats\n\nOne.\n"
            "Two.\n\nBo Ek wrote in Oslo\n\nFerries, 1998");
  EXPECT_THAT(
      zones_of(article),
      ElementsAre("headline: Ferry strike ends", "subheading: Crews go back to work",
                  "subheading: After nine days the boats are out again.",
                  "byline: By Ann Lee, Northern Courier Writer", "dateline: TOLMAR, Norway May 13",
                  "furniture: Adds quote", "subheading: New boats", "credit: Bo Ek wrote in Oslo",
                  "furniture: Ferries, 1998"));
  ASSERT_EQ(article.supplied_people.size(), 1u);
  EXPECT_EQ(article.supplied_people[0].name, "Josef Marek");
  ASSERT_EQ(article.supplied_organisations.size(), 1u);
  EXPECT_EQ(article.supplied_organisations[0].name, "Tolmar Harbour Board");
  ASSERT_EQ(article.supplied_places.size(), 2u);
  EXPECT_EQ(article.supplied_places[0].name + "/" + article.supplied_places[0].rel, "Tolmar/city");
  EXPECT_EQ(article.supplied_places[1].name + "/" + article.supplied_places[1].rel,
            "Norway/country");
  EXPECT_THAT(article.notes, IsEmpty());
}

TEST(Nitf, TakesTheNextBestWhereSomethingIsMissing) {
  EXPECT_EQ(headed("", "<title>Ferry strike</title>").headline, "Ferry strike");
  EXPECT_EQ(headed("").headline, std::nullopt);
  EXPECT_EQ(headed("", "<docdata><date.issue norm='2010-05-14'/></docdata>").date.iso(),
            "2010-05-14");
  EXPECT_EQ(headed("<dateline><story.date norm='2010-05'/></dateline>").date.iso(), "2010-05");
  EXPECT_EQ(headed("", "<docdata><doc.copyright holder='Courier'/></docdata>").source, "Courier");
  EXPECT_EQ(headed("<dateline>OSH, Kyrgyzstan (NCW) -</dateline>").located, "Osh");
  EXPECT_EQ(headed("<byline>By Ann Lee</byline>").byline.value_or("").find("Ann Lee") !=
                std::string::npos,
            true);
}

TEST(Nitf, ShowsNoDatelineTwice) {
  const std::string head = "<dateline><location>OSH</location></dateline>";
  const auto with = [&](const std::string& lead) {
    return article_of("<nitf><body><body.head>" + head + "</body.head><body.content><p>" + lead +
                      "</p></body.content></body></nitf>");
  };
  EXPECT_EQ(with("OSH, May 14 (NCW) - Crews left.").text, "OSH, May 14 (NCW) - Crews left.");
  EXPECT_EQ(with("Crews left.").text, "OSH\n\nCrews left.");
  EXPECT_EQ(with("Crews left.").located, "Osh");
}

TEST(Nitf, ReadsNamesAsIndexesWriteThem) {
  const Article article = headed(
      "<byline class='print'>By ANN LEE and BO EK</byline><byline class='index'>Lee, Ann; "
      "Ek, Bo</byline>",
      "<docdata><identified-content><person>MAREK, JOSEF (DR)</person><person>Ann Lee, Bo Ek, "
      "Cy Dee</person><location>NEW TOLMAR</location></identified-content></docdata>");
  EXPECT_EQ(article.supplied_people[0].name, "Josef Marek");
  EXPECT_EQ(article.supplied_people[1].name, "Ann Lee, Bo Ek, Cy Dee");
  EXPECT_EQ(article.supplied_places[0].name, "New Tolmar");
  EXPECT_THAT(zones_of(article), ElementsAre("byline: By ANN LEE and BO EK"));
}

TEST(Nitf, ShowsALeadThatIsGivenTwiceOnce) {
  EXPECT_EQ(story("<block class='lead'><p>One.</p></block>"
                  "<block class='full'><p> One. </p><p>Two.</p></block>")
                .text,
            "One.\n\nTwo.");
  EXPECT_EQ(story("<block><p>One.</p></block><block><p>Two.</p><p>One.</p></block>").text,
            "One.\n\nTwo.\n\nOne.");
}

TEST(Nitf, ShowsNoAbstractThatIsTheLead) {
  EXPECT_EQ(headed("<abstract><p>The crews left.</p></abstract>").text, "The crews left.");
}

TEST(Nitf, JoinsInlineMarkup) {
  EXPECT_EQ(
      story("<p>A<em>B</em>C <person><name.given>Ann</name.given> <name.family>Lee"
            "</name.family></person>, <q>x</q><!-- gone -->y<?also gone?>z <![CDATA[< & >]]></p>")
          .text,
      "ABC Ann Lee, xyz < & >");
}

TEST(Nitf, LaysOutListsTablesAndQuotations) {
  EXPECT_EQ(story("<p>A:</p><ul><li>One</li><li>Two</li></ul><bq><block><p>Said.</p></block>"
                  "<credit>Ann Lee</credit></bq><table><tr><td>Boats</td><td>2</td></tr>"
                  "<tr><td>Crews</td><td>14</td></tr></table><hr/><p>End.</p>")
                .text,
            "A:\n\nOne\nTwo\n\nSaid.\n\nAnn Lee\n\nBoats\t2\nCrews\t14\n\nEnd.");
}

TEST(Nitf, ShowsCaptionsWithWhoTookThePicture) {
  const Article article = story(
      "<p>One.</p><media media-type='image'><media-metadata name='a' value='b'>no</media-metadata>"
      "<media-reference source='a.jpg' alternate-text='no'>no</media-reference>"
      "<media-producer>Bo Ek/NCW</media-producer><media-caption><p>Crews cheer.</p></media-caption>"
      "</media><p>Two <media><media-caption>In a paragraph</media-caption></media>three.</p>");
  EXPECT_EQ(article.text, "One.\n\nCrews cheer. (Bo Ek/NCW)\n\nTwo\n\nIn a paragraph\n\nthree.");
  EXPECT_THAT(zones_of(article),
              ElementsAre("caption: Crews cheer. (Bo Ek/NCW)", "caption: In a paragraph"));
}

TEST(Nitf, KeepsTextWhereverItStands) {
  EXPECT_EQ(story("Bare <em>text</em>.<p>One.</p>tail<odd><p>Two.</p></odd>").text,
            "Bare text.\n\nOne.\n\ntail\n\nTwo.");
  EXPECT_EQ(article_of("<nitf><body><p>No content element.</p></body></nitf>").text,
            "No content element.");
  EXPECT_EQ(article_of("<n:nitf xmlns:n='u'><n:body><n:body.content><n:p>Prefixed.</n:p>"
                       "</n:body.content></n:body></n:nitf>")
                .text,
            "Prefixed.");
}

TEST(Nitf, ResolvesHtmlReferences) {
  EXPECT_EQ(story("<p>Caf&eacute;&nbsp;&mdash; &ldquo;x&rdquo; AT&T &unknown;</p>").text,
            "Café\u00A0— “x” AT&T &unknown;");
}

TEST(Nitf, TellsThatItMended) {
  EXPECT_THAT(story("<p>One.<p>Two.").notes,
              ElementsAre("the XML is not well-formed; it was mended"));
  EXPECT_EQ(story("<p>One.</p><p>Two, cut sho").text, "One.\n\nTwo, cut sho");
}

TEST(Nitf, RefusesWhatGivesNoArticle) {
  EXPECT_EQ(one("<nitf><body/></nitf>").refusal, "no text: neither headline nor body");
  EXPECT_EQ(one("<html><body><p>x</p></body></html>").refusal, "no NITF: there is no nitf element");
  EXPECT_EQ(one("").refusal, "no NITF: there is no nitf element");
  EXPECT_EQ(
      one("<nitf><head><docdata management-status='canceled'/></head><body><p>x</p></body></nitf>")
          .refusal,
      "the story is canceled");
}

TEST(Nitf, ReadsSeveralDocuments) {
  const Members members = read_nitf(
      "<nitf><body><p>One.</p></body></nitf><nitf/><batch><nitf><body><p>Two.</p></body></nitf></"
      "batch>");
  ASSERT_EQ(members.size(), 3u);
  EXPECT_EQ(members[0].article.text, "One.");
  EXPECT_NE(members[1].refusal, "");
  EXPECT_EQ(members[2].article.text, "Two.");
}

}  // namespace
}  // namespace alatoo
