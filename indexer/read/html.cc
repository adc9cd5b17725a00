// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html.h"

#include "common/text.h"
#include "indexer/read/markup.h"

namespace alatoo {

Members read_html(std::string_view html) {
  Member member;
  TextBuilder(member.article).add(text_of_markup(html));
  return {std::move(member)};
}
void add_html(std::string_view fragment, TextBuilder& to) { to.add(text_of_markup(fragment)); }
std::string html_line(std::string_view fragment) { return squeeze(text_of_markup(fragment)); }

}  // namespace alatoo
