// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/facet_column.h"

#include "common/table_reader.h"

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
  TableReader reader(file_, path, "facet column");
  const std::uint32_t* head = reader.take(2);
  if (head[0] != kMagic) reader.fail();
  docs_ = head[1];
  for (std::size_t field = 0; field < kKeyFieldCount; ++field) {
    key_starts_[field] = reader.take(std::size_t{docs_} + 1);
    key_values_[field] = reader.take(key_starts_[field][docs_]);
  }
  dates_ = reader.take(docs_);
  lengths_ = reader.take(docs_);
  id_starts_ = reader.take(std::size_t{docs_} + 1);
  ids_ = reader.rest(id_starts_[docs_]);
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
