// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "common/text.h"
#include "indexer/enrich/enricher.h"
#include "indexer/enrich/outlet_name.h"
#include "indexer/read/author_line.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/date_text.h"
#include "indexer/read/lines.h"
#include "indexer/read/listed_names.h"

namespace alatoo {
namespace {

/// Zones behind that one are no stamp above the story.
constexpr std::size_t kLastStamp = 1;

/// "The Lake Courier | 7 June 2010": the parts of a line of the page's head.
std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  while (!line.empty()) {
    const std::size_t end =
        std::min({line.find('|'), line.find(','), line.find(" - "), line.find('\n'), line.size()});
    parts.push_back(trim(line.substr(0, end)));
    line.remove_prefix(std::min(line.size(), end + 1));
  }
  return parts;
}

/// The host of an address, without what an archive of pages puts in front of it.
std::string_view host_of(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t scheme = url.rfind("://");
  return scheme == url.npos ? std::string_view()
                            : url.substr(scheme + 3, url.find('/', scheme + 3) - scheme - 3);
}

class Credits {
 public:
  Credits(Article& article, const Authority& authority)
      : article_(article), authority_(authority) {}

  void find() {
    normalise(article_.source);
    normalise(article_.agency);
    if (article_.byline) read_supplied_byline();
    for (std::size_t i = 0; i < article_.zones.size(); ++i) {
      Zone& zone = article_.zones[i];
      const std::string_view text = zone.span.of(article_.text);
      if (i <= kLastStamp && is_story(zone.kind)) read_stamp(text);
      switch (zone.kind) {
        case ZoneKind::byline:
          read_byline(text);
          break;
        case ZoneKind::credit:
          read_credit(text);
          break;
        case ZoneKind::section:
        case ZoneKind::furniture:
          if (!claim_signature(zone, i)) read_page_line(text, i);
          break;
        case ZoneKind::subheading:
          claim_signature(zone, i);
          break;
        case ZoneKind::body:
          if (i + 1 == article_.zones.size()) claim_closing_byline(zone);
          break;
        case ZoneKind::headline:
        case ZoneKind::dateline:
          break;
        case ZoneKind::caption:
          read_caption(text);
          break;
      }
    }
    settle();
    read_reporters();
  }

 private:
  OutletName outlet(std::string_view written) const { return outlet_name(written, authority_); }

  void normalise(std::optional<std::string>& stated) const {
    if (stated) stated = outlet(*stated).name;
  }

  /// A name that lists give may be a town's ("Ann Lee, New Delhi") or an outlet's.
  bool is_person(std::string_view name) const {
    if (authority_.outlet(name)) return false;
    if (name.ends_with(" Images") || name.ends_with(" Pictures")) return false;
    return authority_.places(name).empty() || given_first(name);
  }

  bool given_first(std::string_view name) const {
    Shape word;
    std::size_t at = 0;
    return next_shape(name, at, word) && authority_.is_given_name(word.text);
  }

  void contributor(std::string_view name) {
    if (is_person(name)) add_once(article_.contributors, std::string(name));
  }
  void contributors(const std::vector<std::string>& names) {
    for (const std::string& name : names) contributor(name);
  }

  void set_source(const OutletName& outlet) {
    if (!article_.source) article_.source = outlet.name;
    if (outlet.agency()) set_agency(outlet);
  }
  void set_agency(const OutletName& outlet) {
    if (!article_.agency) article_.agency = outlet.name;
  }

  /// The publisher's own signs are the strongest; a licence names the publisher where nothing else
  /// does, and the writer where something does.
  void settle() {
    if (!article_.source && article_.url) {
      if (const OutletName host = outlet(host_of(*article_.url)); host.known) set_source(host);
    }
    // A name that nobody knows yields to what the masthead or notice says.
    if (!article_.source && named_) {
      const bool masthead = masthead_ && masthead_->known, notice = notice_ && notice_->known;
      set_source(masthead ? *masthead_ : notice ? *notice_ : *named_);
    }
    if (licence_ && !licence_->known && !article_.source && title_) set_source(*title_);
    if (licence_ && !article_.source) {
      set_source(*licence_);
    } else if (licence_ && !article_.agency && article_.source != licence_->name) {
      article_.agency = licence_->name;
    }
    if (!article_.source && masthead_) set_source(*masthead_);
    if (contributing_) set_agency(*contributing_);
    if (!article_.source && title_) set_source(*title_);
    if (!article_.source && notice_) set_source(*notice_);
    if (!article_.source && signature_) set_source(*signature_);
  }

