// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input_options.h"

#include <algorithm>
#include <filesystem>

#include "common/error.h"
#include "common/mapped_file.h"
#include "indexer/enrich/shipped.h"

namespace alatoo {
namespace fs = std::filesystem;
namespace po = boost::program_options;

void add_input_options(Options& options) {
  options.add()("root", po::value<std::string>()->value_name("DIR"),
                "what ids made from paths are relative to (default: the common folder)")(
      "authority", po::value<std::string>()->value_name("PATH"),
      "more names: a .tsv file called like a shipped one (people.tsv, ...), or a folder of them")(
      "recognize", po::value<std::string>()->value_name("on|off")->default_value("on"),
      "find names in the text; off: only what the input supplies");
}

SourceOptions source_options(const Options& options) {
  SourceOptions source;
  source.paths = options.positional();
  if (source.paths.empty())
    throw Error("which articles? Name files or folders, or - for standard input");
  if (options.has("root")) source.root = options.get<std::string>("root");
  return source;
}

EnrichOptions enrich_options(const Options& options) {
  const std::string recognize = options.get<std::string>("recognize");
  if (recognize != "on" && recognize != "off")
    throw Error("--recognize " + recognize + ": say on or off");
  return {.recognize = recognize == "on"};
}

std::shared_ptr<const Authority> load_authority(const Options& options) {
  if (!options.has("authority")) return shipped_authority();
  const std::string path = options.get<std::string>("authority");
  std::vector<fs::path> files;
  std::error_code failed;
  if (fs::is_directory(path, failed)) {
    for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
      if (entry.path().extension() == ".tsv") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    if (files.empty()) throw Error("--authority " + path + ": the folder holds no .tsv file");
  } else {
    files.emplace_back(path);
  }
  std::vector<MappedFile> mapped;
  mapped.reserve(files.size());
  auto tables = shipped_tables();
  for (const fs::path& file : files) {
    mapped.emplace_back(file.string());
    tables.emplace_back(file.string(), mapped.back().bytes());
  }
  return std::make_shared<const Authority>(tables);
}

}  // namespace alatoo
