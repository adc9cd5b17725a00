// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html_metadata.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "common/text.h"
#include "indexer/read/ascii.h"
#include "indexer/read/listed_names.h"
#include "indexer/read/metadata.h"

namespace alatoo {
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_address(std::string_view text) {
  return text.find("://") != text.npos || text.starts_with('@') || text.starts_with("www.");
}

void add(std::vector<std::string>& list, std::string_view value) { add_once(list, squeeze(value)); }

/// The text inside of an element, in one line.
std::string text_in(const HtmlTree& tree, std::size_t node) {
  constexpr std::size_t kMost = 2000;
  std::string out;
  for (std::size_t i = node + 1; i < tree[node].end && out.size() < kMost; ++i) {
    if (tree[i].tag == GUMBO_TAG_BR || is_block(tree[i].tag)) out += ' ';
    out += tree[i].text;
  }
  return squeeze(out);
}

/// `<meta>` elements by the lower-case names they have as name, property, itemprop or http-equiv.
class MetaTags {
 public:
  explicit MetaTags(const HtmlTree& tree) {
    constexpr std::size_t kMost = 500;
    for (std::size_t i = 0; i < tree.size() && tags_.size() < kMost; ++i) {
      if (tree[i].tag != GUMBO_TAG_META) continue;
      const auto content = tree.attribute(i, "content");
      if (!content || trim(*content).empty()) continue;
      for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
        if (const auto name = tree.attribute(i, key)) {
          tags_.emplace_back(lower_ascii(trim(*name)), *content);
        }
      }
    }
  }

  void collect(Names names, std::vector<std::string>& out) const {
    for (const std::string_view name : names) {
      for (const auto& [own, content] : tags_) {
        if (own == name && !is_address(trim(content))) add(out, content);
      }
    }
  }
  void collect_addresses(Names names, std::vector<std::string>& out) const {
    for (const std::string_view name : names) {
      for (const auto& [own, content] : tags_) {
        if (own == name) add(out, content);
      }
    }
  }
  /// Several tags of one name are several names.
  void collect_joined(Names names, std::vector<std::string>& out) const {
    for (const std::string_view name : names) {
      std::vector<std::string> own;
      collect({name}, own);
      std::vector<std::string> once;
      for (std::string& each : own) add_once(once, std::move(each));
      add(out, joined_names(once));
    }
  }
  /// Names of no list that tell what they are: "example-publish-date".
  void collect_published(std::vector<std::string>& out) const {
    for (const auto& [own, content] : tags_) {
      const auto has = [&name = own](std::string_view part) {
        return name.find(part) != name.npos;
      };
      const bool published = has("publish") || has("pubdate") || has("pub-date") || has("issued");
      const bool when = has("date") || has("time");
      if (published && when && !has("modif") && !has("update") && !has("expir")) add(out, content);
    }
  }
  bool says(std::string_view name, std::string_view value) const {
    return std::any_of(tags_.begin(), tags_.end(), [&](const auto& tag) {
      return tag.first == name && lower_ascii(trim(tag.second)) == value;
    });
  }

 private:
  std::vector<std::pair<std::string, std::string_view>> tags_;
};

}  // namespace

