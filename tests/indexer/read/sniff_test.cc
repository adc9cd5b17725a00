// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/sniff.h"

#include <gmock/gmock.h>

#include <string>

#include "indexer/read/sniff_markup.h"
#include "tests/indexer/read/encoded.h"

namespace alatoo {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;

Format format_of(std::string_view head) {
  const Sniffed sniffed = sniff(head, true);
  EXPECT_TRUE(sniffed.format.has_value()) << head << ": " << sniffed.refusal;
  return sniffed.format.value_or(Format::text);
}

TEST(Sniff, Prose) {
  EXPECT_EQ(format_of("A headline\n\nA body."), Format::text);
  EXPECT_EQ(format_of("x"), Format::text);
  EXPECT_EQ(format_of("\"Quoted,\" he said."), Format::text);
  EXPECT_EQ(format_of("Выборы прошли спокойно"), Format::text);
}

TEST(Sniff, ProseMayBeginWithABracket) {
  EXPECT_EQ(format_of("[Photo: AP] The president"), Format::text);
  EXPECT_EQ(format_of("[1] Reuters"), Format::text);
  EXPECT_EQ(format_of("[\"No comment,\" he said]"), Format::text);
}

TEST(Sniff, OneObject) {
  EXPECT_EQ(format_of(R"({"headline": "A"})"), Format::json);
  EXPECT_EQ(format_of("\xEF\xBB\xBF  \n{\"headline\": \"A\"}\n\n"), Format::json);
  EXPECT_EQ(format_of("{\n  \"headline\": \"A\",\n  \"body\": \"B\"\n}\n"), Format::json);
  EXPECT_EQ(format_of("{\n  \"headlines\": [\n    {\"value\": \"A\"}\n  ]\n}\n"), Format::json);
  EXPECT_EQ(format_of("{\"headlines\":\n{\"value\": \"A\"}\n}"), Format::json);
  EXPECT_EQ(format_of("{\"headlines\": [\n{\"value\": \"A\"},\n{\"value\": \"B\"}]\n}"),
            Format::json);
  EXPECT_EQ(format_of("{broken"), Format::json);
}

TEST(Sniff, Arrays) {
  EXPECT_EQ(format_of("[{\"headline\": \"A\"}]"), Format::json);
  EXPECT_EQ(format_of("[\n  {\n \"headline\": \"A\"}]"), Format::json);
  EXPECT_EQ(format_of("[]"), Format::json);
  EXPECT_EQ(format_of("[1, 2, 3]"), Format::json);
  EXPECT_EQ(format_of("[\"a\", \"b\"]"), Format::json);
}

TEST(Sniff, Lines) {
  EXPECT_EQ(format_of("{\"headline\": \"A\"}\n{\"headline\": \"B\"}\n"), Format::json_lines);
  EXPECT_EQ(format_of("\n\n{\"headline\": \"A\"}\r\n\r\n{\"headline\": \"B\"}"),
            Format::json_lines);
  EXPECT_EQ(format_of("{\"headline\": \"A\"}\nnot json\n"), Format::json_lines);
}

TEST(Sniff, ABrokenFirstLineCostsItselfOnly) {
  const std::string second = "\n{\"headline\": \"B\"}\n";
  EXPECT_EQ(format_of("{\"headline\": \"A" + second), Format::json_lines);
  EXPECT_EQ(format_of("{\"headline\": \"A\",}" + second), Format::json_lines);
  EXPECT_EQ(format_of("{\"headline\": A}" + second), Format::json_lines);
}

TEST(Sniff, AsksForMoreUntilTheSecondLineIsInSight) {
  const auto undecided = [](std::string_view head) {
    const Sniffed sniffed = sniff(head, false);
    return !sniffed.format && sniffed.refusal.empty();
  };
  EXPECT_TRUE(undecided(""));
  EXPECT_TRUE(undecided("{\"headline\": \"A\"}"));
  EXPECT_TRUE(undecided("{\"headline\": \"A\"}\n\n  "));
  EXPECT_TRUE(undecided("      \n   "));
  EXPECT_FALSE(undecided("{\"headline\": \"A\"}\n{"));
  EXPECT_FALSE(undecided("A headline"));
}

TEST(Sniff, RefusesBinaryDataAndSaysWhy) {
  EXPECT_THAT(sniff("a\0b, some more text"s, true).refusal, HasSubstr("NUL"));
  EXPECT_THAT(sniff("\x01\x02\x03\x04"s, true).refusal, HasSubstr("control"));
  EXPECT_THAT(sniff("%PDF-1.7 xyz", true).refusal, HasSubstr("PDF"));
  EXPECT_THAT(sniff("PK\x03\x04 and so on"s, true).refusal, HasSubstr("ZIP"));
  EXPECT_THAT(sniff("\xFD"
                    "7zXZ\0 and so on"s,
                    true)
                  .refusal,
              HasSubstr("xz"));
  EXPECT_THAT(sniff("\x1F\x8B and so on"s, true).refusal, HasSubstr("twice"));
  EXPECT_EQ(sniff("", true).refusal, "the file is empty");
  EXPECT_EQ(sniff("\xEF\xBB\xBF", true).refusal, "the file is empty");
  EXPECT_EQ(sniff(" \n", true).refusal, "the file holds only white space");
}

TEST(Sniff, AFewTransmissionCodesAreNoBinaryData) {
  EXPECT_EQ(format_of("\x01\x16 RTR0012 \x02 GRAIN PRICES ROSE ON MONDAY \x03"), Format::text);
}

TEST(Sniff, Utf16) {
  EXPECT_EQ(format_of("\xFF\xFE"
                      "A\0 \0"s),
            Format::text);
  EXPECT_EQ(format_of("\xFE\xFF\0{\0\"\0a\0\""s), Format::json);
  EXPECT_EQ(format_of("\xFF\xFE[\0P\0h\0"s), Format::text);
}

TEST(Sniff, WideTextWithoutAMark) {
  EXPECT_EQ(format_of(encoded("Osh, the port", "UTF-16LE")), Format::text);
  EXPECT_EQ(format_of(encoded("{\"headline\": \"A\"}\n{\"headline\": \"B\"}", "UTF-16BE")),
            Format::json);
  EXPECT_EQ(format_of(encoded("\uFEFF<?xml version='1.0' encoding='UTF-16'?><rss>", "UTF-16LE")),
            Format::feed);
  EXPECT_EQ(format_of(encoded("<!DOCTYPE html><p>Порт", "UTF-32LE")), Format::html);
  EXPECT_EQ(sniff(encoded("\uFEFF \n", "UTF-16LE"), true).refusal,
            "the file holds only white space");
}

TEST(Sniff, Pages) {
  for (const char* page :
       {"<!doctype html>\n<title>A</title>", "<HTML><BODY>x</BODY></HTML>", " \n<html lang=en>",
        "\xEF\xBB\xBF<!-- saved from url=(0014)about:internet -->\r\n<html>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"x.dtd\">",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head/></html>",
        "<div class=story>Text</div>", "<p>Only this", "<article>\n<h1>A</h1>", "<head><title>A",
        "<body>", "<b>Pier shut</b><br>The pier", "<span>A</span>", "<!-- x --><div>A</div>",
        "Notice: undefined\n<!DOCTYPE html><body>",
        "Pier shut<br>\n<p>The pier.</p>\n<p>It rained.",
        "<amp-story><p>A</p><p>B</p></amp-story>"}) {
    EXPECT_EQ(format_of(page), Format::html) << page;
  }
}

TEST(Sniff, NewsFormatsByTheirRoot) {
  EXPECT_EQ(format_of("<nitf><body/></nitf>"), Format::nitf);
  EXPECT_EQ(format_of("<?xml version='1.0'?>\n<!DOCTYPE nitf SYSTEM 'nitf.dtd' [<!ENTITY a '>'>]>\n"
                      "<!-- a > b --><nitf version='x'>"),
            Format::nitf);
  EXPECT_EQ(format_of("<newsItem guid='x'>"), Format::newsml);
  EXPECT_EQ(format_of("<n:newsMessage xmlns:n='x'>"), Format::newsml);
  EXPECT_EQ(format_of("<packageItem>"), Format::newsml);
  EXPECT_EQ(format_of("<?xml version='1.0'?><NewsML><NewsItem/></NewsML>"), Format::newsml);
  EXPECT_EQ(format_of("<newsitem itemid='1'>"), Format::newsml);
  EXPECT_EQ(format_of("<entry xmlns='u'><title>T</title></entry>"), Format::feed);
  EXPECT_EQ(format_of("<?xml version='1.0'?><rss version='2.0'><channel>"), Format::feed);
  EXPECT_EQ(format_of("<rdf:RDF xmlns:rdf='x'>"), Format::feed);
  EXPECT_EQ(format_of("<feed xmlns='http://www.w3.org/2005/Atom'>"), Format::feed);
  EXPECT_EQ(format_of("<?xml-stylesheet href='a'?><atom:feed>"), Format::feed);
}

TEST(Sniff, RefusesOtherXmlByName) {
  for (const char* xml : {"<?xml version='1.0'?><foo><p>a</p><p>b</p><p>c</p></foo>",
                          "<foo xmlns='x'>", "<foo>text</foo>", "<!DOCTYPE foo><foo>"}) {
    EXPECT_EQ(sniff(xml, true).refusal, "XML of an unknown kind: <foo>") << xml;
  }
  EXPECT_THAT(sniff("<?xml version='1.0'?>", true).refusal, HasSubstr("without a root"));
}

TEST(Sniff, ProseMayBeginWithAnAngleBracket) {
  for (const char* text :
       {"<LM Ericsson> said on Monday", "<AP> said", "< 5 per cent voted", "<<Nobody>> was hurt",
        "<B> rose, <C> fell", "<", "<!", "<a", "<-- north"}) {
    EXPECT_EQ(format_of(text), Format::text) << text;
  }
}

TEST(Sniff, AsksForMoreUntilTheRootIsInSight) {
  EXPECT_FALSE(sniff("<?xml version='1.0'?>   ", false).format);
  EXPECT_FALSE(sniff("<!-- a long comment", false).format);
  EXPECT_TRUE(sniff("<!-- a comment --><nitf>", false).format);
}

TEST(Sniff, Mail) {
  EXPECT_EQ(format_of("Title: Pier shut\nDate: 2010-05-15\n\nThe pier."), Format::mail);
  EXPECT_EQ(format_of(encoded("Заголовок: Порт закрыт\nДата: 15 мая 2010\n\nПорт.", "KOI8-R")),
            Format::mail);
  EXPECT_EQ(format_of("WASHINGTON: The pier was shut.\n\nIt rained."), Format::text);
}

TEST(Sniff, NamesDocumentsThatAreNoText) {
  EXPECT_THAT(sniff("{\\rtf1\\ansi The pier}", true).refusal, HasSubstr("RTF"));
  EXPECT_THAT(sniff("\x89PNG\r\n\x1A\n"s, true).refusal, HasSubstr("image"));
}

TEST(LooksLikeMarkup, TellsHtmlFromAngleBrackets) {
  for (const char* text : {"<p>One</p>", "One<BR>Two", "One<br />Two", "<div>One</div>Two",
                           "<h2>One</h2>\nTwo", "One <b>two</b><p class=\"x\">"}) {
    EXPECT_TRUE(looks_like_markup(text)) << text;
  }
  for (const char* text : {"of <LM Ericsson Telephone Co> said a < b", "<Pacific> said", "a <b> c",
                           "", "the <title> of a page", "<p", "<"}) {
    EXPECT_FALSE(looks_like_markup(text)) << text;
  }
}

}  // namespace
}  // namespace alatoo
