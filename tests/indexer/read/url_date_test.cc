// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/url_date.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace alatoo {
namespace {

TEST(UrlDate, Forms) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"https://example.org/2010/04/07/ferries", "2010-04-07"},
      {"https://example.org/2010/4/7/", "2010-04-07"},
      {"https://example.org/news/2010/apr/07/ferries.html", "2010-04-07"},
      {"https://example.org/ferries-2010-04-07.html", "2010-04-07"},
      {"https://example.org/ferries_2010_04_07.html", "2010-04-07"},
      {"https://example.org/20100407/ferries", "2010-04-07"},
      {"https://example.org/ferries20100407.html", "2010-04-07"},
      {"https://example.org/2010-04/07/c_1234.htm", "2010-04-07"},
      {"https://example.org/2010/0407/c90.html", "2010-04-07"},
      {"https://example.org/2010/04/07#top", "2010-04-07"},
      {"https://example.org/2010/04/ferries", "2010-04"},
      {"https://example.org/2010/04/ferries-2010-04-09.html", "2010-04-09"},
      // What an archive of pages puts in front is its own.
      {"https://web.example.org/web/20141122101010/http://example.org/2010/04/07/a", "2010-04-07"},
      {"https://web.example.org/web/20141122/http://example.org/a", ""},
      {"https://example.org/2010/13/ferries", ""},
      {"https://example.org/id/20101307", ""},
      {"https://example.org/id/29990101", ""},
      {"https://example.org/id/123456789", ""},
      {"https://example.org/top-100-2010-films", ""},
      {"https://2010-04-07.example.org/ferries", ""},
      {"https://example.org/ferries?d=2010-04-07", ""},
      {"https://example.org", ""},
      {"not an address", ""},
      {"", ""},
  };
  for (const auto& [url, date] : cases) EXPECT_EQ(url_date(url).iso(), date) << url;
}

}  // namespace
}  // namespace alatoo
