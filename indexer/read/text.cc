// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/text.h"

#include <utility>

#include "common/text.h"

namespace alatoo {

Members read_text(std::string_view text) {
  Member member;
  member.article.text = text;
  clean_utf8(member.article.text);
  if (trim(member.article.text).empty()) member.refusal = "no text: only white space";
  return {std::move(member)};
}

}  // namespace alatoo
