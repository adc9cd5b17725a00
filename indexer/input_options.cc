// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input_options.h"

#include "common/error.h"

namespace alatoo {
namespace po = boost::program_options;

void add_authority_option(Options& options) {
  options.add()("authority", po::value<std::string>()->value_name("PATH"),
                "your own names and changes of names: a .tsv file (people.tsv, ..., changes.tsv) "
                "or a folder of them; none: the shipped ones alone");
}

void add_input_options(Options& options) {
  options.add()("root", po::value<std::string>()->value_name("DIR"),
                "what ids made from paths are relative to (default: the common folder)");
  add_authority_option(options);
  options.add()("recognize", po::value<std::string>()->value_name("on|off")->default_value("on"),
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

std::vector<AuthorityFile> authority_files(const Options& options) {
  if (!options.has("authority")) return {};
  return read_authority_files(options.get<std::string>("authority"));
}

}  // namespace alatoo
