// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/single_byte.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <vector>

#include "common/text.h"

namespace alatoo {
namespace {

constexpr std::size_t kHigh = 128;  // bytes beyond ASCII
constexpr std::size_t kSampled = 4096;
constexpr float kHabit = 0.3F;  // what speaks for Windows-1252 before any letter does

/// The letters beyond ASCII that a language writes with, the commonest first. They weigh from
/// `first` down to `last`.
struct Alphabet {
  std::u32string_view letters;
  float first = 1.1F;
  float last = 0.7F;
};
using Alphabets = std::vector<Alphabet>;

/// Names alone, in articles of another language, have letters of several: hence the last one.
Alphabets western() {
  constexpr std::u32string_view kAll = U"àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßœšž";
  return {{U"éèàêçôùîûâœïë"}, {U"üäöß"},       {U"óíáéñúü"},      {U"ãçéáíóêúàâõü"},
          {U"èàòùéìí"},       {U"ëéïöüè"},     {U"äåöé"},         {U"øåæé"},
          {U"áðíóöúéþýæ"},    {U"éàóèíçïúüò"}, {kAll, 0.6F, 0.6F}};
}
Alphabets central() {
  constexpr std::u32string_view kAll = U"áâăäąćçčďđéëęěíîĺľłńňóôőöŕřśšşťţúůűüýźžżß";
  return {{U"łąęóżśćńź"}, {U"íáěéřčžýšůúťňďó"}, {U"áíéčžšýťúľôďňäĺóŕ"}, {U"áéöóőíüúű"},
          {U"ăşţîâ"},     {U"čšžćđ"},           {kAll, 0.5F, 0.5F}};
}
Alphabets turkish() { return {{U"ıüşöğçİâîû"}}; }
Alphabets baltic() { return {{U"ėųšįžąūčę"}, {U"āīēšūņļžķčģ"}, {U"äõüöšž"}}; }

/// Whole alphabets: a letter that is rare tells against a reading as much as a common one for it.
Alphabets of_whole(std::initializer_list<std::u32string_view> languages) {
  Alphabets all;
  for (const std::u32string_view letters : languages) all.push_back({letters, 1.5F, -1.5F});
  return all;
}
Alphabets cyrillic() {
  return of_whole({U"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", U"оанивіетрслкдмпуязьбгйчхжїцшюєфщґ",
                   U"анеіросткдляывмупзьўгбчйцхжшэюфё", U"аоиентрсвлкдпмзгяъубчйжцщхшюфь",
                   U"аоиенрсјтвдкупмлзгбшчцњћжљђхфџ"});
}
Alphabets greek() { return of_whole({U"αοιετσνηυρπκμλςίόάέωδήγχθύώφβξζψϊϋΐΰ"}); }
Alphabets hebrew() { return of_whole({U"יוהלאתרבשמנעדקחפסטםגןכזצךףץ"}); }
Alphabets arabic() { return of_whole({U"اليمنرتوبةعدسفهكقحجشطصىأخذضزءثئإغظؤآ"}); }

/// What a character does between others.
enum class Role : std::uint8_t {
  none,    ///< no character at all
  small,   ///< a letter
  large,   ///< a capital letter
  blank,   ///< takes no room of its own beside a sign: no-break space
  joiner,  ///< may stand between two letters: ’ –
  sign,    ///< news have it, not inside of a word: “ « £ °
  odd,     ///< news hardly have it
};

struct Encoding {
  const char* name;
  std::array<char32_t, kHigh> meaning{};
  std::array<Role, 256> role{};                     ///< of each byte
  std::array<std::uint8_t, 256> script{};           ///< of each byte that is a letter
  std::vector<std::array<float, kHigh>> weights{};  ///< for each alphabet

