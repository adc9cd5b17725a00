// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "common/text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/date_text.h"
#include "indexer/read/lines.h"
#include "indexer/read/listed_names.h"

namespace alatoo {
namespace {

/// An outlet by the authority's name for it, or as the page spells it.
struct Named {
  std::string name;
  bool known = false;
  bool agency = false;
};

Named look_up(std::string_view written, const Authority& authority) {
  std::string_view name = trim(written);
  while (!name.empty() && (name.back() == '.' || name.back() == '-'))
    name = trim(name.substr(0, name.size() - 1));
  // "THE COURIER (LONDON)" and "Courier staff" are tried as they stand, then without "The".
  if (const Outlet* outlet = authority.outlet(name)) return {outlet->name, true, outlet->agency};
  if (name.size() > 4 && lower(name.substr(0, 4)) == "the ") {
    if (const Outlet* outlet = authority.outlet(name.substr(4)))
      return {outlet->name, true, outlet->agency};
  }
  return {squeeze(name), false, false};
}

class Credits {
 public:
  Credits(Article& article, const Authority& authority)
      : article_(article), authority_(authority) {}

  void find() {
    if (article_.byline) read_supplied_byline();
    std::optional<Named> licence;  // who holds the rights, where another published
    for (std::size_t i = 0; i < article_.zones.size(); ++i) {
      Zone& zone = article_.zones[i];
      const std::string_view text = zone.span.of(article_.text);
      switch (zone.kind) {
        case ZoneKind::byline:
          read_byline(text);
          break;
        case ZoneKind::credit:
          read_credit(text, licence);
          break;
        case ZoneKind::section:
        case ZoneKind::furniture:
          read_masthead(text, i);
          break;
        case ZoneKind::subheading:
          claim_signature(zone, i);
          break;
        case ZoneKind::headline:
        case ZoneKind::dateline:
        case ZoneKind::body:
        case ZoneKind::caption:
          break;
      }
    }
    // The publisher's own signs are the strongest; a licence names the publisher where nothing else
    // does, and the writer where something does.
    if (licence && !article_.source) {
      set_source(*licence);
    } else if (licence && !article_.agency && article_.source != licence->name) {
      article_.agency = licence->name;
    }
    if (!article_.source && masthead_) set_source(*masthead_);
    read_reporters();
  }

 private:
  void contributor(std::string name) {
    auto& all = article_.contributors;
    if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(std::move(name));
  }

  void set_source(const Named& outlet) {
    if (!article_.source) article_.source = outlet.name;
    if (outlet.agency) set_agency(outlet);
  }
  void set_agency(const Named& outlet) {
    if (!article_.agency) article_.agency = outlet.name;
  }

  /// What the input states, or what the zones found: "By Ann Lee and Bo Ek", "Ann Lee, AFP".
  void read_supplied_byline() {
    const auto line = parse_byline(*article_.byline);
    for (const std::string& name : line ? line->people : person_names(*article_.byline)) {
      contributor(name);
    }
  }

  void read_byline(std::string_view text) {
    const auto line = parse_byline(text);
    if (!line) {
      // The line below a byline: "BBC News, Oslo".
      const Named outlet = look_up(text.substr(0, text.find(',')), authority_);
      if (!masthead_ && (outlet.known || is_outlet_name(outlet.name))) masthead_ = outlet;
      return;
    }
    for (const std::string& name : line->people) contributor(name);
    for (const std::string& name : line->outlets) {
      const Named outlet = look_up(name, authority_);
      if (outlet.agency || !outlet.known) {
        if (outlet.agency) set_agency(outlet);
      } else if (!article_.source) {
        article_.source = outlet.name;
      }
    }
  }

  void read_credit(std::string_view text, std::optional<Named>& licence) {
    if (auto line = parse_credit(text)) {
      for (const std::string& name : line->people) contributor(name);
      if (line->outlets.empty()) return;
      const Named outlet = look_up(line->outlets.front(), authority_);
      if (line->form == CreditLine::Form::copyright) {
        if (!licence) licence = outlet;
      } else {
        set_source(outlet);
      }
      return;
    }
    // A bare name: an outlet, unless a person signs.
    const auto line = parse_bare_name(text);
    if (!line) return;
    const Named outlet = look_up(line->outlets.front(), authority_);
    const std::vector<std::string> people = person_names(text);
    Shape given;
    std::size_t at = 0;
    next_shape(text, at, given);
    const bool person = !outlet.known && people.size() == 1 && !is_outlet_name(text) &&
                        authority_.is_given_name(given.text);
    if (person) {
      contributor(people.front());
    } else {
      set_source(outlet);
    }
  }

