// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/xml_mend.h"

#include <gtest/gtest.h>

#include <string>

namespace alatoo {
namespace {

/// What becomes of it, without the root that all is put under.
std::string mended(std::string_view xml) {
  const std::string out = mend_xml(xml).xml;
  EXPECT_EQ(out.substr(0, 3), "<x>");
  EXPECT_EQ(out.substr(out.size() - 4), "</x>");
  return out.substr(3, out.size() - 7);
}
bool needs_mending(std::string_view xml) { return mend_xml(xml).mended; }

TEST(XmlMend, LeavesElementsAttributesAndText) {
  const std::string_view xml = R"(<a one="1" two='t"w"o'><b>text</b> tail<c></c></a>)";
  EXPECT_EQ(mended(xml), R"(<a one="1" two="t&quot;w&quot;o"><b>text</b> tail<c></c></a>)");
  EXPECT_FALSE(needs_mending(xml));
  EXPECT_EQ(mended("<a><b/><c d = 'e' /></a >"), R"(<a><b></b><c d="e"></c></a>)");
}

TEST(XmlMend, DropsWhatIsNeitherElementNorText) {
  const std::string_view xml =
      "<?xml version='1.1' encoding='utf-16'?>\n<!DOCTYPE a [<!ENTITY e 'x>y'> <!-- don't ]> --> "
      "<?pi ']>?> <!ELEMENT a ANY>]>\n<!-- <z> --><a xmlns='u' xmlns:p='v'>one<!-- two -->three"
      "<?four?></a>\n";
  EXPECT_EQ(mended(xml), "<a>onethree</a>");
  EXPECT_FALSE(needs_mending(xml));
}

TEST(XmlMend, ReadsCharacterDataAsItStands) {
  EXPECT_EQ(mended("<a><![CDATA[<b>&amp;</b>]]>]]&gt;</a>"),
            "<a>&lt;b&gt;&amp;amp;&lt;/b&gt;]]&gt;</a>");
  EXPECT_EQ(mended("<a><![CDATA[never closed</a>"), "<a>never closed&lt;/a&gt;</a>");
  EXPECT_TRUE(needs_mending("<a><![CDATA[never closed</a>"));
}

TEST(XmlMend, ResolvesReferences) {
  EXPECT_EQ(mended("<a b='&eacute;&lt;'>caf&eacute;&nbsp;&laquo;&#1082;&#x44B;&raquo;</a>"),
            "<a b=\"é&lt;\">café\u00A0«кы»</a>");
  EXPECT_EQ(mended("<a>&lt;&gt;&amp;&quot;&apos;</a>"), "<a>&lt;&gt;&amp;&quot;'</a>");
  EXPECT_FALSE(needs_mending("<a>&eacute;&amp;&#39;</a>"));
}

TEST(XmlMend, ReadsNumbersOfWindows1252AsBrowsersDo) {
  EXPECT_EQ(mended("<a>&#147;x&#148; &#x97;</a>"), "<a>“x” —</a>");
}

TEST(XmlMend, KeepsReferencesThatMeanNothing) {
  EXPECT_EQ(mended("<a>AT&T &x; &; &#; &#xZZ; & &amp</a>"),
            "<a>AT&amp;T &amp;x; &amp;; &amp;#; &amp;#xZZ; &amp; &amp;amp</a>");
  EXPECT_TRUE(needs_mending("<a>AT&T</a>"));
}

TEST(XmlMend, LetsNoForbiddenCharacterThrough) {
  EXPECT_EQ(mended(std::string("<a>a\x01\x0C\x00z&#0;&#8;y</a>", 23)), "<a>a   z  y</a>");
  EXPECT_EQ(mended("<a>&#xD800;&#xFFFE;&#x110000;&#99999999999;</a>"),
            "<a>\uFFFD\uFFFD\uFFFD\uFFFD</a>");
  EXPECT_EQ(mended("<a>\xFF</a>"), "<a>\uFFFD</a>");
}

TEST(XmlMend, KeepsSignsThatOpenNoTag) {
  EXPECT_EQ(mended("<a>1 < 2 <3 <- </ ></a>"), "<a>1 &lt; 2 &lt;3 &lt;- &lt;/ &gt;</a>");
  EXPECT_TRUE(needs_mending("<a>1 < 2</a>"));
}

TEST(XmlMend, ClosesWhatWasLeftOpen) {
  EXPECT_EQ(mended("<a><b>x<br>y</b><c>z</c></a>"), "<a><b>x<br>y</br></b><c>z</c></a>");
  EXPECT_EQ(mended("<a><i><b>x</i></b>y</a>"), "<a><i><b>x</b></i>y</a>");
  EXPECT_EQ(mended("<a></p>x</q></a>"), "<a>x</a>");
  EXPECT_EQ(mended("<a><b>cut sho"), "<a><b>cut sho</b></a>");
  for (const char* xml : {"<a><br></a>", "<a></b></a>", "<a><b>", "<a", "<a><!-- x</a>"}) {
    EXPECT_TRUE(needs_mending(xml)) << xml;
  }
}

TEST(XmlMend, ReadsSloppyAttributes) {
  EXPECT_EQ(mended("<a b=c checked d='e'f=\"g\">x</a>"),
            R"(<a b="c" checked="" d="e" f="g">x</a>)");
  EXPECT_EQ(mended("<a href=\"never closed>x</a>"), "<a href=\"never\" closed=\"\">x</a>");
  EXPECT_EQ(mended("<a b='<c>'>x</a>"), "<a b=\"&lt;c&gt;\">x</a>");
  EXPECT_EQ(mended("<a b <c>x</c></a>"), "<a b=\"\"><c>x</c></a>");
}

TEST(XmlMend, KeepsTheTextOfWhatIsNestedTooDeeply) {
  const std::size_t depth = 100'000;
  std::string xml;
  for (std::size_t i = 0; i < depth; ++i) xml += "<d>";
  xml += "deep";
  for (std::size_t i = 0; i < depth; ++i) xml += "</d>";
  const MendedXml out = mend_xml(xml);
  EXPECT_FALSE(out.mended);
  EXPECT_NE(out.xml.find("deep"), std::string::npos);
  std::size_t opened = 0;
  for (std::size_t at = 0; (at = out.xml.find("<d>", at)) != std::string::npos; ++at) ++opened;
  EXPECT_EQ(opened, kDeepestXml);
}

TEST(XmlMend, ReadsDocumentsThatFollowOneAnother) {
  EXPECT_EQ(mended("<?xml version='1.0'?><a>1</a>\n<?xml version='1.0'?><a>2</a> junk"),
            "<a>1</a><a>2</a>");
}

TEST(XmlMend, MakesNamesThatAParserTakes) {
  EXPECT_EQ(mended("<\u00D7x:y \u2028=\"1\">z</\u00D7x:y>"), "<__x:y ___=\"1\">z</__x:y>");
  EXPECT_EQ(mended("<:a>z</:a>"), "<_:a>z</_:a>");
  EXPECT_EQ(mended("<a xml:id='1 2' xml:lang='en'/>"), "<a id=\"1 2\" lang=\"en\"></a>");
}

/// Each would take minutes if anything were searched over and over again.
TEST(XmlMend, IsLinear) {
  const auto times = [](std::string_view what, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += what;
    return out;
  };
  for (const char* piece :
       {"<a b=\"", "<a b='x", "<!DOCTYPE [", "<!x '", "<", "&", "</", "<a ", "<![CDATA[",
        "<a><b></c>", "<!--", "<?", "<a b c d>", "&#1", "<a x='1' "}) {
    mend_xml("<r>" + times(piece, 200'000));
  }
  mend_xml(times("<a>", 100'000) + times("</b>", 100'000));
}

}  // namespace
}  // namespace alatoo
