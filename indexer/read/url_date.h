// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "common/dates.h"

namespace alatoo {

/// The date in the path of an address: "/2010/04/07/", "/2010/apr/07/", "-2010-04-07.html",
/// "/20100407/", or a month alone: "/2010/04/". Unknown if there is none. Host and query do not
/// count.
PartialDate url_date(std::string_view url);

}  // namespace alatoo
