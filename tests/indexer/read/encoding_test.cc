// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/encoding.h"

#include <gmock/gmock.h>

#include <random>
#include <string>

#include "common/text.h"
#include "tests/indexer/read/encoded.h"

namespace alatoo {
namespace {

using namespace std::string_literals;

struct Sample {
  const char* encoding;
  const char* text;
};

/// News paragraphs as short as they come.
constexpr Sample kSamples[] = {
    {"windows-1252", "The caf\u00e9 on the quay was shut."},
    {"windows-1252", "\u201cNobody was hurt,\u201d she said \u2013 twice."},
    {"windows-1252", "It doesn\u2019t cost \u00a3600m\u2026 yet."},
    {"windows-1252", "Prices rose to \u20ac5 at 30\u00b0C, ministers said."},
    {"windows-1252",
     "Ren\u00e9 M\u00fcller and Jos\u00e9 Nu\u00f1ez met Fran\u00e7oise C\u00f4t\u00e9."},
    {"windows-1252",
     "Le maire a annonc\u00e9 hier que le th\u00e9\u00e2tre resterait ferm\u00e9 jusqu\u2019\u00e0 "
     "No\u00ebl."},
    {"windows-1252", "\u00c0 B\u00e9ziers, o\u00f9 il pleut, l\u2019\u0153uvre est pr\u00eate."},
    {"windows-1252",
     "Die B\u00fcrger \u00fcberquerten die Stra\u00dfe; f\u00fcr \u00c4rger sorgte das gro\u00dfe "
     "Tor."},
    {"windows-1252",
     "\u00bfQui\u00e9n gan\u00f3? El ni\u00f1o volvi\u00f3 de la monta\u00f1a ayer."},
    {"windows-1252", "A popula\u00e7\u00e3o n\u00e3o aceitou as condi\u00e7\u00f5es do m\u00eas."},
    {"windows-1252", "Sj\u00f6n l\u00e5g stilla n\u00e4r f\u00e4rjan \u00e5kte hem\u00e5t."},
    {"windows-1252", "B\u00f8rnene l\u00f8b p\u00e5 \u00e6ldre veje ved \u00c5rhus."},
    {"windows-1254",
     "Ba\u015fkan, k\u0131y\u0131daki \u015fehirde ya\u011fmurun dinmesini bekledi\u011fini "
     "a\u00e7\u0131klad\u0131."},
    {"windows-1254", "\u0130stanbul'da vapur seferleri \u015fimdilik yap\u0131lm\u0131yor."},
    {"windows-1250",
     "\u0141\u00f3d\u017a zamkn\u0119\u0142a mosty, a wojew\u00f3dztwo ostrzega\u0142o przed "
     "burz\u0105."},
    {"windows-1250",
     "P\u0159\u00edstav z\u016fstal zav\u0159en\u00fd, \u0159ekl \u017elu\u0165ou\u010dk\u00fd "
     "star\u00fd kapit\u00e1n."},
    {"windows-1250",
     "A kik\u00f6t\u0151 z\u00e1rva maradt, k\u00f6z\u00f6lte a f\u0151v\u00e1rosi "
     "\u0171rhivatal."},
    {"ISO-8859-2", "Łódź zamknęła mosty, a środa będzie jeszcze cięższa."},
    {"windows-1257",
     "\u0160iandien uosto var\u0173 u\u017edarymas vyko be sutrikim\u0173, prane\u0161\u0117 mero "
     "tarnyba."},
    {"windows-1251", "Порт закрыт до утра."},
    {"windows-1251", "Вчера вечером паром не вышел из гавани: шторм усилился."},
    {"windows-1251", "МЭР ЗАКРЫЛ МОСТ"},
    {"windows-1251", "Газета «Причал» пишет – «всё спокойно». Её редактор Щукин."},
    {"windows-1251", "Учора пором не вийшов із гавані, бо шторм посилився; її зачинено."},
    {"KOI8-R", "Порт закрыт до утра."},
    {"KOI8-R", "Вчера вечером паром не вышел из гавани: шторм усилился."},
    {"KOI8-R", "МЭР ОБЪЯВИЛ О ЗАКРЫТИИ МОСТА"},
    {"IBM866", "Вчера вечером паром не вышел из гавани: шторм усилился."},
    {"ISO-8859-5", "Вчера вечером паром не вышел из гавани: шторм усилился."},
    {"windows-1253", "Το λιμάνι έμεινε κλειστό χθες το βράδυ."},
    {"windows-1255", "הנמל נשאר סגור אתמול בערב בגלל הסערה"},
    {"windows-1256", "بقي الميناء مغلقا مساء أمس بسبب العاصفة"},
    {"macintosh", "The caf\u00e9 doesn\u2019t open \u2013 \u201cnot yet\u201d, it said."},
    {"IBM850", "Die B\u00fcrger \u00fcberquerten die Stra\u00dfe f\u00fcr sch\u00f6ne \u00c4pfel."},
    {"Shift_JIS", "港は昨日の夜から閉鎖されている。市長は朝まで待つと述べた。"},
    {"EUC-JP", "港は昨日の夜から閉鎖されている。市長は朝まで待つと述べた。"},
    {"GB18030", "昨天晚上港口关闭，市长表示要等到早上风暴结束以后再开放。"},
    {"Big5", "昨天晚上港口關閉，市長表示要等到早上風暴結束以後再開放。"},
    {"EUC-KR", "항구는 어제 저녁부터 폐쇄되었으며 시장은 아침까지 기다리겠다고 말했다."},
};

TEST(Decode, ShortNewsOfUndeclaredEncodings) {
  for (const Sample& sample : kSamples) {
    const Decoded decoded = decode(encoded(sample.text, sample.encoding));
    EXPECT_EQ(decoded.text, sample.text) << sample.encoding << " read as " << decoded.encoding;
    EXPECT_TRUE(decoded.detected);
    EXPECT_EQ(decoded.broken_bytes, 0u);
  }
}

TEST(Decode, NamesWhatItReadAs) {
  for (const auto& [text, encoding] :
       {std::pair{"Порт закрыт до утра.", "windows-1251"},
        {"Порт закрыт до утра.", "KOI8-R"},
        {"Порт закрыт до утра.", "IBM866"},
        {"caf\u00e9", "windows-1252"},
        {"\u00a0\u00a0PORT \u00a0\u00a0SHIPS \u00a9", "windows-1252"},
        {"\u015fimdilik yap\u0131lm\u0131yor", "windows-1254"}}) {
    EXPECT_EQ(decode(encoded(text, encoding)).encoding, encoding);
  }
  EXPECT_EQ(decode("plain").encoding, "UTF-8");
  EXPECT_FALSE(decode("plain").detected);
  EXPECT_EQ(decode("").text, "");
}

TEST(Decode, MarkupAroundTheTextDoesNotMatter) {
  const std::string page = "<html><head><title>Порт</title></head><body class=\"x\"><p>Порт закрыт";
  EXPECT_EQ(decode(encoded(page, "KOI8-R")).text, page);
}

TEST(Decode, BelievesADeclaration) {
  const std::string danish = "\u00f8";  // alone it could be much
  for (const char* name : {"ISO-8859-2", "iso-8859-5", "KOI8-R", "windows-1253"}) {
    EXPECT_FALSE(decode("\xF8", name).detected) << name;
    EXPECT_EQ(decode("\xF8", name).broken_bytes, 0u);
  }
  EXPECT_EQ(decode("\xF8", "ISO-8859-1").text, danish);
  const std::string han = "市长";
  EXPECT_EQ(decode(encoded(han, "GB18030"), "gb2312").text, han);
  EXPECT_EQ(decode(encoded(han, "GB18030"), "gb2312").encoding, "GB18030");
  EXPECT_EQ(decode(encoded("港は", "ISO-2022-JP"), "iso-2022-jp").text, "港は");
  EXPECT_EQ(decode(encoded("Цена", "x-mac-cyrillic"), " X-Mac-Cyrillic ").text, "Цена");
}

TEST(Decode, Latin1MeansWindows1252) {
  for (const char* name : {"ISO-8859-1", "latin1", "us-ascii"}) {
    const Decoded decoded = decode("\x93So,\x94 he said", name);
    EXPECT_EQ(decoded.text, "“So,” he said") << name;
    EXPECT_EQ(decoded.encoding, "windows-1252");
  }
}

TEST(Decode, ADeclarationThatIsPlainlyWrongSpoilsNothing) {
  const std::string russian = "Вчера вечером паром не вышел из гавани: шторм усилился.";
  const std::string french = "Le théâtre a été fermé.";
  for (const char* declared :
       {"utf-8", "UTF-16", "iso-8859-1", "windows-1252", "KOI8-R", "gb2312", "Shift_JIS", "ibm037",
        "utf-7", "x-user-defined", "no such thing", "", "../../etc/passwd", "IBM866"}) {
    EXPECT_EQ(decode(encoded(russian, "windows-1251"), declared).text, russian) << declared;
  }
  for (const char* declared : {"utf-8", "UTF-16LE", "windows-1251", "Big5", "us-ascii"}) {
    EXPECT_EQ(decode(encoded(french, "windows-1252"), declared).text, french) << declared;
    EXPECT_EQ(decode(french, declared).text, french) << declared;  // it is UTF-8
  }
}

TEST(Decode, AFewBrokenBytesDoNotMakeItAnotherEncoding) {
  const Decoded decoded = decode("Порт закрыт \xFF до утра, \xD0 сказал мэр");
  EXPECT_EQ(decoded.text, "Порт закрыт \uFFFD до утра, \uFFFD сказал мэр");
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.broken_bytes, 2u);
  EXPECT_EQ(decode("\xEF\xBB\xBFon\xE9").text, "on\uFFFD");  // the mark says so
  EXPECT_EQ(decode("a – b “ \xF0\x9F\x98 c").broken_bytes, 3u);
  EXPECT_EQ(decode("Порт \xFF", "windows-1251").encoding, "UTF-8");
}

TEST(Decode, AFileThatIsCutInsideACharacter) {
  const std::string text = "“Порт”";
  for (std::size_t size = 4; size < text.size(); ++size) {
    const Decoded decoded = decode(text.substr(0, size));
    EXPECT_EQ(decoded.encoding, "UTF-8") << size;
    EXPECT_EQ(decoded.text.substr(0, 3), "“");
  }
}

TEST(Decode, BytesWithoutAMeaningAreCounted) {
  const Decoded decoded = decode("caf\xE9 \x81 caf\xE9 noir, th\xE9\xE2tre");
  EXPECT_EQ(decoded.text, "café \uFFFD café noir, théâtre");
  EXPECT_EQ(decoded.broken_bytes, 1u);
}

TEST(Decode, WideFormsWithAndWithoutAMark) {
  const std::string text = "Порт “закрыт” 😀\nOsh";
  for (const char* form : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    const Decoded bare = decode(encoded(text, form));
    EXPECT_EQ(bare.text, text) << form;
    EXPECT_EQ(bare.encoding, form);
    EXPECT_TRUE(bare.detected);
    const Decoded marked = decode(encoded("\uFEFF" + text, form));
    EXPECT_EQ(marked.text, text) << form;
    EXPECT_FALSE(marked.detected);
    EXPECT_EQ(decode(encoded("\uFEFF" + text, form), "windows-1251").text, text);
  }
}

TEST(Decode, CountsBrokenUnits) {
  EXPECT_EQ(decode("\xFF\xFE\x3D\xD8x\0"s).text, "\uFFFDx");  // a high surrogate alone
  EXPECT_EQ(decode("\xFF\xFE\x3D\xD8x\0"s).broken_bytes, 1u);
  EXPECT_EQ(decode("\xFF\xFEx\0y"s).text, "x\uFFFD");
  EXPECT_EQ(decode("\xFF\xFEx\0y"s).broken_bytes, 1u);
  EXPECT_EQ(decode("\xFF\xFE\0\0x\0\0\0\0\0\x11\0"s).text, "x\uFFFD");
}

TEST(WideForm, IsNotSeenInBinaryData) {
  EXPECT_FALSE(wide_form("a\0b, some more text"s));
  EXPECT_FALSE(
      wide_form("\x7F"
                "ELF\2\1\1\0\0\0\0\0\0\0\0\0"s));
  EXPECT_FALSE(wide_form("plain text"));
  EXPECT_FALSE(wide_form(""));
}

TEST(DeclaredEncoding, IsFoundWhereDocumentsStateIt) {
  EXPECT_EQ(declared_encoding("<?xml version=\"1.0\" encoding='KOI8-R'?><rss>"), "KOI8-R");
  EXPECT_EQ(declared_encoding("\xEF\xBB\xBF<?xml version=\"1.0\"?><rss encoding=\"no\">"), "");
  EXPECT_EQ(declared_encoding("<html><head><META CharSet = windows-1251 ><p>"), "windows-1251");
  EXPECT_EQ(declared_encoding("<meta name=x><meta http-equiv=\"Content-Type\" "
                              "content=\"text/html; charset=iso-8859-9\">"),
            "iso-8859-9");
  EXPECT_EQ(declared_encoding("Title: A\nContent-Type: text/plain;\n charset=\"koi8-r\"\n\nText"),
            "koi8-r");
  EXPECT_EQ(declared_encoding("Title: A\n\nContent-Type: text/plain; charset=koi8-r"), "");
  EXPECT_EQ(declared_encoding("The charset=utf-8 of the port"), "");
  EXPECT_EQ(declared_encoding("<meta charset"), "");
  EXPECT_EQ(declared_encoding(""), "");
}

TEST(Decode, AnyBytesGiveUtf8) {
  std::mt19937 random(3);
  for (int round = 0; round < 5'000; ++round) {
    std::string bytes;
    for (auto size = random() % 60; size > 0; --size) {
      bytes += static_cast<char>(round % 2 ? random() : random() % 3 ? 'a' + random() % 26 : 0);
    }
    const Decoded decoded =
        decode(bytes, std::array{"", "big5", "utf-16", "iso-2022-jp", "hz"}[random() % 5]);
    EXPECT_TRUE(is_utf8(decoded.text)) << round;
    EXPECT_FALSE(decoded.encoding.empty());
    EXPECT_EQ(decoded.text.empty(), without_bom(bytes).empty() && bytes.size() < 4) << round;
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace alatoo
