// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/verify_shard.h"

#include <xapian.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <sstream>
#include <vector>

#include "common/article.h"
#include "common/entities.h"
#include "common/error.h"
#include "common/facet_column.h"
#include "common/hash.h"
#include "common/lexicon.h"
#include "indexer/write/document.h"
#include "indexer/write/findings.h"
#include "indexer/write/tally.h"

namespace alatoo {
namespace {

// Articles whose words are counted before the counts are added up: bounds memory.
constexpr std::size_t kBatch = 4096;

/// What a document is found by, as sums over its terms that do not depend on their order.
struct Fingerprint {
  std::uint64_t terms = 0;      ///< of terms, each as often as it counts
  std::uint64_t positions = 0;  ///< of terms at positions

  void add(std::uint64_t term, Xapian::termcount wdf) {
    terms += (term | 1) * (std::uint64_t{wdf} + 1);
  }
  void add_position(std::uint64_t term, Xapian::termpos position) {
    std::uint64_t n = term + (position + std::uint64_t{1}) * 0x9E3779B97F4A7C15U;
    n = (n ^ (n >> 30)) * 0xBF58476D1CE4E5B9U;
    positions += n ^ (n >> 31);
  }
};

Fingerprint fingerprint(const Xapian::Document& document) {
  Fingerprint sum;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const std::uint64_t h = hash(*term);
    sum.add(h, term.get_wdf());
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
      sum.add_position(h, *at);
  }
  return sum;
}

/// The hashes of all stems of the lexicon, sorted; empty if it cannot be read.
std::vector<std::uint64_t> stems_of(const std::string& path) {
  std::vector<std::uint64_t> stems;
  try {
    const Lexicon lexicon(path);
    if (lexicon.damage()) return {};
    stems.reserve(lexicon.size());
    for (std::size_t i = 0; i < lexicon.size(); ++i) stems.push_back(hash(lexicon.at(i).stem));
  } catch (const Error&) {
    return {};
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

/// A sidecar, if it can be read; what is wrong with it is found by `check_sidecars`.
template <typename Sidecar>
std::optional<Sidecar> whole(const std::string& path) {
  try {
    Sidecar sidecar(path);
    if (!sidecar.damage()) return sidecar;
  } catch (const Error&) {
  }
  return std::nullopt;
}

class ShardCheck {
 public:
  ShardCheck(const std::string& folder, std::size_t shard, const ChildTask::Send& send)
      : folder_(folder),
        name_(shard_folder("", shard).substr(1)),
        database_(shard_folder(folder, shard), Xapian::DB_BACKEND_GLASS),
        column_(whole<FacetColumn>(facets_file(folder, shard))),
        entities_(whole<EntityTable>(entities_file(folder))),
        findings_(send),
        expected_(std::size_t{database_.get_lastdocid()} + 1) {}

  void run(std::uint64_t articles, const ChildTask::Send& send) {
    if (database_.get_doccount() != articles) {
      findings_.add(name_ + ": holds " + std::to_string(database_.get_doccount()) +
                    " articles, MANIFEST says " + std::to_string(articles));
    }
    if (column_ && column_->last_docid() != database_.get_lastdocid()) {
      findings_.add(name_ + ".facets: ends with document " + std::to_string(column_->last_docid()) +
                    ", the shard with " + std::to_string(database_.get_lastdocid()));
    }
    check_each();
    check_postings();
    findings_.finish(name_);
    send(kTally + tally_.encode());
  }

 private:
  std::string name_of(Xapian::docid docid) const {
    std::string name = name_ + ": document " + std::to_string(docid);
    if (column_ && docid <= column_->last_docid() && !column_->id(docid).empty())
      name += " (" + std::string(column_->id(docid)) + ")";
    return name;
  }
  void found(Xapian::docid docid, const std::string& what) {
    findings_.add("documents of which this is so: " + what, name_of(docid) + ": " + what);
  }

  void check_each() {
    std::optional<Vocabulary> vocabulary(std::in_place);
    std::size_t counted = 0;
    Xapian::docid last = 0;
    const auto end = database_.postlist_end("");
    for (auto document = database_.postlist_begin(""); document != end; ++document) {
      expect_no_rows(last + 1, *document);
      last = *document;
      if (last >= expected_.size()) {
        found(last, "lies behind the last document");
        break;
      }
      try {
        check_document(last, *vocabulary);
      } catch (const Xapian::Error& problem) {
        found(last, "cannot be read (" + problem.get_msg() + ")");
      } catch (const Error& problem) {
        found(last, std::string("cannot be read (") + problem.what() + ")");
      }
      if (++counted % kBatch == 0) {
        tally_.add(*vocabulary);
        vocabulary.emplace();
      }
    }
    expect_no_rows(last + 1, column_ ? column_->last_docid() + 1 : 0);
    tally_.add(*vocabulary);
  }

  /// The rows from `first` up to `end` have no documents.
  void expect_no_rows(Xapian::docid first, Xapian::docid end) {
    if (!column_) return;
    for (Xapian::docid docid = first; docid < std::min(end, column_->last_docid() + 1); ++docid) {
      bool empty = column_->id(docid).empty() && !column_->date(docid) && !column_->length(docid);
      for (const Field field : kKeyFields) empty = empty && column_->keys(field, docid).empty();
      if (!empty) found(docid, "has a row of facets and no document");
    }
  }

  void check_document(Xapian::docid docid, Vocabulary& vocabulary) {
    const Xapian::Document stored = database_.get_document(docid);
    const std::string data = stored.get_data();
    const Article article = decode_article(data);
    const IndexedDocument made = make_document(article, vocabulary);
    if (made.document.get_data() != data)
      found(docid, "the stored article is not as it was written");
    expected_[docid] = fingerprint(made.document);

    // Positions are compared by the postings' side.
    Fingerprint listed;
    std::uint64_t length = 0;
    const auto end = database_.termlist_end(docid);
    for (auto term = database_.termlist_begin(docid); term != end; ++term) {
      listed.add(hash(*term), term.get_wdf());
      length += term.get_wdf();
    }
    if (listed.terms != expected_[docid].terms)
      found(docid, "its list of terms is not that of its article");
    if (database_.get_doclength(docid) != length)
      found(docid, "its length is not that of its terms");
    for (const FieldInfo& field : kFields) {
      if (field.slot == kNoSlot) continue;
      if (stored.get_value(field.slot) != made.document.get_value(field.slot))
        found(docid, "its value of " + std::string(field.name) + " is not that of its article");
    }
    if (column_) check_row(docid, article, made);
  }

  void check_row(Xapian::docid docid, const Article& article, const IndexedDocument& made) {
    if (docid > column_->last_docid()) return found(docid, "has no row of facets");
    const auto expect = [&](bool same, std::string_view what) {
      if (!same)
        found(docid, std::string(what) + " in its row of facets is not that of its article");
    };
    expect(column_->id(docid) == article.id, "the id");
    expect(column_->date(docid) == article.date.packed(), "the date");
    expect(column_->length(docid) == made.length, "the length");
    if (!entities_) return;
    for (const Field field : kKeyFields) {
      std::string packed;
      for (const std::uint32_t key : column_->keys(field, docid)) {
        const bool known = key < entities_->key_count(field);
        put_string(packed, known ? entities_->key(field, key) : std::string_view("?"));
      }
      expect(packed == made.document.get_value(info(field).slot),
             "the " + std::string(info(field).name));
    }
  }

  /// One walk through all postings and positions, in the order in which they lie.
  void check_postings() {
    const std::vector<std::uint64_t> stems = stems_of(lexicon_file(folder_));
    const std::string_view text = info(Field::text).prefix;
    std::vector<Fingerprint> sums(expected_.size());
    const auto end = database_.allterms_end();
    for (auto term = database_.allterms_begin(); term != end; ++term) {
      const std::string word = *term;
      const std::uint64_t h = hash(word);
      if (!stems.empty() && word.starts_with(text) &&
          !std::binary_search(stems.begin(), stems.end(), hash(word.substr(text.size())))) {
        findings_.add("words that the lexicon lacks",
                      name_ + ": the lexicon lacks the word '" + word.substr(text.size()) + "'");
      }
      try {
        const auto last = database_.postlist_end(word);
        for (auto posting = database_.postlist_begin(word); posting != last; ++posting) {
          if (*posting >= sums.size()) {
            found(*posting, "has postings and is none");
            continue;
          }
          Fingerprint& sum = sums[*posting];
          sum.add(h, posting.get_wdf());
          const auto stop = posting.positionlist_end();
          for (auto at = posting.positionlist_begin(); at != stop; ++at) sum.add_position(h, *at);
        }
      } catch (const Xapian::Error& problem) {
        findings_.add(
            "terms that cannot be read",
            name_ + ": the postings of '" + word + "' cannot be read (" + problem.get_msg() + ")");
      }
    }
    for (Xapian::docid docid = 1; docid < sums.size(); ++docid) {
      if (sums[docid].terms != expected_[docid].terms)
        found(docid, "its postings are not those of its article");
      if (sums[docid].positions != expected_[docid].positions)
        found(docid, "its positions are not those of its article");
    }
  }

  std::string folder_;
  std::string name_;
  Xapian::Database database_;
  std::optional<FacetColumn> column_;
  std::optional<EntityTable> entities_;
  Findings findings_;
  std::vector<Fingerprint> expected_;  // by docid
  Tally tally_;
};

/// True for the lines of Xapian's report that tell of no fault.
bool is_routine(const std::string& line) {
  return line.empty() || line.ends_with(':') || line.ends_with(" checked OK") ||
         line.starts_with("Lazily created") || line.find("errors found") != std::string::npos;
}

}  // namespace

void check_tables(const std::string& shard, const std::string& name, const ChildTask::Send& send) {
  // Anything but a folder of tables might name another database, or a program.
  if (!std::filesystem::is_regular_file(shard + "/iamglass"))
    throw Error("is no database: it has no file iamglass");
  // Xapian opens what it checks for writing. Who may only read still has every document, posting
  // and position compared.
  for (const auto& file : std::filesystem::directory_iterator(shard)) {
    if (::access(file.path().c_str(), W_OK) != 0) return;
  }
  Findings findings(send);
  std::ostringstream report;
  std::size_t errors = 0;
  try {
    errors = Xapian::Database::check(shard, 0, &report);
  } catch (const Xapian::Error& problem) {
    findings.add(name + ": " + problem.get_msg());
  }
  std::istringstream lines(report.str());
  std::string table;
  bool told = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with(':')) table = line;
    if (is_routine(line)) continue;
    findings.add("faults of " + table.substr(0, table.size() - 1),
                 name + ": " + table + " " + line);
    told = true;
  }
  if (errors > 0 && !told)
    findings.add(name + ": Xapian's check found " + std::to_string(errors) + " errors");
  findings.finish(name);
}

void check_documents(const std::string& folder, const Manifest& manifest, std::size_t shard,
                     const ChildTask::Send& send) {
  try {
    ShardCheck(folder, shard, send).run(manifest.shards[shard], send);
  } catch (const Xapian::Error& problem) {
    throw Error("cannot be read (" + problem.get_msg() + ")");
  }
}

}  // namespace alatoo
