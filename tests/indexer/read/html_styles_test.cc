// SPDX-License-Identifier: GPL-3.0-or-later
// One article as pages of three times and as plain text: what is understood must be the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/read/html.h"
#include "indexer/read/text.h"
#include "tests/indexer/enrich/names_fixture.h"

namespace alatoo {
namespace {

struct Story {
  std::string headline;
  std::string deck;
  std::vector<std::string> authors;
  std::string day, iso;  // of publication
  std::string source;
  std::vector<std::string> paragraphs;  // one that starts with "# " is a sub-heading
  std::string credit;                   // who else made it; may be empty
};

const Story kFerries = {
    "Ferry crews end their strike on the lake",
    "Harbour board gives in to demands for pay and safer boats before the winter.",
    {"Ann Lee", "Bo Ek"},
    "16 May 2010",
    "2010-05-16",
    "The Tolmar Courier",
    {"BISHKEK, May 16 (Reuters) - Ferry crews on Lake Tolmar went back to work on Sunday after the "
     "harbour board gave in to nearly all that they had asked for.",
     "The board said that it would pay the crews for the days of the strike & buy two new boats "
     "before the winter, when the ice makes the crossing dangerous.",
     "# Fair treatment",
     "\"We have won more than we hoped,\" said Josef Marek, who leads the ferry crews. He added "
     "that the harbour board had treated them fairly in the end.",
     "The strike began when a boat with forty passengers drifted across the lake for a whole night "
     "because its engine had not been looked at for three years.",
     "Marek said that his crews would watch how the board keeps its promises."},
    "Additional reporting by Cy Dow in Moscow; editing by Di Fox"};

const Story kGarden = {
    "Town of Reading opens a garden on a roof",
    "Nine hundred square metres of herbs and trees stand above the old market hall.",
    {"Maria Orlova"},
    "3 June 2014",
    "2014-06-03",
    "Tolmar Evening News",
    {"The town of Reading opened a garden on the roof of its old market hall on Tuesday, eleven "
     "months later than it had planned and for twice the money.",
     "Robert Hall, who drew the garden, said that the roof had been too weak for the trees and "
     "that "
     "steel had to be brought in from the coast.",
     "About two thousand visitors came on the first day, some of them from London, and stood in "
     "line for an hour on the narrow stairs.",
     "\"You can see the river from up there,\" said Peter Lane, a pupil. \"I did not know that it "
     "goes around the whole town.\""},
    ""};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string names(const Story& story) {
  std::string out;
  for (std::size_t i = 0; i < story.authors.size(); ++i) {
    out += (i ? " and " : "") + story.authors[i];
  }
  return out;
}

std::string as_text(const Story& story) {
  std::string page = "World\n" + story.headline + "\n" + story.deck + "\nBy " + names(story) +
                     "\nPublished: " + story.day + " 09:20 GMT\n\n";
  for (const std::string& paragraph : story.paragraphs) {
    page += (paragraph[0] == '#' ? paragraph.substr(2) : paragraph) + "\n\n";
  }
  if (!story.credit.empty()) page += story.credit + "\n\n";
  return page + "© 2010 " + story.source + ". All rights reserved.\n";
}

std::string as_tables(const Story& story) {
  std::string page = "<HTML><HEAD><TITLE>" + story.source + ": " + story.headline +
                     "</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=600 BORDER=0><TR>"
                     "<TD COLSPAN=3><A HREF=/><IMG SRC=logo.gif></A></TD></TR><TR><TD WIDTH=120>"
                     "<FONT SIZE=2><A HREF=w.htm>World</A><BR><A HREF=s.htm>Sport</A><BR>"
                     "<A HREF=m.htm>Markets</A><BR><A HREF=c.htm>Contact</A></FONT></TD>"
                     "<TD WIDTH=360><FONT FACE=Arial SIZE=5><B>" +
                     story.headline + "</B></FONT><P><B>" + story.deck + "</B><P><I>By " +
                     names(story) + "</I><BR><FONT SIZE=1>Published: " + story.day +
                     " 09:20 GMT</FONT>\n";
  for (const std::string& paragraph : story.paragraphs) {
    page += paragraph[0] == '#' ? "<P><B>" + paragraph.substr(2) + "</B>\n"
                                : "<P>" + escaped(paragraph) + "\n";
  }
  if (!story.credit.empty()) page += "<P><I>" + story.credit + "</I>\n";
  return page +
         "</TD><TD WIDTH=120><FONT SIZE=1><B>RELATED STORIES</B><BR><A HREF=1.htm>Boats of the "
         "north</A><BR><A HREF=2.htm>A short history of ice</A></FONT></TD></TR><TR><TD COLSPAN=3>"
         "<CENTER><FONT SIZE=1>&copy; 2010 " +
         story.source + ". All rights reserved.</FONT></CENTER></TD></TR></TABLE></BODY></HTML>";
}

std::string as_divs(const Story& story) {
  std::string page =
      "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"x.dtd\">"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>" +
      story.headline + " - World - " + story.source +
      "</title><meta property=\"og:title\" content=\"" + story.headline +
      "\"/><meta property=\"og:site_name\" content=\"" + story.source +
      "\"/><meta name=\"DC.date.issued\" content=\"" + story.iso +
      "T09:20:00Z\"/><script type=\"text/javascript\">document.write('<p>no</p>');</script></head>"
      "<body><div id=\"wrapper\"><div id=\"header\"><div id=\"topnav\"><ul><li><a href=\"/\">Home"
      "</a></li><li><a href=\"/w\">World</a></li><li><a href=\"/s\">Sport</a></li></ul></div></div>"
      "<div id=\"main\"><div class=\"col1\"><h1>" +
      story.headline + "</h1><h2 class=\"subtitle\">" + story.deck +
      "</h2><div class=\"byline\">By " + names(story) +
      "</div><div class=\"date\">Published: " + story.day +
      " 09:20 GMT</div><div class=\"share-bar\"><a href=\"#\">Email</a> <a href=\"#\">Print</a> "
      "<span>12 comments</span></div>";
  for (const std::string& paragraph : story.paragraphs) {
    page += paragraph[0] == '#' ? "<h3>" + paragraph.substr(2) + "</h3>\n"
                                : "<p>" + escaped(paragraph) + "</p>\n";
  }
  if (!story.credit.empty()) page += "<p class=\"credits\">" + story.credit + "</p>";
  return page +
         "<div class=\"related\"><h4>Related links</h4><ul><li><a href=\"1\">Boats of the north</a>"
         "</li><li><a href=\"2\">A short history of ice</a></li></ul></div><div id=\"comments\">"
         "<h4>Comments</h4><div class=\"comment\"><p>I was there when it happened, and I can tell "
         "you that everyone in the town was glad about it in the end.</p></div><form>"
         "<label>Your name</label><input name=\"n\"/><textarea>Write</textarea></form></div></div>"
         "<div class=\"col2\"><h3>Most read</h3><ol><li><a href=\"3\">Ten lakes to see</a></li>"
         "<li><a href=\"4\">What the board wants</a></li></ol><p>A team of divers has found an old "
         "bell on the ground of the sea, and nobody knows whose it is.</p></div></div>"
         "<div id=\"footer\">&copy; 2010 " +
         story.source + ". All rights reserved.</div></div></body></html>";
}

std::string as_modern(const Story& story) {
  std::string authors;
  for (const std::string& author : story.authors) {
    authors += (authors.empty() ? "" : ",") +
               (R"({"@type":"Person","name":")" + author + R"(","url":"https://x.example/a"})");
  }
  std::string page =
      R"(<!doctype html><html lang="en"><head><meta charset="utf-8"><title>)" + story.headline +
      " | " + story.source +
      R"(</title><script type="application/ld+json">{"@context":"https://schema.org",)"
      R"("@type":"NewsArticle","headline":")" +
      story.headline + R"(","datePublished":")" + story.iso +
      R"(T09:20:00+00:00","dateModified":"2016-01-01","author":[)" + authors +
      R"(],"publisher":{"@type":"Organization","name":")" + story.source +
      R"("}}</script><style>p{margin:0}</style></head><body class="has-sidebar">)"
      R"(<a class="skip-link" href="#m">Skip to content</a><header><nav aria-label="Main"><ul>)"
      R"(<li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav></header>)"
      R"(<main id="m"><article><header><p class="kicker"><a href="/w">World</a></p><h1>)" +
      story.headline + R"(</h1><p class="standfirst">)" + story.deck +
      R"(</p><p class="meta"><span class="byline">By <a rel="author" href="/a">)" + names(story) +
      R"(</a></span> <time datetime=")" + story.iso + R"(T09:20Z">Published: )" + story.day +
      R"( 09:20 GMT</time></p></header><div class="share" role="toolbar"><button>Share</button>)"
      R"(</div><div itemprop="articleBody">)";
  std::size_t number = 0;
  for (const std::string& paragraph : story.paragraphs) {
    page += paragraph[0] == '#' ? "<h2>" + paragraph.substr(2) + "</h2>\n"
                                : "<p>" + escaped(paragraph) + "</p>\n";
    if (++number == 2) {
      page += R"(<aside class="promo"><h3>Read more</h3><a href="1">Boats of the north</a></aside>)"
              R"(<figure hidden><figcaption>Not shown</figcaption></figure>)";
    }
  }
  page += "</div>";
  if (!story.credit.empty()) page += R"(<p class="contributors">)" + story.credit + "</p>";
  return page +
         R"(<section class="newsletter"><p>Get the best of the lake in your inbox every morning, )"
         R"(before everybody else is awake.</p></section></article></main><aside><h2>Most read)"
         R"(</h2><ul><li><a href="3">Ten lakes to see</a></li></ul></aside><footer><p>© 2010 )" +
         story.source + ". All rights reserved.</p></footer></body></html>";
}

