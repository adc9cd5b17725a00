// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html.h"

#include <gumbo.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/html_metadata.h"
#include "indexer/read/html_story.h"
#include "indexer/read/html_title.h"
#include "indexer/read/listed_names.h"
#include "indexer/read/metadata.h"
#include "indexer/read/sniff_markup.h"

namespace alatoo {
namespace {

HtmlPage take_apart(std::string_view html, bool noscript) {
  HtmlTree tree(html);
  std::vector<HtmlHint> hints = hints_of(tree);
  std::vector<HtmlBlock> blocks = blocks_of(tree, hints, noscript);
  return {std::move(tree), std::move(hints), std::move(blocks)};
}

double paragraphs_of(const std::vector<HtmlBlock>& blocks) {
  double sum = 0;
  for (const HtmlBlock& block : blocks) sum += paragraph_weight(block);
  return sum;
}

/// Templates state a language that their text is not in: Latin letters are no Russian and Cyrillic
/// ones no English.
bool is_in_script_of(std::string_view language, std::string_view text) {
  std::size_t latin = 0, cyrillic = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    latin += (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    cyrillic += byte >= 0xD0 && byte <= 0xD3;  // lead bytes of U+0400..U+04FF
  }
  if (latin + cyrillic < 100) return true;
  const std::string_view own = language.substr(0, 2);
  for (const std::string_view only_latin : {"en", "de", "fr", "es", "it", "pt", "tr", "pl"}) {
    if (own == only_latin) return latin >= cyrillic;
  }
  for (const std::string_view only_cyrillic : {"ru", "ky", "uk", "be", "bg", "mk", "tg"}) {
    if (own == only_cyrillic) return cyrillic * 2 >= latin;
  }
  return true;
}

/// The first date that a `<time>` of the story's region states, those of changes aside.
void state_time(const HtmlPage& page, std::size_t region, Article& article) {
  for (std::size_t i = region; i < page.tree[region].end && !article.date.known(); ++i) {
    const HtmlRole role = page.hints[i].role;
    const bool aside =
        role == HtmlRole::comments || (role == HtmlRole::furniture && page.hints[i].firm);
    if (aside && i != region) {
      i = page.tree[i].end - 1;
      continue;
    }
    if (page.tree[i].tag != GUMBO_TAG_TIME) continue;
    const std::string names = lower(page.tree.attribute(i, "class").value_or(""));
    if (names.find("updat") != names.npos || names.find("modif") != names.npos) continue;
    state_date(article, page.tree.attribute(i, "datetime").value_or(""));
  }
}

/// The author whom a span of the story's region names: the link to the author, or the innermost
/// element that is called a byline.
void state_shown_author(const HtmlPage& page, std::size_t region, Article& article) {
  if (article.byline) return;
  std::vector<std::string> names;
  for (std::size_t i = region; i < page.tree[region].end; ++i) {
    const HtmlRole role = page.hints[i].role;
    if (role == HtmlRole::comments || role == HtmlRole::hidden) {
      i = page.tree[i].end - 1;
      continue;
    }
    if (role != HtmlRole::byline) continue;
    bool innermost = true;
    std::string text;
    for (std::size_t j = i + 1; j < page.tree[i].end && text.size() < 200; ++j) {
      innermost &= page.hints[j].role != HtmlRole::byline;
      const GumboTag tag = page.tree[j].tag;
      if (tag == GUMBO_TAG_BR || is_block(tag)) text += '\n';
      text += page.tree[j].text;
    }
    if (!innermost || text.size() >= 200) continue;
    // A name alone in the first line, with what tells about its bearer below.
    const std::string_view shown = trim(text);
    std::string line = squeeze(shown.substr(0, shown.find('\n')));
    if (person_names(line).empty() && !parse_byline(line)) line = squeeze(shown);
    const auto byline = parse_byline(line);
    const auto people = byline ? byline->people : person_names(line);
    for (const std::string& name : people) add_once(names, name);
    if (!people.empty()) i = page.tree[i].end - 1;
  }
  constexpr std::size_t kMostAuthors = 6;  // more are the authors of other stories
  if (names.size() <= kMostAuthors) state_byline(article, joined_names(names));
}

bool may_be_story(std::optional<ZoneKind> kind) { return !kind || is_story(*kind); }

/// Old pages part the lines of their head by single line breaks. Where one of them is the title,
/// each line becomes a block.
void part_head(std::vector<HtmlBlock>& blocks, const PageTitles& titles) {
  constexpr std::uint32_t kMostLines = 12, kMostLetters = 1200;
  std::vector<HtmlBlock> parted;
  for (HtmlBlock& block : blocks) {
    std::vector<std::string> lines;
    bool titled = false;
    if (block.lines > 1 && block.lines <= kMostLines && block.letters <= kMostLetters &&
        !block.item && block.heading == 0 && block.link_density() < 0.5) {
      for (std::size_t at = 0; at < block.text.size();) {
        const std::size_t end = std::min(block.text.find('\n', at), block.text.size());
        lines.push_back(block.text.substr(at, end - at));
        titled |= titles.agreement(lines.back()) >= 0.95;
        at = end + 1;
      }
    }
    if (!titled) {
      parted.push_back(std::move(block));
      continue;
    }
    for (std::string& line : lines) {
      HtmlBlock own = block;
      own.letters = own.lines = 0;
      for (const char c : line) own.letters += !is_continuation(c) && c != ' ';
      own.linked = own.links = 0;
      own.lines = 1;
      own.text = std::move(line);
      parted.push_back(std::move(own));
    }
  }
  blocks = std::move(parted);
}

class Reader {
 public:
  explicit Reader(std::string_view html)
      : page_(take_apart(html, false)),
        metadata_(metadata_of(page_.tree)),
        titles_(metadata_.titles, metadata_.sites) {
    if (paragraphs_of(page_.blocks) == 0) {
      std::vector<HtmlBlock> all = blocks_of(page_.tree, page_.hints, true);
      if (paragraphs_of(all) > 0) page_.blocks = std::move(all);
    }
    part_head(page_.blocks, titles_);
  }

