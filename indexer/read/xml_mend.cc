// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/xml_mend.h"

#include <libxml/HTMLparser.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "common/text.h"

namespace alatoo {
namespace {

constexpr std::size_t kMostAttributes = 32;  // libxml2 compares each with each
constexpr std::size_t kLongestReference = 32;
constexpr std::size_t kSearchedDepth = 256;  // for the element that a misplaced end tag means

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<signed char>(c) < 0;
}
bool is_name_char(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// A number of a reference: what browsers make of it, who read 128 to 159 as Windows-1252.
std::optional<char32_t> numbered(std::string_view digits) {
  const bool hex = !digits.empty() && (digits.front() | 0x20) == 'x';
  if (hex) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits) {
    const char low = static_cast<char>(c | 0x20);
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !(hex && low >= 'a' && low <= 'f')) return std::nullopt;
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit ? c - '0' : low - 'a' + 10);
    value = std::min<char32_t>(value, 0x110000);
  }
  if (value >= 0x80 && value < 0xA0) return from_windows_1252(value);
  if (value < 0x20) return value == '\n' ? '\n' : ' ';
  const bool character = value < 0xD800 || (value > 0xDFFF && value < 0x110000);
  return character ? value : 0xFFFD;
}

class Mender {
 public:
  explicit Mender(std::string_view in) : in_(in) { out_.reserve(in.size() + in.size() / 16 + 16); }

  MendedXml mend() {
    out_ = "<x>";
    while (at_ < in_.size()) {
      const std::size_t markup = std::min(in_.find('<', at_), in_.size());
      text(in_.substr(at_, markup - at_), kReferences);
      at_ = markup;
      if (at_ < in_.size()) read_markup();
    }
    mended_ |= !open_.empty();
    while (!open_.empty()) close();
    out_ += "</x>";
    return {std::move(out_), mended_};
  }

 private:
  bool ahead(std::string_view what) const { return in_.substr(at_, what.size()) == what; }

  /// Reads to the end of `what`, which the next `skipped` bytes open; returns what is inside.
  std::string_view inside(std::size_t skipped, std::string_view end) {
    const std::size_t begin = std::min(at_ + skipped, in_.size());
    const std::size_t close = in_.find(end, begin);
    mended_ |= close == in_.npos;
    at_ = close == in_.npos ? in_.size() : close + end.size();
    return in_.substr(begin, std::min(close, in_.size()) - begin);
  }

  void read_markup() {
    if (ahead("<!--")) {
      inside(4, "-->");
    } else if (ahead("<![CDATA[")) {
      text(inside(9, "]]>"), kLiteral);
    } else if (ahead("<?")) {
      inside(2, "?>");
    } else if (ahead("<!")) {
      skip_declaration();
    } else if (ahead("</") && at_ + 2 < in_.size() && is_name_start(in_[at_ + 2])) {
      end_tag();
    } else if (at_ + 1 < in_.size() && is_name_start(in_[at_ + 1])) {
      start_tag();
    } else {
      mended_ = true;
      text(in_.substr(at_++, 1), kLiteral);
    }
  }

  /// `<!DOCTYPE ...>` with what stands between its brackets.
  void skip_declaration() {
    const std::size_t begin = at_;
    int brackets = 0;
    for (at_ += 2; at_ < in_.size() && !endless_declaration_;) {
      const char c = in_[at_];
      if (ahead("<!--")) {
        inside(4, "-->");
      } else if (ahead("<?")) {
        inside(2, "?>");
      } else if (c == '"' || c == '\'') {
        inside(1, std::string_view(&c, 1));
      } else {
        ++at_;
        if (c == '[') ++brackets;
        if (c == ']') --brackets;
        // Inside the brackets each declaration has its own.
        if (c == '>' && brackets <= 0) return;
      }
    }
    // It never ends: only the tag is passed over, and no later one is searched to the end again.
    endless_declaration_ = true;
    mended_ = true;
    at_ = begin;
    inside(2, ">");
  }

  // --- Text -------------------------------------------------------------------------------------

  enum Kind : std::uint8_t { kReferences, kLiteral, kAttribute };

  /// Adds character data. Outside of the roots there is none but white space.
  void text(std::string_view data, Kind kind) {
    if (open_.empty()) {
      mended_ |= !trim(data).empty();
      return;
    }
    escape(data, kind);
  }

