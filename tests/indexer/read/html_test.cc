// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/text.h"
#include "indexer/read/zones.h"

namespace alatoo {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::string kOne =
    "Ferry crews on Lake Tolmar went back to work on Sunday after the harbour board gave in to "
    "nearly all that they had asked for.";
const std::string kTwo =
    "The board said that it would pay the crews for the days of the strike and buy two new boats "
    "before the winter, when the ice makes the crossing dangerous.";
const std::string kThree =
    "\"We have won more than we hoped,\" said Josef Marek, who leads the ferry crews.";
const std::string kStory = "<p>" + kOne + "</p><p>" + kTwo + "</p><p>" + kThree + "</p>";
const std::string kTitle = "Ferry crews end their strike";
const std::string kComment =
    "<p>I do not think that this is the end of it at all: the board has promised much before and "
    "has paid little, and those who believe it now will be sorry in the winter.</p>";

Article read(const std::string& html) {
  Members members = read_html(html);
  EXPECT_EQ(members.size(), 1u);
  EXPECT_EQ(members[0].refusal, "");
  Article article = std::move(members[0].article);
  mark_zones(article);
  return article;
}

/// "kind: first bytes" of every zone.
std::vector<std::string> zones_of(const Article& article, bool furniture = false) {
  std::vector<std::string> out;
  for (const Zone& zone : article.zones) {
    if (zone.kind == ZoneKind::furniture && !furniture) continue;
    out.push_back(std::string(to_string(zone.kind)) + ": " +
                  std::string(zone.span.of(article.text).substr(0, 12)));
  }
  return out;
}

std::string kind_of(const Article& article, std::string_view part) {
  const std::size_t at = article.text.find(part);
  for (const Zone& zone : article.zones) {
    if (at >= zone.span.begin && at + part.size() <= zone.span.end) {
      return std::string(to_string(zone.kind));
    }
  }
  return "nowhere";
}

const auto kStoryZones = ElementsAre("headline: Ferry crews ", "body: Ferry crews ",
                                     "body: The board sa", "body: \"We have won");

// --- Pages as their makers' programs write them -----------------------------------------------

TEST(Html, BlogWithSidebarAndComments) {
  const Article article = read(
      "<html lang=en-US><head><title>" + kTitle +
      " &#8211; Lake Notes</title><meta property="
      "article:published_time content=2014-03-02T10:00:00+00:00><meta name=author content=admin>"
      "<meta property=og:site_name content='Lake Notes'></head><body class='single has-sidebar "
      "with-comments'><header id=masthead class=site-header><h1 class=site-title><a href=/>Lake "
      "Notes</a></h1><nav><ul class=menu><li><a href=/>Home</a></li></ul></nav></header><main>"
      "<article class='post category-related tag-comment hentry'><header class=entry-header><h2 "
      "class=entry-title>" +
      kTitle +
      "</h2><div class=entry-meta>Posted on <time class="
      "'entry-date published'>March 2, 2014</time> by <span class='author vcard'><a class='url fn' "
      "href=/a>Ann Lee</a></span></div></header><div class=entry-content>" +
      kStory +
      "<div class=sharedaddy><h3 class=sd-title>Share this:</h3><ul><li><a href=#>Tweet</a></ul>"
      "</div></div></article><div id=comments class=comments-area><h2>Two thoughts</h2><article "
      "class=comment-body>" +
      kComment + kComment +
      "</article></div></main><aside class="
      "widget-area><h2>About me</h2>" +
      kComment + "</aside></body></html>");
  EXPECT_EQ(article.headline, kTitle);
  EXPECT_THAT(zones_of(article), kStoryZones);
  EXPECT_EQ(article.source, "Lake Notes");
  EXPECT_EQ(article.byline, "Ann Lee");  // the system's administrator wrote nothing
  EXPECT_EQ(article.date.iso(), "2014-03-02");
  EXPECT_EQ(article.language, "en");
}

TEST(Html, ContentSystemWithFields) {
  const Article article = read(
      "<html><head><title>" + kTitle +
      " | Tolmar Radio</title><meta name=dcterms.date content="
      "2012-11-05></head><body class='html node-type-story one-sidebar'><div id=skip-link><a "
      "class='element-invisible' href=#m>Skip</a></div><div id=page-wrapper><div id=header class="
      "without-menu><div id=site-name><a href=/>Tolmar Radio</a></div></div><div id=content><h1 "
      "class=title id=page-title>" +
      kTitle +
      "</h1><div class='region region-content'><div class="
      "'node node-story'><div class='meta submitted'>Submitted by Ann Lee on Mon, 11/05/2012</div>"
      "<div class='field field-name-body'><div class=field-items>" +
      kStory +
      "</div></div><div "
      "class='field field-name-field-tags'><h3 class=field-label>Tags:</h3><ul class=links><li><a "
      "href=/t>ferry</a></ul></div></div></div></div><div class='column sidebar'><h2>Navigation"
      "</h2><ul><li><a href=/r>Recent content</a></ul></div></div></body></html>");
  EXPECT_THAT(zones_of(article), kStoryZones);
  EXPECT_EQ(article.source, "Tolmar Radio");
  EXPECT_EQ(article.text.find("Skip"), std::string::npos);
}

TEST(Html, WikiPage) {
  const Article article = read(
      "<html><head><title>" + kTitle +
      " - Wikinote</title></head><body class='mediawiki ltr'><div "
      "id=content role=main><h1 id=firstHeading>" +
      kTitle +
      "</h1><div id=bodyContent><div id="
      "jump-to-nav>Jump to: <a href=#>navigation</a></div><div id=mw-content-text><p><strong>"
      "Tuesday, February 8, 2011</strong></p><div class=thumb><a href=f><img></a><div class="
      "thumbcaption>Harbour of Tolmar.</div></div><p>" +
      kOne +
      "</p><table><tr><th>Boats<td>12<tr>"
      "<th>Crews<td>240</table><h2>Sources</h2><ul><li><a href=s>\"Strike "
      "ends\"</a></ul></div><div "
      "id=catlinks><a href=c>Categories</a>: <ul><li><a href=1>Published</a></ul></div></div></div>"
      "<div id=footer role=contentinfo>Last modified on 11 February 2011.</div></body></html>");
  EXPECT_EQ(article.headline, kTitle);
  EXPECT_EQ(kind_of(article, "Harbour of"), "caption");
  EXPECT_EQ(kind_of(article, "Ferry crews on"), "body");
  EXPECT_NE(article.text.find("Boats\t12\nCrews\t240"), std::string::npos);
  for (const char* part : {"Jump to", "Tuesday", "Sources", "Categories", "Last modified"}) {
    EXPECT_EQ(kind_of(article, part), "furniture") << part;
  }
}

TEST(Html, PageOfCustomElementsWithBrokenJsonLd) {
  const Article article =
      read("<html amp><head><title>" + kTitle +
           "</title><script type=application/ld+json>\n{\"@type\":"
           "[\"NewsArticle\"],\"headline\":\"Ferry crews end\ntheir strike\",\"datePublished\":"
           "\"2018-06-01T08:00:00+06:00\",\"author\":[\"Ann "
           "Lee\",],\"publisher\":{\"name\":\"Tolmar 24\"},"
           "}</script></head><body><amp-sidebar><ul><li><a "
           "href=1>World</a></ul></amp-sidebar><header><a "
           "href=/>Tolmar 24</a></header><article><h1>" +
           kTitle + "</h1><amp-img src=x></amp-img>" + kStory +
           "<amp-ad><div>Advertisement</div></amp-ad></article><amp-consent><p>We use cookies to "
           "make this page work. You can say no, if you want to.</p></amp-consent></body></html>");
  EXPECT_THAT(zones_of(article), kStoryZones);
  EXPECT_EQ(article.date.iso(), "2018-06-01");
  EXPECT_EQ(article.byline, "Ann Lee");
  EXPECT_EQ(article.source, "Tolmar 24");
}

TEST(Html, PageForPrinting) {
  const Article article = read(
      "<html><head><title>Tolmar Courier - Print version</title></head><body><p><b>Tolmar "
      "Courier</b></p><p>http://courier.example/2009/04/03/ferry.html</p><hr><h2>" +
      kTitle + "</h2><p>By Ann Lee<br>April 3, 2009</p>" + kStory +
      "<hr><p>&copy; Courier 2009</p>");
  EXPECT_EQ(article.headline, kTitle);
  EXPECT_EQ(kind_of(article, "http://"), "furniture");
  EXPECT_EQ(kind_of(article, "By Ann Lee"), "byline");
  EXPECT_EQ(kind_of(article, kThree), "body");
}

TEST(Html, PostsOfLineBreaks) {
  const Article article = read(
      "<html><head><title>Lake Notes: " + kTitle +
      "</title></head><body><div class='date-outer'><h2 "
      "class=date-header>Sunday, May 16, 2010</h2><div class='post hentry'><h3 class='post-title "
      "entry-title'>" +
      kTitle + "</h3><div class='post-body entry-content'>" + kOne + "<br /><br />" + kTwo +
      "<br /><br />" + kThree +
      "<div style='clear: both;'></div></div><div "
      "class=post-footer>Posted by <span class='post-author vcard'><span class=fn>Ann Lee</span>"
      "</span> at <abbr class=published title='2010-05-16T09:20:00+02:00'>9:20</abbr></div></div>"
      "</div><div class=comments id=comments><h4>1 comment:</h4>" +
      kComment + "</div></body></html>");
  EXPECT_THAT(zones_of(article), kStoryZones);
  EXPECT_EQ(article.source, "Lake Notes");
  EXPECT_EQ(article.byline, "Ann Lee");
  EXPECT_EQ(article.date.iso(), "2010-05-16");
}

TEST(Html, PageOfFrames) {
  const Article article =
      read("<html><head><title>" + kTitle +
           "</title></head><frameset cols='20%,80%'><frame src=a.html>"
           "<noframes><body><a href=menu.html>Menu</a><center><font size=+2><b>" +
           kTitle +
           "</b></font>"
           "</center><p>" +
           kOne + "<p>" + kTwo + "<p>" + kThree + "</body></noframes></frameset></html>");
  EXPECT_THAT(zones_of(article), kStoryZones);
}

TEST(Html, LiveBlogIsOneArticle) {
  const Article article = read(
      "<html><head><title>Strike: as it happened</title><script "
      "type=application/ld+json>{\"@type\":"
      "\"LiveBlogPosting\",\"headline\":\"Strike: as it "
      "happened\",\"datePublished\":\"2019-01-02\","
      "\"liveBlogUpdate\":[{\"@type\":\"BlogPosting\",\"headline\":\"x\"}]}</script></"
      "head><body><h1>"
      "Strike: as it happened</h1><article><time datetime=2019-01-02T12:00>12:00</time><h2>Boats "
      "leave</h2>" +
      kStory +
      "</article><article><time datetime=2019-01-02T09:00>09:00</time><h2>"
      "The board meets</h2>" +
      kStory + "</article></body></html>");
  EXPECT_EQ(article.headline, "Strike: as it happened");
  EXPECT_EQ(kind_of(article, "Boats leave"), "subheading");
  EXPECT_EQ(kind_of(article, "The board meets"), "subheading");
  EXPECT_EQ(kind_of(article, "09:00"), "furniture");
}

TEST(Html, GalleryOfPictures) {
  const Article article = read(
      "<html><head><title>In pictures: ferry strike - Tolmar 24</title></head><body><header><ul>"
      "<li><a href=1>News</a></ul></header><h1>In pictures: ferry strike</h1><figure><img>"
      "<figcaption>Crews stand at the gates of the harbour on the first day of the strike, in "
      "rain and wind.</figcaption></figure><figure><img><figcaption>The first boat leaves after "
      "nine days.</figcaption></figure><footer>Copyright 2015</footer></body></html>");
  EXPECT_THAT(zones_of(article), ElementsAre("headline: In pictures:", "caption: Crews stand ",
                                             "caption: The first bo"));
}

TEST(Html, StubBeforeAPaywall) {
  const Article article = read(
      "<html><head><title>" + kTitle + "</title></head><body><div class=paywall-article><h1>" +
      kTitle + "</h1><p>" + kOne + "</p><div class=paywall-offer><h3>Read the full story</h3>" +
      "<p>Subscribe for just one coin a week and read all that our reporters write, on paper, "
      "on the screen and wherever you are. You can stop at any time that you like.</p></div>"
      "</div></body></html>");
  EXPECT_THAT(zones_of(article), ElementsAre("headline: Ferry crews ", "body: Ferry crews "));
}

TEST(Html, PageWhoseLongestTextIsItsComments) {
  std::string comments;
  for (int i = 0; i < 12; ++i) comments += "<div><b>user</b>" + kComment + "</div>";
  const Article article =
      read("<html><head><title>" + kTitle + "</title></head><body><div id=wrap><h1>" + kTitle +
           "</h1>" + kStory + "<div id=comments-block><h3>Comments (12)</h3>" + comments +
           "</div></div></body></html>");
  EXPECT_THAT(zones_of(article), kStoryZones);
}

TEST(Html, TextBesideTheStoryNeedsNoName) {
  const Article article =
      read("<html><head><title>" + kTitle + "</title></head><body><div><div><h1>" + kTitle +
           "</h1>" + kStory + "</div><div><h4>The writer</h4>" + kComment + kComment +
           "</div></div></body></html>");
  EXPECT_THAT(zones_of(article), kStoryZones);
}

TEST(Html, SoupOfDivisions) {
  const Article article = read(
      "<html><head><title>" + kTitle +
      " - Europe - Tolmar English</title></head><body><div id=hd><ul>"
      "<li><a href=/>HOME</a></li><li><a href=/n>NEWS</a></li></ul></div><div id=leftcol><div id="
      "DetailedTitle>" +
      kTitle +
      "</div><div id=s1>Harbour board gives in to demands for pay and "
      "safer boats.</div><div class=stamp>Last Modified: 16 May 2010 09:20 GMT</div><div class="
      "sharethis><a href=#>Email Article</a> <a href=#>Print Article</a></div><table "
      "align=left><tr>"
      "<td><img></td></tr><tr><td>A ferry leaves the harbour at last</td></tr></table><div "
      "id=txt><p>" +
      kOne +
      "</p><table align=right><tr><td><a href=1>Boats of the lake</a></td></tr><tr><td><a "
      "href=2>A short history of ice</a></td></tr></table><p>" +
      kTwo + "</p><p>" + kThree +
      "</p></div><div class=src>Source: Tolmar and agencies</div></div><div "
      "id=rightcol><h3>Featured"
      "</h3><p>An old island gives its secrets away to a team of divers from the town.</p></div>"
      "</body></html>");
  EXPECT_EQ(article.headline, kTitle);
  EXPECT_EQ(article.source, "Tolmar English");
  EXPECT_EQ(kind_of(article, "Harbour board"), "subheading");
  EXPECT_EQ(kind_of(article, "A ferry leaves"), "caption");
  EXPECT_EQ(kind_of(article, "Source: "), "credit");
  for (const char* part : {"HOME", "Last Modified", "Email", "Boats of", "Featured", "An old"}) {
    EXPECT_EQ(kind_of(article, part), "furniture") << part;
  }
}

TEST(Html, RussianPage) {
  const Article article = read(
      "<html lang=ru><head><title>Паромщики прекратили забастовку - Новости Толмара</title><meta "
      "itemprop=datePublished content=2020-10-06T10:00:00+06:00><meta property=og:site_name "
      "content="
      "'Новости Толмара'></head><body><div class=menu><a href=/>Главная</a></div><div class="
      "news-detail><h1>Паромщики прекратили забастовку</h1><div class=news-date>6 октября 2020, "
      "10:00</div><div class=news-text><p>Паромщики озера Толмар вернулись на работу в воскресенье "
      "после того, как совет порта согласился почти со всеми их требованиями.</p><p>Совет сообщил, "
      "что оплатит дни забастовки и до зимы купит два новых парома, потому что лед "
      "опасен.</p></div>"
      "<div class=tags>Теги: <a href=1>паромы</a></div><div class=read-more><b>Читайте "
      "также:</b><ul>"
      "<li><a href=1>История льда</a></ul></div></div><div class=footer>© 2020 Новости Толмара"
      "</div></body></html>");
  EXPECT_EQ(article.headline, "Паромщики прекратили забастовку");
  EXPECT_EQ(article.source, "Новости Толмара");
  EXPECT_EQ(article.language, "ru");
  EXPECT_EQ(article.date.iso(), "2020-10-06");
  EXPECT_THAT(zones_of(article),
              ElementsAre("headline: Паромщ", "body: Паромщ", testing::StartsWith("body: Совет")));
}

// --- Several articles -------------------------------------------------------------------------

TEST(Html, SeveralWholeArticles) {
  const std::string second = "<p>" + kTwo + "</p><p>" + kThree + "</p><p>" + kOne + "</p>";
  for (const std::string tag : {"article", "div class=post"}) {
    const Members members = read_html(
        "<html><head><title>Lake Notes</title></head><body><h1><a href=/>Lake Notes</a></h1><" +
        tag + "><h2><a href=/1>" + kTitle + "</a></h2><p class=date>2 March 2014</p>" + kStory +
        "</" + tag.substr(0, tag.find(' ')) + "><" + tag +
        "><h2><a href=/2>A history of ice</a></h2><p "
        "class=date>1 March 2014</p>" +
        second + "</" + tag.substr(0, tag.find(' ')) +
        "><div id=sidebar><ul><li><a href=1>One</a></ul></div></body></html>");
    ASSERT_EQ(members.size(), 2u) << tag;
    EXPECT_EQ(members[0].article.headline, kTitle);
    EXPECT_EQ(members[1].article.headline, "A history of ice");
    EXPECT_EQ(members[1].article.text.find(kTitle), std::string::npos);
  }
}

TEST(Html, MetadataBelongsToTheArticleItNames) {
  const Members members =
      read_html("<html><head><title>" + kTitle +
                " - Tolmar 24</title><meta property=og:type content=article>"
                "<meta property=article:published_time content=2019-05-01><meta name=author "
                "content='Ann Lee'>"
                "<meta property=og:site_name content='Tolmar 24'></head><body><article><h1>" +
                kTitle + "</h1>" + kStory + "</article><article><h1>A history of ice</h1>" +
                kStory + "</article></body></html>");
  ASSERT_EQ(members.size(), 2u);
  EXPECT_EQ(members[0].article.date.iso(), "2019-05-01");
  EXPECT_EQ(members[0].article.byline, "Ann Lee");
  EXPECT_FALSE(members[1].article.date.known());
  EXPECT_EQ(members[1].article.byline, std::nullopt);
  EXPECT_EQ(members[1].article.source, "Tolmar 24");
}

TEST(Html, TeasersAreNoArticles) {
  const std::string teaser =
      "<article><h3><a href=1>A short history of ice</a></h3><p>How the lake froze over in every "
      "winter but three, and what became of those who did not believe it.</p></article>";
  const Article article =
      read("<html><head><title>" + kTitle + "</title></head><body><article><h1>" + kTitle +
           "</h1>" + kStory + "</article>" + teaser + teaser + teaser + "</body></html>");
  EXPECT_THAT(zones_of(article), kStoryZones);
}

// --- Headline, metadata, visibility -----------------------------------------------------------

TEST(Html, HeadlineIsTheHeadingThatAgreesWithTheTitle) {
  const Article article =
      read("<title>" + kTitle + "</title><body><h1>Tolmar 24</h1><h1>Sport</h1><h2>" + kTitle +
           "</h2>" + kStory);
  EXPECT_EQ(article.headline, kTitle);
}

TEST(Html, TitleIsTheHeadlineOfAPageWithoutOne) {
  const Article article = read("<meta property=og:title content='" + kTitle + "'><body>" + kStory);
  EXPECT_EQ(article.headline, kTitle);
  EXPECT_EQ(article.text.find(kTitle), 0u);
}

TEST(Html, SiteNameIsNoHeadline) {
  const Article article = read(
      "<title>Tolmar 24</title><meta property=og:site_name content="
      "'Tolmar 24'><body><h1>Tolmar 24</h1>" +
      kStory);
  EXPECT_EQ(article.headline, std::nullopt);
}

TEST(Html, PublicationDateBeforeTheLastChange) {
  EXPECT_EQ(read("<meta property=article:modified_time content=2012-01-02><body><h1>" + kTitle +
                 "</h1><time datetime=2012-01-01>x</time>" + kStory)
                .date.iso(),
            "2012-01-01");
  EXPECT_EQ(
      read("<meta property=article:modified_time content=2012-01-02><body>" + kStory).date.iso(),
      "2012-01-02");
}

TEST(Html, LanguageOfTheTemplateIsNotBelievedAgainstTheScript) {
  EXPECT_EQ(read("<html lang=ru><body>" + kStory).language, std::nullopt);
  EXPECT_EQ(read("<html lang=fr><body>" + kStory).language, "fr");
}

TEST(Html, ABoxOfLinksAmidTheStoryDoesNotEndIt) {
  const std::string first =
      "<p>Правительство утвердило план ремонта дорог, которые размыл весенний паводок.</p>"
      "<p>На работы уйдёт два миллиарда, половину даст резервный фонд, сообщил министр.</p>";
  const std::string box =
      "<div><b>Читайте также:</b></div><div><a href=/1>В стране подорожал хлеб</a></div>"
      "<div><a href=/2>Мост откроют осенью</a></div>";
  const std::string rest =
      "<p>Вода снесла одиннадцать мостов и отрезала от столицы горные сёла. Хлеб возили "
      "вертолётами.</p>"
      "<p>Критики указывают, что прошлогодние деньги так и лежат на счетах.</p>"
      "<p>Завершить всё обещают до первых морозов.</p>";
  const Article article = read("<title>План ремонта дорог</title><h1>План ремонта дорог</h1><div>" +
                               first + box + rest + "</div>");
  EXPECT_EQ(kind_of(article, "Читайте также"), "furniture");
  EXPECT_EQ(kind_of(article, "Мост откроют"), "furniture");
  EXPECT_EQ(kind_of(article, "Вода снесла"), "body");
  EXPECT_EQ(kind_of(article, "Критики"), "body");
  EXPECT_EQ(kind_of(article, "Завершить"), "body");
}

TEST(Html, ALinkThatUnfoldsTheStoryDoesNotEndIt) {
  const Article article = read("<title>" + kTitle + "</title><div><h1>" + kTitle + "</h1><p>" +
                               kOne + "</p><a href=#more>Read more</a><div id=more><p>" + kTwo +
                               "</p><p>" + kThree + "</p></div></div>");
  EXPECT_THAT(zones_of(article), kStoryZones);
}

TEST(Html, AHeadingOfLinksIsNoneOfTheStory) {
  const Article article =
      read("<title>" + kTitle + "</title><div><h1>" + kTitle + "</h1><p>" + kOne +
           "</p><h2>Recommended stories</h2><ul><li><a href=/1>Copper price "
           "doubles</a></li></ul><h2>What the crews want</h2><p>" +
           kTwo + "</p><p>" + kThree + "</p></div>");
  EXPECT_EQ(kind_of(article, "Recommended"), "furniture");
  EXPECT_EQ(kind_of(article, "What the crews"), "subheading");
  EXPECT_EQ(kind_of(article, "The board"), "body");
}

TEST(Html, BreaksPartTheWordsOfABylineAndDatesInHeadings) {
  const Article article =
      read("<title>" + kTitle + "</title><h1>" + kTitle + "</h1><h2>Saturday 4 April 1998</h2>" +
           "<div class=byline>By NORA FELD<br>Staff Writer</div>" + kStory);
  EXPECT_EQ(lower(article.byline.value_or("")), "nora feld");
  const Article boxed = read("<title>" + kTitle + "</title><h1>" + kTitle + "</h1>" + kStory +
                             "<div class=author-box><p>Vera Lund</p><p>Vera Lund has reported from "
                             "the lake for twelve years.</p></div>");
  EXPECT_EQ(boxed.byline, "Vera Lund");
  EXPECT_EQ(kind_of(article, "Saturday"), "furniture");
}

TEST(Html, PageThatAScriptFills) {
  const Article article =
      read("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"" + kTitle +
           "\",\"articleBody\":\"" + kOne + "\\n\\n" + kTwo +
           "\"}</script><body><div id=root></div>"
           "<noscript>You need to enable JavaScript to run this app.</noscript>");
  EXPECT_EQ(article.text, kTitle + "\n\n" + kOne + "\n\n" + kTwo);
}

TEST(Html, TextForBrowsersWithoutScripts) {
  EXPECT_THAT(read("<noscript>" + kStory + "</noscript>").text, testing::HasSubstr(kTwo));
  EXPECT_THAT(read(kStory + "<noscript>" + kComment + "</noscript>").text,
              Not(testing::HasSubstr("end of it")));
}

TEST(Html, FurnitureHintsAreNotBelievedOfTheWholePage) {
  for (const char* wrapper : {"<form id=aspnetForm>", "<div class=sidebar-wrap>", "<header>",
                              "<div class='page menu'>", "<div class=comments>"}) {
    const Article article = read("<title>" + kTitle + "</title><body>" + std::string(wrapper) +
                                 "<h1>" + kTitle + "</h1>" + kStory);
    EXPECT_THAT(zones_of(article), kStoryZones) << wrapper;
  }
}

TEST(Html, BrokenJsonLdIsNoted) {
  EXPECT_THAT(read("<script type=application/ld+json>{\"@type\":</script>" + kStory).notes,
              Contains("its JSON-LD is broken and was not read"));
}

// --- Fragments --------------------------------------------------------------------------------

TEST(Html, Fragment) {
  Article article;
  TextBuilder to(article);
  add_html(
      "<p>One &amp; <b>two</b>.</p><h2>Three</h2><figure><img><figcaption>Four <i>five</i>"
      "</figcaption></figure>six<br><br>seven",
      to);
  EXPECT_EQ(article.text, "One & two.\n\nThree\n\nFour five\n\nsix\n\nseven");
  EXPECT_THAT(zones_of(article), ElementsAre("subheading: Three", "caption: Four five"));
}

TEST(Html, Line) {
  EXPECT_EQ(html_line("A &amp; <b>B</b> &#8211;  C"), "A & B – C");
  EXPECT_EQ(html_line("<p>A</p><p>B</p>"), "A B");
  EXPECT_EQ(html_line("R&D  plain"), "R&D plain");
  EXPECT_EQ(html_line("UNION <SUG> to <i>sell</i> 3 < 4"), "UNION <SUG> to sell 3 < 4");
  EXPECT_EQ(html_line(""), "");
}

}  // namespace
}  // namespace alatoo
