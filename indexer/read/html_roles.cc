// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html_roles.h"
#include "indexer/read/ascii.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <string>

namespace alatoo {
namespace {

/// What a word in a class or id stands for; several may hold.
enum Sense : std::uint16_t {
  kPage = 1,        // furniture
  kHead = 2,        // the top of something: of the page if no article is named
  kComments = 4,    //
  kArticle = 8,     // an article
  kText = 16,       // its text
  kHeadline = 32,   //
  kDeck = 64,       //
  kSection = 128,   //
  kByline = 256,    //
  kDate = 512,      //
  kCaption = 1024,  //
  kCredit = 2048,   //
  kState = 4096,    // "has-sidebar", "tag-sport": tells of something else
  kName = 8192,     // of a section: "section-name"
};

struct SenseWord {
  std::string_view word;
  std::uint16_t senses;
};
/// Sorted.
constexpr SenseWord kWords[] = {
    {"about", kPage},
    {"ad", kPage},
    {"ads", kPage},
    {"adsense", kPage},
    {"advert", kPage},
    {"advertisement", kPage},
    {"advertising", kPage},
    {"adverts", kPage},
    {"alert", kPage},
    {"article", kArticle},
    {"articlebody", kArticle | kText},
    {"articletext", kArticle | kText},
    {"aside", kPage},
    {"author", kByline},
    {"authors", kByline},
    {"banner", kPage | kHead},
    {"bio", kPage},
    {"blog", kArticle},
    {"body", kText},
    {"bottom", kHead},
    {"breadcrumb", kPage},
    {"breadcrumbs", kPage},
    {"byline", kByline},
    {"caption", kCaption},
    {"captions", kCaption},
    {"category", kSection},
    {"comment", kComments},
    {"commentlist", kComments},
    {"comments", kComments},
    {"consent", kPage},
    {"content", kText},
    {"contents", kText},
    {"cookie", kPage},
    {"cookies", kPage},
    {"copy", kText},
    {"copyright", kPage},
    {"correspondent", kByline},
    {"credit", kCredit},
    {"credits", kCredit},
    {"crumb", kPage},
    {"crumbs", kPage},
    {"cutline", kCaption},
    {"date", kDate},
    {"datetime", kDate},
    {"deck", kDeck},
    {"dek", kDeck},
    {"detail", kArticle},
    {"disqus", kComments},
    {"donate", kPage},
    {"donation", kPage},
    {"entry", kArticle},
    {"entrycontent", kArticle | kText},
    {"eyebrow", kSection},
    {"feedback", kPage},
    {"field", kArticle},
    {"figcaption", kCaption},
    {"follow", kPage},
    {"footer", kPage},
    {"fulltext", kArticle | kText},
    {"gdpr", kPage},
    {"has", kState},
    {"head", kHead},
    {"header", kPage | kHead},
    {"heading", kHeadline},
    {"headline", kHeadline},
    {"hed", kHeadline},
    {"is", kState},
    {"js", kState},
    {"jump", kPage},
    {"kicker", kSection},
    {"label", kName},
    {"latest", kPage},
    {"links", kPage},
    {"login", kPage},
    {"main", kArticle},
    {"maincontent", kArticle | kText},
    {"maintext", kArticle | kText},
    {"masthead", kPage},
    {"menu", kPage},
    {"modal", kPage},
    {"most", kPage},
    {"name", kName},
    {"nav", kPage},
    {"navbar", kPage},
    {"navigation", kPage},
    {"news", kArticle},
    {"newsletter", kPage},
    {"no", kState},
    {"node", kArticle},
    {"non", kState},
    {"notice", kPage},
    {"overlay", kPage},
    {"overline", kSection},
    {"page", kArticle},
    {"pager", kPage},
    {"pagination", kPage},
    {"paging", kPage},
    {"paywall", kPage},
    {"photographer", kCredit},
    {"player", kPage},
    {"poll", kPage},
    {"popular", kPage},
    {"popup", kPage},
    {"post", kArticle},
    {"postbody", kArticle | kText},
    {"posted", kDate},
    {"promo", kPage},
    {"promos", kPage},
    {"promoted", kPage},
    {"promotion", kPage},
    {"pubdate", kDate},
    {"published", kDate},
    {"rail", kPage},
    {"rating", kPage},
    {"readmore", kPage},
    {"recent", kPage},
    {"recirc", kPage},
    {"recirculation", kPage},
    {"recommend", kPage},
    {"recommendations", kPage},
    {"recommended", kPage},
    {"related", kPage},
    {"reporter", kByline},
    {"respond", kComments},
    {"rightcol", kPage},
    {"rightcolumn", kPage},
    {"rubric", kSection},
    {"search", kPage},
    {"section", kSection},
    {"share", kPage},
    {"sharing", kPage},
    {"sidebar", kPage},
    {"signup", kPage},
    {"single", kArticle},
    {"skip", kPage},
    {"social", kPage},
    {"sponsor", kPage},
    {"sponsored", kPage},
    {"standfirst", kDeck},
    {"story", kArticle},
    {"storybody", kArticle | kText},
    {"storytext", kArticle | kText},
    {"strapline", kDeck},
    {"subhead", kDeck},
    {"subheading", kDeck},
    {"subheadline", kDeck},
    {"subscribe", kPage},
    {"subscription", kPage},
    {"subtitle", kDeck},
    {"summary", 0},
    {"tag", kPage},
    {"tags", kPage},
    {"teaser", kPage},
    {"teasers", kPage},
    {"text", kText},
    {"ticker", kPage},
    {"time", kDate},
    {"timestamp", kDate},
    {"title", kHeadline | kName},
    {"toc", kPage},
    {"toolbar", kPage},
    {"tools", kPage},
    {"topic", kSection},
    {"topics", kPage},
    {"trending", kPage},
    {"updated", kDate},
    {"widget", kPage},
    {"widgets", kPage},
    {"with", kState},
    {"without", kState},
    {"writer", kByline},
};

/// Parts of words that are written together: "relatedlinks", "leftnav", "commentform".
constexpr std::string_view kPageFronts[] = {"sidebar",   "related", "newsletter", "breadcrumb",
                                            "navbar",    "advert",  "sharebar",   "sharethis",
                                            "mostread",  "mostpop", "subnav",     "social",
                                            "sharetool", "sharebu", "topmenu"};
constexpr std::string_view kPageBacks[] = {"sidebar", "menu",   "nav",   "footer", "breadcrumbs",
                                           "links",   "navbar", "share", "banner", "widget"};

std::uint16_t senses_of(std::string_view word) {
  const auto* const found =
      std::lower_bound(std::begin(kWords), std::end(kWords), word,
                       [](const SenseWord& a, std::string_view b) { return a.word < b; });
  if (found != std::end(kWords) && found->word == word) return found->senses;
  if (word.size() < 6) return 0;
  if (word.ends_with("caption")) return kCaption;
  const auto front = [&](std::string_view part) { return word.starts_with(part); };
  const auto back = [&](std::string_view part) { return word.ends_with(part); };
  if (front("comment") && word != "commentary") return kComments;
  if (std::any_of(std::begin(kPageFronts), std::end(kPageFronts), front)) return kPage;
  if (std::any_of(std::begin(kPageBacks), std::end(kPageBacks), back)) return kPage;
  return 0;
}

constexpr std::string_view kHiddenNames[] = {
    "sr-only",           "visually-hidden", "visuallyhidden",    "screen-reader-text",
    "screen-reader",     "screenreader",    "element-invisible", "show-for-sr",
    "sr-only-focusable", "offscreen",       "assistive-text"};

HtmlRole role_of_words(std::uint16_t all, std::uint16_t first, int words, bool about, bool author) {
  if (words == 0 || (first & kState)) return HtmlRole::none;
  if (all & kComments) return HtmlRole::comments;
  const bool heads = all & kHead, article = all & (kArticle | kHeadline);
  // "site-header" tops the page, "article-header" an article; "about-author" is not of the story.
  const bool page = (all & kPage) && !(heads && article) && (!about || author || words == 1);
  if (page) return HtmlRole::furniture;
  if (all & kDeck) return HtmlRole::deck;
  if (all & kCaption) return HtmlRole::caption;
  if (all & kCredit) return HtmlRole::credit;
  if (all & kByline) return HtmlRole::byline;
  if (all & kDate) return HtmlRole::date;
  if ((all & kSection) && (words == 1 || (all & kName))) return HtmlRole::section;
  if (all & kHeadline) return HtmlRole::headline;
  if ((all & kText) && (all & kArticle)) return HtmlRole::story;
  return HtmlRole::none;
}

/// Calls `use` with each blank-separated part.
template <typename Use>
void each_name(std::string_view names, Use use) {
  constexpr std::string_view kBlank = " \t\n\r\f";
  constexpr int kMost = 24;
  std::size_t at = 0;
  for (int count = 0; count < kMost; ++count) {
    at = names.find_first_not_of(kBlank, at);
    if (at == names.npos) return;
    const std::size_t end = std::min(names.find_first_of(kBlank, at), names.size());
    use(names.substr(at, end - at));
    at = end;
  }
}

constexpr bool contains_word(std::string_view names, std::string_view word) {
  return names.find(word) != names.npos;
}

class Hinter {
 public:
  explicit Hinter(const HtmlTree& tree) : tree_(tree), hints_(tree.size()) {}

