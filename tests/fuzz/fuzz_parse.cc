// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that touches foreign bytes before they are articles: decompression, sniffing, and
// parsing in each format whatever the sniffer says.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/text.h"
#include "indexer/read/encoding.h"
#include "indexer/read/inflate.h"
#include "indexer/read/sniff.h"
#include "indexer/read/source.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const alatoo::Parsed& parsed) {
  for (const alatoo::Article& article : parsed.articles) {
    require(!article.id.empty() && !article.path.empty());
    require(!alatoo::trim(article.text).empty());
    std::string text = article.text;
    require(alatoo::clean_utf8(text) == 0 && text == article.text);
    for (const alatoo::Zone& zone : article.zones) {
      require(zone.span.begin < zone.span.end && zone.span.end <= article.text.size());
      if (zone.kind == alatoo::ZoneKind::headline) require(article.headline.has_value());
    }
  }
  for (const alatoo::Rejection& rejection : parsed.rejections) {
    require(!rejection.where.empty() && !rejection.reason.empty());
  }
}

/// What decompression makes of the bytes, as far as it gets and not more than 64 KiB.
std::string inflated(std::string_view bytes) {
  alatoo::Inflater inflater([&](char* to, std::size_t size) {
    const std::size_t count = std::min(size, bytes.size());
    std::memcpy(to, bytes.data(), count);
    bytes.remove_prefix(count);
    return count;
  });
  std::string out(1 << 16, '\0');
  std::size_t filled = 0;
  try {
    while (const std::size_t count = inflater.read(out.data() + filled, out.size() - filled)) {
      filled += count;
    }
  } catch (const alatoo::Error&) {
  }
  out.resize(filled);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  alatoo::RawItem item;
  item.path = "a";
  item.bytes = inflated({reinterpret_cast<const char*>(data), size});
  const alatoo::Sniffed sniffed = alatoo::sniff(item.bytes, true);
  require(sniffed.format.has_value() != !sniffed.refusal.empty());
  alatoo::sniff(std::string_view(item.bytes).substr(0, item.bytes.size() / 2), false);
  require(alatoo::is_utf8(alatoo::decode(item.bytes, alatoo::declared_encoding(item.bytes)).text));
  for (const auto format : {alatoo::Format::text, alatoo::Format::json, alatoo::Format::json_lines,
                            alatoo::Format::html, alatoo::Format::nitf, alatoo::Format::newsml,
                            alatoo::Format::feed, alatoo::Format::mail}) {
    item.format = format;
    item.line = format == alatoo::Format::json_lines ? 1 : 0;
    for (const char* id : {"", "a"}) {
      item.id = id;
      check(alatoo::parse(item));
    }
  }
  return 0;
}