  Encoding(const char* iana, const Alphabets& alphabets);
};

constexpr std::uint8_t script_of(char32_t c) {
  return c < 0x250 ? 0 : c < 0x400 ? 1 : c < 0x530 ? 2 : c < 0x600 ? 3 : 4;
}

Role role_of(char32_t c) {
  constexpr std::u32string_view kJoiners = U"’‘–—…·";
  constexpr std::u32string_view kBlanks = U"\u00A0\u00AD\u200C\u200D";
  constexpr std::u32string_view kSigns = U"“”„«»‹›‚•°£€©®™§№¿¡½¼¾ªº²³´¨،؛؟";
  const auto any = [c](std::u32string_view list) { return list.find(c) != list.npos; };
  if (c < 0xA0 && c >= 0x80) return Role::none;
  if (c == 0xFFFD || (c >= 0xE000 && c < 0xF900)) return Role::none;
  if (any(kBlanks)) return Role::blank;
  if (any(kJoiners)) return Role::joiner;
  if (any(kSigns)) return Role::sign;
  if (!is_letter(c)) return Role::odd;
  return is_upper(c) ? Role::large : Role::small;
}

Encoding::Encoding(const char* iana, const Alphabets& alphabets) : name(iana) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(iana, &status);
  std::array<char, kHigh> bytes{};
  for (std::size_t i = 0; i < kHigh; ++i) bytes[i] = static_cast<char>(i + kHigh);
  for (std::size_t i = 0; i < kHigh; ++i) {
    std::array<UChar, 4> unit{};
    const int32_t size = ucnv_toUChars(converter, unit.data(), unit.size(), &bytes[i], 1, &status);
    const bool whole = U_SUCCESS(status) && size == 1;
    meaning[i] = whole && role_of(unit[0]) != Role::none ? unit[0] : 0xFFFD;
    status = U_ZERO_ERROR;
  }
  ucnv_close(converter);
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const char32_t c = byte < kHigh ? static_cast<char32_t>(byte) : meaning[byte - kHigh];
    role[byte] = role_of(c);
    script[byte] = script_of(c);
  }
  for (const Alphabet& alphabet : alphabets) {
    std::array<float, kHigh>& weight = weights.emplace_back();
    for (std::size_t i = 0; i < kHigh; ++i) {
      const char32_t c = meaning[i];
      const auto low = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
      const std::size_t rank = std::min(alphabet.letters.find(c), alphabet.letters.find(low));
      const auto place = static_cast<float>(rank) / static_cast<float>(alphabet.letters.size());
      weight[i] = rank == std::u32string_view::npos
                      ? -1.0F
                      : alphabet.first + place * (alphabet.last - alphabet.first);
      // Where letters alone do not tell, small ones are likelier than capitals.
      if (low != c) weight[i] -= 0.05F;
    }
  }
}

/// Of equal readings the first wins.
const std::vector<Encoding>& encodings() {
  static const std::vector<Encoding> all = {
      {"windows-1252", western()}, {"windows-1251", cyrillic()}, {"KOI8-R", cyrillic()},
      {"windows-1250", central()}, {"windows-1254", turkish()},  {"ISO-8859-2", central()},
      {"ISO-8859-15", western()},  {"windows-1257", baltic()},   {"IBM866", cyrillic()},
      {"ISO-8859-5", cyrillic()},  {"KOI8-U", cyrillic()},       {"windows-1253", greek()},
      {"ISO-8859-7", greek()},     {"windows-1255", hebrew()},   {"windows-1256", arabic()},
      {"macintosh", western()},    {"IBM850", western()}};
  return all;
}

bool is_high(char byte) { return static_cast<signed char>(byte) < 0; }

