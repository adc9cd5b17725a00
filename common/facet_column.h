// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates.h"
#include "common/fields.h"
#include "common/mapped_file.h"

namespace alatoo {

/// What facets, dates and ties need of every document of a shard, docid by docid, straight from the
/// mapped file: key ordinals (into the generation's EntityTable) of each key field, in the
/// order of the article; the date; the length; the article's id. Docids start at 1; one without a
/// document has nothing.
class FacetColumn {
 public:
  /// Throws Error if the file is missing or no facet column.
  explicit FacetColumn(const std::string& path);

  /// The highest docid.
  std::uint32_t last_docid() const { return docs_; }
  /// Requires 1 <= docid <= last_docid(), as do the others. O(1).
  std::span<const std::uint32_t> keys(Field field, std::uint32_t docid) const {
    const std::uint32_t* starts = key_starts_[key_index(field)];
    return {key_values_[key_index(field)] + starts[docid - 1], starts[docid] - starts[docid - 1]};
  }
  /// PartialDate::packed; 0 if unknown.
  std::uint32_t date(std::uint32_t docid) const { return dates_[docid - 1]; }
  /// Words of the story as ranking counts them: those of the headline weigh more.
  std::uint32_t length(std::uint32_t docid) const { return lengths_[docid - 1]; }
  /// Hash of what the input said of the article (`content_hash`).
  std::uint64_t content(std::uint32_t docid) const {
    return std::uint64_t{contents_[std::size_t{docid} * 2 - 1]} << 32 |
           contents_[std::size_t{docid} * 2 - 2];
  }
  std::string_view id(std::uint32_t docid) const {
    return {ids_ + id_starts_[docid - 1], id_starts_[docid] - id_starts_[docid - 1]};
  }
  /// What is wrong with the tables, which opening takes on trust; absent if nothing is. O(docids).
  std::optional<std::string> damage() const;

 private:
  MappedFile file_;
  std::uint32_t docs_ = 0;
  std::array<const std::uint32_t*, kKeyFieldCount> key_starts_{};
  std::array<const std::uint32_t*, kKeyFieldCount> key_values_{};
  const std::uint32_t* dates_ = nullptr;
  const std::uint32_t* lengths_ = nullptr;
  const std::uint32_t* contents_ = nullptr;
  const std::uint32_t* id_starts_ = nullptr;
  const char* ids_ = nullptr;
};

/// One document on its way into a column.
struct FacetRow {
  std::string id;
  std::uint32_t date = 0;
  std::uint32_t length = 0;
  std::uint64_t content = 0;
  std::array<std::vector<std::uint32_t>, kKeyFieldCount> keys;
};

/// The column of a growing shard, kept as small as its file will be.
class FacetColumnWriter {
 public:
  /// The row of the next docid, from 1 on. At most 4 GB of ids and 2^32 - 1 keys a field.
  void add(const FacetRow& row);
  /// The rows of all docids of `column` from `first` to `last`, for the next docids.
  void append(const FacetColumn& column, std::uint32_t first, std::uint32_t last);
  /// The docid loses its document. Requires that it was added.
  void clear(std::uint32_t docid);
  std::uint32_t last_docid() const { return static_cast<std::uint32_t>(dates_.size()); }
  /// Calls `visit(id)` for every docid that has a document.
  template <typename Visit>
  void each_id(const Visit& visit) const {
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      const std::size_t begin = i ? id_ends_[i - 1] : 0;
      if (!cleared_[i]) visit(ids_.substr(begin, id_ends_[i] - begin));
    }
  }
  /// Key `k` of field `f` becomes `ordinals[f][k]`.
  void renumber(const std::array<std::vector<std::uint32_t>, kKeyFieldCount>& ordinals);
  /// Throws Error naming the file.
  void write(const std::string& path) const;

 private:
  std::array<std::vector<std::uint32_t>, kKeyFieldCount> key_ends_;
  std::array<std::vector<std::uint32_t>, kKeyFieldCount> key_values_;
  std::vector<std::uint32_t> dates_;
  std::vector<std::uint32_t> lengths_;
  std::vector<std::uint32_t> contents_;  // low half, high half
  std::vector<std::uint32_t> id_ends_;
  std::string ids_;
  std::vector<bool> cleared_;
};

}  // namespace alatoo
