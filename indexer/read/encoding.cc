// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/encoding.h"

#include <simdjson.h>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "common/text.h"
#include "indexer/read/ascii.h"
#include "indexer/read/single_byte.h"

namespace alatoo {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

/// What pages mean by a name, as browsers have it: the larger set of which the named one is part.
std::string_view meant_by(std::string_view low) {
  static constexpr std::pair<std::string_view, std::string_view> kMeant[] = {
      {"iso-8859-1", "windows-1252"},
      {"latin1", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"ascii", "windows-1252"},
      {"ansi", "windows-1252"},
      {"iso8859-1", "windows-1252"},
      {"iso_8859-1", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"latin5", "windows-1254"},
      {"iso-8859-11", "windows-874"},
      {"tis-620", "windows-874"},
      {"win-1251", "windows-1251"},
      {"win1251", "windows-1251"},
      {"koi8r", "koi8-r"},
      {"koi8u", "koi8-u"},
      {"dos-866", "ibm866"},
      {"gb2312", "gb18030"},
      {"gb_2312-80", "gb18030"},
      {"gbk", "gb18030"},
      {"euc-kr", "windows-949"},
      {"ks_c_5601-1987", "windows-949"},
      {"uhc", "windows-949"},
      {"shift_jis", "windows-31j"},
      {"shift-jis", "windows-31j"},
      {"sjis", "windows-31j"},
      {"x-sjis", "windows-31j"},
      {"big5", "big5-hkscs"},
  };
  for (const auto& [name, meant] : kMeant) {
    if (low == name) return meant;
  }
  return low;
}

/// The name that users know, for what ICU opened.
std::string iana_name(const std::string& name) {
  if (name == "windows-949") return "EUC-KR";
  if (name == "windows-31j") return "Shift_JIS";
  if (name == "big5-hkscs") return "Big5";
  if (name == "gb18030") return "GB18030";
  UErrorCode status = U_ZERO_ERROR;
  const char* iana = ucnv_getStandardName(name.c_str(), "IANA", &status);
  return U_SUCCESS(status) && iana ? iana : name;
}

/// Null for what ICU does not know, and for what no news comes in: a superset of ASCII is wanted.
Converter open_converter(const std::string& name) {
  constexpr std::string_view kNameBytes = "abcdefghijklmnopqrstuvwxyz0123456789-_.:+()";
  Converter none(nullptr, ucnv_close);
  if (name.empty() || name.size() > 40 || name.find_first_not_of(kNameBytes) != name.npos) {
    return none;
  }
  UErrorCode status = U_ZERO_ERROR;
  Converter opened(ucnv_open(name.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return none;
  const UConverterType type = ucnv_getType(opened.get());
  const bool usable = type == UCNV_SBCS || type == UCNV_MBCS || type == UCNV_ISO_2022 ||
                      type == UCNV_HZ || type == UCNV_LATIN_1 || type == UCNV_US_ASCII;
  constexpr std::string_view kAscii = "Az<09>\n\"{";
  std::array<UChar, 32> units{};
  const int32_t size = ucnv_toUChars(opened.get(), units.data(), units.size(), kAscii.data(),
                                     static_cast<int32_t>(kAscii.size()), &status);
  const bool ascii = U_SUCCESS(status) && static_cast<std::size_t>(size) == kAscii.size() &&
                     std::equal(kAscii.begin(), kAscii.end(), units.begin());
  return usable && ascii ? std::move(opened) : std::move(none);
}

/// Text of an encoding that one or more bytes a character make.
Decoded convert(UConverter* converter, std::string_view bytes) {
  Decoded out;
  out.text.reserve(bytes.size() + bytes.size() / 2);
  std::array<UChar, 4096> units{};
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  UChar lead = 0;
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* to = units.data();
    ucnv_toUnicode(converter, &to, units.data() + units.size(), &from, end, nullptr, true, &status);
    for (const UChar* unit = units.data(); unit < to; ++unit) {
      char32_t c = *unit;
      if (c >= 0xD800 && c < 0xDC00) {
        lead = *unit;
        continue;
      }
      if (c >= 0xDC00 && c < 0xE000) c = 0x10000 + ((lead - 0xD800u) << 10) + (c - 0xDC00);
      // Bytes without a meaning come out as control characters from some tables.
      if (c == kReplacement || c == 0x1A || (c >= 0x80 && c < 0xA0)) {
        c = kReplacement;
        ++out.broken_bytes;
      }
      append_code_point(out.text, c);
    }
  }
  return out;
}

std::size_t characters_beyond_ascii(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return static_cast<signed char>(c) < 0 && !is_continuation(c);
  }));
}