  std::vector<HtmlHint> run() {
    for (std::size_t i = 0; i < tree_.size(); ++i) {
      if (!tree_[i].is_text()) hints_[i] = hint(i);
    }
    return std::move(hints_);
  }

 private:
  static HtmlHint firm(HtmlRole role) { return {role, true}; }

  bool in_article(std::size_t i) const {
    for (int levels = 0; i != tree_[i].parent && levels < 64; ++levels) {
      i = tree_[i].parent;
      if (tree_[i].tag == GUMBO_TAG_ARTICLE || tree_[i].tag == GUMBO_TAG_MAIN) return true;
    }
    return false;
  }

  HtmlHint by_tag(std::size_t i) const {
    switch (tree_[i].tag) {
      case GUMBO_TAG_HEAD:
      case GUMBO_TAG_TITLE:
      case GUMBO_TAG_TEMPLATE:
      case GUMBO_TAG_SVG:
      case GUMBO_TAG_SELECT:
      case GUMBO_TAG_OPTION:
      case GUMBO_TAG_BUTTON:
      case GUMBO_TAG_VIDEO:
      case GUMBO_TAG_AUDIO:
      case GUMBO_TAG_CANVAS:
      case GUMBO_TAG_OBJECT:
        return firm(HtmlRole::hidden);
      case GUMBO_TAG_NAV:
      case GUMBO_TAG_ASIDE:
      case GUMBO_TAG_FOOTER:
      case GUMBO_TAG_MENU:
        return firm(HtmlRole::furniture);
      case GUMBO_TAG_HEADER:
        return {in_article(i) ? HtmlRole::none : HtmlRole::furniture, false};
      case GUMBO_TAG_FORM:
      case GUMBO_TAG_LEGEND:
        return {HtmlRole::furniture, false};
      case GUMBO_TAG_FIGCAPTION:
      case GUMBO_TAG_CAPTION:
        return firm(HtmlRole::caption);
      case GUMBO_TAG_TIME:
        return firm(HtmlRole::date);
      default:
        return {};
    }
  }

