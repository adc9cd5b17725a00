// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/generation.h"

namespace alatoo {

/// What is wrong with one file of a generation.
struct FileFault {
  std::string path;  ///< inside the generation's folder
  std::string what;  ///< "is missing"
};

/// What is wrong with one file that a manifest names, here at `path`; absent if it is whole. Reads
/// every byte.
std::optional<std::string> content_fault(const std::string& path, const Manifest::File& expected);

/// Compares every file in `folder` with the manifest: files that are missing, that do not belong
/// there, are of another size or have another checksum. Sorted by path, each file once. Reads every
/// byte, two files at a time; memory does not grow.
std::vector<FileFault> file_faults(const std::string& folder, const Manifest& manifest);
/// The same by sizes alone: in no time.
std::vector<FileFault> size_faults(const std::string& folder, const Manifest& manifest);

/// Throws Error in one line if there is any.
void require_whole_files(const std::string& folder, const Manifest& manifest);

}  // namespace alatoo
