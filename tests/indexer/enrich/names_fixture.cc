// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/indexer/enrich/names_fixture.h"

#include "indexer/enrich/enricher.h"
#include "indexer/enrich/persons.h"

namespace alatoo::test {
namespace {

constexpr std::string_view kPeople =
    "id\tname\tcountries\taliases\n"
    "kurmanbek-bakiyev\tKurmanbek Bakiyev\tKG\tBakiyev\n"
    "kanybek-bakiyev\tKanybek Bakiyev\tKG\t\n"
    "vladimir-putin\tVladimir Putin\tRU\tPutin\n"
    "george-w-bush\tGeorge W. Bush\tUS\tBush|George Bush\n"
    "narendra-modi\tNarendra Modi\tIN\tModi\n"
    "king-fahd\tKing Fahd\tSA\tFahd\n"
    "tony-blair\tTony Blair\tGB\tBlair\n"
    "jimmy-carter\tJimmy Carter\tUS\t\n"
    "askar-akayev\tAskar Akayev\tKG\tAkayev\n"
    "mirza-adilov\tMirza Adilov\tKG\tАдилов|Мирза Адилов\n";
constexpr std::string_view kPlaces =
    "id\tname\tkind\tcountry\tpopulation\taliases\tdemonyms\n"
    "kyrgyzstan\tKyrgyzstan\tcountry\tKG\t6500000\t\tKyrgyz\n"
    "russia\tRussia\tcountry\tRU\t144000000\t\tRussian|Russians\n"
    "afghanistan\tAfghanistan\tcountry\tAF\t38000000\t\tAfghan|Afghans\n"
    "united-states\tUnited States\tcountry\tUS\t330000000\tUS|America\tAmerican|Americans\n"
    "united-kingdom\tUnited Kingdom\tcountry\tGB\t66000000\tUK|Britain\tBritish|Britons\n"
    "germany\tGermany\tcountry\tDE\t83000000\t\tGerman|Germans\n"
    "west-germany\tWest Germany\tcountry\tDE\t0\t\tWest German\n"
    "georgia\tGeorgia\tcountry\tGE\t3700000\t\tGeorgian|Georgians\n"
    "georgia-us\tGeorgia (US state)\tregion\tUS\t0\tGeorgia\t\n"
    "jordan\tJordan\tcountry\tJO\t10000000\t\tJordanian\n"
    "switzerland\tSwitzerland\tcountry\tCH\t8600000\t\tSwiss\n"
    "soviet-union\tSoviet Union\tcountry\tSU\t290000000\tUSSR\tSoviet\n"
    "turkey\tTurkey\tcountry\tTR\t84000000\t\tTurkish\n"
    "france\tFrance\tcountry\tFR\t67000000\t\tFrench\n"
    "singapore\tSingapore\tcountry\tSG\t5700000\t\t\n"
    "singapore-sg\tSingapore\tcity\tSG\t5700000\t\t\n"
    "czech-republic\tCzech Republic\tcountry\tCZ\t10700000\t\tCzech\n"
    "czechoslovakia\tCzechoslovakia\tcountry\tCS\t15000000\t\tCzechoslovak\n"
    "dr-congo\tDR Congo\tcountry\tCD\t87000000\tCongo\tCongolese\n"
    "congo\tCongo-Brazzaville\tcountry\tCG\t5400000\tCongo\tCongolese\n"
    "north-korea\tNorth Korea\tcountry\tKP\t25000000\tN. Korea\t\n"
    "brazzaville-cg\tBrazzaville\tcity\tCG\t1280000\t\t\n"
    "kinshasa-cd\tKinshasa\tcity\tCD\t7780000\t\t\n"
    "split-hr\tSplit\tcity\tHR\t176000\t\t\n"
    "yugoslavia\tYugoslavia\tcountry\tYU\t23000000\t\tYugoslav\n"
    "chibok-ng\tChibok\tcity\tNG\t66000\t\t\n"
    "nice-fr\tNice\tcity\tFR\t338000\t\t\n"
    "morena-in\tMorena\tcity\tIN\t152000\t\t\n"
    "nigeria\tNigeria\tcountry\tNG\t200000000\t\tNigerian\n"
    "croatia\tCroatia\tcountry\tHR\t4000000\t\tCroat\n"
    "india\tIndia\tcountry\tIN\t1300000000\t\tIndian\n"
    "lebanon\tLebanon\tcountry\tLB\t6800000\t\tLebanese\n"
    "tripoli-ly\tTripoli\tcity\tLY\t1150000\t\t\n"
    "tripoli-lb\tTripoli\tcity\tLB\t229000\t\t\n"
    "atlanta-us\tAtlanta\tcity\tUS\t499000\t\t\n"
    "birmingham-gb\tBirmingham\tcity\tGB\t984000\t\t\n"
    "birmingham-us\tBirmingham\tcity\tUS\t212000\t\t\n"
    "manchester-gb\tManchester\tcity\tGB\t395000\t\t\n"
    "slough-gb\tSlough\tcity\tGB\t134000\t\t\n"
    "alabama\tAlabama\tregion\tUS\t0\t\t\n"
    "utah\tUtah\tregion\tUS\t0\t\t\n"
    "osh-kg\tOsh\tcity\tKG\t322000\tOs\t\n"
    "bishkek-kg\tBishkek\tcity\tKG\t1000000\tFrunze\t\n"
    "jalal-abad-kg\tJalal-Abad\tcity\tKG\t123000\tJalalabad\t\n"
    "jalalabad-af\tJalalabad\tcity\tAF\t200000\t\t\n"
    "batken-kg\tBatken\tcity\tKG\t25000\t\t\n"
    "batken-region-kg\tBatken Region\tregion\tKG\t0\tBatken\t\n"
    "naryn-kg\tNaryn\tcity\tKG\t41000\t\t\n"
    "moscow-ru\tMoscow\tcity\tRU\t12000000\t\t\n"
    "moscow-us\tMoscow\tcity\tUS\t25000\t\t\n"
    "washington-us\tWashington\tcity\tUS\t690000\t\t\n"
    "london-gb\tLondon\tcity\tGB\t8900000\t\t\n"
    "reading-gb\tReading\tcity\tGB\t318000\t\t\n"
    "florida-cu\tFlorida\tcity\tCU\t63000\t\t\n"
    "florida\tFlorida\tregion\tUS\t0\t\t\n"
    "bari-it\tBari\tcity\tIT\t320000\t\t\n"
    "liverpool-gb\tLiverpool\tcity\tGB\t860000\t\t\n";
constexpr std::string_view kOrganisations =
    "id\tname\tkind\tcountry\taliases\n"
    "un\tUnited Nations\tother\t\tUN|U.N.\n"
    "eu\tEuropean Union\tother\t\tEU\n"
    "shell\tShell\tcompany\tGB\t\n"
    "ford\tFord Motor Company\tcompany\tUS\tFord\n"
    "frontier-ge\tFrontier League\tparty\tGE\tQFL\n"
    "quiet-gb\tQuiet Fishers' League\tparty\tGB\tQFL\n"
    "democrats-us\tDemocratic Party (United States)\tparty\tUS\tDemocratic Party\n"
    "us-house\tUS House of Representatives\tparliament\tUS\tHouse of Representatives\n"
    "bank-of-england\tBank of England\tcompany\tGB\t\n";
constexpr std::string_view kOutlets =
    "id\tname\tkind\tdomains\taliases\n"
    "reuters\tReuters\tagency\treuters.com\t\n"
    "al-jazeera\tAl Jazeera\tbroadcaster\taljazeera.com\t\n"
    "liberation\tLiberation\tnewspaper\tliberation.fr\t\n"
    "astana-times\tAstana Times\tnewspaper\tastanatimes.com\t\n";
constexpr std::string_view kGiven =
    "name\tgender\nRobert\tm\nMaria\tf\nGeorge\tm\nJack\tm\nJohn\tm\nAnna\tf\nPeter\tm\nWill\tm\n"
    "Hillary\tf\nBill\tm\nBarry\tm\nConor\tm\nRoza\tf\nVladimir\tm\nThomas\tm\nWilliam\tm\n"
    "Cherie\tf\nGerman\tm\nTony\tm\nGerhard\tm\nKim\tu\nMaxim\tm\nSooron\tm\n";

}  // namespace

std::shared_ptr<const Authority> small_authority() {
  static const auto authority = std::make_shared<const Authority>(
      std::vector<std::pair<std::string, std::string_view>>{{"people.tsv", kPeople},
                                                            {"places.tsv", kPlaces},
                                                            {"organisations.tsv", kOrganisations},
                                                            {"outlets.tsv", kOutlets},
                                                            {"given_names.tsv", kGiven}});
  return authority;
}

Article article_of(const std::string& text) {
  Article article;
  article.text = text;
  article.zones.push_back({ZoneKind::body, {0, static_cast<std::uint32_t>(text.size())}});
  return article;
}

Article recognised(Article article) {
  make_recogniser(small_authority())->recognise(article);
  return article;
}

Article recognised(const std::string& text) { return recognised(article_of(text)); }

Article resolved(const std::string& marked, const std::vector<std::string>& contributors) {
  std::string text;
  std::vector<Span> spans;
  for (const char c : marked) {
    const auto at = static_cast<std::uint32_t>(text.size());
    if (c == '{') {
      spans.push_back({at, at});
    } else if (c == '}') {
      spans.back().end = at;
    } else {
      text += c;
    }
  }
  Article article = article_of(text);
  const auto authority = small_authority();
  Words words(*authority);
  words.read(article);
  std::vector<Mention> mentions;
  for (const Span span : spans) {
    Mention mention;
    while (words[mention.first].span.begin < span.begin) ++mention.first;
    mention.last = mention.first;
    while (mention.last < words.size() && words[mention.last].span.begin < span.end) ++mention.last;
    for (auto i = mention.first; i < mention.last; ++i) words[i].taken = true;
    mentions.push_back(mention);
  }
  article.of(EntityKind::person) = resolve_persons(words, mentions, contributors);
  return article;
}

std::vector<std::string> names(const Article& article, EntityKind kind) {
  std::vector<std::string> out;
  for (const auto& entity : article.of(kind)) out.push_back(entity.name);
  return out;
}

std::vector<std::string> keys(const Article& article, EntityKind kind) {
  std::vector<std::string> out;
  for (const auto& entity : article.of(kind)) out.push_back(entity.key);
  return out;
}

std::vector<std::string> mentions(const Article& article, EntityKind kind,
                                  const std::string& name) {
  std::vector<std::string> out;
  for (const auto& entity : article.of(kind)) {
    if (entity.name != name) continue;
    for (const auto span : entity.mentions) out.emplace_back(span.of(article.text));
  }
  return out;
}

}  // namespace alatoo::test
