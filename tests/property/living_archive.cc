// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/living_archive.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/generation.h"
#include "tests/property/archives.h"

namespace alatoo {
namespace {

Progress& quiet() {
  static Progress progress({"never", true, false});
  return progress;
}

/// The one article of a line, before it is enriched.
Article parsed(const std::string& line) {
  const RawItem item{"lines.jsonl", "lines.jsonl", 1, Format::json_lines, line};
  return parse(item).articles.at(0);
}

}  // namespace

LivingArchive::LivingArchive(const std::string& folder, Random& random)
    : random_(random),
      db_(folder + "/living"),
      recognize_(random.one_in(8)),
      own_tables_(random.one_in(4)),
      stories_(random, recognize_),
      most_jobs_(1 + random.below(4)) {
  choose_tables();
  // Small archives have names and words that only one article has.
  const std::size_t size = recognize_ ? 2 + random_.below(12) : 1 + random_.below(80);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < size; ++i) lines.push_back(stories_.fresh(stories_.new_id()));
  for (const std::string& line : lines) {
    const Article article = parsed(line);
    articles_[article.id] = {line, content_hash(article)};
  }
  JobReport report;
  rebuild(job(db_, lines), quiet(), report);
}

JobOptions LivingArchive::job(const std::string& db, const std::vector<std::string>& lines) {
  JobOptions options = job_of(db, lines, 1 + random_.below(most_jobs_), authority_);
  options.enrich.recognize = recognize_;
  options.authority_files = tables_;
  options.keep = 1 + random_.below(3);
  return options;
}

void LivingArchive::rebuild_in(const std::string& db, std::size_t jobs) {
  std::vector<std::string> lines;
  for (const auto& [id, version] : articles_) lines.push_back(version.line);
  JobOptions options = job_of(db, lines, jobs, authority_);
  options.enrich.recognize = recognize_;
  options.authority_files = tables_;
  JobReport report;
  rebuild(options, quiet(), report);
  EXPECT_EQ(report.articles, articles_.size());
}

const LivingArchive::Versions::value_type& LivingArchive::any(const Versions& versions) {
  return *std::next(versions.begin(), static_cast<std::ptrdiff_t>(random_.below(versions.size())));
}

/// One article of an update or, of one id, several.
void LivingArchive::add_to(std::vector<std::string>& input) {
  const std::size_t kind = articles_.empty() ? random_.below(3) : random_.below(12);
  if (kind < 2 || (kind == 2 && gone_.empty())) {
    input.push_back(stories_.fresh(stories_.new_id()));
    if (random_.one_in(4)) input.push_back(stories_.with_other_names(input.back()));
    return;
  }
  if (kind == 2) {
    const auto& [id, version] = any(gone_);
    input.push_back(random_.one_in(2) ? version.line : stories_.fresh(id));
    return;
  }
  const auto& [id, version] = any(articles_);
  switch (kind) {
    case 3:
    case 4:
      input.push_back(stories_.fresh(id));
      break;
    case 5:
      input.push_back(version.line);
      break;
    case 6:
    case 7:
      input.push_back(stories_.with_other_metadata(version.line));
      break;
    case 8:
    case 9:
      input.push_back(stories_.with_other_names(version.line));
      break;
    case 10:  // in the end it is what it was
      input.push_back(stories_.fresh(id));
      if (random_.one_in(2)) input.push_back(stories_.fresh(id));
      input.push_back(version.line);
      break;
    default:  // first as it was, then another
      input.push_back(version.line);
      input.push_back(stories_.with_other_metadata(version.line));
      if (random_.one_in(2)) input.push_back(stories_.with_other_names(input.back()));
  }
}

std::vector<std::string> LivingArchive::input() {
  std::vector<std::string> lines;
  const bool large = !recognize_ && random_.one_in(5);
  for (std::size_t n = large ? 20 + random_.below(60) : 1 + random_.below(6); n > 0; --n)
    add_to(lines);
  if (random_.one_in(2)) random_.shuffle(lines);
  if (random_.one_in(6)) lines.insert(lines.begin(), R"({"uri": "broken", "body_text": "with)");
  return lines;
}

/// The whole archive once more, or a part of it.
std::vector<std::string> LivingArchive::unchanged() {
  std::vector<std::string> lines;
  for (const auto& [id, version] : articles_) lines.push_back(version.line);
  random_.shuffle(lines);
  if (random_.one_in(2)) lines.resize(1 + random_.below(lines.size()));
  return lines;
}

void LivingArchive::expect_published(const JobReport& report, bool published) const {
  const std::uint64_t live = current_generation(db_).value_or(0);
  EXPECT_EQ(report.generation, published ? live : 0);
  EXPECT_EQ(report.articles, articles_.size());
  if (!published) return;
  EXPECT_LT(report.previous, live);
  const Manifest manifest = read_manifest(generation_folder(db_, live));
  EXPECT_EQ(manifest.previous, report.previous);
  EXPECT_EQ(manifest.generation, live);
  EXPECT_GT(report.bytes_written, 0U);
  EXPECT_LE(report.bytes_written, report.bytes);
}

