// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/registry.h"

#include <charconv>
#include <iterator>
#include <string_view>

#include "common/error.h"

namespace alatoo {
namespace {

constexpr std::size_t kMostNotes = 20;

}  // namespace

bool Registry::claim(const Article& article, const Place& place) {
  const std::lock_guard guard(mutex_);
  const Holder claimant = holder(article, place);
  const auto [found, is_new] = holders_.try_emplace(article.id, claimant);
  if (is_new) return true;
  Holder& before = found->second;
  const std::string path = path_of(article.id, before);
  if (!article.id_is_uri && !before.id_is_uri) {
    throw Error(path + " and " + article.path + " have one id, '" + article.id +
                "': rename one, or name their common folder with --root; nothing was published");
  }
  ++replaced_;
  const bool wins = before.place.before(place);
  notes_.insert("'" + article.id + "' comes twice: " + (wins ? article.path : path) + " replaces " +
                (wins ? path : article.path));
  if (notes_.size() > kMostNotes) notes_.erase(std::prev(notes_.end()));
  if (!wins) return false;
  if (before.place.docid) losers_.push_back(before.place);
  if (before.unchanged) --unchanged_;
  before = claimant;
  return true;
}

Registry::Holder Registry::holder(const Article& article, const Place& place) {
  Holder made{place, 0, 0, false, article.id_is_uri, false};
  std::string_view stem = article.path;
  const std::size_t mark = stem.find_last_of(":#");
  if (!article.id_is_uri && stem.ends_with(article.id)) {
    made.path_has_id = true;
    stem.remove_suffix(article.id.size());
  } else if (mark != stem.npos && mark + 1 < stem.size() && stem[mark + 1] != '0') {
    const char* end = stem.data() + stem.size();
    const auto read = std::from_chars(stem.data() + mark + 1, end, made.number);
    if (read.ec == std::errc() && read.ptr == end) {
      made.mark = stem[mark];
      stem = stem.substr(0, mark);
    }
  }
  // The items of a file follow each other, so what begins the paths of two begins those between.
  auto& stems = stems_[made.path_has_id];
  const auto after = stems.upper_bound(place.item);
  if (after == stems.begin() || std::prev(after)->second != stem)
    stems.try_emplace(place.item, stem);
  return made;
}

std::string Registry::path_of(const std::string& id, const Holder& holder) const {
  const auto& stems = stems_[holder.path_has_id];
  const std::string& stem = std::prev(stems.upper_bound(holder.place.item))->second;
  if (holder.path_has_id) return stem + id;
  return holder.mark ? stem + holder.mark + std::to_string(holder.number) : stem;
}

void Registry::placed(const std::string& id, const Place& place, std::uint32_t docid) {
  const std::lock_guard guard(mutex_);
  Place added = place;
  added.docid = docid;
  Holder& holder = holders_.at(id);
  // Another may have claimed the id while this one was being enriched.
  if (holder.stands_for(place)) {
    holder.place = added;
  } else {
    losers_.push_back(added);
  }
}

void Registry::unchanged(const std::string& id, const Place& place) {
  const std::lock_guard guard(mutex_);
  Holder& holder = holders_.at(id);
  if (!holder.stands_for(place)) return;
  holder.unchanged = true;
  ++unchanged_;
}

std::vector<std::string> Registry::notes() const {
  std::vector<std::string> lines(notes_.begin(), notes_.end());
  if (replaced_ > lines.size()) {
    lines.push_back("and " + std::to_string(replaced_ - lines.size()) +
                    " more ids that come twice");
  }
  return lines;
}

}  // namespace alatoo