  /// What the input states, or what the zones found: "By Ann Lee and Bo Ek", "Ann Lee, AFP", "Lee,
  /// Ann", "ann lee", "BBC News", "Admin".
  void read_supplied_byline() {
    const std::string stated = *article_.byline;
    if (const OutletName whole = outlet(stated); whole.known) {
      read_outlets_of_byline({whole.name});
      return;
    }
    CreditLine line{CreditLine::Form::byline, {}, {}};
    if (auto parsed = parse_byline(stated)) {
      line = std::move(*parsed);
    } else {
      listed_names(in_mixed_case(stated), false, line.people, &line.outlets);
    }
    if (line.people.empty()) {
      const std::size_t comma = stated.find(',');
      const std::string turned =
          comma == std::string::npos
              ? ""
              : squeeze(stated.substr(comma + 1) + " " + stated.substr(0, comma));
      if (given_first(turned)) line.people = person_names(turned);
    }
    contributors(line.people);
    read_outlets_of_byline(line.outlets);
  }

  /// "ann lee" as "Ann Lee" where the first word is a given name.
  std::string in_mixed_case(const std::string& name) const {
    if (!given_first(name) || lower(name) != name) return name;
    std::string out;
    std::size_t copied = 0;
    Shape word;
    for (std::size_t at = 0; next_shape(name, at, word);) {
      const auto begin = static_cast<std::size_t>(word.text.data() - name.data());
      out += name.substr(copied, begin - copied);
      out += goes_with_names(word.text) ? std::string(word.text) : capitalised(word.text);
      copied = at;
    }
    return out + name.substr(copied);
  }

  void read_outlets_of_byline(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      const OutletName named = outlet(name);
      if (named.agency()) {
        set_agency(named);
      } else if (named.known && !article_.source) {
        article_.source = named.name;
      } else if (!masthead_ && is_outlet_name(named.name)) {
        masthead_ = named;  // "Special to The Daily Planet"
      }
    }
  }

  void read_byline(std::string_view text) {
    const auto line = parse_byline(text);
    if (!line && is_person_line(text) && given_first(text) && is_person(squeeze(text))) {
      // "Ann Lee" without "By", which the zones told by what stands beside it.
      contributor(title_case(squeeze(text)));
      if (!article_.byline) article_.byline = title_case(squeeze(text));
      return;
    }
    if (!line) {
      // The line below a byline: "BBC News, Oslo".
      const OutletName named = outlet(text.substr(0, text.find(',')));
      if (!masthead_ && (named.known || is_outlet_name(named.name))) masthead_ = named;
      return;
    }
    contributors(line->people);
    read_outlets_of_byline(line->outlets);
    // The zones took it over as they found it, towns included.
    if (article_.byline == joined_names(line->people)) {
      std::vector<std::string> people = line->people;
      people.erase(std::remove_if(people.begin(), people.end(),
                                  [&](const std::string& name) { return !is_person(name); }),
                   people.end());
      article_.byline = people.empty() ? std::nullopt : std::optional(joined_names(people));
    }
  }

  void read_credit(std::string_view text) {
    if (const auto line = parse_credit(text)) {
      read_credit_line(*line);
      return;
    }
    // A bare name: an outlet, unless a person signs.
    const auto line = parse_bare_name(text);
    if (!line) return;
    const OutletName named = outlet(line->outlets.front());
    if (!named.known && !is_outlet_name(text) && !authority_.places(text).empty()) return;
    const std::vector<std::string> people = person_names(text);
    if (!named.known && people.size() == 1 && !is_outlet_name(text) && given_first(text)) {
      contributor(people.front());
    } else if (named.agency()) {
      set_agency(named);
      if (!signature_) signature_ = named;
    } else if (named.known) {
      set_source(named);
    } else if (!named_) {
      named_ = named;
    }
  }