  void escape(std::string_view data, Kind kind) {
    std::size_t copied = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
      const char c = data[i];
      const bool control =
          static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
      const bool sign = c == '&' || c == '<' || c == '>' || (c == '"' && kind == kAttribute);
      if (!sign && !control) continue;
      out_.append(data.substr(copied, i - copied));
      copied = i + 1;
      if (c == '&' && kind != kLiteral) {
        const std::size_t end = reference(data.substr(i));
        i += end;
        copied += end;
      } else {
        put(static_cast<unsigned char>(c));
      }
    }
    out_.append(data.substr(copied));
  }

  void put(char32_t c) {
    if (c == '&') {
      out_ += "&amp;";
    } else if (c == '<') {
      out_ += "&lt;";
    } else if (c == '>') {
      out_ += "&gt;";
    } else if (c == '"') {
      out_ += "&quot;";
    } else if (c == 0xFFFE || c == 0xFFFF) {
      append_code_point(out_, 0xFFFD);
    } else {
      append_code_point(out_, c < 0x20 && c != '\n' ? ' ' : c);
    }
  }

  /// What `&` at the front of `data` means; returns how many bytes behind the `&` are used up.
  std::size_t reference(std::string_view data) {
    const std::size_t end = data.substr(0, kLongestReference).find(';');
    const std::string_view name = end == data.npos ? "" : data.substr(1, end - 1);
    std::optional<char32_t> c;
    if (!name.empty() && name.front() == '#') {
      c = numbered(name.substr(1));
    } else if (name == "apos") {
      c = '\'';
    } else if (!name.empty()) {
      const auto* known =
          htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
      if (known) c = known->value;
    }
    if (c) {
      put(*c);
      return end;
    }
    mended_ = true;
    put('&');
    return 0;
  }

  // --- Tags -------------------------------------------------------------------------------------

  std::string_view take_name() {
    const std::size_t begin = at_;
    while (at_ < in_.size() && is_name_char(in_[at_])) ++at_;
    return in_.substr(begin, at_ - begin);
  }
  void skip_blanks() {
    while (at_ < in_.size() && is_blank(in_[at_])) ++at_;
  }
  /// Names of elements and attributes are ASCII in every format that is read. `xml:lang` becomes
  /// `lang`: libxml2 checks the values of that prefix and prints what it thinks of them.
  void put_name(std::string_view name) {
    if (name.size() > 4 && name.substr(0, 4) == "xml:") name.remove_prefix(4);
    if (!is_name_start(name.front()) || name.front() == ':') out_ += '_';
    for (const char c : name) out_ += static_cast<signed char>(c) < 0 ? '_' : c;
  }

  void start_tag() {
    ++at_;
    const std::string_view name = take_name();
    const bool kept = open_.size() < kDeepestXml;
    if (kept) {
      out_ += '<';
      put_name(name);
    }
    bool empty = false;
    std::size_t attributes = 0;
    for (;;) {
      skip_blanks();
      if (at_ >= in_.size() || in_[at_] == '<') {
        mended_ = true;
        break;
      }
      const char c = in_[at_];
      if (c == '>') {
        ++at_;
        break;
      }
      if (is_name_start(c)) {
        attribute(kept && ++attributes <= kMostAttributes);
        continue;
      }
      ++at_;
      empty = c == '/' && at_ < in_.size() && in_[at_] == '>';
      mended_ |= !empty;
    }
    if (kept) out_ += '>';
    open_.push_back(name);
    if (empty) close();
  }

  void attribute(bool kept) {
    const std::string_view name = take_name();
    skip_blanks();
    std::string_view value;
    if (at_ < in_.size() && in_[at_] == '=') {
      ++at_;
      skip_blanks();
      value = attribute_value();
    } else {
      mended_ = true;
    }
    if (!kept || name == "xmlns" || name.substr(0, 6) == "xmlns:") return;
    out_ += ' ';
    put_name(name);
    out_ += "=\"";
    escape(value, kAttribute);
    out_ += '"';
  }

  std::string_view attribute_value() {
    const char quote = at_ < in_.size() ? in_[at_] : ' ';
    if (quote == '"' || quote == '\'') {
      // Where no further quotation mark stands none is sought again: that would be quadratic.
      std::size_t& last = last_quote_[quote == '"'];
      const std::size_t end = last == in_.npos ? in_.npos : in_.find(quote, at_ + 1);
      if (end != in_.npos) {
        const std::string_view value = in_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return value;
      }
      last = in_.npos;
      ++at_;
    }
    mended_ = true;
    const std::size_t begin = at_;
    while (at_ < in_.size() && !is_blank(in_[at_]) && in_[at_] != '>' && in_[at_] != '<') ++at_;
    return in_.substr(begin, at_ - begin);
  }

  void end_tag() {
    at_ += 2;
    const std::string_view name = take_name();
    skip_blanks();
    if (at_ < in_.size() && in_[at_] == '>') {
      ++at_;
    } else {
      mended_ = true;
    }
    const std::size_t searched = std::min(open_.size(), kSearchedDepth);
    const auto last = open_.rbegin() + static_cast<std::ptrdiff_t>(searched);
    const auto found = std::find(open_.rbegin(), last, name);
    mended_ |= found != open_.rbegin() || found == last;
    if (found == last) return;
    for (auto count = found - open_.rbegin() + 1; count > 0; --count) close();
  }

  /// Closes the innermost element.
  void close() {
    if (open_.size() <= kDeepestXml) {
      out_ += "</";
      put_name(open_.back());
      out_ += '>';
    } else {
      out_ += ' ';
    }
    open_.pop_back();
  }

  const std::string_view in_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::string_view> open_;
  std::array<std::size_t, 2> last_quote_ = {};
  bool endless_declaration_ = false;
  bool mended_ = false;
};

}  // namespace

MendedXml mend_xml(std::string_view xml) {
  if (simdjson::validate_utf8(xml.data(), xml.size())) return Mender(xml).mend();
  std::string cleaned(xml);
  clean_utf8(cleaned);
  return Mender(cleaned).mend();
}

}  // namespace alatoo
