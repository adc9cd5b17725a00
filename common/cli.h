// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/program_options.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/stop.h"

namespace alatoo {

/// One command of a binary.
struct Command {
  std::string_view name;
  std::string_view synopsis;  ///< "--db DIR PATH..."
  std::string_view summary;   ///< one line
  int (*run)(const std::vector<std::string>& arguments);
};

/// The whole of a `main`: picks the command, answers --help and --version, and turns an exception
/// into its one line on standard error and its status. A closed pipe is no error, a full disk is.
int run_program(std::string_view program, std::string_view purpose,
                std::span<const Command> commands, int argc, char** argv);

/// The options of one command: what help shows and what arguments may say come from one table.
class Options {
 public:
  Options(std::string program, const Command& command);

  /// Starts a named group; `add` puts options into the last one.
  void group(const std::string& title);
  boost::program_options::options_description_easy_init add();

  /// Parses; everything that is no option is in `positional`. Returns false if help was asked for
  /// and printed. Throws Error in words of the command line.
  bool parse(const std::vector<std::string>& arguments);

  bool has(const char* name) const { return values_.count(name) > 0; }
  template <typename T>
  T get(const char* name) const {
    return values_[name].as<T>();
  }
  /// The values of a repeatable option.
  std::vector<std::string> list(const char* name) const;
  const std::vector<std::string>& positional() const { return positional_; }

 private:
  std::string program_;
  const Command& command_;
  std::vector<boost::program_options::options_description> groups_;
  boost::program_options::variables_map values_;
  std::vector<std::string> positional_;
};

/// Whether to colour: `choice` is auto, always or never; auto obeys NO_COLOR, CLICOLOR_FORCE, and
/// whether `fd` is a terminal. Throws Error for another word.
bool wants_color(const std::string& choice, int fd);
/// Columns of the terminal at `fd`, else $COLUMNS, else 80.
int terminal_width(int fd);

}  // namespace alatoo
