// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/authority.h"

namespace alatoo {

/// A table of the user's own authority, as it was read.
struct AuthorityFile {
  std::string path;  ///< as named by the user: for error messages, and for its name
  std::string text;
};

/// The tables at `path`: a .tsv file, or those of a folder in the order of their names; of "none"
/// none. Their text comes as UTF-8 (of UTF-16 with its mark too) without byte order mark, in NFC.
/// Throws Error if a folder has none, if one cannot be read or is no UTF-8. What they say is not
/// looked at.
std::vector<AuthorityFile> read_authority_files(const std::string& path);

/// The shipped tables with the user's behind them. Throws Error naming file and line where one of
/// them is malformed.
std::shared_ptr<const Authority> make_authority(const std::vector<AuthorityFile>& files);

}  // namespace alatoo
