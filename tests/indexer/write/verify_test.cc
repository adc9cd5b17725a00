// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <random>

#include "common/checksums.h"
#include "common/entities.h"
#include "common/error.h"
#include "common/facet_column.h"
#include "common/fields.h"
#include "common/lexicon.h"
#include "common/mapped_file.h"
#include "common/names.h"
#include "indexer/enrich/authority_files.h"
#include "indexer/pipeline.h"
#include "tests/damage.h"
#include "tests/temp_folder.h"

namespace alatoo {
namespace {
namespace fs = std::filesystem;

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string kSamples = std::string(ALATOO_SOURCE_DIR) + "/tests/corpora/unrest/articles";

std::shared_ptr<const Authority> shipped() {
  static const std::shared_ptr<const Authority> authority = make_authority({});
  return authority;
}

/// An archive of two shards, made once, of which each test damages a copy.
class Verify : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    made_ = new TempFolder;
    JobOptions options;
    options.db = *made_ / "db";
    options.source.paths = {kSamples};
    options.jobs = 2;
    options.batch_bytes = 1000;
    options.authority = shipped();
    Progress progress({"never", true, false});
    for (int i = 0; i < 20; ++i) {  // which worker takes a batch is up to the machine
      JobReport report;
      rebuild(options, progress, report);
      const GenerationLock lock(options.db);
      whole_ = lock.folder();
      if (read_manifest(whole_).shards.size() == 2) return;
    }
    FAIL() << "one of two workers never has a part";
  }
  static void TearDownTestSuite() { delete made_; }

  void SetUp() override {
    fs::copy(whole_, folder_, fs::copy_options::recursive);
    manifest_ = read_manifest(folder_);
  }

  std::string path(const std::string& file) const { return folder_ + "/" + file; }
  std::vector<std::string> verified() const {
    return verify_generation(folder_, read_manifest(folder_), shipped().get(), true);
  }
  /// Writes the manifest anew, after what the files are now: only what they hold can give them
  /// away.
  void fit() {
    manifest_.files.clear();
    write_manifest(folder_, manifest_);
  }
  void expect_found(const std::string& text) const {
    EXPECT_THAT(verified(), Contains(HasSubstr(text)));
  }

  static inline TempFolder* made_ = nullptr;
  static inline std::string whole_;
  const TempFolder temporary_;
  const std::string folder_ = temporary_ / "generation";
  Manifest manifest_;
};

TEST_F(Verify, FindsNothingInAWholeGeneration) { EXPECT_THAT(verified(), IsEmpty()); }

TEST_F(Verify, NamesEveryFileThatIsMissing) {
  for (const Manifest::File& file : manifest_.files) {
    fs::rename(path(file.path), *made_ / "aside");
    expect_found(file.path + ": is missing");
    fs::rename(*made_ / "aside", path(file.path));
  }
  EXPECT_THAT(verified(), IsEmpty());
}

TEST_F(Verify, NamesEveryFileThatIsCutOrGrown) {
  for (const Manifest::File& file : manifest_.files) {
    const std::string bytes = read_file(path(file.path));
    overwrite(path(file.path), bytes + "x");
    expect_found(file.path + ": has " + std::to_string(bytes.size() + 1) + " bytes instead of");
    if (!bytes.empty()) {
      overwrite(path(file.path), bytes.substr(0, bytes.size() / 2));
      expect_found(file.path + ": has " + std::to_string(bytes.size() / 2) + " bytes instead of");
    }
    overwrite(path(file.path), bytes);
  }
}

TEST_F(Verify, NamesAFileTooMany) {
  overwrite(path("shard-000/XAPIANDB"), "remote :touch ran\n");
  EXPECT_THAT(verified(), ElementsAre("shard-000/XAPIANDB: does not belong to the generation"));
}

TEST_F(Verify, NamesWhatIsNoFileAndDoesNotWaitForIt) {
  fs::remove(path("shard-001.facets"));
  fs::create_symlink(path("shard-000.facets"), path("shard-001.facets"));
  expect_found("shard-001.facets: is no regular file");
}

TEST_F(Verify, FindsEverythingAndNotOnlyTheFirst) {
  fs::remove(path("lexicon"));
  overwrite(path("names"), "x");
  fs::remove(path("shard-000/postlist.glass"));
  const std::vector<std::string> found = verified();
  EXPECT_THAT(found, Contains(HasSubstr("lexicon: is missing")));
  EXPECT_THAT(found, Contains(HasSubstr("names: has 1 bytes")));
  EXPECT_THAT(found, Contains(HasSubstr("shard-000/postlist.glass: is missing")));
  EXPECT_THAT(found, Contains(HasSubstr("shard-000: ")));
}

