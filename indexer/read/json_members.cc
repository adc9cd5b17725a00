// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/json_members.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace alatoo {
namespace {

struct Name {
  JsonField field;
  std::string_view name;
};

/// The whole knowledge of dialects. Of one field, what stands first is believed first.
constexpr Name kNames[] = {
    {JsonField::headline, "headlines"},
    {JsonField::headline, "headline"},
    {JsonField::headline, "title"},
    {JsonField::headline, "webtitle"},
    {JsonField::headline, "alternativeheadline"},
    {JsonField::headline, "posttitle"},
    {JsonField::headline, "name"},

    {JsonField::body, "bodies"},
    {JsonField::body, "bodytext"},
    {JsonField::body, "bodyxhtml"},
    {JsonField::body, "bodyhtml"},
    {JsonField::body, "body"},
    {JsonField::body, "articlebody"},
    {JsonField::body, "maintext"},
    {JsonField::body, "contenttext"},
    {JsonField::body, "contenthtml"},
    {JsonField::body, "text"},
    {JsonField::body, "fulltext"},
    {JsonField::body, "articletext"},
    {JsonField::body, "rawtext"},
    {JsonField::body, "content"},
    {JsonField::body, "postcontent"},
    {JsonField::body, "paragraphs"},
    {JsonField::body, "article"},
    {JsonField::body, "story"},

    {JsonField::lead, "description"},
    {JsonField::lead, "summary"},
    {JsonField::lead, "excerpt"},
    {JsonField::lead, "abstract"},

    {JsonField::byline, "by"},
    {JsonField::byline, "byline"},
    {JsonField::byline, "author"},
    {JsonField::byline, "authors"},
    {JsonField::byline, "creator"},

    {JsonField::date, "published"},
    {JsonField::date, "date"},
    {JsonField::date, "datepublished"},
    {JsonField::date, "datepublish"},
    {JsonField::date, "publishdate"},
    {JsonField::date, "publisheddate"},
    {JsonField::date, "publicationdate"},
    {JsonField::date, "pubdate"},
    {JsonField::date, "publishedat"},
    {JsonField::date, "webpublicationdate"},
    {JsonField::date, "postdate"},
    {JsonField::date, "firstcreated"},
    {JsonField::date, "contentcreated"},
    {JsonField::date, "datecreated"},
    {JsonField::date, "versioncreated"},
    {JsonField::date, "createdat"},
    {JsonField::date, "timestamp"},
    {JsonField::date, "datemodified"},
    {JsonField::date, "datemodify"},

    {JsonField::source, "infosources"},
    {JsonField::source, "infosource"},
    {JsonField::source, "publisher"},
    {JsonField::source, "sitename"},
    {JsonField::source, "sourcehostname"},
    {JsonField::source, "sourcename"},
    {JsonField::source, "publication"},
    {JsonField::source, "newspaper"},
    {JsonField::source, "outlet"},
    {JsonField::source, "source"},
    {JsonField::source, "provider"},
    {JsonField::source, "site"},
    {JsonField::source, "hostname"},
    {JsonField::source, "sourcedomain"},
    {JsonField::source, "domain"},

    {JsonField::agency, "agency"},
    {JsonField::agency, "newsagency"},

    {JsonField::language, "language"},
    {JsonField::language, "inlanguage"},
    {JsonField::language, "lang"},

    {JsonField::url, "url"},
    {JsonField::url, "mainentityofpage"},
    {JsonField::url, "link"},
    {JsonField::url, "canonicalurl"},
    {JsonField::url, "canonical"},
    {JsonField::url, "permalink"},
    {JsonField::url, "weburl"},
    {JsonField::url, "source"},

    {JsonField::uri, "uri"},

    {JsonField::located, "located"},
    {JsonField::located, "dateline"},
    {JsonField::located, "locationcreated"},

    {JsonField::people, "people"},
    {JsonField::people, "person"},
    {JsonField::people, "persons"},
    {JsonField::places, "places"},
    {JsonField::places, "place"},
    {JsonField::places, "contentlocation"},
    {JsonField::organisations, "organisations"},
    {JsonField::organisations, "organisation"},
    {JsonField::organisations, "organizations"},
    {JsonField::organisations, "organization"},
    {JsonField::topics, "about"},
    {JsonField::topics, "mentions"},

    {JsonField::articles, "@graph"},
    {JsonField::articles, "articles"},
    {JsonField::articles, "items"},
    {JsonField::articles, "hits"},
    {JsonField::articles, "results"},
    {JsonField::articles, "docs"},
    {JsonField::articles, "documents"},
    {JsonField::articles, "response"},
    {JsonField::articles, "data"},
};

constexpr std::size_t kLongest = 24;

/// `name` in lower case without separators, in `room`; absent for what is longer than any we know.
std::optional<std::string_view> plain(std::string_view name, std::array<char, kLongest>& room) {
  std::size_t size = 0;
  for (const char c : name) {
    if (c == '_' || c == '-' || c == ' ') continue;
    if (size == room.size()) return std::nullopt;
    room[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return std::string_view(room.data(), size);
}

}  // namespace

std::vector<JsonMember> json_members(const simdjson::dom::object& object) {
  static const auto ranks = [] {
    std::unordered_multimap<std::string_view, std::uint16_t> all;
    for (std::size_t i = 0; i < std::size(kNames); ++i) {
      all.emplace(kNames[i].name, static_cast<std::uint16_t>(i));
    }
    return all;
  }();
  std::vector<JsonMember> members;
  members.reserve(16);
  std::array<char, kLongest> room{};
  for (const auto& [name, value] : object) {
    const auto known = plain(name, room);
    if (!known) continue;
    const auto [first, last] = ranks.equal_range(*known);
    for (auto entry = first; entry != last; ++entry) {
      const auto rank = entry->second;
      const bool repeated = std::any_of(members.begin(), members.end(),
                                        [&](const JsonMember& one) { return one.rank == rank; });
      if (!repeated) members.push_back({kNames[rank].field, rank, kNames[rank].name, value});
    }
  }
  std::sort(members.begin(), members.end(),
            [](const JsonMember& a, const JsonMember& b) { return a.rank < b.rank; });
  return members;
}

}  // namespace alatoo
