// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/names.h"

#include <unicode/uchar.h>

#include "common/codec.h"
#include "common/error.h"
#include "common/mapped_file.h"
#include "common/text.h"

namespace alatoo {
namespace {

// File: magic; for each key field the number of keys, and for each key the key, the number of its
// forms, and each form with its count; the number of spellings, and each with its key and count.
constexpr std::string_view kMagic = "AXN1";

/// Longer than acronyms are, and without a small letter.
bool is_loud(const std::string& form) {
  constexpr std::size_t kAcronym = 8;
  if (form.size() <= kAcronym && form.find(' ') == std::string::npos) return false;
  for (std::size_t i = 0; i < form.size();) {
    if (u_islower(static_cast<UChar32>(next_code_point(form, i))) != 0) return false;
  }
  return true;
}

}  // namespace

const std::string& most_used(const std::map<std::string, std::uint64_t>& forms) {
  auto best = forms.begin();
  for (auto form = forms.begin(); form != forms.end(); ++form) {
    const bool calmer = form->second == best->second && is_loud(best->first);
    if (form->second > best->second || (calmer && !is_loud(form->first))) best = form;
  }
  return best->first;
}

void write_names(const std::string& path, const Names& names) {
  std::string bytes(kMagic);
  for (const std::vector<CountedKey>& keys : names.keys) {
    put_number(bytes, keys.size());
    for (const CountedKey& key : keys) {
      put_string(bytes, key.key);
      put_number(bytes, key.forms.size());
      for (const auto& [form, count] : key.forms) {
        put_string(bytes, form);
        put_number(bytes, count);
      }
    }
  }
  put_number(bytes, names.spellings.size());
  for (const auto& [spelling, count] : names.spellings) {
    put_string(bytes, spelling.first);
    put_string(bytes, spelling.second);
    put_number(bytes, count);
  }
  write_file(path, bytes);
}

Names read_names(const std::string& path) {
  const MappedFile file(path);
  if (!file.bytes().starts_with(kMagic))
    throw Error(path + ": no names file; the index is damaged, rebuild it");
  Names names;
  try {
    Reader reader(file.bytes().substr(kMagic.size()));
    for (std::vector<CountedKey>& keys : names.keys) {
      for (std::uint64_t n = reader.number(); n > 0; --n) {
        CountedKey& key = keys.emplace_back();
        key.key = reader.string();
        for (std::uint64_t forms = reader.number(); forms > 0; --forms) {
          std::string form(reader.string());
          key.forms.emplace_hint(key.forms.end(), std::move(form), reader.number());
        }
      }
    }
    for (std::uint64_t n = reader.number(); n > 0; --n) {
      std::string key(reader.string());
      std::string spelling(reader.string());
      const std::uint64_t count = reader.number();
      names.spellings.emplace_hint(names.spellings.end(),
                                   std::pair(std::move(key), std::move(spelling)), count);
    }
    if (!reader.done()) throw Error("the index is damaged: a file goes on after its end");
  } catch (const Error& problem) {
    throw Error(path + ": " + problem.what());
  }
  return names;
}

}  // namespace alatoo
