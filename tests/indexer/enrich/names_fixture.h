// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/authority.h"

namespace alatoo::test {

/// A small authority of its own, so that no test hangs on the shipped tables.
std::shared_ptr<const Authority> small_authority();

/// An article with one body zone.
Article article_of(const std::string& text);

/// The article after the rule recogniser.
Article recognised(Article article);
Article recognised(const std::string& text);

/// The article of a text in which curly brackets mark the mentions of persons, as a tagger may
/// deliver them; the brackets are no part of it. Its persons are resolved under `authority`.
Article resolved(const std::string& marked, const std::vector<std::string>& contributors = {});

std::vector<std::string> names(const Article& article, EntityKind kind);
std::vector<std::string> keys(const Article& article, EntityKind kind);
/// The mentions of the entity called `name`, as they stand in the text.
std::vector<std::string> mentions(const Article& article, EntityKind kind, const std::string& name);

}  // namespace alatoo::test