  Members read() {
    Members members;
    // A page that a script would fill: what it would show stands in the metadata.
    constexpr std::size_t kLeastBody = 200;
    if (paragraphs_of(page_.blocks) == 0 && metadata_.body.size() >= kLeastBody) {
      members.push_back(read_body());
      return members;
    }
    const std::vector<std::size_t> roots = whole_articles(page_, titles_, metadata_.is_one);
    if (roots.empty()) {
      members.push_back(read_article(0, find_story(page_, 0, titles_, metadata_.body), true));
      return members;
    }
    bool stated = false;
    for (const std::size_t root : roots) {
      const HtmlStory story = find_story(page_, root, titles_, metadata_.body);
      const bool own =
          !stated && story.headline && titles_.agreement(page_.blocks[*story.headline].text) >= 0.8;
      stated |= own;
      members.push_back(read_article(root, story, own));
    }
    return members;
  }

 private:
  /// `stated`: the page's metadata is about this article.
  Member read_article(std::size_t root, const HtmlStory& story, bool stated) {
    Member member;
    Article& article = member.article;
    TextBuilder text(article);
    if (root == 0 && !story.headline && !story.open_head) text.add_headline(titles_.best());
    for (std::size_t b = story.begin; b < story.end; ++b) {
      const HtmlBlock& block = page_.blocks[b];
      const auto kind = story.kinds[b - story.begin];
      if (story.headline == b) {
        text.add_headline(block.text);
      } else {
        text.add(block.text, kind);
      }
    }
    HtmlMetadata own;
    if (stated) {
      own = metadata_;
    } else {
      own.sites = metadata_.sites;
      own.urls = metadata_.urls;
      own.languages = metadata_.languages;
    }
    add_element_metadata(page_.tree, page_.hints, root, own);
    finish(article, own);
    state_time(page_, story.region, article);
    state_shown_author(page_, story.region, article);
    for (const std::string& date : own.modified) state_date(article, date);
    if (story.begin == story.end) {
      member.refusal = "no text: the page shows none";
    } else if (std::none_of(story.kinds.begin(), story.kinds.end(), may_be_story)) {
      member.refusal = "no story: the page shows only menus and links";
    }
    return member;
  }

  Member read_body() {
    Member member;
    TextBuilder text(member.article);
    text.add_headline(titles_.best());
    if (looks_like_markup(metadata_.body)) {
      add_html(metadata_.body, text);
    } else {
      text.add(metadata_.body);
    }
    finish(member.article, metadata_);
    for (const std::string& date : metadata_.modified) state_date(member.article, date);
    return member;
  }

  void finish(Article& article, HtmlMetadata& own) {
    if (article.headline) {
      for (const std::string& title : metadata_.titles) {
        if (const auto site = site_beside(title, *article.headline)) own.sites.push_back(*site);
      }
    }
    const auto foreign = [&](const std::string& language) {
      return !is_in_script_of(lower(language), article.text);
    };
    own.languages.erase(std::remove_if(own.languages.begin(), own.languages.end(), foreign),
                        own.languages.end());
    state_metadata(own, article);
    if (own.damaged) article.notes.push_back("its JSON-LD is broken and was not read");
    if (page_.tree.source().cut) {
      article.notes.push_back("the page is too large; only its first 16 MB were read");
    }
  }

  HtmlPage page_;
  HtmlMetadata metadata_;
  PageTitles titles_;
};

}  // namespace

Members read_html(std::string_view html) { return Reader(html).read(); }

void add_html(std::string_view fragment, TextBuilder& to) {
  const HtmlPage page = take_apart(fragment, false);
  for (const HtmlBlock& block : page.blocks) {
    std::optional<ZoneKind> kind;
    if (block.heading > 0) kind = ZoneKind::subheading;
    std::size_t node = block.node;
    for (int levels = 0; levels < 4 && !kind; ++levels, node = page.tree[node].parent) {
      if (page.hints[node].role == HtmlRole::caption) kind = ZoneKind::caption;
    }
    to.add(block.text, kind);
  }
}

namespace {

/// Titles are often not escaped, and wires mark companies so ("UNION <SUG> TO SELL NOTES"): what
/// is no element of HTML is text.
std::string with_brackets_as_text(std::string_view title) {
  std::string out;
  for (std::size_t at = 0; at < title.size(); ++at) {
    const std::string_view rest = title.substr(at + 1);
    const std::string_view name = rest.substr(rest.starts_with('/'));
    const std::size_t size = std::min(name.find_first_of(" \t\n/>"), name.size());
    const bool text =
        title[at] == '<' && !rest.starts_with('!') && !rest.starts_with('?') &&
        gumbo_tagn_enum(name.data(), static_cast<unsigned>(size)) == GUMBO_TAG_UNKNOWN;
    if (text) {
      out += "&lt;";
    } else {
      out += title[at];
    }
  }
  return out;
}

}  // namespace

std::string html_line(std::string_view fragment) {
  if (fragment.find_first_of("<&") == fragment.npos) return squeeze(fragment);
  std::string line;
  const std::string title = with_brackets_as_text(fragment);
  const HtmlPage page = take_apart(title, false);
  for (const HtmlBlock& block : page.blocks) {
    if (!line.empty()) line += ' ';
    line += block.text;
  }
  return squeeze(line);
}

}  // namespace alatoo
