// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/micro/files.h"

#include <utility>

#include "bench/micro/samples.h"
#include "common/json.h"

namespace alatoo {
namespace {

constexpr std::size_t kFiles = 100;

struct Story {
  std::string id, line, headline, source, date;
  std::vector<std::string> paragraphs;
};

std::vector<Story> stories() {
  std::vector<Story> made;
  for (std::string& line : made_up_lines(kFiles)) {
    const Json json = parse_json(line);
    Story story{json["uri"],    std::move(line),        json["headlines"][0]["value"],
                json["source"], json["versionCreated"], {}};
    const std::string body = json["bodies"][0]["value"];
    for (std::size_t at = 0; at < body.size();) {
      const std::size_t end = std::min(body.find("\n\n", at), body.size());
      story.paragraphs.push_back(body.substr(at, end - at));
      at = end + 2;
    }
    made.push_back(std::move(story));
  }
  return made;
}

/// Each of `texts` between two tags; made-up prose holds nothing that needs escaping.
std::string each(const std::vector<std::string>& texts, const std::string& before,
                 const std::string& after) {
  std::string out;
  for (const std::string& text : texts) out += before + text + after + "\n";
  return out;
}

/// Headlines of other stories, as link lists have them.
std::vector<std::string> links(const std::vector<Story>& all, std::size_t from, std::size_t count) {
  std::vector<std::string> made;
  for (std::size_t i = 1; i <= count; ++i) made.push_back(all[(from + i) % all.size()].headline);
  return made;
}

std::string text_of(const Story& story, const std::vector<std::string>& others) {
  return story.source + "\n\n" + story.headline + "\nLast updated: " + story.date +
         "\nBy Ann Lee\n\n" + each(story.paragraphs, "", "\n") + "Related stories\n" +
         each(others, "", "") + "Copyright " + story.source + "\n";
}

std::string mail_of(const Story& story) {
  return "Subject: " + story.headline + "\nFrom: Ann Lee <ann@news.example>\nDate: " + story.date +
         "\n\n" + each(story.paragraphs, "", "\n");
}

std::string html_of(const Story& story, const std::vector<std::string>& others) {
  const std::string list =
      each(others, "<li class=\"item\"><a href=\"/story\"><span>", "</span></a></li>");
  return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" +
         story.headline + " - " + story.source + "</title>\n<script>" + std::string(2000, 'x') +
         "</script>\n<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", "
         "\"@type\": \"NewsArticle\", \"headline\": \"" +
         story.headline + "\", \"datePublished\": \"" + story.date +
         "\"}</script></head>\n<body><nav><ul>" + list + "</ul></nav><div><div><article><h1>" +
         story.headline + "</h1>\n" + each(story.paragraphs, "<p class=\"text\">", "</p>") +
         "</article><aside><h2>Related stories</h2><ul>" + list + "</ul></aside></div></div>\n" +
         "<footer><p>Copyright " + story.source + "</p></footer></body></html>\n";
}

std::string nitf_of(const Story& story) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<nitf><head><title>" + story.headline +
         "</title><docdata><doc-id id-string=\"" + story.id + "\"/><date.issue norm=\"" +
         story.date + "\"/></docdata></head><body><body.head><hedline><hl1>" + story.headline +
         "</hl1></hedline><byline>By Ann Lee</byline></body.head><body.content>\n" +
         each(story.paragraphs, "<p>", "</p>") + "</body.content></body></nitf>\n";
}

std::string newsml_of(const Story& story) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<newsItem "
         "xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"" +
         story.id +
         "\" version=\"1\" standard=\"NewsML-G2\" standardversion=\"2.29\" "
         "xml:lang=\"en\"><itemMeta>"
         "<itemClass qcode=\"ninat:text\"/><provider><name>" +
         story.source + "</name></provider><versionCreated>" + story.date +
         "</versionCreated></itemMeta><contentMeta><headline>" + story.headline +
         "</headline></contentMeta><contentSet><inlineXML "
         "contenttype=\"application/xhtml+xml\"><html "
         "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body>\n" +
         each(story.paragraphs, "<p>", "</p>") +
         "</body></html></inlineXML></contentSet></newsItem>\n";
}

std::string feed_of(const Story& story) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>" +
         story.source + "</title><item><title>" + story.headline +
         "</title><guid isPermaLink=\"false\">" + story.id + "</guid><content:encoded><![CDATA[\n" +
         each(story.paragraphs, "<p>", "</p>") + "]]></content:encoded></item></channel></rss>\n";
}

std::string written(Format format, const std::vector<Story>& all, std::size_t i) {
  const Story& story = all[i];
  switch (format) {
    case Format::json:
    case Format::json_lines:
      return story.line;
    case Format::html:
      return html_of(story, links(all, i, 20));
    case Format::nitf:
      return nitf_of(story);
    case Format::newsml:
      return newsml_of(story);
    case Format::feed:
      return feed_of(story);
    case Format::mail:
      return mail_of(story);
    case Format::text:
      break;
  }
  return text_of(story, links(all, i, 8));
}

}  // namespace

std::vector<RawItem> made_up_files(Format format) {
  const std::vector<Story> all = stories();
  std::vector<RawItem> files;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string name = "made-up/" + std::to_string(i);
    const std::uint64_t line = format == Format::json_lines ? i + 1 : 0;
    files.push_back({name, name, line, format, written(format, all, i)});
  }
  return files;
}

std::string made_up_windows_1251() {
  std::string text = made_up_text();
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(0xE0 + (c - 'a'));
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(0xC0 + (c - 'A'));
  }
  return text;
}

std::string made_up_utf16() {
  std::string wide = "\xFF\xFE";
  for (const char c : made_up_text()) (wide += c) += '\0';
  return wide;
}

}  // namespace alatoo
