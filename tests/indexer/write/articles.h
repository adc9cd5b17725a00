// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "common/article.h"

namespace alatoo {

/// An English article of a headline and a body.
Article written(const std::string& id, const std::string& headline, const std::string& body);

/// Adds an entity that its text names where `surface` stands first.
void name_in(Article& article, EntityKind kind, const std::string& key, const std::string& name,
             const std::string& surface);

}  // namespace alatoo
