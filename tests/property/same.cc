// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/same.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <numeric>
#include <set>

#include "common/hash.h"
#include "tests/property/random_archive.h"

namespace alatoo {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

/// What an archive says of itself, but for what tells how it came about.
Lines summary(const Archive& archive) {
  const Manifest& m = archive.manifest();
  Lines all = {"analyzer " + m.analyzer,
               "authority " + m.authority,
               "recognize " + std::to_string(m.recognize),
               "articles " + std::to_string(m.articles),
               "words " + std::to_string(m.words),
               "length " + std::to_string(m.length),
               "undated " + std::to_string(m.undated),
               "dates " + m.first_date.iso() + ".." + m.last_date.iso()};
  for (const auto& [language, count] : m.languages)
    all.push_back("language " + language + " " + std::to_string(count));
  return all;
}

/// A document: terms with their counts, value slots, the article but for where its file lies.
std::string document(const Xapian::Database& shard, std::uint32_t docid) {
  const Xapian::Document document = shard.get_document(docid);
  std::string text;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    text += *term + " " + std::to_string(term.get_wdf()) + " " +
            std::to_string(term.positionlist_count()) + "\n";
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    text += std::to_string(value.get_valueno()) + " = " + *value + "\n";
  Article article = decode_article(document.get_data());
  article.path.clear();
  return text + encode_article(article);
}

/// What is stored of each article, by its id: the facet row as text, and the document's hash.
std::map<std::string, std::string> rows(const Archive& archive) {
  std::map<std::string, std::string> all;
  for (std::size_t s = 0; s < archive.shards(); ++s) {
    const FacetColumn& column = archive.column(s);
    std::uint64_t articles = 0;
    for (std::uint32_t docid = 1; docid <= column.last_docid(); ++docid) {
      if (column.id(docid).empty()) {
        EXPECT_EQ(column.date(docid) + column.length(docid) + column.content(docid), 0U);
        for (const Field field : kKeyFields) EXPECT_TRUE(column.keys(field, docid).empty());
        continue;
      }
      ++articles;
      std::string row = "date " + std::to_string(column.date(docid)) + ", length " +
                        std::to_string(column.length(docid)) + ", content " +
                        hex(column.content(docid));
      for (const Field field : kKeyFields) {
        for (const std::uint32_t key : column.keys(field, docid)) {
          row += ", " + std::string(info(field).name) + " ";
          row += archive.entities().key(field, key);
        }
      }
      row += ", document " + hex(hash(document(archive.shard(s), docid)));
      const bool is_new = all.emplace(column.id(docid), row).second;
      EXPECT_TRUE(is_new) << column.id(docid) << " stands twice";
    }
    EXPECT_EQ(articles, archive.shard(s).get_doccount());
    EXPECT_EQ(articles, archive.manifest().shards[s]);
  }
  return all;
}

/// The keys that articles have.
std::set<std::uint32_t> live_keys(const Archive& archive, Field field) {
  std::set<std::uint32_t> keys;
  for (std::size_t s = 0; s < archive.shards(); ++s) {
    for (std::uint32_t docid = 1; docid <= archive.column(s).last_docid(); ++docid) {
      const auto own = archive.column(s).keys(field, docid);
      keys.insert(own.begin(), own.end());
    }
  }
  return keys;
}

/// The entities that articles have, with their names and keys.
Lines entities(const Archive& archive) {
  const EntityTable& table = archive.entities();
  std::map<std::string, std::set<std::string>> all;
  for (const Field field : kKeyFields) {
    for (const std::uint32_t key : live_keys(archive, field)) {
      const std::uint32_t entity = table.entity_of(field, key);
      std::string line(info(field).name);
      if (entity == kNoEntity) {
        all[line + " hidden:"].insert(std::string(table.key(field, key)));
        continue;
      }
      line += " " + std::string(table.id(field, entity));
      line += " (" + std::string(table.name(field, entity)) + ")";
      line += " " + std::string(table.why(field, entity)) + ":";
      all[line].insert(std::string(table.key(field, key)) + ": " +
                       std::string(table.joined(field, key)));
    }
  }
  Lines lines;
  for (const auto& [entity, keys] : all) {
    lines.push_back(entity);
    for (const std::string& key : keys) lines.back() += " [" + key + "]";
  }
  return lines;
}

/// What users may type for a name: all that the articles draw from, and all that is in a table.
std::set<std::string> typed_names(const Archive& archive) {
  std::set<std::string> names = {"Nobody Anywhere", "", "!"};
  for (const auto* pool : {&people(), &cities(), &countries(), &organisations()}) {
    for (const Spellings& spellings : *pool) names.insert(spellings.begin(), spellings.end());
  }
  names.insert(sources().begin(), sources().end());
  names.insert(languages().begin(), languages().end());
  const EntityTable& table = archive.entities();
  for (const Field field : kKeyFields) {
    for (std::uint32_t entity = 0; entity < table.entity_count(field); ++entity) {
      names.insert(std::string(table.id(field, entity)));
      names.insert(std::string(table.name(field, entity)));
    }
    for (std::uint32_t key = 0; key < table.key_count(field); ++key)
      names.insert(std::string(table.key(field, key)));
  }
  std::set<std::string> words;
  for (const std::string& name : names) words.insert(name.substr(name.rfind(' ') + 1));
  names.merge(words);
  return names;
}

/// What the names stand for: the entities that each finds, and the spellings that it is joined by.
Lines meanings(const Archive& archive, const std::set<std::string>& names) {
  Lines lines;
  for (const std::string& name : names) {
    for (const Field field : kKeyFields) {
      std::set<std::string> ids;
      for (const std::uint32_t entity : archive.entities().find(field, name))
        ids.insert(std::string(archive.entities().id(field, entity)));
      if (ids.empty()) continue;
      lines.push_back(std::string(info(field).name) + ":" + name + " =");
      for (const std::string& id : ids) lines.back() += " " + id;
    }
    for (const std::string& spelling : archive.entities().spellings(name))
      lines.push_back(name + " ~ " + spelling);
  }
  return lines;
}

Lines words(const Archive& archive) {
  Lines lines;
  for (std::size_t i = 0; i < archive.lexicon().size(); ++i) {
    const LexiconEntry entry = archive.lexicon().at(i);
    lines.push_back(std::string(entry.word) + " " + std::string(entry.stem) + " " +
                    std::to_string(entry.count));
  }
  return lines;
}

/// Tells the first lines that only one of two lists has.
void expect_lines(const Lines& one, const Lines& other, const std::string& what) {
  if (one == other) return;
  const auto only = [](const Lines& a, const Lines& b) {
    const std::set<std::string> known(b.begin(), b.end());
    std::string told;
    int n = 0;
    for (const std::string& line : a) {
      if (!known.count(line) && ++n <= 5) told += "\n    " + line;
    }
    return std::to_string(n) + told;
  };
  ADD_FAILURE() << what << " differ\n  only the one has " << only(one, other)
                << "\n  only the other has " << only(other, one);
}

}  // namespace

