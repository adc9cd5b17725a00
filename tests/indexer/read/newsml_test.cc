// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/newsml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace alatoo {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Member one(const std::string& xml) {
  Members members = read_newsml(xml);
  EXPECT_EQ(members.size(), 1u);
  return members.empty() ? Member() : std::move(members.front());
}
Article article_of(const std::string& xml) {
  Member member = one(xml);
  EXPECT_EQ(member.refusal, "");
  return std::move(member.article);
}
std::string item(const std::string& content_meta, const std::string& content_set,
                 const std::string& item_meta = "", const std::string& rest = "") {
  return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:item:1'><itemMeta>" +
         item_meta + "</itemMeta><contentMeta>" + content_meta + "</contentMeta>" + rest +
         "<contentSet>" + content_set + "</contentSet></newsItem>";
}
std::string xhtml(const std::string& body) {
  return "<inlineXML contenttype='application/xhtml+xml'><html "
         "xmlns='http://www.w3.org/1999/xhtml'>"
         "<head><title>file title</title></head><body>" +
         body + "</body></html></inlineXML>";
}
const std::string kStory = xhtml("<p>The crews left.</p>");

std::vector<std::string> names(const std::vector<SuppliedName>& supplied) {
  std::vector<std::string> out;
  for (const SuppliedName& name : supplied) {
    out.push_back(name.rel.empty() ? name.name : name.name + "/" + name.rel);
  }
  return out;
}

TEST(Newsml, ReadsAnItemWithXhtml) {
  const Article article =
      article_of("<?xml version='1.0' encoding='UTF-8'?>" +
                 item("<contentCreated>2010-05-13T01:00:00Z</contentCreated>"
                      "<located qcode='city:tol'><name>Tolmar</name></located><by>By Ann Lee</by>"
                      "<creditline>Harbour Press</creditline><language tag='en-GB'/>"
                      "<slugline>TOLMAR-FERRIES</slugline><headline>Ferry strike ends</headline>"
                      "<dateline>TOLMAR, Norway, May 14 (NCW) -</dateline>",
                      xhtml("<p>Ferry crews &amp; others <b>left</b>.</p><p>Two.</p>"),
                      "<provider qcode='p:ncw'><name>Northern Courier Wire</name></provider>"
                      "<versionCreated>2010-05-15T10:00:00Z</versionCreated>"
                      "<firstCreated>2010-05-14T10:00:00+06:00</firstCreated>"
                      "<pubStatus qcode='stat:usable'/>"));
  EXPECT_EQ(article.id, "urn:item:1");
  EXPECT_TRUE(article.id_is_uri);
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.headline, "Ferry strike ends");
  EXPECT_EQ(article.byline.value_or("").find("Ann Lee") != std::string::npos, true);
  EXPECT_EQ(article.source, "Northern Courier Wire");
  EXPECT_EQ(article.agency, "Harbour Press");
  EXPECT_EQ(article.located, "Tolmar");
  EXPECT_EQ(article.date.iso(), "2010-05-14");
  EXPECT_EQ(article.text,
            "Ferry strike ends\n\nTOLMAR, Norway, May 14 (NCW) -\n\nFerry crews & others "
            "left.\n\nTwo.");
  ASSERT_GE(article.zones.size(), 2u);
  EXPECT_EQ(article.zones[0].kind, ZoneKind::headline);
  EXPECT_EQ(article.zones[1].kind, ZoneKind::dateline);
  EXPECT_THAT(article.notes, IsEmpty());
}

TEST(Newsml, ReadsNitfInside) {
  const std::string nitf =
      "<inlineXML><nitf xmlns='u'><body><body.head><hedline><hl1>Own headline</hl1></hedline>"
      "<byline>By Ann "
      "Lee</byline></body.head><body.content><p>One.</p></body.content></body></nitf>"
      "</inlineXML>";
  const Article own = article_of(item("<headline>Wrapping's</headline>", nitf));
  EXPECT_EQ(own.headline, "Own headline");
  EXPECT_EQ(own.text, "Own headline\n\nBy Ann Lee\n\nOne.");
  const Article wrapped = article_of(item(
      "<headline>Wrapping's</headline>",
      "<inlineXML><nitf><body><body.content><p>One.</p></body.content></body></nitf></inlineXML>"));
  EXPECT_EQ(wrapped.text, "Wrapping's\n\nOne.");
}

TEST(Newsml, ReadsOtherXmlAndData) {
  const auto text = [](const std::string& content) { return article_of(item("", content)).text; };
  EXPECT_EQ(
      text("<inlineXML><doc xmlns='u'><meta/><para>One.</para><para>Two <b>2</b>.</para></doc>"
           "</inlineXML>"),
      "One.\n\nTwo 2.");
  EXPECT_EQ(
      text("<inlineData contenttype='text/plain'>One &lt;LM&gt;.\n\nTwo\nlines.</inlineData>"),
      "One <LM>.\n\nTwo\nlines.");
  EXPECT_EQ(text("<inlineData contenttype='text/html'>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two."
                 "</inlineData>"),
            "One.\n\nTwo.");
  EXPECT_EQ(text("<inlineData><![CDATA[<p>One.</p><p>Two.</p>]]></inlineData>"), "One.\n\nTwo.");
}