  void read_credit_line(const CreditLine& line) {
    contributors(line.people);
    if (line.form == CreditLine::Form::roles) {
      // Of those that a report draws on, the first that is known wrote it.
      for (const std::string& name : line.outlets) {
        if (const OutletName named = outlet(name); named.known && !contributing_) {
          contributing_ = named;
        }
      }
      return;
    }
    if (line.outlets.empty()) return;
    const OutletName named = outlet(line.outlets.front());
    if (line.form == CreditLine::Form::copyright) {
      if (!licence_) licence_ = named;
    } else if (line.form == CreditLine::Form::agencies && !named.known && given_first(named.name) &&
               !is_outlet_name(named.name)) {
      contributor(named.name);  // "Ann Lee and agencies"
    } else {
      set_source(named);
    }
  }

  /// "A street in Osh. (Photo by Ann Lee/Lake Images)": who took the picture.
  void read_caption(std::string_view text) {
    const std::size_t open = text.rfind('(');
    if (open == text.npos || !is_picture_credit(text.substr(open))) return;
    if (const auto line = parse_credit(text.substr(open))) contributors(line->people);
  }

  /// "12 May 2010, Osh - 24.kg news agency, Ann LEE" above the story: who wrote it stands last.
  void read_stamp(std::string_view text) {
    constexpr std::size_t kLongest = 120;
    if (text.size() > kLongest || text.find_first_of("0123456789") == text.npos) return;
    const std::vector<std::string_view> parts = parts_of(text);
    if (parts.size() < 3 || !outlet(parts[parts.size() - 2]).known) return;
    if (!is_person_line(parts.back()) || !is_person(squeeze(parts.back()))) return;
    const bool dated = std::any_of(parts.begin(), parts.end(),
                                   [](std::string_view part) { return is_date_line(part); });
    if (dated) contributor(title_case(squeeze(parts.back())));
  }

  /// A line of the page: its masthead, or its notice at the foot.
  void read_page_line(std::string_view text, std::size_t index) {
    read_masthead(text, index);
    // "The Lake Courier" alone at the head of the page, known or not.
    if (!title_ && index <= 2 && text.starts_with("The ") && is_outlet_name(text) &&
        parse_bare_name(text)) {
      title_ = outlet(text);
    }
    if (notice_ || text.size() > 200) return;
    const auto line = parse_credit(text);
    if (!line || line->form != CreditLine::Form::copyright || line->outlets.empty()) return;
    const OutletName named = outlet(line->outlets.front());
    if (named.known || is_outlet_name(named.name)) notice_ = named;
  }

  /// A line at the page's head that is, or has between its signs, the name of a known outlet.
  void read_masthead(std::string_view text, std::size_t index) {
    if (masthead_ || index > 8 || text.size() > 120) return;
    const bool dated = text.find_first_of("0123456789") != text.npos;
    for (const std::string_view part : parts_of(text)) {
      if (part.size() < 2) continue;
      const OutletName named = outlet(part);
      if (!named.known &&
          (part.find_first_of("0123456789") != part.npos || month_of(part) || is_date_word(part))) {
        continue;
      }
      // Beside a date, a name that outlets are called by is one, known or not.
      const bool shaped =
          dated && part.find(' ') != part.npos && is_outlet_name(part) && parse_bare_name(part);
      if (named.known || shaped) {
        masthead_ = named;
        return;
      }
    }
  }

