// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/name_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

namespace alatoo {
namespace {

using testing::Contains;
using testing::IsEmpty;

TEST(Nominatives, HoldTheNameOfEachCase) {
  const std::vector<std::pair<std::string, std::string>> cases = {{"Бакиева", "бакиев"},
                                                                  {"Бакиеву", "бакиев"},
                                                                  {"Бакиевым", "бакиев"},
                                                                  {"Бакиеве", "бакиев"},
                                                                  {"Отунбаевой", "отунбаева"},
                                                                  {"Отунбаеву", "отунбаева"},
                                                                  {"Розы", "роза"},
                                                                  {"Сооронбая", "сооронбай"},
                                                                  {"Игорем", "игорь"},
                                                                  {"Россией", "россия"},
                                                                  {"Москве", "москва"},
                                                                  {"Оше", "ош"},
                                                                  {"Джалал-Абадом", "джалал-абад"},
                                                                  {"Достоевского", "достоевский"},
                                                                  {"Толстому", "толстой"},
                                                                  {"Бакиевдин", "бакиев"},
                                                                  {"Ошко", "ош"},
                                                                  {"Жалал-Абадда", "жалал-абад"},
                                                                  {"Бишкектен", "бишкек"},
                                                                  {"БАКИЕВА", "бакиев"},
                                                                  {"Казанью", "казань"},
                                                                  {"Череповца", "череповец"},
                                                                  {"Чебоксарах", "чебоксары"},
                                                                  {"Нижнем", "нижний"},
                                                                  {"Дубае", "дубай"}};
  for (const auto& [word, name] : cases) EXPECT_THAT(nominatives(word), Contains(name)) << word;
}

TEST(Nominatives, FewAndNeverTheWordItself) {
  for (const std::string word : {"Бакиева", "Отунбаева", "Ошко", "Сооронбаем", "Россиею"}) {
    const auto found = nominatives(word);
    EXPECT_LE(found.size(), 8U) << word;
    EXPECT_THAT(found, testing::Not(Contains(word)));
  }
  EXPECT_THAT(nominatives("Дубае"),
              testing::Not(Contains("дуба")));  // a stem on a vowel asks for й
  EXPECT_THAT(nominatives("Bakiyeva"), IsEmpty());
  EXPECT_THAT(nominatives("Ош"), IsEmpty());
  EXPECT_THAT(nominatives(""), IsEmpty());
  EXPECT_THAT(nominatives("\xD0"), IsEmpty());  // half a letter
}

}  // namespace
}  // namespace alatoo
