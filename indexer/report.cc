// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "common/error.h"
#include "common/mapped_file.h"

namespace alatoo {
namespace fs = std::filesystem;
namespace {

Json number_or_null(std::uint64_t n) { return n ? Json(n) : Json(); }

std::string utc(std::time_t time) {
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

/// The file that `path` names, should it be a link: a link stays one.
std::string target(const std::string& path) {
  std::error_code failed;
  const fs::path real = fs::weakly_canonical(fs::absolute(path), failed);
  return failed ? path : real.string();
}

}  // namespace

Json to_json(const JobReport& report) {
  Json inputs = Json::array();
  for (const Source::Input& input : report.inputs)
    inputs.push_back({{"path", input.path}, {"bytes", input.bytes ? Json(*input.bytes) : Json()}});
  Json skipped = Json::array();
  for (const Rejection& r : report.skipped)
    skipped.push_back({{"where", r.where}, {"reason", r.reason}});
  Json seconds = Json::object();
  for (const auto& [stage, time] : report.seconds) seconds[stage] = std::round(time * 1000) / 1000;
  const bool published = report.generation > 0;
  return {{"schema_version", 1},
          {"command", report.command},
          {"db", report.db},
          {"started", utc(report.started)},
          {"status", report.status},
          {"error", report.error.empty() ? Json() : Json(report.error)},
          {"generation", number_or_null(report.generation)},
          {"previous", number_or_null(report.previous)},
          {"root", report.root},
          {"inputs", inputs},
          {"articles", report.articles},
          {"added", published ? report.added : 0},
          {"replaced", published ? report.replaced : 0},
          {"removed", published ? report.removed : 0},
          {"unchanged", report.unchanged},
          {"repeated", report.repeated},
          {"entities", published ? report.entities : 0},
          {"missing", report.missing},
          {"skipped", skipped},
          {"notes", report.notes},
          {"bytes_read", report.bytes_read},
          {"bytes_written", report.bytes_written},
          {"bytes", report.bytes},
          {"broken_bytes", report.broken_bytes},
          {"seconds", seconds}};
}

ReportFile::ReportFile(std::string path, const std::string& db) : path_(std::move(path)) {
  if (path_.empty() || path_ == "-") return;
  const auto refuse = [&](const std::string& reason) {
    throw Error("--report " + path_ + ": cannot be written: " + reason);
  };
  if (fs::is_directory(path_)) refuse("it is a folder; name a file");
  if (!fs::path(target(path_)).lexically_relative(target(db)).string().starts_with(".."))
    refuse("it lies in the index; keep it elsewhere");
  const std::string folder = fs::path(target(path_)).parent_path();
  const std::string& written = whole() ? folder : path_;
  if (::access(written.c_str(), W_OK) != 0) refuse(std::strerror(errno));
  if (whole() && !fs::is_directory(folder)) refuse(folder + " is no folder");
}

/// What another program holds open, /dev/stdout say, must not be replaced under it.
bool ReportFile::whole() const {
  std::error_code ignored;
  const bool elsewhere = fs::exists(path_, ignored) && !fs::is_regular_file(path_, ignored);
  return !elsewhere && !path_.starts_with("/dev/") && !path_.starts_with("/proc/");
}

void ReportFile::write(const JobReport& report) const {
  if (path_.empty()) return;
  const std::string text =
      to_json(report).dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
  if (path_ == "-") {
    if (!(std::cout << text).flush())
      throw Error(std::string("--report -: cannot be written: ") + std::strerror(errno));
  } else if (whole()) {
    try {
      replace_file(target(path_), text);
    } catch (const Error& problem) {
      throw Error("--report " + path_ + ": " + problem.what());
    }
  } else {
    std::ofstream out(path_, std::ios::app);
    if (!(out << text).flush())
      throw Error("--report " + path_ + ": cannot be written: " + std::strerror(errno));
  }
}

}  // namespace alatoo
