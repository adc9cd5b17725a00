// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/request.h"
#include "tests/property/random_archive.h"

namespace alatoo {

/// Requests of every kind that the query language and the options know, over words and names that
/// the articles have, nearly have, or lack.
class RandomRequests {
 public:
  RandomRequests(const std::vector<Article>& articles, Random& random)
      : articles_(articles), random_(random) {}

  SearchRequest next();

 private:
  std::string word();
  std::string typo();
  std::string phrase();
  std::string wildcard();
  std::string name(Field field);
  std::string piece();
  std::string operand(int depth);
  std::string expression(int depth);
  std::string list();

  const std::vector<Article>& articles_;
  Random& random_;
};

/// Shown when a request fails.
std::string to_string(const SearchRequest& request);

}  // namespace alatoo
