// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/nitf.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/text.h"
#include "indexer/read/listed_names.h"
#include "indexer/read/metadata.h"
#include "indexer/read/text_builder.h"
#include "indexer/read/xml_story.h"

namespace alatoo {
namespace {

/// "DOE, JANE (DR)", as indexes list people: "Jane Doe".
std::string plain_name(std::string name) {
  name = squeeze(name.substr(0, name.find('(')));
  const std::size_t comma = name.find(", ");
  if (comma != name.npos && name.find(',', comma + 1) == name.npos) {
    name = name.substr(comma + 2) + " " + name.substr(0, comma);
  }
  return title_case(name);
}

class NitfReader {
 public:
  NitfReader(const XmlNode& nitf, std::string_view headline, Article& article)
      : nitf_(nitf),
        head_(nitf.child("head")),
        docdata_(head_.child("docdata")),
        body_(nitf.child("body")),
        body_head_(body_.child("body.head")),
        content_(body_.child("body.content")),
        headline_(headline),
        article_(article),
        to_(article) {}

  void read() {
    read_metadata();
    read_names();
    add_headlines();
    add_bylines();
    add_dateline(xml_line(body_head_.child("dateline")), content_, to_);
    for (const XmlNode& note : body_head_.children("note")) {
      to_.add(xml_line(note), ZoneKind::furniture);
    }
    add_xml_story(content_ ? content_ : bare_body(), to_);
    for (const XmlNode& line : body_.child("body.end").children()) {
      to_.add(xml_line(line), line.is("tagline") ? ZoneKind::credit : ZoneKind::furniture);
    }
  }

 private:
  /// Some write paragraphs into `body` itself.
  XmlNode bare_body() const { return body_head_ || body_.child("body.end") ? XmlNode() : body_; }

  void read_metadata() {
    const XmlNode pubdata = head_.child("pubdata");
    const XmlNode dateline = body_head_.child("dateline");
    state_uri(article_, docdata_.child("doc-id").attribute("id-string"));
    state_url(article_, pubdata.attribute("ex-ref"));
    for (const std::string& date :
         {pubdata.attribute("date.publication"), docdata_.child("date.issue").attribute("norm"),
          docdata_.child("date.release").attribute("norm"),
          dateline.child("story.date").attribute("norm")}) {
      state_date(article_, date);
    }
    state_source(article_, pubdata.attribute("name"));
    state_source(article_, docdata_.child("doc.copyright").attribute("holder"));
    state_agency(article_, xml_line(body_head_.child("distributor")));
    for (const XmlNode& node : {nitf_, body_, content_}) {
      state_language(article_, node.attribute("lang"));
    }
    const XmlNode location = dateline.child("location");
    const XmlNode city = location.child("city");
    const std::string place = xml_line(city ? city : location ? location : dateline);
    state_located(article_, dateline_place(place));
  }

  void read_names() {
    for (const XmlNode& list : nitf_.descendants("identified-content")) {
      for (const XmlNode& node : list.children()) {
        const std::string name = node.words();
        if (node.is("person")) supply(article_.supplied_people, plain_name(name));
        if (node.is("org")) supply(article_.supplied_organisations, name);
        if (node.is("location")) read_place(node);
      }
    }
  }

  void read_place(const XmlNode& location) {
    bool parts = false;
    for (const char* part : {"city", "country"}) {
      for (const XmlNode& node : location.children(part)) {
        parts = true;
        supply(article_.supplied_places, title_case(node.words()), part);
      }
    }
    // A region, or a suburb, is neither.
    if (parts || !location.children().empty()) return;
    supply(article_.supplied_places, title_case(location.words()));
  }

  void add_headlines() {
    std::vector<std::string> lines;
    for (const XmlNode& hedline : body_head_.children("hedline")) {
      for (const XmlNode& line : hedline.children()) {
        if (line.is("hl1")) lines.push_back(xml_line(line));
      }
    }
    lines.erase(std::remove(lines.begin(), lines.end(), ""), lines.end());
    if (lines.empty()) lines.emplace_back(headline_);
    if (lines[0].empty()) lines[0] = xml_line(head_.child("title"));
    for (const XmlNode& hedline : body_head_.children("hedline")) {
      for (const XmlNode& line : hedline.children("hl2")) lines.push_back(xml_line(line));
    }
    const std::string abstract = xml_line(body_head_.child("abstract"));
    if (!abstract.empty() && !in_story(abstract)) lines.push_back(abstract);

    to_.add_headline(lines[0]);
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
      if (std::find(lines.begin(), line, *line) == line) to_.add(*line, ZoneKind::subheading);
    }
  }

  /// An abstract that is the lead once more adds nothing.
  bool in_story(std::string_view abstract) const {
    constexpr std::size_t kCompared = 60;
    const std::string story = squeeze(content_.text());
    return story.find(abstract.substr(0, kCompared)) != story.npos;
  }

  /// "By Ann Lee", the title or outlet behind a comma.
  void add_bylines() {
    std::set<std::string> known;
    for (const XmlNode& byline : body_head_.children("byline")) {
      std::string people, line, title;
      for (XmlNode part = byline.first(); part; part = part.next()) {
        if (part.is("byttl")) {
          title = xml_line(part);
          continue;
        }
        line += part.is("person") ? " " + part.words() : part.text();
        if (part.is("person")) people += (people.empty() ? "" : ", ") + part.words();
      }
      line = squeeze(line);
      // A byline may be given once more in the form that an index wants: "Lee, Ann".
      std::vector<std::string> words;
      for (const Token& token : tokenize(line)) words.push_back(token.word);
      if (std::all_of(words.begin(), words.end(),
                      [&](const std::string& word) { return known.count(word) > 0; })) {
        line.clear();
      }
      known.insert(words.begin(), words.end());
      if (!line.empty()) state_byline(article_, people.empty() ? line : people);
      if (!title.empty()) line += (line.empty() || line.ends_with(',') ? "" : ",") + (" " + title);
      to_.add(line, ZoneKind::byline);
    }
  }

  const XmlNode nitf_, head_, docdata_, body_, body_head_, content_;
  const std::string_view headline_;
  Article& article_;
  TextBuilder to_;
};

}  // namespace

void read_nitf_element(const XmlNode& nitf, std::string_view headline, Article& article) {
  NitfReader(nitf, headline, article).read();
}

Members read_nitf(std::string_view xml) {
  const XmlTree tree(xml);
  Members members;
  for (const XmlNode& nitf : tree.all("nitf")) {
    Member member;
    const std::string status = nitf.child("head").child("docdata").attribute("management-status");
    if (status == "canceled" || status == "cancelled") {
      member.refusal = "the story is canceled";
    } else {
      read_nitf_element(nitf, "", member.article);
      if (member.article.text.empty()) member.refusal = "no text: neither headline nor body";
    }
    members.push_back(std::move(member));
  }
  if (members.empty()) members.push_back({{}, "no NITF: there is no nitf element"});
  note_mended(tree, members);
  return members;
}

}  // namespace alatoo