/// How much the text, read in this encoding, looks like one: about 1 for each high byte that fits.
float score(const Encoding& encoding, std::string_view bytes) {
  float context = 0;
  int unpaired = 0;
  std::array<std::uint32_t, kHigh> seen{};
  const auto byte_at = [&](std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : std::uint8_t{' '};
  };
  const auto letter = [&](std::uint8_t byte) {
    return encoding.role[byte] == Role::small || encoding.role[byte] == Role::large;
  };
  const auto sign = [&](std::uint8_t byte) {
    return byte >= kHigh && !letter(byte) && encoding.role[byte] != Role::blank;
  };
  const auto digit = [](std::uint8_t byte) { return byte >= '0' && byte <= '9'; };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_high(bytes[at])) continue;
    const std::uint8_t byte = byte_at(at);
    const std::uint8_t before = byte_at(at - 1);  // at 0 it is beyond the end
    const std::uint8_t after = byte_at(at + 1);
    const bool inside = letter(before) && letter(after);
    switch (encoding.role[byte]) {
      case Role::none:
        context -= 4;
        break;
      case Role::blank:
        context += 0.9F;
        break;
      case Role::joiner:
      case Role::sign: {
        const bool alone = !(sign(before) || sign(after));
        context += inside && encoding.role[byte] == Role::sign ? -2.0F : alone ? 1.15F : 0.0F;
        unpaired += encoding.meaning[byte - kHigh] == U'«';
        unpaired -= encoding.meaning[byte - kHigh] == U'»';
        break;
      }
      case Role::odd:
        context -= letter(before) || letter(after) ? 2 : 1;
        break;
      case Role::small:
      case Role::large: {
        const std::uint8_t script = encoding.script[byte];
        const bool mixed = (letter(before) && encoding.script[before] != script) ||
                           (letter(after) && encoding.script[after] != script);
        const bool humped = encoding.role[byte] == Role::large
                                ? encoding.role[before] == Role::small
                                : encoding.role[after] == Role::large;
        // Latin words have letters beyond ASCII here and there, not in a row.
        const bool row = script == 0 && before >= kHigh && letter(before) && at >= 2 &&
                         is_high(bytes[at - 2]) && letter(byte_at(at - 2));
        if (mixed || humped || row) {
          context -= 2;
        } else if (!digit(before) && !digit(after) &&
                   (script == 0 || letter(before) || letter(after))) {
          // A letter beside a digit, and one alone of another script, may be anything.
          ++seen[byte - kHigh];
        }
      }
    }
  }
  float best = -std::numeric_limits<float>::infinity();
  for (const std::array<float, kHigh>& weight : encoding.weights) {
    float sum = 0;
    for (std::size_t i = 0; i < kHigh; ++i) sum += static_cast<float>(seen[i]) * weight[i];
    best = std::max(best, sum);
  }
  return context + best - static_cast<float>(std::abs(unpaired));
}

/// As many bytes of the front as hold what is looked at.
std::string_view sample_of(std::string_view bytes) {
  std::size_t high = 0;
  std::size_t end = 0;
  while (end < bytes.size() && high < kSampled) high += is_high(bytes[end++]);
  return bytes.substr(0, end);
}

struct Best {
  std::size_t index = 0;  ///< among encodings()
  float score = 0;
};

Best best_reading(std::string_view sample) {
  const std::vector<Encoding>& all = encodings();
  Best best{0, score(all[0], sample) + kHabit};
  for (std::size_t i = 1; i < all.size(); ++i) {
    const float own = score(all[i], sample);
    if (own > best.score) best = {i, own};
  }
  return best;
}

}  // namespace

Decoded read_single_byte(std::string_view bytes) {
  const Encoding& encoding = encodings()[best_reading(sample_of(bytes)).index];
  Decoded out;
  out.encoding = encoding.name;
  out.text.reserve(bytes.size() * 2);
  for (const char byte : bytes) {
    if (!is_high(byte)) {
      out.text += byte;
      continue;
    }
    const char32_t c = encoding.meaning[static_cast<unsigned char>(byte) - kHigh];
    out.broken_bytes += c == 0xFFFD;
    append_code_point(out.text, c);
  }
  return out;
}

bool is_plausible_reading(std::string_view encoding, std::string_view bytes) {
  const std::string_view sample = sample_of(bytes);
  const auto& all = encodings();
  const auto own = std::find_if(all.begin(), all.end(),
                                [&](const Encoding& one) { return one.name == encoding; });
  return own == all.end() || score(*own, sample) >= 0.8F * best_reading(sample).score - 4;
}

}  // namespace alatoo
