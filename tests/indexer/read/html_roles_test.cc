// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html_roles.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/read/html_tree.h"

namespace alatoo {
namespace {

TEST(HtmlRoles, NamesOfFurniture) {
  for (const char* name : {"nav",
                           "main-menu",
                           "siteFooter",
                           "related-links",
                           "relatedPosts",
                           "share_bar",
                           "sidebar",
                           "leftnav",
                           "topmenu",
                           "most-read",
                           "newsletter-signup",
                           "cookie-banner",
                           "breadcrumbs",
                           "tags",
                           "tag-links",
                           "site-header",
                           "header",
                           "author-bio",
                           "about-author",
                           "ad",
                           "article-related",
                           "widget_recent_entries"}) {
    EXPECT_EQ(role_of_name(name), HtmlRole::furniture) << name;
  }
}

TEST(HtmlRoles, NamesOfTheStory) {
  for (const char* name : {"article-body", "articleBody", "storybody", "entry-content", "post_text",
                           "field-name-body", "mainContent", "news-text"}) {
    EXPECT_EQ(role_of_name(name), HtmlRole::story) << name;
  }
  EXPECT_EQ(role_of_name("entry-title"), HtmlRole::headline);
  EXPECT_EQ(role_of_name("standfirst"), HtmlRole::deck);
  EXPECT_EQ(role_of_name("byline"), HtmlRole::byline);
  EXPECT_EQ(role_of_name("post-author"), HtmlRole::byline);
  EXPECT_EQ(role_of_name("news-date"), HtmlRole::date);
  EXPECT_EQ(role_of_name("wp-caption-text"), HtmlRole::caption);
  EXPECT_EQ(role_of_name("photo-credit"), HtmlRole::credit);
  EXPECT_EQ(role_of_name("kicker"), HtmlRole::section);
  EXPECT_EQ(role_of_name("comments-area"), HtmlRole::comments);
  EXPECT_EQ(role_of_name("commentlist"), HtmlRole::comments);
  EXPECT_EQ(role_of_name("sr-only"), HtmlRole::hidden);
}

TEST(HtmlRoles, NamesThatTellOfSomethingElse) {
  for (const char* name :
       {"has-sidebar", "no-comments", "content-with-sidebar", "tag-comment", "category-related",
        "js-menu", "commentary", "article-header", "x12", "", "clearfix", "columns"}) {
    const HtmlRole role = role_of_name(name);
    EXPECT_TRUE(role == HtmlRole::none) << name;
  }
}

HtmlHint first_hint(std::string_view html, GumboTag tag) {
  const HtmlTree tree(html);
  const auto hints = hints_of(tree);
  for (std::size_t i = 0; i < tree.size(); ++i) {
    if (tree[i].tag == tag) return hints[i];
  }
  return {};
}

TEST(HtmlRoles, ElementsAreFirm) {
  EXPECT_EQ(first_hint("<nav>x</nav>", GUMBO_TAG_NAV).role, HtmlRole::furniture);
  EXPECT_TRUE(first_hint("<nav>x</nav>", GUMBO_TAG_NAV).firm);
  EXPECT_TRUE(first_hint("<div role=navigation>x</div>", GUMBO_TAG_DIV).firm);
  EXPECT_EQ(first_hint("<div itemprop=articleBody>x</div>", GUMBO_TAG_DIV).role, HtmlRole::story);
  EXPECT_EQ(first_hint("<a rel=author href=x>x</a>", GUMBO_TAG_SPAN).role, HtmlRole::byline);
  EXPECT_EQ(first_hint("<p hidden>x</p>", GUMBO_TAG_P).role, HtmlRole::hidden);
  EXPECT_FALSE(first_hint("<div class=menu>x</div>", GUMBO_TAG_DIV).firm);
}

TEST(HtmlRoles, HeaderOfAnArticleIsNotThePages) {
  EXPECT_EQ(first_hint("<header>x</header>", GUMBO_TAG_HEADER).role, HtmlRole::furniture);
  EXPECT_EQ(first_hint("<article><header>x</header></article>", GUMBO_TAG_HEADER).role,
            HtmlRole::none);
}

TEST(HtmlRoles, ArticlesCarryTheirTopics) {
  const HtmlHint hint =
      first_hint("<article class='post tag-menu related-post'>x</article>", GUMBO_TAG_ARTICLE);
  EXPECT_EQ(hint.role, HtmlRole::none);
  EXPECT_EQ(first_hint("<article class=comment>x</article>", GUMBO_TAG_ARTICLE).role,
            HtmlRole::comments);
  EXPECT_EQ(first_hint("<body class='menu comments'>x", GUMBO_TAG_BODY).role, HtmlRole::none);
}

}  // namespace
}  // namespace alatoo
