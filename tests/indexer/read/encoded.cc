// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/read/encoded.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

namespace alatoo {

std::string encoded(std::string_view utf8, const char* encoding) {
  std::string out(utf8.size() * 4 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = ucnv_convert(encoding, "UTF-8", out.data(), static_cast<int32_t>(out.size()),
                                    utf8.data(), static_cast<int32_t>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status)) << encoding << ": " << u_errorName(status);
  out.resize(static_cast<std::size_t>(size));
  EXPECT_EQ(out.find('\x1A'), out.npos) << encoding << " lacks a letter of: " << utf8;
  return out;
}

}  // namespace alatoo
