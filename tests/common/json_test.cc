// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/json.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace alatoo {
namespace {

TEST(Json, KeepsTheOrderOfMembers) {
  Json object;
  object["zone"] = 1;
  object["article"] = 2;
  EXPECT_EQ(dump(object), R"({"zone":1,"article":2})");
}

TEST(Json, LeavesLettersUnescapedAndReplacesBrokenBytes) {
  EXPECT_EQ(dump(Json("Ош \xFF")), "\"Ош \xEF\xBF\xBD\"");
  EXPECT_EQ(dump(Json(std::string("a\x1b\n\0b", 5))), R"("a\u001b\n\u0000b")");
}

TEST(Json, ReadsWhatItWrites) {
  const std::string text =
      R"({"a":[1,-2,18446744073709551615,0.5,true,false,null,"Жээнбеков \"x\""],"b":{}})";
  EXPECT_EQ(dump(parse_json(text)), text);
  EXPECT_EQ(parse_json(" 7 "), Json(7));
}

TEST(Json, RefusesWhatIsNotOneDocument) {
  for (const char* text : {"", " ", "{", "{\"a\":}", "1 2", "[1,]", "\"\xFF\"", "nul"}) {
    EXPECT_THROW(parse_json(text), Error) << text;
  }
  EXPECT_THROW(parse_json(std::string(100'000, '[')), Error);
}

}  // namespace
}  // namespace alatoo
