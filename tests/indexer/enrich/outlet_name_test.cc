// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/outlet_name.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "indexer/enrich/shipped.h"

namespace alatoo {
namespace {

TEST(OutletName, NamesAndAddresses) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"AFP", "Agence France-Presse"},
      {"The Guardian", "The Guardian"},
      {"Guardian staff", "The Guardian"},
      {"AFP News Agency", "Agence France-Presse"},
      {"агентство «Рейтер»", "Reuters"},
      {"«Коммерсантъ»", "Kommersant"},
      {"ИА Регнум", "Regnum"},
      {"Reuters.", "Reuters"},
      {"bbc.co.uk", "BBC"},
      {"edition.cnn.com", "CNN"},
      {"https://www.bbc.co.uk/news/world-asia-1", "BBC"},
      {"http://kg.akipress.org/news:1", "AKIpress"},
      {"www.Lake-Courier.example", "Lake-Courier.example"},
      {"https://lake-courier.example/a?b=c", "lake-courier.example"},
      {"The Lake Courier", "The Lake Courier"},
      {"  The   Lake Courier, ", "The Lake Courier"},
      {"co.uk", "co.uk"},
      {"", ""},
  };
  for (const auto& [written, name] : cases) {
    EXPECT_EQ(outlet_name(written, *shipped_authority()).name, name) << written;
  }
  EXPECT_TRUE(outlet_name("AFP", *shipped_authority()).agency());
  EXPECT_FALSE(outlet_name("BBC", *shipped_authority()).agency());
  EXPECT_FALSE(outlet_name("The Lake Courier", *shipped_authority()).known);
}

}  // namespace
}  // namespace alatoo
