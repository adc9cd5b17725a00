// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/verify_sidecars.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "common/entities.h"
#include "common/error.h"
#include "common/facet_column.h"
#include "common/hash.h"
#include "common/lexicon.h"
#include "common/mapped_file.h"
#include "common/names.h"
#include "indexer/write/entity_content.h"
#include "indexer/write/findings.h"
#include "indexer/write/tally.h"

namespace alatoo {
namespace {

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

class SidecarCheck {
 public:
  SidecarCheck(const std::string& folder, const Manifest& manifest, const ChildTask::Send& send)
      : folder_(folder),
        manifest_(manifest),
        findings_(send),
        entities_(open<EntityTable>(entities_file(folder))),
        lexicon_(open<Lexicon>(lexicon_file(folder))),
        names_(reading(names_file(folder), [&] { return read_names(names_file(folder)); })) {}

  void run(const Authority* authority, const ChildTask::Send& send) {
    if (names_ && entities_) {
      for (const Field field : kKeyFields) compare_keys(field);
      if (authority) compare_entities(*authority);
    }
    if (names_) {
      for (const Field field : kKeyFields)
        counts_[key_index(field)].resize(names_->keys[key_index(field)].size());
    }
    for (std::size_t shard = 0; shard < manifest_.shards.size(); ++shard) count_column(shard);
    if (columns_whole_) compare_counts();
    findings_.finish(folder_.substr(folder_.rfind('/') + 1));

    // The lines above say what is wrong where there is nothing to compare.
    if (!names_ || !lexicon_) return;
    Tally tally;
    tally.words = manifest_.words;
    tally.add(*names_);
    for (std::size_t i = 0; i < lexicon_->size(); ++i) {
      const LexiconEntry entry = lexicon_->at(i);
      tally.add_word(entry.word, entry.stem, entry.count);
    }
    send(kTally + tally.encode());
  }

 private:
  /// What `read` returns, or a finding. `path` is taken off the front of an error's line.
  template <typename Read>
  auto reading(const std::string& path, const Read& read) -> std::optional<decltype(read())> {
    try {
      return read();
    } catch (const Error& problem) {
      std::string line = problem.what();
      if (line.starts_with(folder_)) line.erase(0, folder_.size() + 1);
      findings_.add(line);
    } catch (const std::bad_alloc&) {
      findings_.add(file_name(path) + ": asks for more memory than there is");
    }
    return std::nullopt;
  }

  template <typename Sidecar>
  std::optional<Sidecar> open(const std::string& path) {
    std::optional<Sidecar> sidecar = reading(path, [&] { return Sidecar(path); });
    if (!sidecar) return std::nullopt;
    const std::optional<std::string> damage = sidecar->damage();
    if (!damage) return sidecar;
    findings_.add(file_name(path) + ": " + *damage);
    return std::nullopt;
  }

  void compare_keys(Field field) {
    const std::vector<CountedKey>& keys = names_->keys[key_index(field)];
    const std::string name(info(field).name);
    if (keys.size() != entities_->key_count(field)) {
      findings_.add("entities: has " + std::to_string(entities_->key_count(field)) +
                    " keys of field " + name + ", names has " + std::to_string(keys.size()));
      return;
    }
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
      if (entities_->key(field, i) != keys[i].key) {
        findings_.add("keys that names and entities have in other places",
                      "entities: " + name + " " + std::to_string(i) + " is '" +
                          std::string(entities_->key(field, i)) + "', names has '" + keys[i].key +
                          "'");
      }
      if (keys[i].forms.empty() && entities_->entity_of(field, i) != kNoEntity) {
        findings_.add("keys that no article has and that mean an entity",
                      "entities: no article has the " + name + " '" + keys[i].key +
                          "', and yet it means an entity");
      }
    }
  }

  void compare_entities(const Authority& authority) {
    if (encode_entity_table(entity_content(*names_, authority)) !=
        MappedFile(entities_file(folder_)).bytes())
      findings_.add("entities: is not what the authority makes of the names");
  }

  void count_column(std::size_t shard) {
    const std::optional<FacetColumn> column = open<FacetColumn>(facets_file(folder_, shard));
    if (!column) {
      columns_whole_ = false;
      return;
    }
    const std::string name = file_name(facets_file(folder_, shard));
    std::uint64_t articles = 0;
    for (std::uint32_t docid = 1; docid <= column->last_docid(); ++docid) {
      if (column->id(docid).empty()) continue;
      ++articles;
      ids_.push_back(hash(column->id(docid)));
      length_ += column->length(docid);
      count_date(name, docid, column->date(docid));
      for (const Field field : kKeyFields) count_keys(name, *column, field, docid);
      const auto languages = column->keys(Field::language, docid);
      if (languages.empty()) ++languages_[""];
    }
    if (articles != manifest_.shards[shard]) {
      findings_.add(name + ": has rows of " + std::to_string(articles) +
                    " articles, MANIFEST says " + std::to_string(manifest_.shards[shard]));
    }
  }

