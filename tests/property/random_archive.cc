// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/random_archive.h"

#include <map>

#include "common/json.h"

namespace alatoo {
namespace {

using Strings = std::vector<std::string>;

std::string sentence(Random& random, const std::string& language, const Strings& names) {
  std::string text;
  for (std::size_t n = 3 + random.below(9); n > 0; --n) {
    if (!text.empty()) text += random.one_in(12) ? ", " : " ";
    // Words of another language stand in most archives: agency names, quotes.
    const bool foreign = random.one_in(10);
    const bool name = !names.empty() && random.one_in(5);
    text +=
        name ? random.of(names) : random.of(words_of(foreign ? random.of(languages()) : language));
  }
  return text + (random.one_in(6) ? "?" : ".");
}

/// Some of the names, each as one of its spellings.
Strings some(Random& random, const std::vector<Spellings>& names) {
  Strings chosen;
  for (std::size_t n = random.below(4); n > 0; --n) chosen.push_back(random.of(random.of(names)));
  return chosen;
}

}  // namespace

const std::vector<std::string>& words_of(const std::string& language) {
  static const std::map<std::string, Strings> words = {
      {"en", {"strike",       "strikes",
              "striking",     "miner",
              "miners",       "mining",
              "protest",      "protests",
              "Protested",    "protesting",
              "president",    "presidents",
              "presidential", "police",
              "policing",     "road",
              "roads",        "election",
              "elections",    "elected",
              "referendum",   "price",
              "prices",       "pricing",
              "ex-president", "pro-police",
              "U.S.",         "5,000",
              "the",          "of",
              "road-price",   "strike's",
              "naïve",        "anti-strike-protest"}},
      {"ru",
       {"забастовка", "забастовки", "шахтер",    "шахтёр",    "шахтеры",         "шахтёров",
        "протест",    "протесты",   "протестов", "президент", "президента",      "президенту",
        "милиция",    "милиции",    "выборы",    "выборов",   "дорога",          "дороги",
        "цена",       "цены",       "в",         "и",         "премьер-министр", "экс-президент",
        "ёлка",       "елки",       "2010",      "5,000"}},
      {"de", {"Streik",   "Streiks",  "streiken",    "Bergarbeiter",     "Bergmann",     "Protest",
              "Proteste", "Protests", "protestiert", "Präsident",        "Präsidenten",  "Straße",
              "Straßen",  "Preis",    "Preise",      "Preisen",          "Wahl",         "Wahlen",
              "der",      "und",      "München",     "Anti-Streik-Wahl", "Preis-Streik", "Polizei",
              "Mining",   "Police"}}};
  return words.at(language);
}

const std::vector<Spellings>& people() {
  static const std::vector<Spellings> names = {
      {"Roza Otunbayeva", "Roza Otunbaeva", "Роза Отунбаева"},
      {"Kurmanbek Bakiyev", "Kurmanbek Bakiev", "Курманбек Бакиев"},
      {"Maksim Bakiyev", "Maxim Bakiev"},
      {"Azimbek Beknazarov", "Азимбек Бекназаров"},
      {"Otto Müller", "Otto Muller"},
      {"Anna Miner"},
      {"Sting"}};
  return names;
}

const std::vector<Spellings>& cities() {
  static const std::vector<Spellings> names = {
      {"Osh", "Ош"},      {"Bishkek", "Бишкек"}, {"Jalal-Abad", "Jalalabad", "Djalal-Abad"},
      {"Talas", "Талас"}, {"München", "Munich"}, {"Kara Suu", "Karasuu"}};
  return names;
}

const std::vector<Spellings>& countries() {
  static const std::vector<Spellings> names = {
      {"Kyrgyzstan", "Кыргызстан", "Kirghizia"}, {"Germany", "Deutschland"}, {"Atlantis"}};
  return names;
}

const std::vector<Spellings>& organisations() {
  static const std::vector<Spellings> names = {{"Ata-Meken", "Ata Meken", "Атамекен"},
                                               {"Interior Ministry", "Ministry of the Interior"},
                                               {"Strike Committee"}};
  return names;
}

const std::vector<std::string>& sources() {
  static const Strings names = {"AKIpress", "Akipress", "AKIPRESS",     "24.kg",
                                "News-24",  "News 24",  "Neue Zeitung", "Вечерний Бишкек"};
  return names;
}

const std::vector<std::string>& languages() {
  static const Strings all = {"en", "ru", "de"};
  return all;
}

std::string random_date(Random& random) {
  const std::size_t kind = random.below(6);
  const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  std::string date = std::to_string(2008 + random.below(4));
  if (kind == 0) return date;
  date += "-" + two(1 + random.below(random.one_in(2) ? 3 : 12));
  if (kind == 1) return date;
  return date + "-" + two(1 + random.below(random.one_in(2) ? 4 : 28));
}

std::string random_article(Random& random, const std::string& id,
                           const std::vector<std::string>& languages) {
  const std::string language = random.of(languages);
  Json json = {{"uri", id}};
  if (!random.one_in(6)) json["language"] = language;
  Strings in_text;
  const auto supply = [&](const char* member, const std::vector<Spellings>& names,
                          const char* rel) {
    for (const std::string& name : some(random, names)) {
      if (rel) {
        json[member].push_back({{"name", name}, {"rel", rel}});
      } else {
        json[member].push_back({{"name", name}});
      }
      if (!random.one_in(3)) in_text.push_back(name);
    }
  };
  supply("people", people(), nullptr);
  supply("places", cities(), "city");
  supply("places", countries(), "country");
  supply("organisations", organisations(), nullptr);
  if (!random.one_in(4)) json["source"] = random.of(sources());
  if (!random.one_in(5)) json["date"] = random_date(random);
  if (!random.one_in(3)) json["headline"] = sentence(random, language, in_text);
  std::string body;
  for (std::size_t paragraphs = 1 + random.below(3); paragraphs > 0; --paragraphs) {
    if (!body.empty()) body += "\n\n";
    for (std::size_t n = 1 + random.below(4); n > 0; --n) {
      if (body.size() && body.back() != '\n') body += " ";
      body += sentence(random, language, in_text);
    }
  }
  json["body_text"] = body;
  return json.dump();
}

RandomArchive random_archive(Random& random) {
  Strings spoken = languages();
  random.shuffle(spoken);
  spoken.resize(1 + random.below(spoken.size()));
  RandomArchive archive;
  for (std::size_t n = 30 + random.below(170); n > 0; --n) {
    const std::string id = (random.one_in(2) ? "urn:a:" : "b/") + std::to_string(n);
    archive.lines.push_back(random_article(random, id, spoken));
    if (random.one_in(8)) archive.outdated.push_back(random_article(random, id, languages()));
  }
  return archive;
}

const std::vector<std::pair<std::string, std::string>>& small_tables() {
  static const std::vector<std::pair<std::string, std::string>> tables = {
      {"organisations.tsv",
       "id\tname\tkind\tcountry\taliases\n"
       "interior-ministry\tInterior Ministry\tministry\tKG\tMinistry of the Interior\n"},
      {"outlets.tsv",
       "id\tname\tkind\tdomains\taliases\n"
       "akipress\tAKIpress\tagency\takipress.com\tAKI Press\n"},
      {"people.tsv",
       "id\tname\tcountries\taliases\n"
       "roza-otunbayeva\tRoza Otunbayeva\tKG\tRosa Otunbajewa\n"
       "anna-miner\tAnna Miner\tDE\tAnna Bergmann\n"},
      {"places.tsv",
       "id\tname\tkind\tcountry\tpopulation\taliases\tdemonyms\n"
       "kyrgyzstan\tKyrgyzstan\tcountry\tKG\t5000000\tКыргызстан|Kirghizia\tKyrgyz\n"
       "germany\tGermany\tcountry\tDE\t80000000\tDeutschland\tGerman|Germans\n"
       "osh\tOsh\tcity\tKG\t200000\tОш\t\n"
       "munich\tMunich\tcity\tDE\t1400000\tMünchen\t\n"}};
  return tables;
}

const std::vector<std::string>& small_changes() {
  static const Strings files = {"action\tkind\tsubject\tobject\n",
                                "action\tkind\tsubject\tobject\n"
                                "rename\tperson\tAnna Miner\tA. Miner\n"
                                "merge\tperson\tMaksim Bakiyev\tRoza Otunbayeva\n"
                                "hide\tcity\tosh-kg\t\n"
                                "hide\torganisation\tStrike Committee\t\n"
                                "merge\tsource\tNews 24\t24.kg\n",
                                "action\tkind\tsubject\tobject\n"
                                "hide\tperson\tAnna Miner\t\n"
                                "rename\tcity\ttalas-kg\tTalas the Beautiful\n"
                                "merge\tcountry\tAtlantis\tGermany\n"
                                "rename\tsource\tNeue Zeitung\tNZ\n"};
  return files;
}

std::shared_ptr<const Authority> small_authority() {
  return std::make_shared<const Authority>(std::vector<std::pair<std::string, std::string_view>>(
      small_tables().begin(), small_tables().end()));
}

}  // namespace alatoo