Decoded decode_wide(std::string_view bytes, WideForm form) {
  Decoded out;
  out.encoding = form.unit == 4 ? "UTF-32" : "UTF-16";
  out.detected = form.mark == 0;
  if (out.detected) out.encoding += form.big_endian ? "BE" : "LE";
  bytes.remove_prefix(form.mark);
  out.text.reserve(bytes.size());
  const auto unit = [&](std::size_t at) {
    char32_t c = 0;
    for (std::size_t i = 0; i < form.unit; ++i) {
      const std::size_t place = form.big_endian ? at + i : at + form.unit - 1 - i;
      c = c << 8 | static_cast<unsigned char>(bytes[place]);
    }
    return c;
  };
  std::size_t at = 0;
  while (at + form.unit <= bytes.size()) {
    char32_t c = unit(at);
    at += form.unit;
    const bool lead = c >= 0xD800 && c < 0xDC00;
    if (lead && form.unit == 2 && at + 2 <= bytes.size() && (unit(at) & 0xFC00) == 0xDC00) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(at) - 0xDC00);
      at += 2;
    }
    if ((c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) {
      c = kReplacement;
      ++out.broken_bytes;
    }
    append_code_point(out.text, c);
  }
  if (at < bytes.size()) {
    append_code_point(out.text, kReplacement);
    ++out.broken_bytes;
  }
  return out;
}

/// UTF-8 whose broken bytes are replaced, and how many characters beyond ASCII it has that are
/// whole.
struct Mended {
  Decoded decoded;
  std::size_t characters = 0;
  std::size_t faults = 0;  ///< runs of broken bytes: what is left of one character is one
  bool cut_short = false;  ///< the last fault is the beginning of a character
};

/// True if the last bytes would be a character if more followed.
bool ends_in_character(std::string_view bytes) {
  std::size_t begin = bytes.size();
  while (begin > 0 && bytes.size() - begin < 3 && is_continuation(bytes[begin - 1])) --begin;
  if (begin == 0) return false;
  const auto lead = static_cast<unsigned char>(bytes[begin - 1]);
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  return lead <= 0xF4 && bytes.size() - begin + 1 < size;
}

Mended mend_utf8(std::string_view bytes) {
  Mended out;
  std::string& text = out.decoded.text;
  text.reserve(bytes.size() + 16);
  bool after_broken = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    const bool broken = c == kReplacement && at - begin == 1;
    out.faults += broken && !after_broken;
    after_broken = broken;
    out.decoded.broken_bytes += broken;
    out.characters += c >= 0x80 && !broken;
    append_code_point(text, c);
  }
  out.decoded.encoding = "UTF-8";
  out.cut_short = out.faults > 0 && ends_in_character(bytes);
  return out;
}

/// True if most bytes beyond ASCII stand beside another one.
bool has_rows(std::string_view bytes) {
  std::size_t high = 0;
  std::size_t beside = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto is_high = [&](std::size_t i) {
      return i < bytes.size() && static_cast<signed char>(bytes[i]) < 0;
    };
    if (!is_high(at)) continue;
    ++high;
    beside += is_high(at + 1) || is_high(at - 1);
  }
  return beside * 2 > high;
}

