// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "common/text.h"
#include "searcher/output/formats.h"
#include "searcher/output/terminal.h"

namespace alatoo {
namespace {

constexpr int kIndent = 4;  // of what belongs to a hit
constexpr int kMinWidth = 20;
constexpr std::size_t kNames = 4;  // of persons, and of cities, that a hit shows
constexpr int kMaxBar = 30;        // columns
constexpr std::string_view kDot = " · ";

std::string counted(std::uint64_t n, std::string_view noun) {
  return std::to_string(n) + ' ' + std::string(noun) + (n == 1 ? "" : "s");
}

std::string milliseconds(double ms) {
  char digits[64];
  std::snprintf(digits, sizeof digits, "%.1f ms", ms);
  return digits;
}

/// The parts that are not empty with " · " between them.
std::string dotted(std::initializer_list<std::string_view> parts) {
  std::string line;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line += kDot;
    line += part;
  }
  return line;
}

/// The first names of a hit, which say what it is about.
std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < kNames; ++i) list += (i ? ", " : "") + names[i];
  return list;
}

void mark(std::vector<std::uint8_t>& styles, Span span, std::uint8_t style) {
  for (std::uint32_t i = span.begin; i < span.end; ++i) styles[i] |= style;
}

std::vector<std::uint8_t> styles_of(const Passage& passage, std::uint8_t base) {
  std::vector<std::uint8_t> styles(passage.text.size(), base);
  for (const Span span : passage.entities) mark(styles, span, kUnderline);
  for (const Span span : passage.highlights) mark(styles, span, kMarked);
  return styles;
}

/// `part` of `whole` as a bar of at most `room` columns, to an eighth of a column.
std::string bar(std::uint64_t part, std::uint64_t whole, int room) {
  static constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const double length = static_cast<double>(part) / static_cast<double>(whole) * room;
  const auto units = std::max(1, static_cast<int>(std::lround(length * 8)));
  std::string out;
  for (int i = 0; i < units / 8; ++i) out += "█";
  return out += eighths[units % 8];
}

class TextPrinter : public Printer {
 public:
  explicit TextPrinter(const PrinterOptions& options)
      : width_(std::max(options.width, kMinWidth)), color_(options.color) {}

  void results(std::ostream& out, const Results& results) override {
    write(out, StyledText().add(summary(results)));
    for (const Hit& hit : results.hits) {
      out << '\n';
      print(out, hit);
    }
    for (const Facet& facet : results.facets) {
      out << '\n';
      print(out, facet);
    }
    print_notes(out, results);
  }

  void facet(std::ostream& out, const Results& results) override {
    write(out, StyledText().add(summary(results)));
    for (const Facet& facet : results.facets) {
      out << '\n';
      print(out, facet);
    }
    print_notes(out, results);
  }

  void explanations(std::ostream& out, const std::vector<Explanation>& all) override {
    for (const Explanation& entity : all) {
      if (&entity != &all.front()) out << '\n';
      print(out, entity);
    }
  }

  void article(std::ostream& out, const Article& article) override;

 private:
  void write(std::ostream& out, const StyledText& text, int indent = 0) const {
    text.write(out, {width_, indent, color_});
  }

  static std::string summary(const Results& results) {
    const std::string took = milliseconds(results.took_ms);
    if (results.total == 0 && results.hits.empty()) return "No articles.";
    if (results.total == 0) return "No article has all the words.";
    const std::string articles = counted(results.total, "article");
    if (results.relaxed) {
      return "No article has all the words; " + articles + (results.total == 1 ? " has" : " have") +
             " some of them, in " + took;
    }
    const bool several = trim(results.query).find(' ') != std::string_view::npos;
    const bool any = several && results.match == MatchMode::any;
    return articles + (any ? " (any word)" : "") + " in " + took;
  }

  void print(std::ostream& out, const Hit& hit) const {
    StyledText title;
    title.add(std::to_string(hit.rank)).pad_to(kIndent);
    title.add(hit.title.text, styles_of({hit.title.text, hit.title.highlights, {}}, kBold));
    write(out, title, kIndent);

    StyledText about;
    about.pad_to(kIndent);
    about.add(dotted({hit.date, hit.source, hit.id, hit.partial ? "(without one word)" : ""}),
              kDim);
    write(out, about, kIndent);

    if (const std::string names = dotted({listed(hit.persons), listed(hit.cities)});
        !names.empty()) {
      StyledText line;
      line.pad_to(kIndent);
      line.add(names, kDim);
      write(out, line.cut_to(width_), kIndent);
    }

    for (const Passage& passage : hit.passages) {
      if (passage.text == hit.title.text) continue;  // stands in for the headline already
      StyledText text;
      text.pad_to(kIndent).add(passage.text, styles_of(passage, kPlain));
      write(out, text, kIndent + 2);
    }
  }

