// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/write/articles.h"

namespace alatoo {

Article written(const std::string& id, const std::string& headline, const std::string& body) {
  Article article;
  article.id = article.path = id;
  article.language = "en";
  article.headline = headline;
  article.text = headline + "\n\n" + body;
  const auto middle = static_cast<std::uint32_t>(headline.size());
  article.zones = {{ZoneKind::headline, {0, middle}},
                   {ZoneKind::body, {middle + 2, static_cast<std::uint32_t>(article.text.size())}}};
  return article;
}

void name_in(Article& article, EntityKind kind, const std::string& key, const std::string& name,
             const std::string& surface) {
  Entity entity{key, "id-" + key, name, {}};
  if (const std::size_t at = article.text.find(surface); at != std::string::npos) {
    const auto begin = static_cast<std::uint32_t>(at);
    entity.mentions.push_back({begin, begin + static_cast<std::uint32_t>(surface.size())});
  }
  article.of(kind).push_back(std::move(entity));
}

}  // namespace alatoo
