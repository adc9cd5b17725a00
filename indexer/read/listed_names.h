// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/name_words.h"

namespace alatoo {

/// Names as bylines and credits list them: "Ann Lee in Oslo and Bo Ek, Daily Courier". A name is a
/// run of two to five capitalised words; what stands behind "in" is a place; a run with a word such
/// as "News" or all in capitals behind a name is an outlet.
///
/// Adds each person (names all in capitals put in mixed case) and, if asked for, each outlet once.
/// `stop_at_other`: the list ends at the first word that neither belongs to a name nor joins two.
/// `others`, if asked for: capitalised words that are neither, places aside ("Interfax").
/// Mail addresses, handles and links are passed over, titles are no names ("Tokyo Correspondent").
void listed_names(std::string_view text, bool stop_at_other, std::vector<std::string>& people,
                  std::vector<std::string>* outlets, std::vector<std::string>* others = nullptr);

/// The text with bars in place of mail addresses, handles ("@ann") and links. As long as before.
std::string without_addresses(std::string_view text);

/// The persons alone.
std::vector<std::string> person_names(std::string_view text);

/// True if a word of the name is one that outlets are called by: "The Courier", "Radio Oslo".
bool is_outlet_name(std::string_view name);

/// "ann" as "Ann". Requires a letter or more.
std::string capitalised(std::string_view word);

/// "BISHKEK" as "Bishkek"; words that are not all in capitals are left alone.
std::string title_case(std::string_view text);

/// "Ann Lee, Bo Ek and Cy Fox".
std::string joined_names(const std::vector<std::string>& names);

/// Appends a name that is not empty and not yet there.
void add_once(std::vector<std::string>& names, std::string name);

}  // namespace alatoo