  HtmlRole by_aria(std::string_view role) const {
    for (const std::string_view word :
         {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar",
          "toolbar", "dialog", "alertdialog", "tablist", "alert"}) {
      if (same_word(role, word)) return HtmlRole::furniture;
    }
    return HtmlRole::none;
  }

  HtmlRole by_microdata(std::string_view property, std::string_view type) const {
    HtmlRole found = HtmlRole::none;
    each_name(property, [&](std::string_view name) {
      if (same_word(name, "articlebody")) found = HtmlRole::story;
      if (same_word(name, "headline")) found = HtmlRole::headline;
      if (same_word(name, "alternativeheadline")) found = HtmlRole::deck;
      if (same_word(name, "author") || same_word(name, "creator")) found = HtmlRole::byline;
      if (same_word(name, "datepublished") || same_word(name, "datemodified")) {
        found = HtmlRole::date;
      }
      if (same_word(name, "caption")) found = HtmlRole::caption;
      if (same_word(name, "copyrightholder")) found = HtmlRole::credit;
      if (same_word(name, "articlesection")) found = HtmlRole::section;
      if (same_word(name, "comment")) found = HtmlRole::comments;
    });
    for (const std::string_view kind :
         {"BreadcrumbList", "WPSideBar", "WPHeader", "WPFooter", "SiteNavigationElement"}) {
      if (type.ends_with(kind)) found = HtmlRole::furniture;
    }
    if (type.ends_with("/Comment") || type.ends_with("UserComments")) found = HtmlRole::comments;
    return found;
  }

