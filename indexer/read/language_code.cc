// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/language_code.h"

#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <cstring>
#include <unordered_map>
#include <utility>

#include "common/text.h"

namespace alatoo {
namespace {

using Codes = std::unordered_map<std::string, std::string>;

/// The name of the language `code`, in lower case, as that of `reader` has it.
std::string name_in(const char* code, const char* reader) {
  icu::UnicodeString name;
  UErrorCode status = U_ZERO_ERROR;
  constexpr int32_t kRoom = 128;
  const int32_t size = uloc_getDisplayLanguage(code, reader, name.getBuffer(kRoom), kRoom, &status);
  name.releaseBuffer(U_SUCCESS(status) ? size : 0);
  std::string utf8;
  name.toUTF8String(utf8);
  return lower(utf8);
}

/// Everything but BCP 47 by what it means.
Codes all_codes() {
  Codes codes;
  const char* const* languages = uloc_getISOLanguages();
  for (; *languages; ++languages) {
    const char* code = *languages;
    if (std::strlen(code) != 2) continue;
    codes.try_emplace(code, code);
    for (std::string name :
         {std::string(uloc_getISO3Language(code)), name_in(code, "en"), name_in(code, code)}) {
      if (!name.empty()) codes.try_emplace(std::move(name), code);
    }
  }
  // ISO 639-2 has two codes for these; ICU knows the other one.
  for (const auto& [librarians, code] : {std::pair<const char*, const char*>{"alb", "sq"},
                                         {"arm", "hy"},
                                         {"baq", "eu"},
                                         {"bur", "my"},
                                         {"chi", "zh"},
                                         {"cze", "cs"},
                                         {"dut", "nl"},
                                         {"fre", "fr"},
                                         {"geo", "ka"},
                                         {"ger", "de"},
                                         {"gre", "el"},
                                         {"ice", "is"},
                                         {"mac", "mk"},
                                         {"mao", "mi"},
                                         {"may", "ms"},
                                         {"per", "fa"},
                                         {"rum", "ro"},
                                         {"slo", "sk"},
                                         {"tib", "bo"},
                                         {"wel", "cy"}}) {
    codes.try_emplace(librarians, code);
  }
  return codes;
}

}  // namespace

std::optional<std::string> language_code(std::string_view given) {
  // By far the most say this.
  if (given == "en") return "en";
  static const Codes codes = all_codes();
  const std::string low = lower(trim(given));
  const std::string primary = low.substr(0, low.find_first_of("-_"));
  for (const std::string& name : {low, primary.size() > 3 ? "" : primary}) {
    if (const auto known = codes.find(name); known != codes.end()) return known->second;
  }
  return std::nullopt;
}

}  // namespace alatoo
