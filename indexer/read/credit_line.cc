// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/credit_line.h"

#include <algorithm>
#include <cstring>
#include <initializer_list>

#include "common/text.h"
#include "indexer/read/author_line.h"
#include "indexer/read/lines.h"
#include "indexer/read/listed_names.h"

namespace alatoo {
namespace {

using Form = CreditLine::Form;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// True if `text` starts with `low_prefix` in any case.
bool has_prefix(std::string_view text, std::string_view low_prefix) {
  if (text.size() < low_prefix.size()) return false;
  for (std::size_t i = 0; i < low_prefix.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    if (c == low_prefix[i]) continue;
    return static_cast<signed char>(c) < 0 &&
           lower(text.substr(0, low_prefix.size())) == low_prefix;
  }
  return true;
}

bool take_prefix(std::string_view& text, std::string_view low_prefix) {
  if (!has_prefix(text, low_prefix)) return false;
  text = trim(text.substr(low_prefix.size()));
  return true;
}

bool contains(std::string_view text, std::string_view part) {
  return memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

/// Text without brackets that enclose it whole, dashes before and dots behind it.
std::string_view bare(std::string_view text) {
  text = trim(text);
  for (bool changed = true; changed && !text.empty();) {
    changed = false;
    const bool plain = (text.front() >= 'a' && text.front() <= 'z') ||
                       (text.front() >= 'A' && text.front() <= 'Z');
    for (const std::string_view dash : {"--", "-", "–", "—", "*", "•"}) {
      if (!plain && text.substr(0, dash.size()) == dash) {
        text = trim(text.substr(dash.size()));
        changed = true;
      }
    }
    if (text.size() > 2 && (text.front() == '(' || text.front() == '[') &&
        (text.back() == ')' || text.back() == ']') && lower(text.substr(0, 3)) != "(c)") {
      text = trim(text.substr(1, text.size() - 2));
      changed = true;
    }
    if (!text.empty() && (text.back() == '.' || text.back() == '-')) {
      text = trim(text.substr(0, text.size() - 1));
      changed = true;
    }
  }
  return text;
}

struct Role {
  std::size_t begin, end;  // of "reporting by" in the line
};

/// Phrases such as "reporting by" in the lower-case line, in order.
std::vector<Role> roles_in(std::string_view low) {
  std::vector<Role> roles;
  for (std::size_t at = 0; (at = low.find(" by ", at)) != low.npos; at += 4) {
    const std::size_t word = low.find_last_of(" (;,.:", at - (at > 0));
    const std::size_t begin = word == low.npos ? 0 : word + 1;
    if (at > begin &&
        is_one_of(low.substr(begin, at - begin),
                  {"reporting",     "writing",    "editing",       "edited",      "written",
                   "compiled",      "translated", "translation",   "production",  "research",
                   "contributions", "coverage",   "reported",      "photographs", "photos",
                   "photography",   "pictures",   "illustrations", "graphics",    "video"})) {
      roles.push_back({begin, at + 4});
    }
  }
  return roles;
}

std::optional<CreditLine> parse_roles(std::string_view line) {
  const std::string_view front = line.substr(0, 48);
  const bool early = contains(front, " by ") || contains(front, " By ") || contains(front, " BY ");
  if (!early && !contains(line, "contribut")) return std::nullopt;
  const std::string low = lower(line);
  if (low.size() != line.size()) return std::nullopt;  // offsets must agree
  CreditLine out{Form::roles, {}, {}};
  for (const std::string_view contributed : {" contributed to this ", " contributed reporting",
                                             " contributed to the report", " contributed from "}) {
    const std::size_t at = low.find(contributed);
    if (at != low.npos) listed_names(line.substr(0, at), false, out.people, nullptr);
  }
  if (!out.people.empty()) return out;
  const std::vector<Role> roles = roles_in(low);
  // The line is a credit if a role opens it, words such as "additional" aside.
  if (roles.empty() || roles.front().begin > 24 ||
      std::count(low.begin(), low.begin() + static_cast<std::ptrdiff_t>(roles.front().begin), ' ') >
          3) {
    return std::nullopt;
  }
  const std::string_view before = std::string_view(low).substr(0, roles.front().begin);
  Shape word;
  for (std::size_t at = 0; next_shape(before, at, word);) {
    if (!is_one_of(word.text, {"additional", "with", "further", "and", "extra", "original", "story",
                               "text"})) {
      return std::nullopt;
    }
  }
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const std::size_t end = i + 1 < roles.size() ? roles[i + 1].begin : line.size();
    listed_names(line.substr(roles[i].end, end - roles[i].end), true, out.people, nullptr);
  }
  if (out.people.empty()) return std::nullopt;
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
    if (begin != text.npos) {
      const std::string_view gap = text.substr(end, here - end);
      // ". " parts sentences, "." alone parts a domain: "eurasia.example".
      if (gap.find_first_of(",|;()[]/\n") != gap.npos || gap.substr(0, 2) == ". " || word.number)
        break;
    } else {
      begin = here;
    }
    end = at;
  }
  return begin == text.npos ? "" : squeeze(text.substr(begin, end - begin));
}

std::optional<CreditLine> parse_copyright(std::string_view line) {
  std::string_view rest = line;
  bool found = false;
  while (take_prefix(rest, "copyright") || take_prefix(rest, "(c)") || take_prefix(rest, "©") ||
         (found && take_prefix(rest, "by ")) || (found && take_prefix(rest, ":"))) {
    found = true;
  }
  if (!found) return std::nullopt;
  CreditLine out{Form::copyright, {}, {}};
  add_once(out.outlets, outlet_name(rest));
  if (out.outlets.empty()) return std::nullopt;
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
        " with inputs from agencies", " and other agencies", " and agency"}) {
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
  if (is_one_of(low,
                {"agencies", "with agencies", "from agencies", "news agencies", "wire services",
                 "staff and agencies", "from wire services", "agencies report"})) {
    return CreditLine{Form::agencies, {}, {}};
  }
  return std::nullopt;
}

