// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/newsml.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/text.h"
#include "indexer/read/inline_text.h"
#include "indexer/read/metadata.h"
#include "indexer/read/newsml1.h"
#include "indexer/read/text_builder.h"
#include "indexer/read/xml_story.h"
#include "indexer/read/xml_tree.h"

namespace alatoo {
namespace {

/// "person" of "cpnat:person".
std::string code_of(std::string_view qcode) {
  return lower(trim(qcode.substr(qcode.rfind(':') + 1)));  // npos + 1 is 0
}

/// The name of a party or concept: the `name` in the item's language, else the first, else the
/// literal.
std::string name_of(const XmlNode& concept_, std::string_view language) {
  std::string found;
  for (const XmlNode& name : concept_.children("name")) {
    std::string own = xml_line(name);
    if (own.empty()) continue;
    const bool same = !language.empty() && name.attribute("lang") == language;
    if (same) return own;
    if (found.empty()) found = own;
  }
  return found.empty() ? squeeze(concept_.attribute("literal")) : found;
}

class ItemReader {
 public:
  ItemReader(const XmlNode& item, Member& member)
      : item_(item),
        item_meta_(item.child("itemMeta")),
        content_meta_(item.child("contentMeta")),
        member_(member),
        article_(member.article) {
    language_ = content_meta_.child("language").attribute("tag");
    if (language_.empty()) language_ = item.attribute("lang");
    for (const XmlNode& assertion : item.children("assert")) {
      for (const char* key : {"qcode", "uri", "literal"}) {
        const std::string id = assertion.attribute(key);
        if (!id.empty()) assertions_.emplace(id, assertion);
      }
    }
  }

  void read() {
    const std::string status = code_of(item_meta_.child("pubStatus").attribute("qcode"));
    if (status == "canceled" || status == "cancelled" || status == "withheld") {
      member_.refusal = "the item is " + status;
      return;
    }
    read_metadata();
    read_subjects();
    read_text();
  }

 private:
  XmlNode assertion_of(const XmlNode& concept_) const {
    for (const char* key : {"qcode", "uri", "literal"}) {
      const auto found = assertions_.find(concept_.attribute(key));
      if (found != assertions_.end()) return found->second;
    }
    return {};
  }

  std::string name_of_any(const XmlNode& concept_) const {
    std::string name = name_of(concept_, language_);
    if (name.empty() || name == concept_.attribute("literal")) {
      std::string asserted = name_of(assertion_of(concept_), language_);
      if (!asserted.empty()) name = std::move(asserted);
    }
    return name;
  }

  std::string type_of(const XmlNode& concept_) const {
    std::string type = concept_.attribute("type");
    if (type.empty()) type = concept_.child("type").attribute("qcode");
    if (type.empty()) type = assertion_of(concept_).child("type").attribute("qcode");
    if (type.empty()) type = assertion_of(concept_).attribute("type");
    return code_of(type);
  }

  void read_metadata() {
    state_uri(article_, item_.attribute("guid"));
    state_language(article_, language_);
    for (const XmlNode& date :
         {item_meta_.child("firstCreated"), content_meta_.child("contentCreated"),
          item_meta_.child("versionCreated"), content_meta_.child("contentModified")}) {
      state_date(article_, xml_line(date));
    }
    read_parties();
    const XmlNode located = content_meta_.child("located");
    state_located(article_, dateline_place(name_of_any(located)));
    state_located(article_, dateline_place(xml_line(content_meta_.child("dateline"))));
  }

  void read_parties() {
    const XmlNode provider = item_meta_.child("provider");
    std::string publisher = name_of_any(provider);
    if (publisher.empty()) publisher = xml_line(provider);
    const std::string qcode = provider.attribute("qcode");
    if (publisher.empty()) publisher = qcode.substr(qcode.rfind(':') + 1);
    state_source(article_, publisher);
    for (const XmlNode& source : content_meta_.children("infoSource")) {
      const std::string name = name_of_any(source);
      if (name != publisher) state_agency(article_, name);
    }
    const std::string credit = xml_line(content_meta_.child("creditline"));
    if (credit != publisher) state_agency(article_, credit);

    std::string people = xml_line(content_meta_.child("by"));
    if (people.empty()) {
      for (const XmlNode& creator : content_meta_.children("creator")) {
        if (type_of(creator) != "person") continue;
        people += (people.empty() ? "" : ", ") + name_of_any(creator);
      }
    }
    state_byline(article_, people);
  }

