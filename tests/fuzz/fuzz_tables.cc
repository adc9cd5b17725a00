// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own tables over any bytes: they are taken or refused by an Error of one line that
// begins with the name of the file; and where changes are taken, each ends at an entity. The first
// byte chooses the table, a form feed parts it from a changes.tsv behind it.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/authority.h"
#include "common/error.h"

namespace {

using Tables = std::vector<std::pair<std::string, std::string_view>>;

void require(bool holds) {
  if (!holds) std::abort();
}

constexpr std::array kTables = {"people.tsv",  "places.tsv",      "organisations.tsv",
                                "outlets.tsv", "given_names.tsv", "changes.tsv"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t cut = text.find('\f');
  Tables tables = {{kTables[data[0] % kTables.size()], text.substr(0, cut)}};
  if (cut != text.npos) tables.emplace_back("changes.tsv", text.substr(cut + 1));
  try {
    const alatoo::Authority authority(tables);
    for (const std::string_view name : {"Osh", "a", "Kurmanbek Bakiyev"}) {
      for (const auto* person : authority.people(name)) require(!person->id.empty());
      for (const auto* place : authority.places(name)) require(!place->name.empty());
    }
    require(!authority.fingerprint().empty());
  } catch (const alatoo::Error& refusal) {
    const std::string_view line = refusal.what();
    require(line.find('\n') == line.npos);
    require(line.starts_with(tables.front().first) || line.starts_with("changes.tsv"));
  }
  return 0;
}