std::optional<CreditLine> parse_source(std::string_view line) {
  std::string_view rest = line;
  for (const std::string_view label : {"source:", "sources:", "with input from", "with inputs from",
                                       "источник:", "булак:", "via"}) {
    rest = line;
    if (!take_prefix(rest, label)) continue;
    CreditLine out{Form::source, {}, {}};
    add_once(out.outlets, outlet_name(rest));
    if (out.outlets.empty() || !parse_bare_name(out.outlets.front())) return std::nullopt;
    return out;
  }
  return std::nullopt;
}

}  // namespace

namespace {

/// "Ann Lee, Moscow Correspondent".
std::optional<CreditLine> parse_titled_name(std::string_view line) {
  const std::size_t comma = line.find(',');
  if (comma == line.npos || line.size() > 100 || line.ends_with('.')) return std::nullopt;
  const std::string_view name = trim(line.substr(0, comma));
  if (!is_person_line(name) || !is_job_line(trim(line.substr(comma + 1)))) return std::nullopt;
  return CreditLine{Form::byline, person_names(name), {}};
}

/// The words "by" of other languages also start sentences: a name must be all that follows.
bool take_foreign_by(std::string_view& text) {
  std::string_view rest = text;
  if (!take_prefix(rest, "von ") && !take_prefix(rest, "por ") && !take_prefix(rest, "par ")) {
    return false;
  }
  if (!is_person_line(rest)) return false;
  text = rest;
  return true;
}

}  // namespace

std::optional<CreditLine> parse_byline(std::string_view line) {
  std::string_view rest = bare(line);
  if (auto titled = parse_titled_name(rest)) return titled;
  if (!take_prefix(rest, "by ") && !take_prefix(rest, "by:") && !take_prefix(rest, "by\n") &&
      !take_prefix(rest, "автор:") && !take_prefix(rest, "author:") &&
      !take_prefix(rest, "written by ") && !take_prefix(rest, "reported by ") &&
      !take_prefix(rest, "text by ") && !take_prefix(rest, "words by ") &&
      !take_prefix(rest, "story by ") && !take_prefix(rest, "interview by ") &&
      !take_prefix(rest, "текст:") && !take_foreign_by(rest)) {
    return std::nullopt;
  }
  Shape word;
  int words = 0, plain = 0;
  for (std::size_t at = 0; next_shape(rest, at, word); ++words) {
    const std::string low = lower(word.text);
    plain += !word.capital && !word.number && !goes_with_names(low) && low != "the" &&
             low != "with" && low != "am" && low != "pm" && low != "updated" &&
             low != "published" && low != "on";
    if (words == 0 && starts_no_name(low) && low != "april" && low != "june" && low != "may") {
      return std::nullopt;
    }
  }
  if (words == 0 || words > 24 || plain > 1) return std::nullopt;
  CreditLine out{Form::byline, {}, {}};
  listed_names(rest, false, out.people, &out.outlets);
  Shape first;
  std::size_t at = 0;
  next_shape(rest, at, first);
  if (out.people.empty() && out.outlets.empty() &&
      !(goes_with_names(lower(first.text)) && words <= 5)) {
    return std::nullopt;
  }
  return out;
}

std::optional<CreditLine> parse_credit(std::string_view line) {
  const std::string_view rest = bare(line);
  if (rest.empty() || rest.size() > 600) return std::nullopt;
  if (auto out = parse_roles(rest)) return out;
  if (rest.size() > 160) return std::nullopt;
  if (auto out = parse_copyright(rest)) return out;
  if (auto out = parse_agencies(rest)) return out;
  return parse_source(rest);
}

std::optional<CreditLine> parse_bare_name(std::string_view line) {
  const std::string_view rest = bare(line);
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

bool is_caption(std::string_view line) {
  std::string_view text = trim(line);
  if (text.size() > 400) return false;
  for (const std::string_view label :
       {"image caption", "media caption", "caption:", "photo caption", "pictured:"}) {
    if (text.size() > label.size() && has_prefix(text, label)) return true;
  }
  const bool closed = text.ends_with('.');
  if (closed) text.remove_suffix(1);
  if (text.size() < 12 || !(text.ends_with(']') || text.ends_with(')'))) {
    // "... in Osh. Photo: Ann Lee", "... Photograph: Ann Lee/AFP"
    const std::string_view tail = text.substr(text.size() - std::min<std::size_t>(text.size(), 72));
    if (text.size() < 24 || !(contains(tail, ": ") || contains(tail, " by "))) return false;
    const std::string low = lower(tail);
    for (const std::string_view label : {" photo: ", " photograph: ", " picture: ", " фото: ",
                                         " photo by ", " image: ", " photo credit: "}) {
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
         (word.upper || inside.find('/') != inside.npos || is_outlet_name(word.text));
}

}  // namespace alatoo