  void print(std::ostream& out, const Facet& facet) const {
    StyledText heading;
    heading.add(facet.field, kBold);
    if (facet.distinct > facet.values.size()) {
      heading.add(" (" + std::to_string(facet.values.size()) + " of " +
                      std::to_string(facet.distinct) + ")",
                  kDim);
    }
    write(out, heading);
    if (facet.values.empty()) return write(out, StyledText().add("  none", kDim));

    std::uint64_t largest = 1;
    int names = 0;
    std::map<std::string_view, int> namesakes;
    for (const FacetCount& value : facet.values) ++namesakes[value.name];
    const auto add_name = [&](StyledText& line, const FacetCount& value) {
      line.add(value.name);
      if (namesakes[value.name] > 1) line.add(" (" + value.id + ")", kDim);
    };
    for (const FacetCount& value : facet.values) {
      largest = std::max(largest, value.count);
      StyledText name;
      add_name(name, value);
      names = std::max(names, name.width());
    }
    const int digits = static_cast<int>(std::to_string(largest).size());
    // "  name  count  bar"; names may take what the bars leave at half their length.
    names = std::max(4, std::min(names, width_ - digits - 6 - std::min(kMaxBar, width_ / 4)));
    const int room = std::min(kMaxBar, width_ - names - digits - 6);
    for (const FacetCount& value : facet.values) {
      const std::string count = std::to_string(value.count);
      StyledText line;
      line.add("  ");
      add_name(line, value);
      line.cut_to(2 + names);
      line.pad_to(4 + names + digits - static_cast<int>(count.size())).add(count).add("  ");
      if (room > 0) line.add(bar(value.count, largest, room), kDim);
      write(out, line);
    }
  }

  void print(std::ostream& out, const Explanation& entity) const {
    StyledText heading;
    heading.add(entity.name, kBold).add("  (" + entity.id + ")  ", kDim);
    write(out, heading.add(counted(entity.articles, "article")));
    if (!entity.why.empty()) write(out, StyledText().add("  " + entity.why), 4);
    for (const auto& [key, why] : entity.keys) {
      const bool more = !why.empty() && why != entity.why;
      write(out, StyledText().add("  key '" + key + "'" + (more ? ": " + why : "")), 4);
    }
    out << '\n';
    int forms = 0;
    std::size_t digits = 0;
    for (const auto& [form, articles, why] : entity.forms) {
      forms = std::max(forms, StyledText().add(form).width());
      digits = std::max(digits, std::to_string(articles).size());
    }
    forms = std::min(forms, width_ / 3);
    for (const auto& [form, articles, why] : entity.forms) {
      const std::string count = std::to_string(articles);
      StyledText line;
      line.add("  ").add(form).cut_to(2 + forms);
      line.pad_to(4 + forms + static_cast<int>(digits - count.size())).add(count);
      line.add("  ").add(why, kDim);
      write(out, line, 6 + forms + static_cast<int>(digits));
    }
  }

  void print_notes(std::ostream& out, const Results& results) const {
    if (!results.notes.empty() || results.suggestion) out << '\n';
    for (const std::string& note : results.notes) {
      write(out, StyledText().add("note: ", kDim).add(note), 6);
    }
    if (results.suggestion) {
      write(out, StyledText().add("Did you mean: ").add(*results.suggestion, kBold).add("?"));
    }
  }

  const int width_;
  const bool color_;
};

/// How each byte of an article looks.
std::vector<std::uint8_t> styles_of(const Article& article) {
  std::vector<std::uint8_t> styles(article.text.size(), kPlain);
  for (const Zone& zone : article.zones) {
    if (zone.kind == ZoneKind::subheading || zone.kind == ZoneKind::headline) {
      mark(styles, zone.span, kBold);
    } else if (!is_story(zone.kind)) {
      mark(styles, zone.span, kDim);
    }
  }
  for (const std::vector<Entity>& entities : article.entities) {
    for (const Entity& entity : entities) {
      for (const Span mention : entity.mentions) mark(styles, mention, kUnderline);
    }
  }
  return styles;
}

void TextPrinter::article(std::ostream& out, const Article& article) {
  Span title;  // where the headline stands in the text: printed above it instead
  const std::string headline = title_of(article, &title);
  if (article.headline) {
    write(out, StyledText().add(headline, kBold));
  } else {
    title = {};
  }
  const std::string about =
      dotted({article.date.iso(), source_of(article), article.byline.value_or(""),
              article.located.value_or(""), article.id});
  write(out, StyledText().add(about, kDim));
  out << '\n';

  const std::string_view text = article.text;
  const std::vector<std::uint8_t> styles = styles_of(article);
  bool gap = false;  // empty lines are printed once, and none at either end
  bool begun = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::string_view words = trim(line);
    const auto behind = static_cast<std::size_t>(words.data() + words.size() - text.data());
    if (words.empty()) {
      gap = begun;
    } else if (at < title.begin || behind > title.end) {
      if (gap) out << '\n';
      gap = false;
      begun = true;
      const auto first = styles.begin() + static_cast<std::ptrdiff_t>(at);
      write(out, StyledText().add(line, {first, first + static_cast<std::ptrdiff_t>(end - at)}));
    }
    at = end + 1;
  }

  bool any = false;
  for (const EntityKind kind : kAllEntityKinds) {
    if (article.of(kind).empty()) continue;
    if (!any) out << '\n';
    any = true;
    StyledText names;
    names.add(std::string(to_string(kind)) + ':', kDim).pad_to(14);
    bool first = true;
    for (const Entity& entity : article.of(kind)) {
      if (!first) names.add(", ");
      first = false;
      names.add(entity.name);
      if (entity.mentions.size() > 1) {
        names.add(" (" + std::to_string(entity.mentions.size()) + ")", kDim);
      }
    }
    write(out, names, 14);
  }
}

}  // namespace

std::unique_ptr<Printer> make_text_printer(const PrinterOptions& options) {
  return std::make_unique<TextPrinter>(options);
}

}  // namespace alatoo
