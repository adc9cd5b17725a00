// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/mail.h"

#include <gmock/gmock.h>

#include <string>

#include "indexer/read/mail_coding.h"

namespace alatoo {
namespace {

Article article_of(std::string_view text) {
  EXPECT_TRUE(starts_with_headers(text)) << text;
  Members members = read_mail(text);
  EXPECT_EQ(members.size(), 1u);
  EXPECT_EQ(members[0].refusal, "") << text;
  return std::move(members[0].article);
}

TEST(Mail, ReadsHeadersAsMetadata) {
  const Article article = article_of(
      "Headline: Pier shut\nby: Ann Lee\nPublished: 15 May 2010 15:43 GMT\nSource: The Courier\n"
      "URL: https://courier.example/a\nLANGUAGE: en\nPeople: Cy Dee; Bo Ek\nPlaces: Osh, Batken\n"
      "Organisations: Port Office\nDateline: OSH\nX-Unknown: 7\nTags: pier\nURI: urn:c:1\n\n"
      "The pier was shut.\n\nIt rained.\n");
  EXPECT_EQ(article.text, "Pier shut\n\nThe pier was shut.\n\nIt rained.");
  EXPECT_EQ(article.headline, "Pier shut");
  ASSERT_EQ(article.zones.size(), 1u);
  EXPECT_EQ(article.zones[0].kind, ZoneKind::headline);
  EXPECT_EQ(article.byline, "Ann Lee");
  EXPECT_EQ(article.date.iso(), "2010-05-15");
  EXPECT_EQ(article.source, "The Courier");
  EXPECT_EQ(article.url, "https://courier.example/a");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.located, "OSH");
  EXPECT_EQ(article.id, "urn:c:1");
  ASSERT_EQ(article.supplied_people.size(), 2u);
  EXPECT_EQ(article.supplied_people[1].name, "Bo Ek");
  ASSERT_EQ(article.supplied_places.size(), 2u);
  ASSERT_EQ(article.supplied_organisations.size(), 1u);
}

TEST(Mail, ReadsRussianHeaders) {
  const Article article = article_of(
      "Заголовок: Порт закрыт\r\nДата: 10 октября 2020\r\nАвтор: Анна Ли\r\nИсточник: Курьер\r\n"
      "\r\nПорт закрыт до утра.\r\n");
  EXPECT_EQ(article.text, "Порт закрыт\n\nПорт закрыт до утра.");
  EXPECT_EQ(article.date.iso(), "2020-10-10");
  EXPECT_EQ(article.byline, "Анна Ли");
  EXPECT_EQ(article.source, "Курьер");
}

TEST(Mail, LinesThatBeginWithABlankGoOn) {
  const Article article =
      article_of("Subject: Pier\n shut\n\tfor days\nFrom: Ann Lee <a@c.example>\n\nX");
  EXPECT_EQ(article.headline, "Pier shut for days");
  EXPECT_EQ(article.byline, "Ann Lee");
}

TEST(Mail, AddressesAreNoAuthors) {
  EXPECT_FALSE(article_of("From: ann@c.example\nTitle: A\n\nB").byline);
  EXPECT_EQ(article_of("From: ann@c.example (Ann Lee)\nTitle: A\n\nB").byline, "Ann Lee");
  EXPECT_EQ(article_of("From: \"Ann Lee\" <ann@c.example>\nTitle: A\n\nB").byline, "Ann Lee");
}

TEST(Mail, LocationIsAnAddressOrAPlace) {
  EXPECT_EQ(article_of("Location: http://c.example/\nTitle: A\n\nB").url, "http://c.example/");
  EXPECT_EQ(article_of("Location: Osh\nTitle: A\n\nB").located, "Osh");
}

TEST(Mail, ProseIsNoHeaders) {
  for (const char* text :
       {"WASHINGTON: The pier was shut.\n\nIt rained.",
        "Update: The pier is open.\nMore soon.\n\nX", "By: Ann Lee\n\nThe pier was shut.",
        "Pier shut\nBy: Ann Lee\nDate: 2010\n\nText.",
        "Title: Pier shut\nDate: 2010\nThe pier was shut on Monday.\n\nIt rained.",
        "Q: Is it open?\nA: No.\n\nQ: When?", "Title: alone", "", "\n\n", ": x\n: y\n\nz",
        "At 10:30 the pier\nwas shut: nobody\n\nknew."}) {
    EXPECT_FALSE(starts_with_headers(text)) << text;
  }
}

TEST(Mail, TheHeadlineIsNotRepeated) {
  EXPECT_EQ(article_of("Title: Pier shut\nDate: 2010\n\nPier  shut\n\nText.").text,
            "Pier shut\n\nText.");
  EXPECT_EQ(article_of("Title: Pier shut\nDate: 2010\n").text, "Pier shut");
}

TEST(Mail, ResolvesWhatMailsEncode) {
  EXPECT_EQ(article_of("Subject: =?koi8-r?B?8M/S1A==?=\n =?KOI8-R?Q?_=DA=C1=CB=D2=D9=D4?= now\n"
                       "Date: 2010\n\nX")
                .headline,
            "Порт закрыт now");
  EXPECT_EQ(article_of("Subject: A\nContent-Type: text/plain; charset=windows-1251\n"
                       "Content-Transfer-Encoding: quoted-printable\n\n=CF=EE=F0=F2 =\nopen")
                .text,
            "A\n\nПорт open");
  EXPECT_EQ(article_of("Subject: A\nContent-Transfer-Encoding: base64\n\n0J/QvtGA\n0YI=\n").text,
            "A\n\nПорт");
  EXPECT_EQ(article_of("Subject: A\nContent-Type: text/html\n\n<p>One.</p><p>Two.</p>").text,
            "A\n\nOne.\n\nTwo.");
}

TEST(Mail, RefusesWhatItDoesNotRead) {
  EXPECT_EQ(read_mail("Subject: A\nContent-Type: multipart/mixed; boundary=x\n\n--x")[0].refusal,
            "a mail message of several parts");
  EXPECT_EQ(read_mail("Date: 2010\nAuthor: B\n\n ")[0].refusal,
            "no text: neither headline nor body");
  EXPECT_EQ(read_mail("no mail")[0].refusal, "no headers at the beginning");
}

TEST(MailCoding, TakesWhatIsMalformedAsItStands) {
  EXPECT_EQ(with_words_decoded("=?utf-8?X?a?= =?utf-8?Q? =?"), "=?utf-8?X?a?= =?utf-8?Q? =?");
  EXPECT_EQ(with_words_decoded("=?no such?Q?caf=E9?="), "café");
  EXPECT_EQ(with_words_decoded("a =?utf-8?Q?=D0?= =?utf-8?Q?=9F?= b"), "a П b");
  EXPECT_EQ(from_quoted_printable("a=3Db=\r\nc=zz="), "a=bc=zz=");
  EXPECT_EQ(from_base64("QUI*=\nQw"), "ABC");
}

}  // namespace
}  // namespace alatoo