Article enriched(Members members) {
  EXPECT_EQ(members.size(), 1u);
  EXPECT_EQ(members[0].refusal, "");
  Enricher(test::small_authority(), {}).enrich(members[0].article);
  return std::move(members[0].article);
}

/// The zones of some kinds, each in one line.
std::vector<std::string> zones_of(const Article& article, std::vector<ZoneKind> kinds) {
  std::vector<std::string> out;
  for (const Zone& zone : article.zones) {
    if (std::find(kinds.begin(), kinds.end(), zone.kind) == kinds.end()) continue;
    out.push_back(std::string(to_string(zone.kind)) + ": " + squeeze(zone.span.of(article.text)));
  }
  return out;
}

std::vector<std::string> names_of(const Article& article) {
  std::vector<std::string> names;
  for (const auto& entities : article.entities) {
    for (const Entity& entity : entities) {
      names.push_back(entity.name + " " + std::to_string(entity.mentions.size()));
    }
  }
  return names;
}

class HtmlStyles : public testing::TestWithParam<const Story*> {};

TEST_P(HtmlStyles, AllGiveTheSameArticle) {
  const Story& story = *GetParam();
  const Article text = enriched(read_text(as_text(story)));
  const std::vector<ZoneKind> kStory = {ZoneKind::headline, ZoneKind::subheading,
                                        ZoneKind::byline,   ZoneKind::dateline,
                                        ZoneKind::body,     ZoneKind::caption};
  const auto zones = zones_of(text, kStory);
  EXPECT_EQ(zones_of(text, {ZoneKind::headline}).size(), 1u);
  EXPECT_GE(zones_of(text, {ZoneKind::body}).size(), story.paragraphs.size() - 1);
  const std::pair<const char*, std::string> pages[] = {
      {"tables", as_tables(story)}, {"divs", as_divs(story)}, {"modern", as_modern(story)}};
  for (const auto& [style, html] : pages) {
    SCOPED_TRACE(style);
    const Article page = enriched(read_html(html));
    EXPECT_EQ(page.headline, story.headline);
    EXPECT_EQ(page.headline, text.headline);
    auto own = zones_of(page, kStory);
    for (std::string& zone : own) {  // the modern page has the stamp in one line with the byline
      const std::size_t stamp = zone.find(" Published:");
      if (zone.starts_with("byline") && stamp != zone.npos) zone.resize(stamp);
    }
    EXPECT_EQ(own, zones);
    EXPECT_EQ(page.date.iso(), story.iso);
    EXPECT_EQ(page.date, text.date);
    EXPECT_EQ(page.source, story.source);
    EXPECT_EQ(page.source, text.source);
    EXPECT_EQ(page.agency, text.agency);
    EXPECT_EQ(page.byline, text.byline);
    EXPECT_EQ(page.located, text.located);
    EXPECT_EQ(page.language, text.language);
    EXPECT_EQ(page.contributors, text.contributors);
    EXPECT_EQ(names_of(page), names_of(text));
  }
}

INSTANTIATE_TEST_SUITE_P(Stories, HtmlStyles, testing::Values(&kFerries, &kGarden));

}  // namespace
}  // namespace alatoo
