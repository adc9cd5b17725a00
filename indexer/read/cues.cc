// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/cues.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/text.h"

namespace alatoo {
namespace {

/// How the words behind a phrase may look for the line to be a cue.
enum class Rest {
  none,   // the phrase is the whole line
  few,    // or up to six words follow: "More from Central Asia"
  colon,  // or anything behind a colon, bar or dash: "Read more: Calm returns to the bazaar"
  any,    // whatever follows
};

struct Phrase {
  std::string_view words;
  Cue cue;
  Rest rest = Rest::none;
};

constexpr Phrase kPhrases[] = {
    // Heads of lists.
    {"in depth", Cue::list, Rest::few},
    {"in-depth", Cue::list, Rest::few},
    {"related", Cue::list, Rest::colon},
    {"related articles", Cue::list, Rest::colon},
    {"related content", Cue::list, Rest::colon},
    {"related stories", Cue::list, Rest::colon},
    {"related news", Cue::list, Rest::colon},
    {"related topics", Cue::list, Rest::few},
    {"related links", Cue::list, Rest::colon},
    {"related coverage", Cue::list, Rest::colon},
    {"related to", Cue::list, Rest::few},
    {"related internet links", Cue::list},
    {"external links", Cue::list},
    {"topics", Cue::list, Rest::colon},
    {"topics in", Cue::list, Rest::few},
    {"tags", Cue::list, Rest::colon},
    {"tagged", Cue::list, Rest::few},
    {"keywords", Cue::list, Rest::colon},
    {"filed under", Cue::list, Rest::few},
    {"featured", Cue::list, Rest::colon},
    {"featured on", Cue::list, Rest::few},
    {"featured in", Cue::list, Rest::few},
    {"featured stories", Cue::list, Rest::few},
    {"featured articles", Cue::list, Rest::few},
    {"features and analysis", Cue::list},
    {"trending", Cue::list, Rest::colon},
    {"trending now", Cue::list},
    {"trending on", Cue::list, Rest::few},
    {"most read", Cue::list, Rest::few},
    {"most popular", Cue::list, Rest::few},
    {"most viewed", Cue::list, Rest::few},
    {"most shared", Cue::list, Rest::few},
    {"most watched", Cue::list, Rest::few},
    {"most commented", Cue::list, Rest::few},
    {"most emailed", Cue::list, Rest::few},
    {"popular now", Cue::list},
    {"popular stories", Cue::list, Rest::few},
    {"popular on", Cue::list, Rest::few},
    {"read more", Cue::list, Rest::colon},
    {"read more on", Cue::list, Rest::few},
    {"read more about", Cue::list, Rest::few},
    {"read next", Cue::list, Rest::colon},
    {"read also", Cue::list, Rest::colon},
    {"also read", Cue::list, Rest::colon},
    {"up next", Cue::list, Rest::colon},
    {"what to read next", Cue::list},
    {"see also", Cue::list, Rest::colon},
    {"see more", Cue::list, Rest::few},
    {"also in", Cue::list, Rest::few},
    {"also on", Cue::list, Rest::few},
    {"elsewhere on", Cue::list, Rest::few},
    {"more from", Cue::list, Rest::few},
    {"more on", Cue::list, Rest::few},
    {"more in", Cue::list, Rest::few},
    {"more about", Cue::list, Rest::few},
    {"more stories", Cue::list, Rest::few},
    {"more news", Cue::list, Rest::few},
    {"more articles", Cue::list, Rest::few},
    {"more coverage", Cue::list, Rest::few},
    {"more headlines", Cue::list, Rest::few},
    {"more like this", Cue::list},
    {"more", Cue::list, Rest::colon},
    {"you may also", Cue::list, Rest::few},
    {"you might also", Cue::list, Rest::few},
    {"you may like", Cue::list, Rest::few},
    {"recommended", Cue::list, Rest::colon},
    {"recommended for", Cue::list, Rest::few},
    {"recommended stories", Cue::list, Rest::few},
    {"recommended reading", Cue::list},
    {"don't miss", Cue::list, Rest::colon},
    {"editor's picks", Cue::list},
    {"editor's pick", Cue::list},
    {"editor's choice", Cue::list},
    {"editors' picks", Cue::list},
    {"editors picks", Cue::list},
    {"must read", Cue::list},
    {"must reads", Cue::list},
    {"top stories", Cue::list, Rest::few},
    {"top news", Cue::list, Rest::few},
    {"latest", Cue::list},
    {"latest from", Cue::list, Rest::few},
    {"latest in", Cue::list, Rest::few},
    {"latest news", Cue::list, Rest::few},
    {"latest stories", Cue::list, Rest::few},
    {"latest headlines", Cue::list, Rest::few},
    {"other stories", Cue::list, Rest::few},
    {"other news", Cue::list, Rest::few},
    {"other top stories", Cue::list, Rest::few},
    {"breaking news", Cue::list},
    {"from around the web", Cue::list},
    {"around the web", Cue::list},
    {"from the web", Cue::list},
    {"from our partners", Cue::list},
    {"promoted stories", Cue::list},
    {"promoted content", Cue::list},
    {"paid content", Cue::list},
    {"sponsored content", Cue::list},
    {"sponsored links", Cue::list},
    {"special coverage", Cue::list, Rest::colon},
    {"special report", Cue::list, Rest::colon},
    {"useful links", Cue::list},
    {"quick links", Cue::list},
    {"watch and listen", Cue::list},
    {"in this section", Cue::list},
    {"on this story", Cue::list},
    {"explore more", Cue::list, Rest::few},
    {"discover more", Cue::list, Rest::few},
    {"follow the story", Cue::list},
    {"follow this topic", Cue::list},
    {"читайте также", Cue::list, Rest::any},
    {"читать также", Cue::list, Rest::any},
    {"смотрите также", Cue::list, Rest::any},
    {"по теме", Cue::list, Rest::colon},
    {"материалы по теме", Cue::list, Rest::colon},
    {"новости по теме", Cue::list, Rest::colon},
    {"ещё по теме", Cue::list, Rest::colon},
    {"похожие новости", Cue::list, Rest::colon},
    {"другие новости", Cue::list, Rest::few},
    {"самое читаемое", Cue::list, Rest::few},
    {"самое популярное", Cue::list, Rest::few},
    {"популярное", Cue::list, Rest::few},
    {"рекомендуем", Cue::list, Rest::colon},
    {"последние новости", Cue::list, Rest::few},
    {"главные новости", Cue::list, Rest::few},
    {"темы", Cue::list, Rest::colon},
    {"теги", Cue::list, Rest::colon},
    {"метки", Cue::list, Rest::colon},
    {"дагы окуңуз", Cue::list, Rest::colon},
    {"тема боюнча", Cue::list, Rest::colon},
    {"mehr zum thema", Cue::list, Rest::colon},
    {"lesen sie auch", Cue::list, Rest::colon},
    {"lire aussi", Cue::list, Rest::colon},
    {"à lire aussi", Cue::list, Rest::colon},
    {"sur le même sujet", Cue::list, Rest::colon},
    {"lea también", Cue::list, Rest::colon},
    {"leia também", Cue::list, Rest::colon},
    // Controls and notices.
    {"share", Cue::alone, Rest::colon},
    {"share this", Cue::alone, Rest::any},
    {"share on", Cue::alone, Rest::few},
    {"share via", Cue::alone, Rest::few},
    {"share with", Cue::alone, Rest::few},
    {"tweet", Cue::alone},
    {"advertisement", Cue::alone, Rest::colon},
    {"ad", Cue::alone},
    {"story continues below", Cue::alone, Rest::any},
    {"article continues", Cue::alone, Rest::any},
    {"continue reading", Cue::alone, Rest::few},
    {"continue with", Cue::alone, Rest::few},
    {"show more", Cue::alone, Rest::few},
    {"load more", Cue::alone, Rest::few},
    {"view more", Cue::alone, Rest::few},
    {"view all", Cue::alone, Rest::few},
    {"see all", Cue::alone, Rest::few},
    {"skip to", Cue::alone, Rest::few},
    {"skip advertisement", Cue::alone, Rest::few},
    {"jump to", Cue::alone, Rest::few},
    {"back to top", Cue::alone},
    {"top of page", Cue::alone},
    {"comments", Cue::alone, Rest::few},
    {"comment", Cue::alone},
    {"no comments", Cue::alone},
    {"leave a comment", Cue::alone, Rest::few},
    {"leave a reply", Cue::alone, Rest::few},
    {"add a comment", Cue::alone, Rest::few},
    {"post a comment", Cue::alone, Rest::few},
    {"view comments", Cue::alone, Rest::few},
    {"join the conversation", Cue::alone, Rest::few},
    {"join the discussion", Cue::alone, Rest::few},
    {"have your say", Cue::alone, Rest::few},
    {"send us your", Cue::alone, Rest::any},
    {"follow us", Cue::alone, Rest::any},
    {"follow live", Cue::alone, Rest::colon},
    {"find us on", Cue::alone, Rest::few},
    {"like us on", Cue::alone, Rest::few},
    {"join us on", Cue::alone, Rest::few},
    {"subscribe", Cue::alone, Rest::colon},
    {"subscribe to", Cue::alone, Rest::any},
    {"subscribe now", Cue::alone, Rest::any},
    {"sign up", Cue::alone, Rest::any},
    {"sign in", Cue::alone, Rest::few},
    {"log in", Cue::alone, Rest::few},
    {"login", Cue::alone, Rest::few},
    {"register", Cue::alone},
    {"create an account", Cue::alone, Rest::few},
    {"support our journalism", Cue::alone, Rest::any},
    {"support independent journalism", Cue::alone, Rest::any},
    {"get our", Cue::alone, Rest::any},
    {"get the latest", Cue::alone, Rest::any},
    {"get breaking news", Cue::alone, Rest::any},
    {"download our", Cue::alone, Rest::any},
    {"download the app", Cue::alone, Rest::any},
    {"click here", Cue::alone, Rest::any},
    {"click to", Cue::alone, Rest::few},
    {"click on", Cue::alone, Rest::few},
    {"tap here", Cue::alone, Rest::any},
    {"print", Cue::alone},
    {"print this", Cue::alone, Rest::few},
    {"email", Cue::alone},
    {"e-mail", Cue::alone},
    {"email this", Cue::alone, Rest::few},
    {"e-mail this", Cue::alone, Rest::few},
    {"send to a friend", Cue::alone},
    {"printable version", Cue::alone},
    {"printer-friendly version", Cue::alone},
    {"copy link", Cue::alone, Rest::few},
    {"copy this link", Cue::alone, Rest::few},
    {"bookmark", Cue::alone},
    {"save", Cue::alone},
    {"save for later", Cue::alone},
    {"listen to this", Cue::alone, Rest::few},
    {"listen to article", Cue::alone, Rest::few},
    {"play video", Cue::alone, Rest::few},
    {"watch video", Cue::alone, Rest::few},
    {"watch live", Cue::alone, Rest::few},
    {"watch now", Cue::alone, Rest::colon},
    {"now playing", Cue::alone, Rest::few},
    {"replay", Cue::alone},
    {"media playback is", Cue::alone, Rest::any},
    {"this video", Cue::alone},
    {"video unavailable", Cue::alone},
    {"image copyright", Cue::alone, Rest::few},
    {"image source", Cue::alone, Rest::few},
    {"view gallery", Cue::alone, Rest::few},
    {"view slideshow", Cue::alone, Rest::few},
    {"enlarge", Cue::alone, Rest::few},
    {"hide caption", Cue::alone},
    {"toggle caption", Cue::alone},
    {"loading", Cue::alone},
    {"please wait", Cue::alone},
    {"text size", Cue::alone, Rest::few},
    {"font size", Cue::alone, Rest::few},
    {"reading time", Cue::alone, Rest::few},
    {"story highlights", Cue::alone},
    {"terms of use", Cue::alone, Rest::few},
    {"terms of service", Cue::alone, Rest::few},
    {"terms and conditions", Cue::alone, Rest::few},
    {"privacy policy", Cue::alone, Rest::few},
    {"cookie policy", Cue::alone, Rest::few},
    {"about us", Cue::alone, Rest::few},
    {"about the author", Cue::alone, Rest::few},
    {"contact us", Cue::alone, Rest::few},
    {"advertise with us", Cue::alone, Rest::few},
    {"accept cookies", Cue::alone, Rest::few},
    {"report a typo", Cue::alone, Rest::few},
    {"report an error", Cue::alone, Rest::few},
    {"open in app", Cue::alone},
    {"all rights reserved", Cue::alone, Rest::few},
    {"our standards", Cue::alone, Rest::colon},
    {"поделиться", Cue::alone, Rest::few},
    {"подписывайтесь", Cue::alone, Rest::any},
    {"подпишитесь", Cue::alone, Rest::any},
    {"подписаться", Cue::alone, Rest::few},
    {"комментарии", Cue::alone, Rest::few},
    {"оставить комментарий", Cue::alone, Rest::few},
    {"распечатать", Cue::alone, Rest::few},
    {"версия для печати", Cue::alone},
    {"реклама", Cue::alone},
    {"бөлүшүү", Cue::alone, Rest::few},
    {"все права защищены", Cue::alone, Rest::any},
    {"anzeige", Cue::alone},
    {"publicité", Cue::alone},
    {"publicidad", Cue::alone},
    {"teilen", Cue::alone},
    {"partager", Cue::alone},
    {"compartir", Cue::alone},
    // The page's time stamp.
    {"last modified", Cue::stamp, Rest::any},
    {"last updated", Cue::stamp, Rest::any},
    {"last update", Cue::stamp, Rest::any},
    {"published", Cue::stamp, Rest::colon},
    {"published on", Cue::stamp, Rest::few},
    {"published at", Cue::stamp, Rest::few},
    {"first published", Cue::stamp, Rest::colon},
    {"publication date", Cue::stamp, Rest::any},
    {"posted", Cue::stamp, Rest::colon},
    {"posted on", Cue::stamp, Rest::few},
    {"posted at", Cue::stamp, Rest::few},
    {"updated", Cue::stamp, Rest::colon},
    {"updated on", Cue::stamp, Rest::few},
    {"updated at", Cue::stamp, Rest::few},
    {"issued", Cue::stamp, Rest::colon},
    {"date", Cue::stamp, Rest::colon},
    {"опубликовано", Cue::stamp, Rest::few},
    {"обновлено", Cue::stamp, Rest::few},
    {"дата", Cue::stamp, Rest::colon},
    {"жарыяланды", Cue::stamp, Rest::few},
    // Kinds of pieces that link lists name.
    {"profile", Cue::lead, Rest::colon},
    {"interview", Cue::lead, Rest::colon},
    {"timeline", Cue::lead, Rest::colon},
    {"q&a", Cue::lead, Rest::colon},
    {"explainer", Cue::lead, Rest::colon},
    {"explained", Cue::lead, Rest::colon},
    {"opinion", Cue::lead, Rest::colon},
    {"analysis", Cue::lead, Rest::colon},
    {"factbox", Cue::lead, Rest::colon},
    {"country profile", Cue::lead, Rest::colon},
    {"fact file", Cue::lead, Rest::colon},
    {"in pictures", Cue::lead, Rest::colon},
    {"in photos", Cue::lead, Rest::colon},
    {"photos", Cue::lead, Rest::colon},
    {"gallery", Cue::lead, Rest::colon},
    {"photo gallery", Cue::lead, Rest::colon},
    {"slideshow", Cue::lead, Rest::colon},
    {"video", Cue::lead, Rest::colon},
    {"watch", Cue::lead, Rest::colon},
    {"listen", Cue::lead, Rest::colon},
    {"audio", Cue::lead, Rest::colon},
    {"podcast", Cue::lead, Rest::colon},
    {"infographic", Cue::lead, Rest::colon},
    {"map", Cue::lead, Rest::colon},
    {"live", Cue::lead, Rest::colon},
    {"live blog", Cue::lead, Rest::colon},
    {"blog", Cue::lead, Rest::colon},
    {"feature", Cue::lead, Rest::colon},
    {"flashback", Cue::lead, Rest::colon},
    {"видео", Cue::lead, Rest::colon},
    {"фоторепортаж", Cue::lead, Rest::colon},
};

/// Words that controls and menus of pages are made of; a line of nothing else is furniture.
constexpr std::string_view kPageWords[] = {
    "share",      "tweet",         "facebook",    "twitter",        "whatsapp",  "linkedin",
    "email",      "e-mail",        "print",       "printable",      "comment",   "comments",
    "follow",     "subscribe",     "newsletter",  "newsletters",    "related",   "topics",
    "tags",       "featured",      "trending",    "recommended",    "sponsored", "advertisement",
    "gallery",    "slideshow",     "podcast",     "podcasts",       "login",     "register",
    "cookies",    "privacy",       "sitemap",     "menu",           "skip",      "navigation",
    "previous",   "next",          "rss",         "instagram",      "youtube",   "telegram",
    "vkontakte",  "pinterest",     "reddit",      "messenger",      "bookmark",  "copyright",
    "reserved",   "odnoklassniki", "viber",       "flipboard",      "advertise", "faq",
    "поделиться", "распечатать",   "подписаться", "комментировать",
};
constexpr std::string_view kFillWords[] = {
    "this",    "the",     "a",      "an",     "to",    "on",    "in",      "of",      "for",
    "from",    "and",     "or",     "with",   "your",  "our",   "us",      "me",      "you",
    "it",      "at",      "by",     "via",    "here",  "page",  "site",    "article", "articles",
    "story",   "stories", "news",   "more",   "most",  "all",   "read",    "view",    "see",
    "top",     "up",      "new",    "latest", "live",  "video", "videos",  "photo",   "photos",
    "audio",   "image",   "images", "link",   "links", "copy",  "send",    "save",    "friend",
    "version", "content", "main",   "search", "home",  "about", "contact", "help",    "sign",
    "log",     "add",     "now",    "policy", "terms", "use",   "rights",  "options", "close",
    "open",    "posts",   "post",   "в",      "на",    "и",
};
constexpr std::string_view kSectionWords[] = {
    "world",
    "news",
    "asia",
    "europe",
    "africa",
    "americas",
    "america",
    "middle",
    "east",
    "central",
    "south",
    "north",
    "west",
    "eastern",
    "western",
    "southern",
    "northern",
    "pacific",
    "caucasus",
    "business",
    "economy",
    "markets",
    "politics",
    "sport",
    "sports",
    "culture",
    "arts",
    "opinion",
    "comment",
    "analysis",
    "features",
    "science",
    "technology",
    "tech",
    "health",
    "environment",
    "climate",
    "travel",
    "education",
    "society",
    "life",
    "lifestyle",
    "style",
    "entertainment",
    "international",
    "national",
    "local",
    "home",
    "uk",
    "us",
    "u",
    "s",
    "russia",
    "china",
    "india",
    "eurasia",
    "balkans",
    "latin",
    "southeast",
    "southeastern",
    "foreign",
    "affairs",
    "human",
    "rights",
    "security",
    "video",
    "front",
    "page",
    "top",
    "stories",
    "latest",
    "weather",
    "media",
    "law",
    "crime",
    "editorial",
    "columns",
    "and",
    "the",
    "&",
    "в",
    "мире",
    "мир",
    "новости",
    "политика",
    "экономика",
    "общество",
    "спорт",
    "культура",
    "азия",
    "центральная",
    "региона",
    "регион",
    "происшествия",
    "главная",
    "жаңылыктар",
    "саясат",
    "коом",
};

using WordSet = std::unordered_set<std::string_view>;

template <std::size_t n>
WordSet set_of(const std::string_view (&words)[n]) {
  return {std::begin(words), std::end(words)};
}

std::string_view first_word(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

const std::unordered_multimap<std::string_view, const Phrase*>& phrases() {
  static const auto table = [] {
    std::unordered_multimap<std::string_view, const Phrase*> made;
    for (const Phrase& phrase : kPhrases) made.emplace(first_word(phrase.words), &phrase);
    return made;
  }();
  return table;
}

constexpr int kMostWords = 24;  // behind them a cue has shown itself

/// The lower-case words of a line with where each ends in it.
struct Words {
  std::vector<std::string> words;
  std::vector<std::size_t> ends;
};

Words words_of(std::string_view line) {
  Words out;
  Shape word;
  for (std::size_t at = 0; out.words.size() < kMostWords && next_shape(line, at, word);) {
    std::string low = lower(word.text);
    for (std::size_t i = 0; (i = low.find("’", i)) != low.npos;) low.replace(i, 3, "'");
    // "Q&A", "editors' picks": signs that belong to a word of a phrase.
    if (at < line.size() && line[at] == '&' && low == "q") {
      low = "q&a";
      ++at;
      next_shape(line, at, word);
    } else if (low == "editors" && at < line.size() &&
               (line[at] == '\'' || line.substr(at, 3) == "’")) {
      low += '\'';
    }
    out.words.push_back(std::move(low));
    out.ends.push_back(at);
  }
  return out;
}

/// Number of words of `phrase` if `words` start with them, else 0.
std::size_t starts_with(const std::vector<std::string>& words, std::string_view phrase) {
  std::size_t n = 0;
  while (!phrase.empty()) {
    const std::string_view word = first_word(phrase);
    if (n == words.size() || words[n] != word) return 0;
    ++n;
    phrase.remove_prefix(std::min(phrase.size(), word.size() + 1));
  }
  return n;
}

bool sets_off(std::string_view rest) {
  rest = trim(rest);
  for (const std::string_view sign : {":", "|", "»", "›", ">", "–", "—", "-", "("}) {
    if (rest.substr(0, sign.size()) == sign) return true;
  }
  return false;
}

bool fits(const Phrase& phrase, std::size_t matched, const Words& line, std::string_view text,
          const Block& shape) {
  const std::size_t rest = static_cast<std::size_t>(shape.words) - matched;
  if (rest == 0) return true;
  const std::string_view behind = text.substr(line.ends[matched - 1]);
  switch (phrase.rest) {
    case Rest::none:
      return false;
    case Rest::few:
      return (rest <= 6 && !shape.stop) || (sets_off(behind) && rest <= 20);
    case Rest::colon:
      return sets_off(behind) && rest <= 20;
    case Rest::any:
      return rest <= 40;
  }
  return false;
}

/// A notice that speaks to the reader, or a licence: sentences no story holds.
bool is_notice(std::string_view line) {
  static constexpr std::string_view kNotices[] = {
      "all rights reserved",
      "may not be published, broadcast",
      "do not necessarily reflect",
      "for the content of external",
      "uses cookies",
      "we use cookies",
      "enable javascript",
      "javascript is disabled",
      "your browser does not support",
      "sent to your inbox",
      "to your inbox",
      "our daily newsletter",
      "our newsletter",
      "our weekly newsletter",
      "terms and conditions apply",
      "ad blocker",
      "без письменного разрешения",
      "при использовании материалов",
  };
  const std::string low = lower(line);
  return std::any_of(std::begin(kNotices), std::end(kNotices),
                     [&](std::string_view notice) { return low.find(notice) != low.npos; });
}

}  // namespace

Cue cue_of(std::string_view line, const Block& shape) {
  if (shape.words == 0 || shape.words > 60) return Cue::none;
  const Words words = words_of(line);
  Cue best = Cue::none;
  std::size_t longest = 0;
  const auto [begin, end] = phrases().equal_range(words.words.front());
  for (auto i = begin; i != end; ++i) {
    const std::size_t matched = starts_with(words.words, i->second->words);
    if (matched > longest && fits(*i->second, matched, words, line, shape)) {
      longest = matched;
      best = i->second->cue;
    }
  }
  if (best != Cue::none) {
    // "Read more: Calm returns": the list is in the line itself.
    const bool whole = shape.words <= static_cast<int>(longest) + 6;
    return best == Cue::list && !whole ? Cue::lead : best;
  }
  if (shape.words <= kMostWords && !shape.stop) {
    static const WordSet page_words = set_of(kPageWords), fill_words = set_of(kFillWords);
    std::size_t page = 0, fill = 0;
    for (const std::string& word : words.words) {
      page += page_words.count(word);
      fill += fill_words.count(word);
    }
    if (page && page + fill >= words.words.size()) return Cue::alone;
  }
  if (shape.words >= 3 && is_notice(line)) return Cue::alone;
  return Cue::none;
}

bool is_section_label(std::string_view line) {
  static const WordSet section_words = set_of(kSectionWords);
  const Words words = words_of(line);
  if (words.words.empty() || words.words.size() > 8) return false;
  return std::all_of(words.words.begin(), words.words.end(),
                     [](const std::string& word) { return section_words.count(word) > 0; });
}

}  // namespace alatoo
