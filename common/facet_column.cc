// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/facet_column.h"

#include <algorithm>

#include "common/table_reader.h"

namespace alatoo {
namespace {

// File, in 32-bit numbers of the machine's (little-endian) order: magic, docs; for each key field
// docs + 1 starts and as many values as the last start says; docs dates; docs lengths; docs content
// hashes, the low half first; docs + 1 starts of ids; then the bytes of the ids.
constexpr std::uint32_t kMagic = 0x32465841;  // "AXF2"

void append_numbers(std::string& bytes, const std::vector<std::uint32_t>& numbers) {
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
  contents_ = reader.take(std::size_t{docs_} * 2);
  id_starts_ = reader.take(std::size_t{docs_} + 1);
  ids_ = reader.rest(id_starts_[docs_]);
}

std::optional<std::string> FacetColumn::damage() const {
  // The last start is the size of the table: the constructor saw to that.
  const auto ascending = [&](const std::uint32_t* starts) {
    return starts[0] == 0 && std::is_sorted(starts, starts + docs_ + 1);
  };
  for (const Field field : kKeyFields) {
    if (!ascending(key_starts_[key_index(field)]))
      return "the starts of field " + std::string(info(field).name) + " are out of order";
  }
  if (!ascending(id_starts_)) return "the starts of the ids are out of order";
  return std::nullopt;
}

void FacetColumnWriter::add(const FacetRow& row) {
  for (std::size_t field = 0; field < kKeyFieldCount; ++field) {
    std::vector<std::uint32_t>& values = key_values_[field];
    values.insert(values.end(), row.keys[field].begin(), row.keys[field].end());
    key_ends_[field].push_back(static_cast<std::uint32_t>(values.size()));
  }
  dates_.push_back(row.date);
  lengths_.push_back(row.length);
  contents_.push_back(static_cast<std::uint32_t>(row.content));
  contents_.push_back(static_cast<std::uint32_t>(row.content >> 32));
  ids_ += row.id;
  id_ends_.push_back(static_cast<std::uint32_t>(ids_.size()));
  cleared_.push_back(false);
}

void FacetColumnWriter::append(const FacetColumn& column, std::uint32_t first, std::uint32_t last) {
  FacetRow row;
  for (std::uint32_t docid = first; docid <= last; ++docid) {
    row.id = column.id(docid);
    row.date = column.date(docid);
    row.length = column.length(docid);
    row.content = column.content(docid);
    for (const Field field : kKeyFields) {
      const auto keys = column.keys(field, docid);
      row.keys[key_index(field)].assign(keys.begin(), keys.end());
    }
    add(row);
  }
}

void FacetColumnWriter::clear(std::uint32_t docid) {
  const std::size_t i = docid - 1;
  dates_[i] = lengths_[i] = contents_[i * 2] = contents_[i * 2 + 1] = 0;
  cleared_[i] = true;
}

void FacetColumnWriter::renumber(
    const std::array<std::vector<std::uint32_t>, kKeyFieldCount>& ordinals) {
  for (std::size_t field = 0; field < kKeyFieldCount; ++field) {
    for (std::uint32_t& value : key_values_[field]) value = ordinals[field][value];
  }
}

void FacetColumnWriter::write(const std::string& path) const {
  const std::size_t docs = dates_.size();
  std::string bytes;
  append_numbers(bytes, {kMagic, static_cast<std::uint32_t>(docs)});
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> values;
  for (std::size_t field = 0; field < kKeyFieldCount; ++field) {
    starts.assign(1, 0);
    values.clear();
    for (std::size_t i = 0; i < docs; ++i) {
      for (std::size_t at = i ? key_ends_[field][i - 1] : 0; at < key_ends_[field][i]; ++at) {
        if (!cleared_[i]) values.push_back(key_values_[field][at]);
      }
      starts.push_back(static_cast<std::uint32_t>(values.size()));
    }
    append_numbers(bytes, starts);
    append_numbers(bytes, values);
  }
  append_numbers(bytes, dates_);
  append_numbers(bytes, lengths_);
  append_numbers(bytes, contents_);
  starts.assign(1, 0);
  std::string ids;
  for (std::size_t i = 0; i < docs; ++i) {
    const std::size_t begin = i ? id_ends_[i - 1] : 0;
    if (!cleared_[i]) ids.append(ids_, begin, id_ends_[i] - begin);
    starts.push_back(static_cast<std::uint32_t>(ids.size()));
  }
  append_numbers(bytes, starts);
  bytes += ids;
  write_file(path, bytes);
}

}  // namespace alatoo
