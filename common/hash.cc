// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/hash.h"

#include <xxhash.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

#include "common/error.h"
#include "common/stop.h"

namespace alatoo {

std::uint64_t hash(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

FileHash hash_file(const std::string& path) {
  const auto fail = [&]() -> void { throw Error(path + ": cannot read: " + std::strerror(errno)); };
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"),
                                                             &std::fclose);
  if (!file) fail();
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(),
                                                                              &XXH3_freeState);
  XXH3_64bits_reset(state.get());
  FileHash sum;
  std::vector<char> piece(std::size_t{1} << 20);
  while (const std::size_t n = std::fread(piece.data(), 1, piece.size(), file.get())) {
    XXH3_64bits_update(state.get(), piece.data(), n);
    sum.size += n;
    stop_if_asked();
  }
  if (std::ferror(file.get())) fail();
  sum.hash = XXH3_64bits_digest(state.get());
  return sum;
}

std::string hex(std::uint64_t n) {
  std::string digits(16, '0');
  for (std::size_t i = 16; i-- > 0; n >>= 4) digits[i] = "0123456789abcdef"[n & 15];
  return digits;
}

}  // namespace alatoo