TEST(Newsml, TakesOneRendition) {
  EXPECT_EQ(article_of(item("",
                            "<remoteContent href='http://a.example/a.jpg'/>"
                            "<inlineData contenttype='text/plain'>Plain.</inlineData>" +
                                kStory))
                .text,
            "The crews left.");
  EXPECT_EQ(article_of(item("", "<inlineXML> </inlineXML><inlineData>Plain.</inlineData>")).text,
            "Plain.");
}

TEST(Newsml, ChoosesTheHeadlineByRoleAndLanguage) {
  const auto headline = [](const std::string& headlines) {
    return article_of(item("<language tag='en'/>" + headlines, kStory)).headline;
  };
  EXPECT_EQ(headline("<headline role='hld:short'>Short</headline><headline>Bare</headline>"
                     "<headline role='hld:main'>Main</headline>"),
            "Main");
  EXPECT_EQ(headline("<headline role='hld:short'>Short</headline><headline>Bare</headline>"),
            "Bare");
  EXPECT_EQ(headline("<headline xml:lang='no'>Streik</headline><headline xml:lang='en'>Strike"
                     "</headline>"),
            "Strike");
  const Article article = article_of(
      item("<headline role='x:subHeadline'>Lower</headline><headline>Upper</headline>", kStory));
  EXPECT_EQ(article.text, "Upper\n\nLower\n\nThe crews left.");
  EXPECT_EQ(article.zones[1].kind, ZoneKind::subheading);
}

TEST(Newsml, NamesAnItemByItsSlugWhereNothingElseDoes) {
  const std::string slug = "<slugline>TOLMAR-FERRIES/</slugline>";
  const Article article = article_of(item(slug, kStory));
  EXPECT_EQ(article.headline, "TOLMAR-FERRIES/");
  EXPECT_EQ(article.text, "The crews left.");
  EXPECT_EQ(article_of(item(slug, kStory, "<title>Strike</title>")).headline, "Strike");
  EXPECT_EQ(article_of(item(slug + "<headline>Own</headline>", kStory)).headline, "Own");
}

TEST(Newsml, SuppliesTheSubjectsByType) {
  const Article article = article_of(
      item("<subject type='cpnat:person' qcode='p:1'><name xml:lang='ru'>Йозеф Марек</name>"
           "<name xml:lang='en'>Josef Marek</name></subject>"
           "<subject type='cpnat:organisation' literal='Harbour Board'/>"
           "<subject type='cpnat:geoArea' qcode='g:1'><name>Norway</name></subject>"
           "<subject type='cpnat:poi'><name>Old Port</name></subject>"
           "<subject type='cpnat:abstract' qcode='medtop:1'><name>strike</name></subject>"
           "<subject qcode='p:2'/><subject qcode='unknown:9'/><language tag='en'/>",
           kStory, "",
           "<assert qcode='p:2'><type qcode='cpnat:person'/><name>Bo Ek</name></assert>"
           "<assert qcode='p:3'><type qcode='cpnat:person'/><name>Not named</name></assert>"));
  EXPECT_THAT(names(article.supplied_people), ElementsAre("Josef Marek", "Bo Ek"));
  EXPECT_THAT(names(article.supplied_organisations), ElementsAre("Harbour Board"));
  EXPECT_THAT(names(article.supplied_places), ElementsAre("Norway", "Old Port/poi"));
}

TEST(Newsml, TellsWhoMadeTheItem) {
  const auto made = [](const std::string& provider, const std::string& rest) {
    return article_of(item(rest, kStory, provider));
  };
  EXPECT_EQ(made("<provider literal='NCW'/>", "").source, "NCW");
  EXPECT_EQ(made("<provider qcode='nprov:NCW'/>", "").source, "NCW");
  EXPECT_EQ(made("<provider>NCW</provider>", "<creditline>NCW</creditline>").agency, std::nullopt);
  const Article article =
      made("<provider literal='NCW'/>",
           "<infoSource literal='NCW'/><infoSource><name>Harbour Press</name></infoSource>"
           "<creator type='cpnat:organisation'><name>Desk</name></creator>"
           "<creator type='cpnat:person'><name>Ann Lee</name></creator>");
  EXPECT_EQ(article.agency, "Harbour Press");
  EXPECT_EQ(article.byline, "Ann Lee");
}

