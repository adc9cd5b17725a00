// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace alatoo {
namespace {

using testing::ElementsAre;

std::vector<HtmlBlock> blocks(std::string_view html, bool noscript = false) {
  const HtmlTree tree(html);
  return blocks_of(tree, hints_of(tree), noscript);
}

std::vector<std::string> texts(std::string_view html, bool noscript = false) {
  std::vector<std::string> out;
  for (HtmlBlock& block : blocks(html, noscript)) out.push_back(std::move(block.text));
  return out;
}

TEST(HtmlBlocks, BlockElementsStandAlone) {
  EXPECT_THAT(texts("<div>a<p>b\n  c</p><p>d<p>e</div>f<h2>g</h2>"),
              ElementsAre("a", "b c", "d", "e", "f", "g"));
}

TEST(HtmlBlocks, InlineElementsJoin) {
  EXPECT_THAT(texts("The <b>vo</b>te, <a href=x>he</a> <span class=y>said</span>"),
              ElementsAre("The vote, he said"));
}

TEST(HtmlBlocks, LineBreaks) {
  EXPECT_THAT(texts("a<br>b<br/>c<BR><br>d<br> <br><br>e"), ElementsAre("a\nb\nc", "d", "e"));
}

TEST(HtmlBlocks, ListsAreLines) {
  EXPECT_THAT(texts("<ul><li>a<li>b</li></ul>c<ol><li><p>d</p><p>e</p></li></ol>"),
              ElementsAre("a\nb", "c", "d", "e"));
}

TEST(HtmlBlocks, TablesOfDataAreRows) {
  EXPECT_THAT(texts("<table><caption>x</caption><tr><th>a<th>b<tr><td>1<td>2</table>"),
              ElementsAre("x", "a\tb\n1\t2"));
}

TEST(HtmlBlocks, TablesOfLayoutAreBlocks) {
  EXPECT_THAT(texts("<table><tr><td><a href=x>a</a><td>b<tr><td>c<td>d</table>"),
              ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(texts("<table><tr><td><p>a</p><table><tr><td>b</table><td>c</table>"),
              ElementsAre("a", "b", "c"));
}

TEST(HtmlBlocks, PreformattedTextKeepsItsLines) {
  EXPECT_THAT(texts("<pre>a  b\nc\n\nd</pre>"), ElementsAre("a  b\nc", "d"));
}

TEST(HtmlBlocks, SpacesAndReferences) {
  EXPECT_THAT(texts("<p>&nbsp;&nbsp;a&nbsp;b &amp;amp; AT&amp;T &#150; &rsquo;&#x2019; "
                    "co&shy;op&#8203;s<p>&nbsp;<p>R&D &unknown; 3 < 4"),
              ElementsAre("a b &amp; AT&T – ’’ coops", "R&D &unknown; 3 < 4"));
}

TEST(HtmlBlocks, LeavesOutWhatIsNotShown) {
  EXPECT_THAT(texts("a<p hidden>b</p><p style='display:none'>c</p><template>d</template>"
                    "<svg><title>e</title><text>f</text></svg><select><option>g</select>"
                    "<button>h</button><span class=sr-only>i</span><noscript>j</noscript>"),
              ElementsAre("a"));
  EXPECT_THAT(texts("a<noscript><p>j</noscript>", true), ElementsAre("a", "j"));
}

TEST(HtmlBlocks, CountsLettersAndLinks) {
  const auto found = blocks("<p>Жук, <a href=x>два</a> <a href=y>ab</a></p>");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].letters, 9u);
  EXPECT_EQ(found[0].linked, 5u);
  EXPECT_EQ(found[0].links, 2u);
}

TEST(HtmlBlocks, SpansOfDifferentKindsAreSetApart) {
  EXPECT_THAT(texts("<p><span class=byline>Ann Lee</span><span class=date>1 May</span>"),
              ElementsAre("Ann Lee\n1 May"));
}

}  // namespace
}  // namespace alatoo