/// The multi-byte encoding of East Asia that the detector names, if the bytes read well in it.
std::optional<Decoded> decode_east_asian(std::string_view bytes) {
  static constexpr std::string_view kExpected[] = {"shift_jis", "euc-jp", "gb18030", "big5",
                                                   "euc-kr",    "uhc",    "euc-tw"};
  constexpr std::size_t kEnough = 64 << 10;
  if (!has_rows(bytes.substr(0, kEnough))) return std::nullopt;
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       uchardet_delete);
  if (uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kEnough)) != 0) {
    return std::nullopt;
  }
  uchardet_data_end(detector.get());
  const std::string low = lower_ascii(uchardet_get_charset(detector.get()));
  if (std::find(std::begin(kExpected), std::end(kExpected), low) == std::end(kExpected)) {
    return std::nullopt;
  }
  const std::string name(meant_by(low));
  const Converter converter = open_converter(name);
  if (!converter) return std::nullopt;
  Decoded decoded = convert(converter.get(), bytes);
  std::size_t expected = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < decoded.text.size();) {
    const char32_t c = next_code_point(decoded.text, at);
    if (c < 0x80) continue;
    ++all;
    const bool punctuation = (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3020);
    const bool kana_or_han = (c >= 0x3040 && c < 0x3100) || (c >= 0x4E00 && c < 0xA000);
    const bool hangul = c >= 0xAC00 && c < 0xD7A4;
    expected += punctuation || kana_or_han || hangul || (c >= 0xFF01 && c < 0xFF5F);
  }
  if (all < 4 || expected * 100 < all * 95) return std::nullopt;
  decoded.encoding = iana_name(name);
  return decoded;
}

/// What the document says of itself, unless that is plainly wrong.
std::optional<Decoded> decode_declared(std::string_view bytes, std::string_view declared) {
  const std::string name(meant_by(lower_ascii(trim(declared))));
  const Converter converter = open_converter(name);
  if (!converter) return std::nullopt;
  Decoded decoded = convert(converter.get(), bytes);
  decoded.encoding = iana_name(name);
  if (decoded.broken_bytes * 20 > characters_beyond_ascii(decoded.text)) return std::nullopt;
  if (!is_plausible_reading(decoded.encoding, bytes)) return std::nullopt;
  return decoded;
}

}  // namespace

std::string_view without_bom(std::string_view bytes) {
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  return bytes.substr(0, kBom.size()) == kBom ? bytes.substr(kBom.size()) : bytes;
}

bool is_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

std::optional<WideForm> wide_form(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return WideForm{4, false, 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return WideForm{4, true, 4};
  if (bytes.starts_with("\xFF\xFE"sv)) return WideForm{2, false, 2};
  if (bytes.starts_with("\xFE\xFF"sv)) return WideForm{2, true, 2};
  const std::string_view sample = bytes.substr(0, 4096);
  if (sample.find('\0') == sample.npos) return std::nullopt;
  for (const WideForm form :
       {WideForm{4, false, 0}, WideForm{4, true, 0}, WideForm{2, false, 0}, WideForm{2, true, 0}}) {
    const std::size_t units = sample.size() / form.unit;
    std::size_t usual = 0;
    std::size_t ascii = 0;
    bool possible = units >= 2;
    for (std::size_t i = 0; i < units && possible; ++i) {
      const std::string_view unit = sample.substr(i * form.unit, form.unit);
      char32_t c = 0;
      for (std::size_t k = 0; k < unit.size(); ++k) {
        c = c << 8 | static_cast<unsigned char>(unit[form.big_endian ? k : unit.size() - 1 - k]);
      }
      possible = c != 0 && c <= 0x10FFFF;
      usual += c < 0x700 || (c >= 0x2000 && c < 0x2200);
      ascii += c < 0x80;
    }
    if (possible && ascii > 0 && usual * 10 >= units * 9) return form;
  }
  return std::nullopt;
}

Decoded decode(std::string_view bytes, std::string_view declared) {
  if (const auto form = wide_form(bytes)) return decode_wide(bytes, *form);
  const bool marked = without_bom(bytes).size() < bytes.size();
  bytes = without_bom(bytes);
  if (is_utf8(bytes)) {
    // Only these hide other letters behind ASCII.
    const bool shifted = lower_ascii(trim(declared)).starts_with("iso-2022-");
    auto decoded = shifted ? decode_declared(bytes, declared) : std::nullopt;
    return decoded ? std::move(*decoded) : Decoded{std::string(bytes), "UTF-8", 0, false};
  }
  Mended utf8 = mend_utf8(bytes);
  // A text that was cut inside a character is not to blame for it.
  const std::size_t faults = utf8.faults - (utf8.cut_short ? 1 : 0);
  if (marked || (utf8.characters >= 2 * faults && utf8.characters > 0)) {
    return std::move(utf8.decoded);
  }
  if (auto decoded = decode_declared(bytes, declared)) return std::move(*decoded);
  auto decoded = decode_east_asian(bytes);
  if (!decoded) decoded = read_single_byte(bytes);
  decoded->detected = true;
  return std::move(*decoded);
}

}  // namespace alatoo