  /// "Ann Lee in Oslo", "Анна Ли, корреспондент" or "Ann Lee | 7 June 2010" between headline and
  /// story is a byline without "By".
  bool claim_signature(Zone& zone, std::size_t index) {
    const std::string_view text = zone.span.of(article_.text);
    const bool above =
        std::any_of(article_.zones.begin() + static_cast<std::ptrdiff_t>(index),
                    article_.zones.end(), [](const Zone& next) {
                      return next.kind == ZoneKind::body || next.kind == ZoneKind::dateline;
                    });
    if (index > 5 || !above || text.size() > 120 || article_.byline) return false;
    // "By Ann Lee (ann@example.org)" has the look of the page's own lines.
    if (const auto line = parse_byline(text); line && !line->people.empty()) {
      zone.kind = ZoneKind::byline;
      article_.byline = joined_names(line->people);
      read_byline(text);
      return true;
    }
    // "7 June 2010 - 11:06am, by Ann Lee"
    const std::size_t by = std::min(text.find(", by "), text.find(" | by "));
    if (by != text.npos && is_date_line(text.substr(0, by))) {
      const std::string_view rest = text.substr(text.find("by ", by));
      if (const auto line = parse_byline(rest); line && !line->people.empty()) {
        zone.kind = ZoneKind::byline;
        article_.byline = joined_names(line->people);
        read_byline(rest);
        return true;
      }
    }
    if (!given_first(text)) return false;
    std::vector<std::string> people, outlets;
    listed_names(text, false, people, &outlets);
    people.erase(std::remove_if(people.begin(), people.end(),
                                [&](const std::string& name) { return !is_person(name); }),
                 people.end());
    if (people.empty() || !signs(text, people)) return false;
    zone.kind = ZoneKind::byline;
    article_.byline = joined_names(people);
    contributors(people);
    read_outlets_of_byline(outlets);
    return true;
  }

  /// True if the line is nothing but the names, set off from what goes with them: places, roles,
  /// outlets, a date.
  bool signs(std::string_view text, const std::vector<std::string>& people) const {
    const std::string rest = without_addresses(text);
    std::size_t behind = 0;  // of the first name
    Shape word;
    const std::size_t words =
        1 + static_cast<std::size_t>(std::count(people.front().begin(), people.front().end(), ' '));
    for (std::size_t n = 0; n < words && next_shape(rest, behind, word); ++n) {
    }
    const std::string_view tail = trim(std::string_view(rest).substr(behind));
    std::size_t first_word = 0;
    if (!next_shape(tail, first_word, word)) return true;
    if (rest.find_first_of("?!:\"") != std::string::npos && !is_date_line(tail)) return false;
    for (std::size_t at = 0; next_shape(tail, at, word);) {
      const std::string low = lower(word.text);
      if (!word.capital && !word.number && !goes_with_names(low) && !is_date_word(low))
        return false;
    }
    std::size_t at = 0;
    next_shape(tail, at, word);
    const std::string first = lower(word.text);
    const bool set_off = tail.find_first_of(",|/") == 0 || tail.starts_with("—") ||
                         tail.starts_with("–") || tail.starts_with("- ") || tail.starts_with("·");
    return set_off || joins_names(first) || first == "in" || first == "в";
  }

  /// "By Ann Lee", "Автор: Анна Ли" below the story.
  void claim_closing_byline(Zone& zone) {
    const std::string_view text = zone.span.of(article_.text);
    if (text.size() > 120) return;
    const auto line = parse_byline(text);
    if (!line || line->people.empty()) return;
    zone.kind = ZoneKind::byline;
    if (!article_.byline) article_.byline = joined_names(line->people);
    read_byline(text);
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
  std::optional<OutletName> masthead_;
  std::optional<OutletName> named_;         // by a line that is nothing but an unknown name
  std::optional<OutletName> title_;         // of the paper, at the head of the page
  std::optional<OutletName> licence_;       // who holds the rights, where another published
  std::optional<OutletName> contributing_;  // "With reporting by AFP"
  std::optional<OutletName> notice_;        // of the page's foot
  std::optional<OutletName> signature_;     // an agency's name alone under the story
};

}  // namespace

void find_credits(Article& article, const Authority& authority) {
  Credits(article, authority).find();
}

}  // namespace alatoo