  void count_date(const std::string& name, std::uint32_t docid, std::uint32_t packed) {
    const PartialDate date = PartialDate::unpack(packed);
    if (packed == 0) {
      ++undated_;
    } else if (!parse_iso_date(date.iso()) || date.packed() != packed) {
      findings_.add("impossible dates", name + ": document " + std::to_string(docid) +
                                            " has no date but " + std::to_string(packed));
    } else {
      if (!first_.known() || date.first_day() < first_) first_ = date.first_day();
      last_ = std::max(last_, date.last_day());
    }
  }

  void count_keys(const std::string& name, const FacetColumn& column, Field field,
                  std::uint32_t docid) {
    if (!names_) return;
    std::vector<std::uint64_t>& counts = counts_[key_index(field)];
    for (const std::uint32_t key : column.keys(field, docid)) {
      if (key < counts.size()) {
        ++counts[key];
      } else {
        findings_.add("keys that names does not have",
                      name + ": document " + std::to_string(docid) + " has " +
                          std::string(info(field).name) + " " + std::to_string(key) +
                          ", names has " + std::to_string(counts.size()));
      }
    }
  }

  template <typename Value>
  void expect(const std::string& what, const Value& counted, const Value& stated) {
    if (counted != stated)
      findings_.add("MANIFEST: says " + what + " " + text(stated) + ", the shards have " +
                    text(counted));
  }
  static std::string text(std::uint64_t n) { return std::to_string(n); }
  static std::string text(const PartialDate& date) { return date.known() ? date.iso() : "none"; }

  void compare_counts() {
    if (names_) {
      for (const Field field : kKeyFields) compare_key_counts(field);
      const std::vector<CountedKey>& keys = names_->keys[key_index(Field::language)];
      for (std::size_t i = 0; i < keys.size(); ++i)
        languages_[keys[i].key] = counts_[key_index(Field::language)][i];
      std::erase_if(languages_, [](const auto& language) { return language.second == 0; });
      if (languages_ != manifest_.languages)
        findings_.add("MANIFEST: the articles by language are not those of the shards");
    }
    expect("articles", std::uint64_t{ids_.size()}, manifest_.articles);
    expect("length", length_, manifest_.length);
    expect("undated articles", undated_, manifest_.undated);
    expect("first date", first_, manifest_.first_date);
    expect("last date", last_, manifest_.last_date);
    std::sort(ids_.begin(), ids_.end());
    const auto twice =
        static_cast<std::uint64_t>(ids_.end() - std::unique(ids_.begin(), ids_.end()));
    if (twice > 0) findings_.add("the ids of " + std::to_string(twice) + " articles repeat");
  }

  void compare_key_counts(Field field) {
    const std::vector<CountedKey>& keys = names_->keys[key_index(field)];
    for (std::size_t i = 0; i < keys.size(); ++i) {
      std::uint64_t stated = 0;
      for (const auto& [form, count] : keys[i].forms) stated += count;
      const std::uint64_t counted = counts_[key_index(field)][i];
      if (counted == stated) continue;
      findings_.add("keys with another number of articles",
                    "names: says that " + std::to_string(stated) + " articles have the " +
                        std::string(info(field).name) + " '" + keys[i].key +
                        "', the facet columns say " + std::to_string(counted));
    }
  }

  std::string folder_;
  const Manifest& manifest_;
  Findings findings_;
  std::optional<EntityTable> entities_;
  std::optional<Lexicon> lexicon_;
  std::optional<Names> names_;
  std::array<std::vector<std::uint64_t>, kKeyFieldCount> counts_;  // articles by key
  std::vector<std::uint64_t> ids_;                                 // hashes
  std::map<std::string, std::uint64_t> languages_;
  std::uint64_t length_ = 0;
  std::uint64_t undated_ = 0;
  PartialDate first_;
  PartialDate last_;
  bool columns_whole_ = true;
};

}  // namespace

void check_sidecars(const std::string& folder, const Manifest& manifest, const Authority* authority,
                    const ChildTask::Send& send) {
  SidecarCheck(folder, manifest, send).run(authority, send);
}

}  // namespace alatoo
