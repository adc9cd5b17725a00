// SPDX-License-Identifier: GPL-3.0-or-later
#include <simdjson.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "common/text.h"
#include "indexer/read/html.h"
#include "indexer/read/html_metadata.h"
#include "indexer/read/listed_names.h"

namespace alatoo {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

/// Without what templates wrap around it, raw control characters in strings and commas at the end.
std::string mended(std::string_view json) {
  const std::size_t begin = std::min(json.find_first_of("{["), json.size());
  const std::size_t end = json.find_last_of("}]");
  json = end == json.npos || end < begin ? std::string_view() : json.substr(begin, end + 1 - begin);
  std::string out;
  out.reserve(json.size());
  bool quoted = false;
  std::size_t comma = json.npos;  // in `out`, nothing but blanks behind it
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (quoted) {
      out += blank ? ' ' : c;
      if (c == '\\' && i + 1 < json.size()) {
        out += static_cast<unsigned char>(json[i + 1]) < ' ' ? ' ' : json[i + 1];
        ++i;
      }
      quoted = c != '"';
      continue;
    }
    if ((c == '}' || c == ']') && comma != json.npos) out[comma] = ' ';
    if (!blank) comma = json.npos;
    if (c == ',') comma = out.size();
    quoted = c == '"';
    out += blank ? ' ' : c;
  }
  return out;
}

class JsonLd {
 public:
  explicit JsonLd(HtmlMetadata& to) : to_(to) {}

  void read(std::string_view json) {
    simdjson::dom::parser parser;
    element root;
    if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) {
      std::string second = mended(json);
      clean_utf8(second);
      if (second.empty() || parser.parse(second).get(root) != simdjson::SUCCESS) {
        to_.damaged = true;
        return;
      }
    }
    collect(root);
    const object* best = nullptr;
    int articles = 0;
    for (const object& found : objects_) {
      if (!is_article(found)) continue;
      ++articles;
      if (!best) best = &found;
    }
    if (best && articles == 1) {
      to_.is_one = true;
      take_article(*best);
    }
    for (const object& found : objects_) {
      const std::string type = type_of(found);
      if (type == "WebSite" || type.ends_with("Organization")) add(to_.sites, name(found));
      if (type == "WebPage" && articles <= 1) take_dates(found);
    }
  }

 private:
  static void add(std::vector<std::string>& list, std::string_view raw) {
    std::string line = html_line(raw);
    if (!line.empty()) list.push_back(std::move(line));
  }

  /// The top objects: the value, elements of arrays, members of @graph, the main entity of a page.
  void collect(const element& root) {
    constexpr std::size_t kMost = 1000;
    std::vector<element> open = {root};
    while (!open.empty() && objects_.size() < kMost) {
      const element value = open.back();
      open.pop_back();
      array items;
      object fields;
      if (value.get(items) == simdjson::SUCCESS) {
        std::vector<element> own;
        for (const element item : items) own.push_back(item);
        open.insert(open.end(), own.rbegin(), own.rend());
      } else if (value.get(fields) == simdjson::SUCCESS) {
        element inner;
        if (fields.at_key("mainEntity").get(inner) == simdjson::SUCCESS) open.push_back(inner);
        if (fields.at_key("@graph").get(inner) == simdjson::SUCCESS) open.push_back(inner);
        objects_.push_back(fields);
        const std::string_view id = text(fields, "@id");
        if (!id.empty()) by_id_.emplace(id, fields);
      }
    }
  }

  static std::string_view text(const element& value) {
    std::string_view found;
    return value.get(found) == simdjson::SUCCESS ? found : std::string_view();
  }
  static std::string_view text(const object& from, std::string_view key) {
    element value;
    if (from.at_key(key).get(value) != simdjson::SUCCESS) return {};
    array items;
    if (value.get(items) == simdjson::SUCCESS && items.size() > 0) return text(items.at(0).value());
    return text(value);
  }

  static std::string type_of(const object& from) {
    element value;
    if (from.at_key("@type").get(value) != simdjson::SUCCESS) return "";
    array items;
    std::string type(text(value));
    if (value.get(items) == simdjson::SUCCESS) {
      for (const element item : items) {
        type = text(item);
        if (names_article(type)) break;
      }
    }
    const std::size_t slash = type.find_last_of("/:");
    return slash == type.npos ? type : type.substr(slash + 1);
  }

  static bool names_article(std::string_view type) {
    return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
  }
  static bool is_article(const object& from) {
    return names_article(type_of(from)) && type_of(from) != "JobPosting";
  }

  /// A person or organisation may be given by name, as an object, or by the id of one.
  std::string_view name(const object& from) const {
    const std::string_view own = text(from, "name");
    if (!own.empty()) return own;
    const auto found = by_id_.find(text(from, "@id"));
    return found == by_id_.end() ? std::string_view() : text(found->second, "name");
  }
  template <typename Use>
  void each_name(const object& from, std::string_view key, Use use) const {
    element value;
    if (from.at_key(key).get(value) != simdjson::SUCCESS) return;
    const auto one = [&](const element& item) {
      object fields;
      if (item.get(fields) != simdjson::SUCCESS) return use(text(item));
      element names;
      array several;
      if (fields.at_key("name").get(names) == simdjson::SUCCESS &&
          names.get(several) == simdjson::SUCCESS) {
        for (const element each : several) use(text(each));
      } else {
        use(name(fields));
      }
    };
    array items;
    if (value.get(items) != simdjson::SUCCESS) return one(value);
    for (const element item : items) one(item);
  }

  void take_dates(const object& from) {
    add(to_.dates, text(from, "datePublished"));
    add(to_.dates, text(from, "dateCreated"));
    add(to_.modified, text(from, "dateModified"));
  }

  /// The address of the page whose main part the article is: a string, or the id of an object.
  void add_page(const object& article) {
    element page;
    object fields;
    if (article.at_key("mainEntityOfPage").get(page) != simdjson::SUCCESS) return;
    const bool whole = page.get(fields) == simdjson::SUCCESS;
    const std::string_view address = whole ? text(fields, "@id") : text(page);
    add(to_.urls, address.substr(0, address.find('#')));
  }

  void take_article(const object& article) {
    add(to_.titles, text(article, "headline"));
    add(to_.titles, text(article, "name"));
    take_dates(article);
    std::vector<std::string> authors;
    for (const std::string_view key : {"author", "creator"}) {
      if (!authors.empty()) break;
      each_name(article, key, [&](std::string_view own) {
        const bool address = own.find("://") != own.npos || own.starts_with('@');
        if (!address) add_once(authors, html_line(own));
      });
    }
    add(to_.authors, joined_names(authors));
    for (const std::string_view key : {"publisher", "sourceOrganization", "provider", "isPartOf"}) {
      each_name(article, key, [&](std::string_view own) { add(to_.sites, own); });
    }
    add(to_.languages, text(article, "inLanguage"));
    add(to_.urls, text(article, "url"));
    add_page(article);
    for (const std::string_view key : {"articleBody", "text"}) {
      if (to_.body.empty()) to_.body = text(article, key);
    }
  }

  HtmlMetadata& to_;
  std::vector<object> objects_;
  std::map<std::string_view, object> by_id_;
};

}  // namespace

void add_json_ld(const std::vector<std::string_view>& scripts, HtmlMetadata& to) {
  constexpr std::size_t kMostScripts = 50;
  for (std::size_t i = 0; i < std::min(scripts.size(), kMostScripts); ++i) {
    // A graph may be spread over several scripts, but names in one that refer to another are rare.
    JsonLd(to).read(scripts[i]);
  }
}

}  // namespace alatoo
