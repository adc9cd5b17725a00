// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/registry.h"

#include <algorithm>

#include "common/error.h"

namespace alatoo {
namespace {

constexpr std::size_t kMostNotes = 20;

}  // namespace

bool Registry::claim(const Article& article, const Place& place) {
  const std::lock_guard guard(mutex_);
  const auto [found, is_new] =
      holders_.try_emplace(article.id, Holder{place, article.path, article.id_is_uri});
  if (is_new) return true;
  Holder& holder = found->second;
  if (!article.id_is_uri && !holder.id_is_uri) {
    throw Error(holder.path + " and " + article.path + " have one id, '" + article.id +
                "': rename one, or name their common folder with --root; nothing was published");
  }
  ++replaced_;
  const bool wins = holder.place.before(place);
  notes_.push_back("'" + article.id + "' comes twice: " + (wins ? article.path : holder.path) +
                   " replaces " + (wins ? holder.path : article.path));
  if (!wins) return false;
  if (holder.place.docid) losers_.push_back(holder.place);
  holder = {place, article.path, article.id_is_uri};
  return true;
}

void Registry::placed(const std::string& id, const Place& place, std::uint32_t docid) {
  const std::lock_guard guard(mutex_);
  Place added = place;
  added.docid = docid;
  Holder& holder = holders_.at(id);
  // Another may have claimed the id while this one was being enriched.
  if (holder.place.item == place.item && holder.place.member == place.member) {
    holder.place = added;
  } else {
    losers_.push_back(added);
  }
}

std::vector<std::string> Registry::notes() const {
  std::vector<std::string> lines = notes_;
  std::sort(lines.begin(), lines.end());
  if (lines.size() > kMostNotes) {
    const std::size_t more = lines.size() - kMostNotes;
    lines.resize(kMostNotes);
    lines.push_back("and " + std::to_string(more) + " more ids that come twice");
  }
  return lines;
}

}  // namespace alatoo