std::vector<std::string> lines(const std::vector<FacetCount>& values) {
  std::vector<std::string> shown;
  for (const FacetCount& v : values)
    shown.push_back(v.id + " | " + v.name + " | " + std::to_string(v.count));
  return shown;
}

void expect_equal(const Results& one, const Results& other) {
  EXPECT_EQ(one.match, other.match);
  EXPECT_EQ(one.relaxed, other.relaxed);
  EXPECT_EQ(one.total, other.total);
  EXPECT_EQ(one.notes, other.notes);
  EXPECT_EQ(one.suggestion, other.suggestion);
  EXPECT_EQ(one.complete, other.complete);
  ASSERT_EQ(one.hits.size(), other.hits.size());
  for (std::size_t i = 0; i < one.hits.size(); ++i) {
    const Hit& a = one.hits[i];
    const Hit& b = other.hits[i];
    EXPECT_EQ(a.id, b.id) << "rank " << i + 1;
    EXPECT_EQ(a.partial, b.partial);
    EXPECT_NEAR(a.score, b.score, 1e-9);
    EXPECT_EQ(a.title.text, b.title.text);
    EXPECT_EQ(a.title.highlights, b.title.highlights);
    EXPECT_EQ(a.date, b.date);
    EXPECT_EQ(a.source, b.source);
    EXPECT_EQ(a.persons, b.persons);
    EXPECT_EQ(a.cities, b.cities);
    ASSERT_EQ(a.passages.size(), b.passages.size());
    for (std::size_t p = 0; p < a.passages.size(); ++p) {
      EXPECT_EQ(a.passages[p].text, b.passages[p].text);
      EXPECT_EQ(a.passages[p].highlights, b.passages[p].highlights);
    }
  }
  ASSERT_EQ(one.facets.size(), other.facets.size());
  for (std::size_t i = 0; i < one.facets.size(); ++i) {
    EXPECT_EQ(lines(one.facets[i].values), lines(other.facets[i].values));
    EXPECT_EQ(one.facets[i].distinct, other.facets[i].distinct);
  }
}

void expect_same(const Archive& one, const Archive& other) {
  expect_lines(summary(one), summary(other), "manifests");
  const std::map<std::string, std::string> own = rows(one);
  Lines own_rows;
  Lines other_rows;
  for (const auto& [id, row] : own) own_rows.push_back(id + ": " + row);
  for (const auto& [id, row] : rows(other)) other_rows.push_back(id + ": " + row);
  expect_lines(own_rows, other_rows, "articles");
  for (const auto& [id, row] : own) EXPECT_TRUE(one.find_article(id)) << id;
  expect_lines(entities(one), entities(other), "entities");
  std::set<std::string> names = typed_names(one);
  names.merge(typed_names(other));
  expect_lines(meanings(one, names), meanings(other, names), "meanings of names");
  expect_lines(words(one), words(other), "words");
}

void expect_whole(const std::string& db) {
  for (const std::uint64_t generation : generations(db)) {
    const std::string folder = generation_folder(db, generation);
    const Manifest manifest = read_manifest(folder);
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      files += entry.is_regular_file();
    EXPECT_EQ(files, manifest.files.size() + 1) << folder;  // and the manifest
    for (const Manifest::File& file : manifest.files) {
      const FileHash found = hash_file(folder + "/" + file.path);
      EXPECT_EQ(found.size, file.size) << folder << "/" << file.path;
      EXPECT_EQ(hex(found.hash), file.xxh3) << folder << "/" << file.path;
    }
    EXPECT_EQ(std::accumulate(manifest.shards.begin(), manifest.shards.end(), std::uint64_t{0}),
              manifest.articles);
  }
}

}  // namespace alatoo