  void read_subjects() {
    for (const XmlNode& subject : content_meta_.children("subject")) {
      const std::string type = type_of(subject);
      const std::string name = type.empty() ? "" : name_of_any(subject);
      if (type == "person") {
        supply(article_.supplied_people, name);
      } else if (type == "organisation" || type == "organization") {
        supply(article_.supplied_organisations, name);
      } else if (type == "geoarea") {
        supply(article_.supplied_places, name);
      } else if (type == "poi" || type == "city" || type == "country") {
        supply(article_.supplied_places, name, type);
      }
    }
  }

  /// The main headline and those below it. `role`: "hrol:main", "hld:subHeadline".
  std::string headline(std::vector<std::string>& lower_ones) const {
    std::string best;
    int best_rank = -1;
    for (const XmlNode& node : content_meta_.children("headline")) {
      std::string line = xml_line(node);
      if (line.empty()) continue;
      const std::string role = code_of(node.attribute("role"));
      if (role.find("sub") != role.npos || role.find("deck") != role.npos) {
        lower_ones.push_back(std::move(line));
        continue;
      }
      const std::string own_language = node.attribute("lang");
      const bool foreign = !own_language.empty() && !language_.empty() && own_language != language_;
      const int role_rank = role.find("main") != role.npos ? 2 : role.empty() ? 1 : 0;
      const int rank = role_rank + (foreign ? 0 : 3);
      if (rank <= best_rank) continue;
      best = std::move(line);
      best_rank = rank;
    }
    return best;
  }

  void read_text() {
    // The parts of a content set are renditions of one content.
    std::vector<XmlNode> renditions;
    for (const XmlNode& set : item_.children("contentSet")) {
      for (const XmlNode& node : set.children()) {
        if (node.is("inlineXML") || node.is("inlineData")) renditions.push_back(node);
      }
    }
    std::vector<std::string> lower_ones;
    InlineText text;
    text.headline = headline(lower_ones);
    text.lower_headlines = std::move(lower_ones);
    text.dateline = xml_line(content_meta_.child("dateline"));
    for (const char* kind : {"inlineXML", "inlineData"}) {
      for (const XmlNode& node : renditions) {
        if (!node.is(kind)) continue;
        text.content = node;
        text.content_type = node.attribute("contenttype");
        if (text.content_type.empty()) text.content_type = node.attribute("type");
        if (node.attribute("encoding").find("base64") != std::string::npos) continue;
        if (add_inline_text(text, article_)) return name_by_slug();
      }
    }
    if (renditions.empty() || text.headline.empty()) {
      member_.refusal = "no inline text";
      return;
    }
    // A flash: its headline is all there is.
    TextBuilder(article_).add_headline(text.headline);
  }

  /// What the item is filed under heads it where nothing else does; it is no part of the text.
  void name_by_slug() {
    for (const XmlNode& name : {item_meta_.child("title"), content_meta_.child("slugline")}) {
      std::string line = xml_line(name);
      if (!article_.headline && !line.empty()) article_.headline = std::move(line);
    }
  }

  const XmlNode item_, item_meta_, content_meta_;
  Member& member_;
  Article& article_;
  std::string language_;
  std::map<std::string, XmlNode> assertions_;
};

/// What a document without any news item is.
std::string refusal_of(const XmlTree& tree) {
  for (const char* name :
       {"packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"}) {
    if (!tree.all(name).empty()) return "no news item: a " + std::string(name) + " holds no text";
  }
  return "no NewsML: there is no news item";
}

}  // namespace

Members read_newsml(std::string_view xml) {
  const XmlTree tree(xml);
  Members members;
  for (const XmlNode& item : tree.all("newsItem")) {
    ItemReader(item, members.emplace_back()).read();
  }
  if (members.empty()) members = read_newsml1(tree);
  if (members.empty()) members.push_back({{}, refusal_of(tree)});
  note_mended(tree, members);
  return members;
}

}  // namespace alatoo
