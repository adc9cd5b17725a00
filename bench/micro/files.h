// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "indexer/read/source.h"

namespace alatoo {

/// Made-up stories as files of one format, a story each (JSON Lines: a line each). The same stories
/// in every format, with what such files have around a story: menus, scripts and link lists on a
/// web page, rights and codes in XML. Made anew at every call.
std::vector<RawItem> made_up_files(Format format);

/// A megabyte of made-up Russian-like prose in windows-1251.
std::string made_up_windows_1251();
/// The made-up English-like prose in UTF-16, little-endian behind a byte order mark.
std::string made_up_utf16();

}  // namespace alatoo
