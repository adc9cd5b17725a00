// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/postings.h"

namespace alatoo {

const std::vector<Posting>& Postings::of(const std::string& term) {
  const auto [found, is_new] = lists_.try_emplace(term);
  std::vector<Posting>& list = found->second;
  if (!is_new) return list;
  list.reserve(database_.get_termfreq(term));
  const Xapian::PostingIterator end = database_.postlist_end(term);
  for (Xapian::PostingIterator i = database_.postlist_begin(term); i != end; ++i) {
    list.push_back({*i, i.get_wdf()});
  }
  return list;
}

}  // namespace alatoo