HtmlMetadata metadata_of(const HtmlTree& tree) {
  HtmlMetadata found;
  add_json_ld(tree.source().json_ld, found);
  const MetaTags tags(tree);
  tags.collect({"headline", "og:title", "twitter:title", "dc.title", "dcterms.title",
                "citation_title", "parsely-title", "sailthru.title", "title"},
               found.titles);
  tags.collect({"article:published_time", "og:article:published_time", "og:published_time",
                "datepublished", "parsely-pub-date", "sailthru.date", "citation_publication_date",
                "citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued",
                "pubdate", "publish-date", "publish_date", "article.published"},
               found.dates);
  tags.collect_published(found.dates);
  tags.collect({"date", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created",
                "datecreated", "article.created", "displaydate"},
               found.dates);
  tags.collect({"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
                "dc.date.modified"},
               found.modified);
  tags.collect({"og:site_name", "dc.publisher", "dcterms.publisher", "publisher",
                "citation_publisher", "application-name", "apple-mobile-web-app-title"},
               found.sites);
  tags.collect_joined({"article:author", "author", "parsely-author", "sailthru.author",
                       "citation_author", "dc.creator", "dcterms.creator", "byl", "byline"},
                      found.authors);
  tags.collect_addresses({"og:url", "twitter:url", "parsely-link"}, found.urls);
  found.is_one |= tags.says("og:type", "article");

  std::vector<std::string> canonical;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    switch (tree[i].tag) {
      case GUMBO_TAG_HTML:
        for (const char* name : {"lang", "xml:lang"}) {
          if (const auto lang = tree.attribute(i, name)) add(found.languages, *lang);
        }
        break;
      case GUMBO_TAG_TITLE:
        if (tree[tree[i].parent].tag == GUMBO_TAG_HEAD) add(found.titles, text_in(tree, i));
        break;
      case GUMBO_TAG_LINK:
        if (lower_ascii(tree.attribute(i, "rel").value_or("")) == "canonical") {
          add(canonical, tree.attribute(i, "href").value_or(""));
        }
        break;
      default:
        break;
    }
  }
  found.urls.insert(found.urls.begin(), canonical.begin(), canonical.end());
  tags.collect({"og:locale", "content-language", "dc.language", "dcterms.language", "language"},
               found.languages);
  return found;
}

void add_element_metadata(const HtmlTree& tree, const std::vector<HtmlHint>& hints,
                          std::size_t root, HtmlMetadata& to) {
  std::vector<std::string> authors;
  for (std::size_t i = root; i < tree[root].end; ++i) {
    const HtmlHint hint = hints[i];
    if (hint.role == HtmlRole::comments || (hint.role == HtmlRole::furniture && hint.firm)) {
      i = tree[i].end - 1;
      continue;
    }
    if (tree[i].is_text() || tree[i].attributes->length == 0) continue;
    const auto value = [&](const char* name) {
      return tree.attribute(i, name).value_or(std::string_view());
    };
    const std::string property = lower_ascii(value("itemprop"));
    const std::string names = ' ' + lower_ascii(value("class")) + ' ';
    const auto stated = [&] {
      for (const char* name : {"content", "datetime", "title"}) {
        if (const std::string_view own = trim(value(name)); !own.empty()) return squeeze(own);
      }
      return text_in(tree, i);
    };
    const auto named = [&] {
      if (const std::string_view own = trim(value("content")); !own.empty()) return squeeze(own);
      for (std::size_t j = i + 1; j < tree[i].end; ++j) {
        if (tree[j].is_text() || tree.attribute(j, "itemprop") != "name") continue;
        const std::string_view content = trim(tree.attribute(j, "content").value_or(""));
        return content.empty() ? text_in(tree, j) : squeeze(content);
      }
      return text_in(tree, i);
    };
    if (property == "datepublished" || property == "datecreated" || tree.attribute(i, "pubdate")) {
      add(to.dates, stated());
    } else if (property == "datemodified") {
      add(to.modified, stated());
    } else if (names.find(" published ") != names.npos && tree.attribute(i, "title")) {
      add(to.dates, stated());  // hAtom
    } else if (property == "author" || property == "creator") {
      if (std::string name = named(); !is_address(name) && name.size() < 200) {
        add_once(authors, std::move(name));
      }
      i = tree[i].end - 1;
    } else if (property == "publisher") {
      if (const std::string name = named(); !is_address(name)) add(to.sites, name);
      i = tree[i].end - 1;
    }
  }
  add(to.authors, joined_names(authors));
}

void state_metadata(const HtmlMetadata& metadata, Article& article) {
  for (const std::string& date : metadata.dates) state_date(article, date);
  for (const std::string& site : metadata.sites) {
    if (!is_address(site)) state_source(article, site);
  }
  for (const std::string& author : metadata.authors) {
    // Sites sign as themselves, systems as their administrator.
    const std::string low = lower(author);
    const bool site = std::any_of(metadata.sites.begin(), metadata.sites.end(),
                                  [&](const std::string& name) { return lower(name) == low; });
    if (!site && low != "admin" && low != "administrator" && low != "webmaster") {
      state_byline(article, author);
    }
  }
  for (const std::string& language : metadata.languages) state_language(article, language);
  for (const std::string& url : metadata.urls) state_url(article, url);
}

}  // namespace alatoo
