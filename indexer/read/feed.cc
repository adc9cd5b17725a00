// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/feed.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/text.h"
#include "indexer/read/feed_item.h"
#include "indexer/read/html.h"
#include "indexer/read/html_title.h"
#include "indexer/read/listed_names.h"
#include "indexer/read/metadata.h"
#include "indexer/read/text_builder.h"
#include "indexer/read/xml_story.h"
#include "indexer/read/xml_tree.h"

namespace alatoo {
namespace {

/// What a feed says of all its items.
struct Channel {
  std::string name;
  std::string language;
  std::string byline;
};

/// "Politics | The Example Courier": feeds are called after an outlet and one of its sections. The
/// part that only an outlet is called by, else all of it.
std::string outlet_of(const std::string& title) {
  static constexpr std::string_view kSigns[] = {" - ", " | ", " » ", " > ", " :: ", " – ",
                                                " — ", " / ", ": ",  " · ", " • "};
  std::size_t begin = 0;
  while (begin < title.size()) {
    std::size_t end = title.size(), next = title.size();
    for (const std::string_view sign : kSigns) {
      const std::size_t at = title.find(sign, begin);
      if (at < end) {
        end = at;
        next = at + sign.size();
      }
    }
    std::string part = title.substr(begin, end - begin);
    const bool divided = part.size() < title.size();
    if (divided && is_outlet_name(part)) return part;
    begin = next;
  }
  return title;
}

Channel read_channel(const XmlNode& node) {
  const FeedItem own(node);
  Channel channel;
  channel.name = outlet_of(own.title());
  channel.language = squeeze(node.child("language").text());
  if (channel.language.empty()) channel.language = node.attribute("lang");
  if (node.is("feed")) channel.byline = feed_authors(node);
  return channel;
}

/// An item with the channel it stands in.
struct Entry {
  XmlNode node;
  std::size_t channel;
};

/// Uris that several different items claim are nobody's: some feeds give every item one guid, or
/// link each to the front page.
class Uris {
 public:
  void claim(const FeedItem& item) {
    const std::string guid = item.guid(), link = item.link(), title = item.title();
    if (!guid.empty()) claim(guid, link + '\n' + title);
    if (!link.empty() && link != guid) claim(link, guid + '\n' + title);
  }
  std::string of(const FeedItem& item) const {
    for (const std::string& uri : {item.guid(), item.link()}) {
      const auto found = owners_.find(uri);
      if (found != owners_.end() && !found->second.several) return uri;
    }
    return "";
  }

 private:
  struct Owner {
    std::string other;  // what else tells the item from others
    bool several = false;
  };
  void claim(const std::string& uri, const std::string& other) {
    const auto [found, added] = owners_.emplace(uri, Owner{other, false});
    found->second.several |= !added && found->second.other != other;
  }
  std::map<std::string, Owner> owners_;
};

/// The line that publishing software puts below each item.
bool is_footer(std::string_view block) {
  const std::string line = lower(squeeze(block.substr(0, 600)));
  const bool posted = (line.rfind("the post ", 0) == 0 || line.rfind("the article ", 0) == 0) &&
                      line.find(" appeared first on ") != line.npos;
  const bool more = block.size() < 200 &&
                    (line.rfind("continue reading", 0) == 0 || line.rfind("read more", 0) == 0 ||
                     line.rfind("read the full ", 0) == 0);
  return posted || more;
}

/// Marks the footer among the last blocks of the text from `begin` on.
void mark_footer(Article& article, std::size_t begin) {
  std::size_t end = article.text.size();
  for (int blocks = 0; blocks < 3 && end > begin; ++blocks) {
    std::size_t start = article.text.rfind("\n\n", end - 1);
    start = start == std::string::npos || start < begin ? begin : start + 2;
    const Span span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    const bool free = std::none_of(
        article.zones.begin(), article.zones.end(),
        [&](const Zone& zone) { return zone.span.begin < span.end && zone.span.end > span.begin; });
    if (span.begin < span.end && free && is_footer(span.of(article.text))) {
      const auto behind =
          std::find_if(article.zones.begin(), article.zones.end(),
                       [&](const Zone& zone) { return zone.span.begin >= span.end; });
      article.zones.insert(behind, {ZoneKind::furniture, span});
    }
    end = start >= begin + 2 ? start - 2 : begin;
  }
}

void add_captions(const XmlNode& item, TextBuilder& to, const Article& article) {
  for (const XmlNode& description : item.descendants("description")) {
    if (description.prefix().empty() || description.prefix() == item.prefix()) continue;
    const std::string caption = feed_line(description);
    // Some repeat the title or the text.
    constexpr std::size_t kCompared = 60;
    if (caption.empty()) continue;
    if (article.text.find(caption.substr(0, kCompared)) != std::string::npos) continue;
    to.add(caption, ZoneKind::caption);
  }
}

Member read_item(const XmlNode& node, const Channel& channel, const Uris& uris) {
  const FeedItem item(node);
  Member member;
  Article& article = member.article;
  state_uri(article, uris.of(item));
  state_url(article, item.link());
  for (const std::string& date : item.dates()) state_date(article, date);
  state_byline(article, item.byline());
  if (channel.byline != channel.name) state_byline(article, channel.byline);
  const XmlNode source = item.own("source");
  const XmlNode source_title = source.child("title");
  state_source(article, outlet_of(feed_line(source_title ? source_title : source)));
  state_source(article, feed_line(node.child("publisher")));
  state_source(article, channel.name);
  state_language(article, item.own("content").attribute("lang"));
  state_language(article, node.attribute("lang"));
  state_language(article, squeeze(node.child("language").text()));
  state_language(article, channel.language);

  TextBuilder to(article);
  const std::string title = item.title();
  to.add_headline(without_source(title, article.source.value_or("")));
  const std::size_t begin = article.text.size();
  const FeedText content = item.content();
  if (content.html) {
    add_html(content.text, to);
  } else {
    to.add(content.text);
  }
  mark_footer(article, begin);
  if (article.text.empty()) {
    member.refusal = "no text: neither title nor content";
    return member;
  }
  add_captions(node, to, article);
  return member;
}

}  // namespace

Members read_feed(std::string_view xml) {
  const XmlTree tree(xml);
  std::vector<Channel> channels;
  std::vector<Entry> entries;
  const auto take = [&](const XmlNode& feed, const XmlNode& holder, std::string_view kind) {
    channels.push_back(read_channel(feed));
    for (const XmlNode& node : holder.children(kind)) {
      entries.push_back({node, channels.size() - 1});
    }
  };
  bool is_feed = false;
  for (const XmlNode& root : tree.roots()) {
    is_feed |= root.is("rss") || root.is("RDF") || root.is("feed") || root.is("channel");
    if (root.is("feed")) {
      take(root, root, "entry");
    } else if (root.is("channel")) {
      take(root, root, "item");
    } else if (root.is("entry")) {
      is_feed = true;
      channels.push_back(read_channel(root.child("source")));
      entries.push_back({root, channels.size() - 1});
    } else {
      for (const XmlNode& channel : root.children("channel")) take(channel, channel, "item");
      take(root.child("channel"), root, "item");
    }
  }
  Uris uris;
  for (const Entry& entry : entries) uris.claim(FeedItem(entry.node));
  Members members;
  for (const Entry& entry : entries) {
    members.push_back(read_item(entry.node, channels[entry.channel], uris));
  }
  if (members.empty()) {
    members.push_back({{}, is_feed ? "a feed without items" : "no feed: neither RSS nor Atom"});
  }
  note_mended(tree, members);
  return members;
}

}  // namespace alatoo