TEST(Newsml, RefusesItemsWithoutTextOfTheirOwn) {
  EXPECT_EQ(one(item("<headline>H</headline>", "<remoteContent href='a.jpg'/>")).refusal,
            "no inline text");
  EXPECT_EQ(one(item("", "<inlineXML/>")).refusal, "no inline text");
  EXPECT_EQ(one(item("", "<inlineData encoding='base64'>QUJD</inlineData>")).refusal,
            "no inline text");
  EXPECT_EQ(one(item("", kStory, "<pubStatus qcode='stat:canceled'/>")).refusal,
            "the item is canceled");
  EXPECT_EQ(one("<packageItem/>").refusal, "no news item: a packageItem holds no text");
  EXPECT_EQ(one("<nitf/>").refusal, "no NewsML: there is no news item");
  EXPECT_EQ(one("").refusal, "no NewsML: there is no news item");
}

TEST(Newsml, TakesTheHeadlineOfAFlash) {
  EXPECT_EQ(article_of(item("<headline>Strike over</headline>", "<inlineXML/>")).text,
            "Strike over");
}

TEST(Newsml, ReadsEveryItemOfAMessage) {
  const Members members = read_newsml(
      "<n:newsMessage xmlns:n='u'><n:header/><n:itemSet><n:packageItem guid='p'/>"
      "<n:newsItem guid='1'><n:contentSet><n:inlineData>One.</n:inlineData></n:contentSet>"
      "</n:newsItem><n:conceptItem/><n:newsItem guid='2'><n:contentSet/></n:newsItem>"
      "<n:newsItem guid='3'><n:contentSet><n:inlineXML><h:html><h:body><h:p>Three.</h:p></h:body>"
      "</h:html></n:inlineXML></n:contentSet></n:newsItem></n:itemSet></n:newsMessage>");
  ASSERT_EQ(members.size(), 3u);
  EXPECT_EQ(members[0].article.text, "One.");
  EXPECT_EQ(members[0].article.id, "1");
  EXPECT_EQ(members[1].refusal, "no inline text");
  EXPECT_EQ(members[2].article.text, "Three.");
}

TEST(Newsml, ReadsVersion1) {
  const Article article = article_of(R"(<NewsML><NewsEnvelope/><NewsItem xml:lang="en">
<Identification><NewsIdentifier><ProviderId>ncw.example</ProviderId>
  <PublicIdentifier>urn:newsml:ncw.example:17</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>2010-05-14</FirstCreated>
  <Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Ferry strike ends</HeadLine><SubHeadLine>Lower</SubHeadLine>
    <ByLine>Ann Lee</ByLine><DateLine>TOLMAR, May 14</DateLine></NewsLines>
  <AdministrativeMetadata><Provider><Party FormalName="NCW"/></Provider></AdministrativeMetadata>
  <DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
  <ContentItem><MediaType FormalName="Text"/><DataContent><p>Crews left.</p><p>Two.</p></DataContent>
  </ContentItem></NewsComponent></NewsItem></NewsML>)");
  EXPECT_EQ(article.id, "urn:newsml:ncw.example:17");
  EXPECT_EQ(article.headline, "Ferry strike ends");
  EXPECT_EQ(article.byline, "Ann Lee");
  EXPECT_EQ(article.source, "NCW");
  EXPECT_EQ(article.located, "Tolmar");
  EXPECT_EQ(article.date.iso(), "2010-05-14");
  EXPECT_EQ(article.text, "Ferry strike ends\n\nLower\n\nTOLMAR, May 14\n\nCrews left.\n\nTwo.");
  EXPECT_EQ(one("<NewsML><NewsItem><NewsComponent/></NewsItem></NewsML>").refusal,
            "no inline text");
}

TEST(Newsml, ReadsTheOlderItemsOfReuters) {
  const Article article = article_of(
      R"(<?xml version="1.0" encoding="iso-8859-1" ?><newsitem itemid="17" id="root" date="1996-08-20" xml:lang="en">
<title>NORWAY: Ferry strike ends.</title><headline>Ferry strike ends.</headline>
<byline>Ann Lee</byline><dateline>TOLMAR, Norway 1996-08-20</dateline>
<text><p>Crews left.</p><p>Two.</p></text><copyright>(c) NCW 1996</copyright>
<metadata><dc element="dc.source" value="NCW"/></metadata></newsitem>)");
  EXPECT_EQ(article.headline, "Ferry strike ends.");
  EXPECT_EQ(article.date.iso(), "1996-08-20");
  EXPECT_EQ(article.source, "NCW");
  EXPECT_EQ(article.located, "Tolmar");
  EXPECT_EQ(article.text, "Ferry strike ends.\n\nTOLMAR, Norway 1996-08-20\n\nCrews left.\n\nTwo.");
}

TEST(Newsml, TellsThatItMended) {
  const Members members =
      read_newsml("<newsMessage><newsItem/><newsItem><contentSet><inlineData>One, cut sho");
  ASSERT_EQ(members.size(), 2u);
  EXPECT_EQ(members[1].article.text, "One, cut sho");
  EXPECT_THAT(members[1].article.notes, ElementsAre("the XML is not well-formed; it was mended"));
}

}  // namespace
}  // namespace alatoo
