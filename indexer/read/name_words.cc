// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/name_words.h"

#include <unordered_set>

namespace alatoo {
namespace {

using Words = std::unordered_set<std::string_view>;

}  // namespace

bool is_outlet_word(std::string_view low) {
  static const Words words = {
      "news",      "press",     "agency",   "times",      "post",     "herald",   "tribune",
      "guardian",  "telegraph", "daily",    "courier",    "dispatch", "wire",     "reuter",
      "gazette",   "journal",   "radio",    "television", "tv",       "service",  "media",
      "newspaper", "reuters",   "afp",      "ap",         "bbc",      "cnn",      "broadcasting",
      "chronicle", "observer",  "online",   "today",      "weekly",   "magazine", "associated",
      "network",   "newswire",  "newsroom", "агентство",  "газета",   "радио",    "телеканал",
      "новости"};
  return words.count(low);
}

bool is_role_word(std::string_view low) {
  static const Words words = {"bureau",
                              "staff",
                              "writer",
                              "writers",
                              "reporter",
                              "reporters",
                              "correspondent",
                              "correspondents",
                              "editor",
                              "editors",
                              "special",
                              "our",
                              "own",
                              "chief",
                              "foreign",
                              "diplomatic",
                              "senior",
                              "mr",
                              "mrs",
                              "ms",
                              "dr",
                              "prof",
                              "professor",
                              "sir",
                              "dame",
                              "agencies",
                              "contributor",
                              "contributors",
                              "columnist",
                              "commentator",
                              "analyst",
                              "photographer",
                              "photographers",
                              "photographs",
                              "photograph",
                              "photos",
                              "photo",
                              "photography",
                              "pictures",
                              "picture",
                              "video",
                              "graphics",
                              "illustrations",
                              "text",
                              "words",
                              "story",
                              "by",
                              "political",
                              "business",
                              "economics",
                              "economic",
                              "science",
                              "health",
                              "environment",
                              "defence",
                              "defense",
                              "technology",
                              "sports",
                              "sport",
                              "religion",
                              "legal",
                              "education",
                              "investigations",
                              "investigative",
                              "features",
                              "digital",
                              "deputy",
                              "assistant",
                              "contributing",
                              "managing",
                              "freelance",
                              "associate",
                              "parliamentary",
                              "security",
                              "energy",
                              "published",
                              "posted",
                              "updated",
                              "modified",
                              "author",
                              "authors",
                              "interviewed",
                              "корреспондент",
                              "корр",
                              "редактор",
                              "журналист",
                              "автор",
                              "авторы",
                              "фото",
                              "текст",
                              "видео",
                              "специально",
                              "обозреватель",
                              "собкор",
                              "спецкор",
                              "подготовил",
                              "подготовила",
                              "подготовили"};
  return words.count(low);
}

bool names_no_one(std::string_view low) {
  static const Words words = {
      "desk",      "team",       "board",         "admin",       "administrator", "newsroom",
      "webmaster", "editorial",  "user",          "anonymous",   "moderator",     "council",
      "release",   "monitoring", "department",    "unknown",     "redaktsiya",    "root",
      "редакция",  "админ",      "администратор", "редколлегия", "пресс-служба"};
  return words.count(low);
}

bool starts_no_name(std::string_view low) {
  static const Words words = {"monday",    "tuesday", "wednesday", "thursday", "friday",
                              "saturday",  "sunday",  "january",   "february", "march",
                              "april",     "may",     "june",      "july",     "august",
                              "september", "october", "november",  "december", "late",
                              "early",     "the",     "a",         "an",       "then",
                              "now",       "today",   "midday",    "contrast", "comparison"};
  return words.count(low);
}

bool is_name_particle(std::string_view low) {
  static const Words words = {"de",   "da",   "di",   "del",  "der", "den", "van", "von",
                              "bin",  "ibn",  "al",   "el",   "la",  "le",  "du",  "dos",
                              "uulu", "kyzy", "oglu", "ogly", "zu",  "ter", "af",  "av"};
  return words.count(low);
}

bool joins_names(std::string_view low) {
  static const Words words = {"and", "und", "et", "y", "и", "жана", "with"};
  return words.count(low);
}

bool leads_to_place(std::string_view low) {
  static const Words words = {"in", "at", "from", "for", "near", "of", "outside", "в", "из"};
  return words.count(low);
}

bool goes_with_names(std::string_view low) {
  return joins_names(low) || leads_to_place(low) || is_name_particle(low) || is_role_word(low);
}

}  // namespace alatoo
