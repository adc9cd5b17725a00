// SPDX-License-Identifier: GPL-3.0-or-later
// One story in every format that is read: what is understood of it must not depend on the format.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/enrich/enricher.h"
#include "indexer/enrich/shipped.h"
#include "indexer/read/source.h"

namespace alatoo {
namespace {

const std::string kHeadline = "Ferry crews end nine-day strike";
const std::vector<std::string> kParagraphs = {
    "BERGEN, Norway, May 14 (Reuters) - Ferry crews on the west coast of Norway went back to work "
    "on Friday after the harbour board gave in to nearly all that they had asked for.",
    "The board said that it would pay the crews for the days of the strike and buy two new boats "
    "before the winter, when the ice makes the crossing to Stavanger dangerous.",
    "\"We have won more than we hoped,\" said Josef Marek, who leads the ferry crews. He added "
    "that "
    "the mayor of Bergen, Ingrid Solheim, had talked with both sides through the night.",
    "Some 4,000 passengers a day had to go by road while the boats lay in the harbour, and shops "
    "on "
    "the islands had run out of milk and bread by the end of the first week."};
const std::string kCredit = "(Additional reporting by Bo Ek in Oslo; editing by Cy Dee)";

std::string each(const std::string& before, const std::string& after) {
  std::string out;
  for (const std::string& paragraph : kParagraphs) out += before + paragraph + after;
  return out + before + kCredit + after;
}
std::string paragraphs() { return each("<p>", "</p>\n"); }
std::string escaped(const std::string& html) {
  std::string out;
  for (const char c : html) {
    out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
  }
  return out;
}
std::string json(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '"' ? "\\\"" : c == '\n' ? "\\n" : std::string(1, c);
  return out;
}

/// The story in a format; the date, source and author are stated as that format has it.
struct Version {
  const char* name;
  Format format;
  std::string bytes;
};
std::vector<Version> versions() {
  const std::string body = each("", "\n\n");
  return {
      {"ninjs", Format::json,
       R"({"uri": "urn:1", "headline": ")" + kHeadline +
           R"(", "byline": "Ann Lee", "language": "en",
           "versioncreated": "2010-05-15T08:00:00Z", "infosource": [{"name": "The Fjord Courier"}],
           "body_text": ")" +
           json(body) + "\"}"},
      {"nitf", Format::nitf,
       "<nitf xml:lang='en'><head><docdata><doc-id id-string='urn:1'/></docdata><pubdata "
       "name='The Fjord Courier' date.publication='2010-05-15'/></head><body><body.head><hedline>"
       "<hl1>" +
           kHeadline +
           "</hl1></hedline><byline>By <person>Ann Lee</person></byline>"
           "<dateline><location>BERGEN, "
           "Norway</location></dateline></body.head><body.content><block>" +
           paragraphs() + "</block></body.content></body></nitf>"},
      {"newsml", Format::newsml,
       "<newsItem guid='urn:1'><itemMeta><provider literal='The Fjord Courier'/><versionCreated>"
       "2010-05-15T08:00:00Z</versionCreated></itemMeta><contentMeta><by>Ann Lee</by><language "
       "tag='en'/><headline>" +
           kHeadline +
           "</headline><dateline>BERGEN, Norway, May 14</dateline>"
           "</contentMeta><contentSet><inlineXML><html><body>" +
           paragraphs() + "</body></html></inlineXML></contentSet></newsItem>"},
      {"rss", Format::feed,
       "<rss><channel><title>The Fjord Courier</title><language>en</language><item><title>" +
           kHeadline +
           "</title><guid>urn:1</guid><dc:creator>Ann Lee</dc:creator><dc:date>2010-05-15"
           "</dc:date><description>" +
           escaped(paragraphs()) + "</description></item></channel></rss>"},
      {"atom", Format::feed,
       "<feed xml:lang='en'><title>The Fjord Courier</title><entry><id>urn:1</id><title>" +
           kHeadline +
           "</title><author><name>Ann "
           "Lee</name></author><published>2010-05-15T08:00:00Z</published>"
           "<content type='xhtml'><div>" +
           paragraphs() + "</div></content></entry></feed>"},
      {"text", Format::text,
       "The Fjord Courier | 15 May 2010\n\n" + kHeadline + "\n\nBy Ann Lee\n\n" + body},
  };
}

/// What is understood of it, a line each; "" for a version that gave no article.
std::string understood(const Version& version) {
  const RawItem item{"a", "a", 0, version.format, version.bytes};
  Parsed parsed = parse(item);
  if (parsed.articles.size() != 1) return "";
  Article& article = parsed.articles.front();
  Enricher(shipped_authority(), {}).enrich(article);
  std::string out = article.headline.value_or("-") + "\n" + article.byline.value_or("-") + "\n" +
                    article.agency.value_or("-") + "\n" + article.located.value_or("-") + "\n" +
                    article.language.value_or("-") + "\n" + article.date.iso() + "\n" +
                    article.source.value_or("-") + "\n";
  for (const std::string& name : article.contributors) out += name + "; ";
  for (const EntityKind kind : kAllEntityKinds) {
    out += "\n";
    for (const Entity& entity : article.of(kind)) {
      out += entity.name + " " + std::to_string(entity.mentions.size()) + "; ";
    }
  }
  // Formats that state who wrote it need not show it: the byline is left out of the comparison.
  for (const Zone& zone : article.zones) {
    const bool page = zone.kind == ZoneKind::byline || zone.kind == ZoneKind::furniture ||
                      zone.kind == ZoneKind::section;
    if (page) continue;
    (((out += "\n") += to_string(zone.kind)) += ": ") += zone.span.of(article.text);
  }
  return out;
}

TEST(OneStory, IsUnderstoodAlikeInEveryFormat) {
  const std::vector<Version> all = versions();
  const std::string wanted = understood(all.front());
  EXPECT_THAT(wanted,
              testing::StartsWith(kHeadline + "\nAnn Lee\nReuters\nBergen\nen\n2010-05-15\n"
                                              "The Fjord Courier\nAnn Lee; Bo Ek; Cy Dee; "));
  EXPECT_THAT(wanted,
              testing::HasSubstr("\ndateline: BERGEN, Norway, May 14 (Reuters) -\nbody: Ferry"));
  EXPECT_THAT(wanted, testing::EndsWith("\ncredit: " + kCredit));
  for (const Version& version : all) EXPECT_EQ(understood(version), wanted) << version.name;
}

}  // namespace
}  // namespace alatoo