TEST_F(Verify, FindsFacetColumnsOfOtherShards) {
  fs::rename(path("shard-000.facets"), path("aside"));
  fs::rename(path("shard-001.facets"), path("shard-000.facets"));
  fs::rename(path("aside"), path("shard-001.facets"));
  fit();
  expect_found("the id in its row of facets");
}

TEST_F(Verify, FindsWrongCountsOfTheManifest) {
  const auto expect_told = [&](auto& number, const std::string& text) {
    ++number;
    fit();
    expect_found(text);
    --number;
  };
  expect_told(manifest_.articles, "MANIFEST: says articles 45, the shards have 44");
  expect_told(manifest_.words, "MANIFEST: says ");
  expect_told(manifest_.length, "MANIFEST: says length ");
  expect_told(manifest_.undated, "MANIFEST: says undated articles ");
  expect_told(manifest_.languages["en"], "MANIFEST: the articles by language");
  expect_told(manifest_.shards[1], "shard-001: holds ");
  expect_told(manifest_.first_date.year, "MANIFEST: says first date 2006");
  expect_told(manifest_.last_date.year, "MANIFEST: says last date ");
}

TEST_F(Verify, ComparesFacetRowsWithArticles) {
  const FacetColumn column(facets_file(whole_, 0));  // the copy is about to be overwritten
  FacetColumnWriter changed;
  FacetRow row;
  for (std::uint32_t docid = 1; docid <= column.last_docid(); ++docid) {
    row = {std::string(column.id(docid)), column.date(docid), column.length(docid), 0, {}};
    for (const Field field : kKeyFields) {
      const auto keys = column.keys(field, docid);
      row.keys[key_index(field)].assign(keys.begin(), keys.end());
    }
    if (docid == 1) row.date = 19990101;
    if (docid == 2) ++row.length;
    if (docid == 3) row.keys[key_index(Field::country)] = {0, 1, 2, 3, 4, 5};
    if (docid == 4) row.keys[key_index(Field::person)] = {1000000};
    if (docid == 5) row.id += "x";
    changed.add(row);
  }
  changed.write(facets_file(folder_, 0));
  fit();
  const std::vector<std::string> found = verified();
  const auto of = [&](int docid) {
    return "shard-000: document " + std::to_string(docid) + " (" +
           std::string(column.id(static_cast<std::uint32_t>(docid)));
  };
  using ::testing::AllOf;
  using ::testing::StartsWith;
  EXPECT_THAT(found, Contains(AllOf(StartsWith(of(1)), HasSubstr("the date"))));
  EXPECT_THAT(found, Contains(AllOf(StartsWith(of(2)), HasSubstr("the length"))));
  EXPECT_THAT(found, Contains(AllOf(StartsWith(of(3)), HasSubstr("the country"))));
  EXPECT_THAT(found, Contains(AllOf(StartsWith(of(4)), HasSubstr("the person"))));
  EXPECT_THAT(found, Contains(AllOf(StartsWith(of(5)), HasSubstr("the id"))));
  EXPECT_THAT(found, Contains(HasSubstr("has person 1000000, names has")));
  EXPECT_THAT(found, Contains(StartsWith("names: says that")));
}

TEST_F(Verify, ComparesWordsWithArticles) {
  std::vector<LexiconRow> rows = Lexicon(lexicon_file(folder_)).rows();
  const LexiconRow dropped = rows.back();
  ++rows.front().count;
  write_lexicon(lexicon_file(folder_), rows);
  fit();
  EXPECT_THAT(verified(), ElementsAre(HasSubstr("lexicon: its words")));
  --rows.front().count;
  rows.pop_back();
  write_lexicon(lexicon_file(folder_), rows);
  fit();
  expect_found("the lexicon lacks the word '" + dropped.stem + "'");
}

TEST_F(Verify, ComparesNamesWithArticles) {
  const Names names = read_names(names_file(folder_));
  const auto expect_told = [&](const auto& change, const std::string& text) {
    Names changed = names;
    change(changed);
    write_names(names_file(folder_), changed);
    fit();
    expect_found(text);
  };
  const auto person = key_index(Field::person);
  expect_told([&](Names& n) { ++n.keys[person][0].forms.begin()->second; },
              "articles have the person '");
  expect_told(
      [&](Names& n) {
        n.keys[person][0].forms = {{"Nobody", 1}};
      },
      "names: the names of field person are not those of the articles");
  expect_told([&](Names& n) { std::swap(n.keys[person][0], n.keys[person][1]); },
              "entities: person 0 is '");
  expect_told([&](Names& n) { n.keys[person].pop_back(); }, "keys of field person, names has");
  expect_told([&](Names& n) { ++n.spellings.begin()->second; },
              "names: the spellings are not those of the articles");
  expect_told([&](Names& n) { n.keys[person].push_back({"zz", {}}); }, "names has");
}

