// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article.h"

namespace alatoo {

/// Which ids a job has met, and which article stands for each: of two with one uri the later in the
/// order of the input, whichever worker came first. Thread-safe.
class Registry {
 public:
  /// Where an article comes from, in the order of the input, and where it went.
  struct Place {
    std::uint64_t item = 0;    ///< number of its RawItem
    std::uint32_t member = 0;  ///< which article of the item
    std::uint32_t worker = 0;
    std::uint32_t docid = 0;  ///< in the worker's shard; 0 while it is not added

    bool before(const Place& other) const {
      return item != other.item ? item < other.item : member < other.member;
    }
  };

  /// True if the article at `place` is to be indexed: its id is new, or held by one before it,
  /// which then loses. Throws Error naming both files if two ids made from paths are equal.
  bool claim(const Article& article, const Place& place);

  /// Tells the docid that an article with a granted claim got.
  void placed(const std::string& id, const Place& place, std::uint32_t docid);
  /// Tells, instead, that the archive holds the article with a granted claim as it is.
  void unchanged(const std::string& id, const Place& place);

  /// The documents that lost after they had been added.
  const std::vector<Place>& losers() const { return losers_; }
  /// A line for each time that an id was met again, the first few, sorted.
  std::vector<std::string> notes() const;
  std::uint64_t replaced() const { return replaced_; }
  /// Ids whose last article in the input the archive holds as it is.
  std::uint64_t unchanged() const { return unchanged_; }

 private:
  /// One an article of the archive, so it is small: of its path only the end, which is its own.
  struct Holder {
    Place place;
    std::uint32_t number = 0;  ///< its line or number in the file
    char mark = 0;             ///< in front of the number, ":" or "#"; 0: there is none
    bool path_has_id = false;  ///< the id is the end of the path
    bool id_is_uri = false;
    bool unchanged = false;

    bool stands_for(const Place& other) const {
      return place.item == other.item && place.member == other.member;
    }
  };
  Holder holder(const Article& article, const Place& place);
  std::string path_of(const std::string& id, const Holder& holder) const;

  std::mutex mutex_;
  std::unordered_map<std::string, Holder> holders_;
  std::vector<Place> losers_;
  /// What paths begin with, from an item on: of those that end otherwise, and of those that end
  /// with the id. All items of one file have the same.
  std::array<std::map<std::uint64_t, std::string>, 2> stems_;
  std::set<std::string> notes_;  ///< the first few
  std::uint64_t replaced_ = 0;
  std::uint64_t unchanged_ = 0;
};

}  // namespace alatoo