std::string LivingArchive::update_with(const std::vector<std::string>& input) {
  std::size_t broken = 0;
  Versions final;
  for (const std::string& line : input) {
    if (!line.ends_with('}')) {
      ++broken;
      continue;
    }
    const Article article = parsed(line);
    final.insert_or_assign(article.id, Version{line, content_hash(article)});
  }
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  for (const auto& [id, version] : final) {
    const auto old = articles_.find(id);
    if (old == articles_.end()) {
      ++added;
    } else if (old->second.content == version.content) {
      ++unchanged;
    } else {
      ++replaced;
    }
    articles_.insert_or_assign(id, version);
    gone_.erase(id);
  }

  JobOptions options = job(db_, input);
  options.enrich.recognize = random_.one_in(2);  // what the archive was built with counts
  if (random_.one_in(2)) {
    options.authority = nullptr;  // that of the archive
    options.authority_files.clear();
  }
  JobReport report;
  update(options, quiet(), report);
  EXPECT_EQ(report.added, added);
  EXPECT_EQ(report.replaced, replaced);
  EXPECT_EQ(report.unchanged, unchanged);
  EXPECT_EQ(report.repeated, input.size() - broken - final.size());
  EXPECT_EQ(report.skipped.size(), broken);
  EXPECT_EQ(report.removed, 0U);
  expect_published(report, added + replaced > 0);
  return "update of " + std::to_string(input.size()) + " (" + std::to_string(added) + " new, " +
         std::to_string(replaced) + " replaced) by " + std::to_string(options.jobs);
}

/// Ids of some articles, those of one language or name, or all of them.
std::set<std::string> LivingArchive::chosen() {
  std::set<std::string> ids;
  if (articles_.empty()) return ids;
  const auto with = [&](const std::string& piece) {
    for (const auto& [id, version] : articles_) {
      if (version.line.find(piece) != std::string::npos) ids.insert(id);
    }
  };
  switch (random_.below(10)) {
    case 0:
      with("");  // all
      break;
    case 1:
      with("\"language\":\"" + random_.of(languages()) + '"');
      break;
    case 2:
      with('"' + random_.of(random_.of(people())) + '"');
      break;
    case 3:
      with('"' + random_.of(random_.of(cities())) + '"');
      break;
    default:
      for (std::size_t n = 1 + random_.below(random_.one_in(4) ? 40 : 4); n > 0; --n)
        ids.insert(any(articles_).first);
  }
  return ids;
}

std::string LivingArchive::remove(std::vector<std::string> ids) {
  const std::size_t present = ids.size();
  for (const std::string& id : ids) {
    gone_[id] = articles_.at(id);
    articles_.erase(id);
  }
  std::set<std::string> absent;
  while (random_.one_in(3)) absent.insert(gone_.empty() ? "none" : any(gone_).first + "-none");
  ids.insert(ids.end(), absent.begin(), absent.end());
  random_.shuffle(ids);
  JobOptions options;
  options.db = db_;
  options.keep = 1 + random_.below(3);
  JobReport report;
  remove_articles(options, ids, quiet(), report);
  EXPECT_EQ(report.removed, present);
  EXPECT_EQ(std::set<std::string>(report.missing.begin(), report.missing.end()), absent);
  EXPECT_EQ(report.missing.size(), absent.size());
  EXPECT_EQ(report.added + report.replaced + report.unchanged, 0U);
  expect_published(report, present > 0);
  return "remove of " + std::to_string(present) + " and " + std::to_string(absent.size()) +
         " that are not there";
}

std::string LivingArchive::rebuild_all() {
  if (articles_.empty()) return "nothing to rebuild";
  std::vector<std::string> lines;
  for (const auto& [id, version] : articles_) lines.push_back(version.line);
  random_.shuffle(lines);
  const JobOptions options = job(db_, lines);
  JobReport report;
  rebuild(options, quiet(), report);
  EXPECT_EQ(report.added, articles_.size());
  expect_published(report, true);
  return "rebuild by " + std::to_string(options.jobs);
}

void LivingArchive::choose_tables() {
  tables_.clear();
  if (own_tables_) {
    tables_.push_back({"changes.tsv", random_.of(small_changes())});
    for (const auto& [name, text] : small_tables()) tables_.push_back({name, text});
  }
  authority_ = make_authority(tables_);
}

std::string LivingArchive::remap() {
  const std::string before = authority_->fingerprint();
  choose_tables();
  JobOptions options;
  options.db = db_;
  options.authority = authority_;
  options.authority_files = tables_;
  JobReport report;
  remap_entities(
      options, false, [](const Remapping&) {}, quiet(), report);
  expect_published(report, authority_->fingerprint() != before);
  return "other names";
}

std::string LivingArchive::step() {
  if (own_tables_ && random_.one_in(8)) return remap();
  switch (random_.below(12)) {
    case 0:
      return rebuild_all();
    case 1:
      if (!articles_.empty()) return "nothing new: " + update_with(unchanged());
      break;
    case 2:
    case 3: {
      const std::set<std::string> ids = chosen();
      return remove({ids.begin(), ids.end()});
    }
    default:
      break;
  }
  return update_with(input());
}

}  // namespace alatoo