TEST_F(Verify, ComparesEntitiesWithTheAuthority) {
  // Those of an archive where nobody has a name of his own.
  EntityTableContent content;
  const Names names = read_names(names_file(folder_));
  for (std::size_t f = 0; f < kKeyFieldCount; ++f) {
    for (const CountedKey& key : names.keys[f])
      content.keys[f].push_back({key.key, "id-" + key.key, key.key, "", {}});
  }
  write_entity_table(entities_file(folder_), content);
  fit();
  EXPECT_THAT(verified(), ElementsAre("entities: is not what the authority makes of the names"));
  EXPECT_THAT(verify_generation(folder_, manifest_, nullptr, true), IsEmpty());
}

TEST_F(Verify, ComparesDocumentsWithArticles) {
  const auto edit = [&](const auto& change) {
    fs::remove_all(path("shard-000"));
    fs::copy(whole_ + "/shard-000", path("shard-000"));
    {
      Xapian::WritableDatabase database(path("shard-000"),
                                        Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
      Xapian::Document document = database.get_document(2);
      change(database, document);
      database.commit();
    }
    fit();
  };
  const auto replace = [&](const auto& change) {
    edit([&](Xapian::WritableDatabase& database, Xapian::Document& document) {
      change(document);
      database.replace_document(2, document);
    });
  };
  edit([](auto& database, auto&) { database.delete_document(2); });
  expect_found("has a row of facets and no document");
  edit([](auto& database, auto& document) { database.add_document(document); });
  expect_found("has no row of facets");
  replace([](auto& document) { document.add_term("Zanother"); });
  expect_found("its postings are not those of its article");
  expect_found("its list of terms is not that of its article");
  expect_found("the lexicon lacks the word 'another'");
  replace([](auto& document) { document.remove_term(*document.termlist_begin()); });
  expect_found("its postings are not those of its article");
  replace([](auto& document) { document.add_posting("Zthe", 99999, 0); });
  expect_found("its positions are not those of its article");
  replace([](auto& document) { document.add_value(info(Field::date).slot, "1999"); });
  expect_found("its value of date is not that of its article");
  replace([](auto& document) { document.set_data("rubbish"); });
  expect_found("cannot be read (");
}

TEST_F(Verify, FindsAnIdThatTwoArticlesHave) {
  fs::remove_all(path("shard-001"));
  fs::copy(path("shard-000"), path("shard-001"));
  fs::copy_file(path("shard-000.facets"), path("shard-001.facets"),
                fs::copy_options::overwrite_existing);
  manifest_.shards[1] = manifest_.shards[0];
  fit();
  expect_found("the ids of " + std::to_string(manifest_.shards[0]) + " articles repeat");
}

/// Flips one bit of a file; returns its bytes before.
std::string flip(const std::string& file, std::mt19937& random) {
  const std::string bytes = read_file(file);
  std::string damaged = bytes;
  const std::size_t bit = random() % (bytes.size() * 8);
  damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ 1 << bit % 8);
  overwrite(file, damaged);
  return bytes;
}

TEST_F(Verify, FindsEveryFlippedBit) {
  std::mt19937 random(20100407);
  std::vector<std::string> files = {"MANIFEST"};
  for (const Manifest::File& file : manifest_.files) {
    if (file.size > 0) files.push_back(file.path);
  }
  for (int i = 0; i < 300; ++i) {
    const std::string& file = files[random() % files.size()];
    const std::string bytes = flip(path(file), random);
    try {
      EXPECT_THAT(verified(), Contains(testing::StartsWith(file + ": is damaged"))) << i;
    } catch (const Error& refused) {
      EXPECT_EQ(file, "MANIFEST") << refused.what();
    }
    overwrite(path(file), bytes);
  }
}

// Where a checksum was made of damaged bytes, what the files say of each other gives them away.
TEST_F(Verify, FindsFlippedBitsUnderTheirOwnChecksum) {
  std::mt19937 random(19910831);
  std::map<std::string, int> missed;
  for (const char* file : {"names", "entities", "lexicon"}) {
    for (int i = 0; i < 30; ++i) {
      const std::string bytes = flip(path(file), random);
      fit();
      if (verified().empty()) ++missed[file];
      overwrite(path(file), bytes);
    }
  }
  EXPECT_THAT(missed, IsEmpty());
  int found = 0;
  for (const char* file :
       {"shard-000.facets", "shard-001/postlist.glass", "shard-001/position.glass",
        "shard-001/termlist.glass", "shard-001/docdata.glass"}) {
    for (int i = 0; i < 20; ++i) {
      const std::string bytes = flip(path(file), random);
      fit();
      if (!verified().empty()) ++found;
      overwrite(path(file), bytes);
    }
  }
  // Of the rest much lies where no table has anything.
  EXPECT_GE(found, 40);
  RecordProperty("found_of_100", found);
}

}  // namespace
}  // namespace alatoo
