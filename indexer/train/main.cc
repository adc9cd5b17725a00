// SPDX-License-Identifier: GPL-3.0-or-later
#include <boost/program_options.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "common/error.h"
#include "common/mapped_file.h"
#include "indexer/enrich/shipped.h"
#include "indexer/train/training.h"

namespace po = boost::program_options;

namespace {

using namespace alatoo;

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush()) throw Error(path + ": cannot be written");
}

/// "FILE", or "FILE@FROM-TO" with shares of its documents.
std::vector<BioDocument> read_part(const std::string& what) {
  const auto at = what.rfind('@');
  double from = 0;
  double to = 1;
  if (at != std::string::npos) {
    int end = 0;
    const std::string part = what.substr(at + 1);
    if (std::sscanf(part.c_str(), "%lf-%lf%n", &from, &to, &end) != 2 ||
        static_cast<std::size_t>(end) != part.size() || from < 0 || from > to || to > 1) {
      throw Error(what + ": expected FILE@FROM-TO, such as news.bio@0-0.8");
    }
  }
  const std::string path = what.substr(0, at);
  return part_of(read_bio(MappedFile(path).bytes(), path), from, to);
}

void print(const std::string& what, const SpanCounts& counts) {
  static constexpr std::array<const char*, 3> kinds = {"PER", "LOC", "ORG"};
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t marked = 0;
  const auto line = [&](const char* kind, std::size_t r, std::size_t f, std::size_t m) {
    const auto share = [](std::size_t a, std::size_t b) {
      return b == 0 ? 0.0 : static_cast<double>(a) / static_cast<double>(b);
    };
    std::printf("%s\t%s\t%.4f\t%.4f\t%.4f\n", what.c_str(), kind, share(r, f), share(r, m),
                share(2 * r, f + m));
  };
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    line(kinds[k], counts.right[k], counts.found[k], counts.marked[k]);
    right += counts.right[k];
    found += counts.found[k];
    marked += counts.marked[k];
  }
  line("all", right, found, marked);
}

void run(int argc, char** argv) {
  TrainingOptions options;
  po::options_description visible(
      "Usage: train_tagger --output MODEL FILE[@FROM-TO]...\n"
      "       train_tagger --score MODEL FILE[@FROM-TO]...\n\n"
      "Trains the tagger of names on annotated texts (token TAB tag a line), or prints precision,\n"
      "recall and F1 of its exact spans on others. FROM and TO are shares of a file's documents:\n"
      "news.bio@0-0.8 are the first four fifths. The same input and seed give the same bytes.\n\n"
      "Options");
  const auto add = [&](const char* name, const po::value_semantic* value, const char* help) {
    visible.add_options()(name, value, help);
  };
  visible.add_options()("help", "print this");
  add("output", po::value<std::string>(), "train, and write the model here");
  add("score", po::value<std::string>(), "score this model");
  visible.add_options()("words", "make a list of words for --output, from files of one a line");
  add("seed", po::value(&options.seed)->default_value(options.seed), "for the order of texts");
  add("epochs", po::value(&options.epochs)->default_value(options.epochs), "passes");
  add("least", po::value(&options.least)->default_value(options.least),
      "occurrences that a feature needs");
  add("step", po::value(&options.most_step)->default_value(options.most_step),
      "farthest step of an update");
  add("bytes", po::value(&options.max_bytes)->default_value(options.max_bytes),
      "largest size of the model");
  po::options_description all;
  all.add(visible).add_options()("file", po::value<std::vector<std::string>>());
  po::variables_map values;
  po::store(po::command_line_parser(argc, argv)
                .options(all)
                .positional(po::positional_options_description().add("file", -1))
                .run(),
            values);
  po::notify(values);
  if (values.count("help") != 0) {
    std::cout << visible;
    return;
  }
  if (values.count("file") == 0 || values.count("output") + values.count("score") != 1) {
    throw Error("expected --output or --score, and files of annotated text; see --help");
  }
  const auto files = values["file"].as<std::vector<std::string>>();
  if (values.count("words") != 0) {
    std::vector<std::string> words;
    for (const auto& path : files) {
      std::istringstream lines(std::string(MappedFile(path).bytes()));
      for (std::string word; std::getline(lines, word);) words.push_back(word);
    }
    return write_file(values["output"].as<std::string>(), WordList::encode(words));
  }
  const auto authority = shipped_authority();
  if (values.count("score") != 0) {
    const MappedFile bytes(values["score"].as<std::string>());
    const TagModel model(bytes.bytes());
    for (const auto& file : files) print(file, score(read_part(file), *authority, model));
    return;
  }
  std::vector<BioDocument> documents;
  for (const auto& file : files) {
    auto part = read_part(file);
    std::move(part.begin(), part.end(), std::back_inserter(documents));
  }
  const std::string model = train(documents, *authority, options, [](int epoch, double wrong) {
    std::fprintf(stderr, "epoch %d: %.2f%% of the words wrong\n", epoch, wrong * 100);
  });
  write_file(values["output"].as<std::string>(), model);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_tagger: %s\n", error.what());
    return 2;
  }
}