  /// A line at the page's head that is, or has between its signs, the name of a known outlet.
  void read_masthead(std::string_view text, std::size_t index) {
    if (masthead_ || index > 8 || text.size() > 120) return;
    const bool dated = text.find_first_of("0123456789") != text.npos;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end =
          std::min({text.find('|', begin), text.find(',', begin), text.find(" - ", begin),
                    text.find('\n', begin), text.size()});
      const std::string_view part = trim(text.substr(begin, end - begin));
      begin = end + 1;
      if (part.size() < 2 || part.find_first_of("0123456789") != part.npos) continue;
      if (month_of(part) || is_date_word(part)) continue;
      const Named outlet = look_up(part, authority_);
      // Beside a date, a name that outlets are called by is one, known or not.
      const bool shaped =
          dated && part.find(' ') != part.npos && is_outlet_name(part) && parse_bare_name(part);
      if (outlet.known || shaped) {
        masthead_ = outlet;
        return;
      }
    }
  }

  /// "Ann Lee in Oslo" or "Ann Lee" between headline and story is a byline without "By".
  void claim_signature(Zone& zone, std::size_t index) {
    const std::string_view text = zone.span.of(article_.text);
    if (index > 5 || text.size() > 60 || article_.byline) return;
    const auto name = parse_bare_name(text);
    const auto people = person_names(text);
    if (!name || people.size() != 1) return;
    Shape given;
    std::size_t at = 0;
    next_shape(text, at, given);
    if (!authority_.is_given_name(given.text)) return;
    // The name is all there is, but for a place.
    const std::string rest =
        squeeze(text).substr(std::min(people.front().size(), squeeze(text).size()));
    if (!rest.empty() && rest.compare(0, 4, " in ") != 0) return;
    for (std::size_t i = index; i < article_.zones.size(); ++i) {
      if (article_.zones[i].kind != ZoneKind::body) continue;
      zone.kind = ZoneKind::byline;
      article_.byline = people.front();
      contributor(people.front());
      return;
    }
  }

  /// "The Courier's Ann Lee, reporting from Oslo": a reporter of whoever publishes.
  void read_reporters() {
    static constexpr std::string_view kPhrase = "reporting from";
    const std::string_view text = article_.text;
    for (std::size_t at = 0; (at = text.find(kPhrase, at)) != text.npos; at += kPhrase.size()) {
      if (!in_story(at)) continue;
      // Back to the possessive that owns the name, within one short clause.
      const std::size_t from = at > 80 ? at - 80 : 0;
      std::string_view before = text.substr(from, at - from);
      while (!before.empty() && is_continuation(before.front())) before.remove_prefix(1);
      const std::size_t line = before.rfind('\n');
      if (line != before.npos) before.remove_prefix(line + 1);
      std::size_t owner = before.npos, skip = 0;
      for (const std::string_view possessive : {"'s ", "’s ", "s' ", "s’ "}) {
        const std::size_t found = before.rfind(possessive);
        if (found != before.npos && (owner == before.npos || found > owner)) {
          owner = found;
          skip = possessive.size();
        }
      }
      if (owner == before.npos || owner == 0) continue;
      std::string_view name = trim(before.substr(owner + skip));
      if (name.ends_with(',')) name = trim(name.substr(0, name.size() - 1));
      const auto people = person_names(name);
      if (people.size() == 1 && people.front() == squeeze(name)) contributor(people.front());
    }
  }

  bool in_story(std::size_t at) const {
    // The last zone that starts at or before it: zones are sorted.
    const auto next = std::upper_bound(
        article_.zones.begin(), article_.zones.end(), at,
        [](std::size_t place, const Zone& zone) { return place < zone.span.begin; });
    if (next == article_.zones.begin()) return false;
    const Zone& zone = *std::prev(next);
    return is_story(zone.kind) && at < zone.span.end;
  }

  Article& article_;
  const Authority& authority_;
  std::optional<Named> masthead_;
};

}  // namespace

void find_credits(Article& article, const Authority& authority) {
  Credits(article, authority).find();
}

}  // namespace alatoo
