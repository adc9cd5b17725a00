// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/facet_column.h"

#include <cstring>

#include "common/error.h"

namespace alatoo {
namespace {

// File, in 32-bit numbers of the machine's (little-endian) order: magic, docs; for each key field
// docs + 1 starts and as many values as the last start says; docs dates; docs lengths; docs + 1
// starts of ids; then the bytes of the ids.
constexpr std::uint32_t kMagic = 0x31465841;  // "AXF1"

void append(std::string& bytes, const std::vector<std::uint32_t>& numbers) {
  bytes.append(reinterpret_cast<const char*>(numbers.data()),
               numbers.size() * sizeof(std::uint32_t));
}

}  // namespace

FacetColumn::FacetColumn(const std::string& path) : file_(path) {
  const std::string_view bytes = file_.bytes();
  std::size_t at = 0;
  const auto take = [&](std::size_t count) {
    const std::size_t size = count * sizeof(std::uint32_t);
    if (size > bytes.size() - at)
      throw Error(path + ": not a whole facet column; rebuild the index");
    const auto* numbers = reinterpret_cast<const std::uint32_t*>(bytes.data() + at);
    at += size;
    return numbers;
  };
  const std::uint32_t* head = take(2);
  if (head[0] != kMagic) throw Error(path + ": not a facet column; rebuild the index");
  docs_ = head[1];
  for (std::size_t field = 0; field < kKeyFieldCount; ++field) {
    key_starts_[field] = take(std::size_t{docs_} + 1);
    key_values_[field] = take(key_starts_[field][docs_]);
  }
  dates_ = take(docs_);
  lengths_ = take(docs_);
  id_starts_ = take(std::size_t{docs_} + 1);
  ids_ = bytes.data() + at;
  if (id_starts_[docs_] != bytes.size() - at)
    throw Error(path + ": not a whole facet column; rebuild the index");
}

void write_facet_column(const std::string& path, const std::vector<FacetRow>& rows) {
  std::string bytes;
  append(bytes, {kMagic, static_cast<std::uint32_t>(rows.size())});
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> values;
  for (std::size_t field = 0; field < kKeyFieldCount; ++field) {
    starts.assign(1, 0);
    values.clear();
    for (const FacetRow& row : rows) {
      values.insert(values.end(), row.keys[field].begin(), row.keys[field].end());
      starts.push_back(static_cast<std::uint32_t>(values.size()));
    }
    append(bytes, starts);
    append(bytes, values);
  }
  values.clear();
  starts.assign(1, 0);
  std::string ids;
  for (const FacetRow& row : rows) {
    values.push_back(row.date);
    ids += row.id;
    starts.push_back(static_cast<std::uint32_t>(ids.size()));
  }
  append(bytes, values);
  values.clear();
  for (const FacetRow& row : rows) values.push_back(row.length);
  append(bytes, values);
  append(bytes, starts);
  bytes += ids;
  write_file(path, bytes);
}

}  // namespace alatoo
