// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/credit_line.h"

#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <unordered_set>

#include "common/text.h"
#include "indexer/read/ascii.h"
#include "indexer/read/credit_parts.h"
#include "indexer/read/lines.h"
#include "indexer/read/listed_names.h"

namespace alatoo {
namespace {

using Form = CreditLine::Form;

bool contains(std::string_view text, std::string_view part) {
  return memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

struct Role {
  std::size_t begin, end;  // of "reporting by" in the line
  bool marked = true;      // by a colon or "by"
};

bool is_credit_role(std::string_view low) {
  static const std::unordered_set<std::string_view> words = {
      "reporting",  "writing",     "editing",    "edited",      "written",       "compiled",
      "translated", "translation", "production", "research",    "contributions", "coverage",
      "reported",   "report",      "reports",    "photos",      "photographs",   "photography",
      "pictures",   "video",       "graphics",   "graphic",     "illustrations", "illustration",
      "prepared",   "author",      "authors",    "interviewed", "words",         "photo",
      "фото",       "перевод",     "подготовка", "репортаж",    "редактура",     "съёмка",
      "съемка",     "видео",       "авторы",     "автор"};
  return words.count(low);
}

/// Roles that Russian puts right in front of the name: "редактор Анна Ли".
bool is_russian_role(std::string_view low) {
  static const std::unordered_set<std::string_view> words = {
      "редактор",        "редакторы", "корреспондент", "корреспонденты", "репортёр",
      "репортеры",       "репортер",  "переводчик",    "подготовил",     "подготовила",
      "подготовили",     "перевел",   "перевела",      "перевели",       "отредактировал",
      "отредактировала", "написал",   "написала",      "написали"};
  return words.count(low);
}

/// Phrases such as "reporting by" and "reporting:" in the line, in order; `low` is the line in
/// small letters.
std::vector<Role> roles_in(std::string_view line, std::string_view low) {
  std::vector<Role> roles;
  Shape word, next;
  for (std::size_t at = 0; next_shape(low, at, word);) {
    const bool russian = is_russian_role(word.text);
    if (!russian && !is_credit_role(word.text)) continue;
    const auto begin = static_cast<std::size_t>(word.text.data() - low.data());
    std::size_t behind = at;
    if (at < low.size() && low[at] == ':') {
      roles.push_back({begin, at + 1});
    } else if (next_shape(low, behind, next) && next.text == "by" &&
               low.substr(at, behind - at - 2).find_first_not_of(" \n") == low.npos) {
      if (behind < low.size() && low[behind] == ':') ++behind;
      roles.push_back({begin, behind});
      at = behind;
    } else if (behind = at; russian && next_shape(line, behind, next) && next.capital &&
                            trim(line.substr(at, behind - at - next.text.size())).empty()) {
      roles.push_back({begin, at, false});
    }
  }
  return roles;
}

/// True if every word belongs to a list of names.
bool only_names(std::string_view text) {
  Shape word;
  int words = 0;
  for (std::size_t at = 0; next_shape(text, at, word); ++words) {
    const std::string low = lower(word.text);
    if (!word.capital && !word.number && !goes_with_names(low) && low != "the") return false;
  }
  return words > 0 && words <= 14;
}

/// "AP contributed to this report", "Ann Lee contributed reporting from Oslo".
std::optional<CreditLine> parse_contributed(std::string_view line, std::string_view low) {
  CreditLine out{Form::roles, {}, {}};
  for (const std::string_view contributed : {" contributed to this ", " contributed reporting",
                                             " contributed to the report", " contributed from "}) {
    const std::size_t at = low.find(contributed);
    if (at == low.npos) continue;
    const std::string_view names = line.substr(0, at);
    listed_names(names, false, out.people, &out.outlets,
                 only_names(names) ? &out.outlets : nullptr);
    // "... from Moscow, and Bo Ek from Oslo": who did the same elsewhere.
    const std::string_view behind = line.substr(at + contributed.size());
    const std::size_t and_at = behind.find(" and ");
    if (and_at != behind.npos && only_names(behind)) {
      listed_names(behind.substr(and_at), true, out.people, nullptr);
    }
  }
  if (out.people.empty() && out.outlets.empty()) return std::nullopt;
  return out;
}

std::optional<CreditLine> parse_roles(std::string_view line) {
  const std::string_view front = line.substr(0, 64);
  const bool other_script = !line.empty() && static_cast<signed char>(line.front()) < 0;
  const bool early = other_script || contains(front, " by ") || contains(front, " By ") ||
                     contains(front, " BY ") || contains(front, ":");
  if (!early && !contains(line, "contribut")) return std::nullopt;
  const std::string low = lower(line);
  if (low.size() != line.size()) return std::nullopt;  // offsets must agree
  if (contains(low, "contribut")) {
    if (auto out = parse_contributed(line, low)) return out;
  }
  const std::vector<Role> roles = roles_in(line, std::string_view(low).substr(0, 600));
  // The line is a credit if a role opens it, words such as "additional" aside.
  if (roles.empty() || roles.front().begin > 48) return std::nullopt;
  Shape word;
  const std::string_view before = std::string_view(low).substr(0, roles.front().begin);
  for (std::size_t at = 0; next_shape(before, at, word);) {
    if (!is_one_of(word.text,
                   {"additional", "with", "further", "and", "extra", "original", "story", "text",
                    "based", "on", "дополнительный", "дополнительная", "специальный"})) {
      return std::nullopt;
    }
  }
  CreditLine out{Form::roles, {}, {}};
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const std::size_t end = i + 1 < roles.size() ? roles[i + 1].begin : line.size();
    const std::string_view names = line.substr(roles[i].end, end - roles[i].end);
    const bool only = only_names(names);
    // "Редактор Анна Ли уволена" is a sentence or a headline.
    if (!only && !roles[i].marked) return std::nullopt;
    listed_names(names, true, out.people, only ? &out.outlets : nullptr,
                 only ? &out.outlets : nullptr);
  }
  if (out.people.empty() && out.outlets.empty()) return std::nullopt;
  return out;
}

/// "По материалам ТАСС": those whose reports a story is made of.
std::optional<CreditLine> parse_materials(std::string_view line) {
  if (line.empty() || static_cast<signed char>(line.front()) >= 0) return std::nullopt;
  std::string_view rest = line;
  take_prefix(rest, "подготовлено ");
  bool found = false;
  for (const std::string_view label :
       {"по материалам ", "на основе материалов ", "по сообщению ", "по сообщениям ",
        "по информации ", "с использованием материалов "}) {
    found = found || take_prefix(rest, label);
  }
  if (!found || !only_names(rest)) return std::nullopt;
  CreditLine out{Form::roles, {}, {}};
  std::vector<std::string> people;
  listed_names(rest, true, people, &out.outlets, &out.outlets);
  for (std::string& name : people) add_once(out.outlets, std::move(name));  // "РИА Новости"
  if (out.outlets.empty()) return std::nullopt;
  return out;
}

/// The name at the front of `text`, up to a comma, bar, full stop or digit; "the" and "of" inside.
std::string outlet_name(std::string_view text) {
  text = trim(text);
  Shape word;
  std::size_t begin = text.npos, end = 0;
  for (std::size_t at = 0; next_shape(text, at, word);) {
    const auto here = static_cast<std::size_t>(word.text.data() - text.data());
    if (word.number && begin == text.npos) continue;  // a year before the name
    // "The BBC is not responsible ...", "The Courier All rights reserved"
    if (begin != text.npos &&
        is_one_of(lower(word.text), {"is", "are", "has", "may", "all", "не"})) {
      break;
    }
    if (begin != text.npos) {
      const std::string_view gap = text.substr(end, here - end);
      // ". " parts sentences, "." alone parts a domain: "eurasia.example".
      // "RFE/RL" is one name.
      if (gap.find_first_of(",|;()[]\n") != gap.npos || gap.substr(0, 2) == ". " || word.number ||
          (gap.find('/') != gap.npos && gap != "/")) {
        break;
      }
    } else {
      begin = here;
    }
    end = at;
  }
  if (begin == text.npos) return "";
  std::string_view name = text.substr(begin, end - begin);
  // "The Courier Company", "Lake News Ltd": the firm is called after what it publishes.
  for (const std::string_view firm : {" Company", " Co", " Ltd", " Limited", " Inc", " LLC"}) {
    if (name.ends_with(firm) && is_outlet_name(name.substr(0, name.size() - firm.size()))) {
      name.remove_suffix(firm.size());
      break;
    }
  }
  return squeeze(name);
}

/// What stands behind the sign of a copyright: at the front of the line, or behind a few words of
/// its own ("All content © The Courier"). Empty if there is none.
std::string_view behind_copyright(std::string_view line) {
  std::string_view rest = line;
  bool found = false;
  const auto take_signs = [&] {
    while (take_prefix(rest, "copyright") || take_prefix(rest, "(c)") || take_prefix(rest, "©") ||
           (found && take_prefix(rest, "by ")) || (found && take_prefix(rest, ":"))) {
      found = true;
    }
  };
  take_signs();
  constexpr std::size_t kMostBefore = 48;
  for (const std::string_view sign : {"©", " (c) ", " (C) ", " Copyright "}) {
    const std::size_t at = found ? line.npos : line.find(sign);
    if (at > kMostBefore || line.substr(0, at).find(". ") != line.npos) continue;
    rest = trim(line.substr(at));
    take_signs();
  }
  return found ? rest : std::string_view();
}

std::optional<CreditLine> parse_copyright(std::string_view line) {
  const std::string_view rest = behind_copyright(line);
  if (rest.empty()) return std::nullopt;
  CreditLine out{Form::copyright, {}, {}};
  add_once(out.outlets, outlet_name(rest));
  if (out.outlets.empty() || has_prefix(out.outlets.front(), "all rights")) return std::nullopt;
  // "© The Courier. Author: Ann Lee"
  for (const std::string_view label : {"Author: ", "Authors: ", "Автор: "}) {
    const std::size_t at = rest.find(label);
    if (at != rest.npos) listed_names(rest.substr(at + label.size()), true, out.people, nullptr);
  }
  Shape first;
  std::size_t at = 0;
  if (!next_shape(out.outlets.front(), at, first) || !first.capital) {
    if (out.outlets.front().find('.') == std::string::npos) return std::nullopt;
  }
  return out;
}

std::optional<CreditLine> parse_agencies(std::string_view line) {
  std::string low = lower(line);
  if (low.size() != line.size() || low.size() > 80) return std::nullopt;
  for (const std::string_view ending :
       {" and agencies", ", agencies", " with agencies", " and news agencies", " and wires",
        " and wire services", "/agencies", " and wire reports", " & agencies", " + agencies",
        " with inputs from agencies", " and other agencies", " and agency",
        " with agency inputs"}) {
    if (low.size() > ending.size() &&
        low.compare(low.size() - ending.size(), ending.size(), ending) == 0) {
      CreditLine out{Form::agencies, {}, {}};
      const std::string_view names = line.substr(0, line.size() - ending.size());
      listed_names(names, false, out.people, nullptr);
      if (out.people.empty()) add_once(out.outlets, outlet_name(names));
      // "Guardian staff and agencies"
      for (std::string& name : out.outlets) {
        for (const std::string_view tail : {" staff", " reporters", " correspondents"}) {
          if (name.size() > tail.size() && name.ends_with(tail))
            name.resize(name.size() - tail.size());
        }
      }
      // "Silk Road Dispatch" has the shape of a person: here it publishes.
      if (out.people.size() == 1 && out.outlets.empty()) {
        out.outlets = {std::string(squeeze(names))};
        out.people.clear();
      }
      return out;
    }
  }
  if (is_one_of(
          low, {"agencies", "with agencies", "from agencies", "news agencies", "wire services",
                "staff and agencies", "from wire services", "agencies report", "with agency inputs",
                "agency inputs", "with inputs from agencies"})) {
    return CreditLine{Form::agencies, {}, {}};
  }
  return std::nullopt;
}

/// An address or host at the front of `text`: "www.example.org", "https://example.org/news".
std::string_view host_at(std::string_view text) {
  const std::string_view word = text.substr(0, text.find_first_of(" ,;|\n"));
  const std::size_t dot = word.rfind('.', word.find('/', word.find("://") + 3));
  const bool host =
      word.find("://") != word.npos || has_prefix(word, "www.") ||
      (dot != word.npos && dot > 0 && word.size() - dot > 2 && word.size() == text.size());
  return host ? word : std::string_view();
}

/// Takes "This article was first published in" and its like off the front.
bool take_first_published(std::string_view& text) {
  std::string_view rest = text;
  for (const std::string_view opening : {"this article ", "this story ", "this piece ", "was "}) {
    take_prefix(rest, opening);
  }
  if (!take_prefix(rest, "originally ") && !take_prefix(rest, "first ")) return false;
  if (!take_prefix(rest, "published ") && !take_prefix(rest, "appeared ")) return false;
  for (const std::string_view where : {"in ", "on ", "by ", "at "}) {
    if (!take_prefix(rest, where)) continue;
    text = rest;
    return true;
  }
  return false;
}

std::optional<CreditLine> parse_source(std::string_view line) {
  std::string_view rest = line;
  bool found = take_first_published(rest);
  for (const std::string_view label :
       {"source:", "sources:", "source -", "source –", "with input from", "with inputs from",
        "источник:", "источники:", "источник -", "источник –", "источник —", "булак:", "булагы:",
        "via ", "via:", "courtesy of ", "courtesy:", "provided by ", "distributed by "}) {
    if (found) break;
    found = take_prefix(rest, label);
  }
  if (!found || rest.empty()) return std::nullopt;
  if (auto agencies = parse_agencies(rest)) return agencies;
  CreditLine out{Form::source, {}, {}};
  // "With inputs from AFP and Ann Lee": several had a part in it.
  if (has_prefix(line, "with input") && only_names(rest)) {
    out.form = Form::roles;
    listed_names(rest, true, out.people, &out.outlets, &out.outlets);
    if (!out.people.empty() || !out.outlets.empty()) return out;
    out.form = Form::source;
  }
  if (const std::string_view host = host_at(rest); !host.empty()) {
    out.outlets.emplace_back(host);
    return out;
  }
  add_once(out.outlets, outlet_name(rest));
  if (out.outlets.empty() || !parse_bare_name(out.outlets.front())) return std::nullopt;
  return out;
}

}  // namespace

std::optional<CreditLine> parse_credit(std::string_view line) {
  const std::string_view rest = without_brackets(line);
  if (rest.empty() || rest.size() > 600) return std::nullopt;
  if (auto out = parse_roles(rest)) return out;
  if (rest.size() > 160) return rest.size() > 320 ? std::nullopt : parse_copyright(rest);
  if (auto out = parse_copyright(rest)) return out;
  if (auto out = parse_source(rest)) return out;
  if (auto out = parse_agencies(rest)) return out;
  return parse_materials(rest);
}

std::optional<CreditLine> parse_bare_name(std::string_view line) {
  const std::string_view rest = without_brackets(line);
  if (rest.empty() || rest.size() > 60) return std::nullopt;
  Shape word;
  int words = 0, last_end = 0;
  for (std::size_t at = 0; next_shape(rest, at, word); ++words) {
    const auto begin = static_cast<int>(word.text.data() - rest.data());
    const std::string_view gap =
        rest.substr(static_cast<std::size_t>(last_end), static_cast<std::size_t>(begin - last_end));
    if (words && gap.find_first_of(",:;()[]\"?!<>=+*%$\n") != gap.npos) return std::nullopt;
    last_end = static_cast<int>(at);
    if (word.number) return std::nullopt;
    const std::string low = lower(word.text);
    if (!word.capital && !is_one_of(low, {"the", "of", "and", "de", "la", "le", "for", "in"}) &&
        !is_name_particle(low)) {
      // "reuter", and domains such as "eurasia.example"
      if (!(words == 0 && (low == "reuter" || low == "reuters" || rest.find('.') != rest.npos))) {
        return std::nullopt;
      }
    }
  }
  if (words == 0 || words > 5 || trim(rest.substr(static_cast<std::size_t>(last_end))).size() > 2) {
    return std::nullopt;
  }
  CreditLine out{Form::name, {}, {}};
  add_once(out.outlets, squeeze(rest));
  return out;
}

std::optional<std::size_t> closing_credit(std::string_view paragraph) {
  const std::string_view text = trim(paragraph);
  if (text.size() < 8) return std::nullopt;
  const auto offset = [&](std::size_t at) {
    return at + static_cast<std::size_t>(text.data() - paragraph.data());
  };
  const auto ends_sentence = [](std::string_view before) {
    before = trim(before);
    return before.ends_with('.') || before.ends_with('"') || before.ends_with("”") ||
           before.ends_with('!') || before.ends_with('?') || before.ends_with('\'') ||
           before.ends_with("’") || before.ends_with("»");
  };
  const std::string_view whole = text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
  if (whole.ends_with(')') || whole.ends_with(']')) {
    // The bracket that matches the last one.
    std::size_t open = whole.size() - 1;
    for (int depth = 0; open < whole.size(); --open) {
      depth += whole[open] == ')' || whole[open] == ']';
      depth -= whole[open] == '(' || whole[open] == '[';
      if (depth == 0 || open == 0) break;
    }
    if (open == 0 || whole.size() - open > 300 || !ends_sentence(whole.substr(0, open))) {
      return std::nullopt;
    }
    const std::string_view inside = whole.substr(open);
    if (parse_credit(inside) || (parse_bare_name(inside) && inside.size() <= 32))
      return offset(open);
    return std::nullopt;
  }
  const std::size_t tail = text.size() - std::min<std::size_t>(text.size(), 40);
  if (text.find_last_of("-\xE2") == text.npos || text.find_last_of("-\xE2") < tail) {
    return std::nullopt;  // no dash near the end
  }
  for (const std::string_view dash : {" -- ", " – ", " — ", " - ", "\n-- ", "--", "—"}) {
    const std::size_t in_tail = text.substr(tail).rfind(dash);
    if (in_tail == text.npos) continue;
    const std::size_t at = tail + in_tail;
    if (!ends_sentence(text.substr(0, at))) continue;
    const std::string_view name = text.substr(at + dash.size());
    if (parse_bare_name(name)) return offset(at + (dash.front() == ' ' || dash.front() == '\n'));
  }
  return std::nullopt;
}

bool is_picture_credit(std::string_view credit) {
  const std::string_view inside = without_brackets(credit);
  return has_prefix(inside, "photo") || has_prefix(inside, "picture") ||
         has_prefix(inside, "image") || has_prefix(inside, "file photo");
}

bool is_caption(std::string_view line) {
  std::string_view text = trim(line);
  if (text.size() > 400) return false;
  for (const std::string_view label :
       {"image caption", "media caption", "caption:", "photo caption", "pictured:"}) {
    if (text.size() > label.size() && has_prefix(text, label)) return true;
  }
  for (const std::string_view label : {" hide caption", " toggle caption"}) {
    if (text.ends_with(label)) return true;
  }
  const bool closed = text.ends_with('.');
  if (closed) text.remove_suffix(1);
  if (text.size() < 12 || !(text.ends_with(']') || text.ends_with(')'))) {
    // "... in Osh. Photo: Ann Lee", "... Photograph: Ann Lee/AFP"
    const std::string_view tail = text.substr(text.size() - std::min<std::size_t>(text.size(), 72));
    if (text.size() < 24 || !(contains(tail, ": ") || contains(tail, " by "))) return false;
    const std::string low = lower(tail);
    for (const std::string_view label :
         {" photo: ", " photograph: ", " picture: ", " фото: ", " photo by ",
          " image: ", " photo credit: ", " credit: ", " photos: ", " foto: ", " bild: "}) {
      const std::size_t at = low.rfind(label);
      if (at != low.npos && text.size() - (low.size() - at) > 12) return true;
    }
    return false;
  }
  const std::size_t open = text.rfind(text.back() == ']' ? '[' : '(');
  if (open == text.npos || open < 8 || text.size() - open > 60) return false;
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  const std::string low = lower(inside);
  for (const std::string_view word : {"photo", "file", "getty", "image", "picture", "фото"}) {
    if (low.find(word) != low.npos) return true;
  }
  const std::string_view before = trim(text.substr(0, open));
  const bool whole_sentence =
      before.ends_with('.') || before.ends_with('"') || before.ends_with("”");
  Shape word;
  std::size_t at = 0;
  const bool named = next_shape(inside, at, word) && word.capital;
  if (text.back() == ']') return named && inside.size() <= 40;
  return named && !whole_sentence && !closed && inside.size() <= 12 &&
         inside.find_first_of("0123456789") == inside.npos &&
         (word.upper || inside.find('/') != inside.npos || is_outlet_name(word.text));
}

}  // namespace alatoo