  HtmlHint hint(std::size_t i) const {
    const HtmlHint tag = by_tag(i);
    if (tag.role == HtmlRole::hidden) return tag;
    if (tree_[i].attributes->length == 0) return tag;
    // Nothing hides a page or furnishes it as a whole.
    const bool whole = tree_[i].tag == GUMBO_TAG_HTML || tree_[i].tag == GUMBO_TAG_BODY;
    if (whole) return {};
    if (const auto hidden = tree_.attribute(i, "hidden")) {
      return firm(*hidden == "noscript" ? HtmlRole::noscript : HtmlRole::hidden);
    }
    if (tag.firm) return tag;
    const auto value = [&](const char* name) {
      return tree_.attribute(i, name).value_or(std::string_view());
    };
    if (const HtmlRole role = by_aria(value("role")); role != HtmlRole::none) return firm(role);
    const HtmlRole data = by_microdata(value("itemprop"), value("itemtype"));
    if (data != HtmlRole::none) return firm(data);
    if (contains_word(value("rel"), "author")) return firm(HtmlRole::byline);
    return by_names(i, tag);
  }

  HtmlHint by_names(std::size_t i, HtmlHint tag) const {
    // Articles and main parts carry states and topics as classes ("tag-travel has-sidebar").
    const GumboTag own = tree_[i].tag;
    const bool topical = own == GUMBO_TAG_ARTICLE || own == GUMBO_TAG_MAIN;
    HtmlRole best = HtmlRole::none;
    const auto consider = [&](std::string_view name) {
      const HtmlRole role = role_of_name(name);
      if (role == HtmlRole::none) return;
      const bool simple = name.find_first_of("-_") == name.npos;
      if (topical && role != HtmlRole::comments && !(role == HtmlRole::furniture && simple)) return;
      const auto rank = [](HtmlRole r) {
        return r == HtmlRole::hidden      ? 5
               : r == HtmlRole::comments  ? 4
               : r == HtmlRole::furniture ? 3
               : r == HtmlRole::headline  ? 1
                                          : 2;
      };
      if (best == HtmlRole::none || rank(role) > rank(best)) best = role;
    };
    each_name(tree_.attribute(i, "class").value_or(std::string_view()), consider);
    each_name(tree_.attribute(i, "id").value_or(std::string_view()), consider);
    return best == HtmlRole::none ? tag : HtmlHint{best, false};
  }

  const HtmlTree& tree_;
  std::vector<HtmlHint> hints_;
};

}  // namespace

HtmlRole role_of_name(std::string_view name) {
  constexpr std::size_t kLongest = 64;
  if (name.size() > kLongest) return HtmlRole::none;
  for (const std::string_view hidden : kHiddenNames) {
    if (same_word(name, hidden)) return HtmlRole::hidden;
  }
  std::uint16_t all = 0, first = 0;
  int words = 0;
  bool about = false, author = false, state = false;
  std::string word;
  std::string_view first_word;
  std::array<char, kLongest> first_bytes{};
  const auto take = [&] {
    if (word.empty()) return;
    const std::uint16_t senses = senses_of(word);
    if (words == 0) {
      first = senses;
      std::copy(word.begin(), word.end(), first_bytes.begin());
      first_word = std::string_view(first_bytes.data(), word.size());
    }
    all |= senses;
    state |= (senses & kState) != 0;
    about |= word == "about";
    author |= (senses & kByline) != 0 || word == "us";
    ++words;
    word.clear();
  };
  char before = ' ';
  for (const char c : name) {
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    const bool hump = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
    if (!letter || hump) take();
    if (letter) word += lower_ascii(c);
    before = c;
  }
  const bool last_is_list = word == "links" || word == "list" || word == "cloud";
  take();
  if (state) return HtmlRole::none;
  // "tag-travel", "category-comment", "author-ann": what an article is about or by.
  const bool topic = words > 1 && !last_is_list &&
                     (first_word == "tag" || first_word == "category" || first_word == "type" ||
                      first_word == "format" || first_word == "status");
  if (topic) return HtmlRole::none;
  return role_of_words(all, first, words, about, author);
}

std::vector<HtmlHint> hints_of(const HtmlTree& tree) { return Hinter(tree).run(); }

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_LAST:
      return false;
    default:
      return true;
  }
}

}  // namespace alatoo
