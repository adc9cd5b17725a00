// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/authority.h"

namespace alatoo {

/// An outlet by the authority's name for it, or as the page spells it.
struct OutletName {
  std::string name;
  const Outlet* known = nullptr;  ///< lives as long as the authority

  bool agency() const { return known && known->agency; }
};

/// Who is meant by a name ("The Times", "AFP", "Guardian staff", "агентство «Рейтер»") or by an
/// address of its pages ("https://www.bbc.co.uk/news", "news.bbc.co.uk"). The unknown stay as
/// spelt, of an address the host without "www.".
OutletName outlet_name(std::string_view written, const Authority& authority);

}  // namespace alatoo
