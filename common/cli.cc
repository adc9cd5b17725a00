// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/cli.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "common/error.h"

namespace alatoo {
namespace po = boost::program_options;

namespace {

constexpr unsigned kHelpWidth = 100;

void print_usage(std::ostream& out, std::string_view program, std::string_view purpose,
                 std::span<const Command> commands) {
  out << purpose << "\n\nUsage:\n";
  std::size_t width = 0;
  for (const Command& c : commands) width = std::max(width, c.name.size() + c.synopsis.size() + 1);
  for (const Command& c : commands) {
    out << "  " << program << ' ' << c.name << ' ' << c.synopsis
        << std::string(width - c.name.size() - c.synopsis.size() + 1, ' ') << c.summary << '\n';
  }
  out << "\n"
      << program << " COMMAND --help tells a command's options; " << program
      << " --version the version.\n";
}

int run_command(std::string_view program, std::string_view purpose,
                std::span<const Command> commands, const std::vector<std::string>& arguments) {
  std::string names;
  for (const Command& command : commands)
    names += (names.empty() ? "" : ", ") + std::string(command.name);
  if (arguments.empty())
    throw Error("which command? There are " + names + "; see: " + std::string(program) + " --help");
  const std::string& name = arguments.front();
  if (name == "--help" || name == "-h" || name == "help") {
    print_usage(std::cout, program, purpose, commands);
    return 0;
  }
  if (name == "--version") {
    std::cout << program << " (alatoo) " << ALATOO_VERSION << '\n';
    return 0;
  }
  for (const Command& command : commands) {
    if (command.name == name) return command.run({arguments.begin() + 1, arguments.end()});
  }
  throw Error("no command '" + name + "'; there are " + names);
}

/// True if standard output is a pipe that nobody reads any more.
bool reader_left() {
  pollfd output{STDOUT_FILENO, POLLOUT, 0};
  return poll(&output, 1, 0) > 0 && (output.revents & (POLLERR | POLLHUP)) != 0;
}

/// Boost's own words name options oddly; say it as the command line has it.
std::string explain(const po::error& problem) {
  if (const auto* e = dynamic_cast<const po::unknown_option*>(&problem)) {
    return "unknown option '" + e->get_option_name() + "'";
  }
  if (const auto* e = dynamic_cast<const po::error_with_option_name*>(&problem)) {
    std::string line = e->what();
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
  }
  return problem.what();
}

/// What the library takes without a word: "-3" becomes a huge number, and the empty value of a
/// shell variable that is not set would be an option that was not given.
void check_values(const po::parsed_options& parsed, const po::options_description& known) {
  for (const po::option& option : parsed.options) {
    if (option.string_key.empty() || option.string_key == "positional") continue;
    const auto* typed = dynamic_cast<const po::typed_value_base*>(
        known.find(option.string_key, false).semantic().get());
    if (!typed) continue;
    const bool number =
        typed->value_type() == typeid(unsigned) || typed->value_type() == typeid(std::uint64_t);
    for (const std::string& value : option.value) {
      const std::string shown = "--" + option.string_key + " ";
      if (number && value.starts_with('-'))
        throw Error(shown + value + ": give a whole number that is not negative");
      if (value.empty()) throw Error(shown + "'': the value is empty; is a variable not set?");
    }
  }
}

}  // namespace

int run_program(std::string_view program, std::string_view purpose,
                std::span<const Command> commands, int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file beyond a limit is an error of its writer, as a full disk
  std::ios::sync_with_stdio(false);
  int status = 2;
  try {
    status = run_command(program, purpose, commands, {argv + 1, argv + argc});
  } catch (const Error& error) {
    std::cout.flush();
    std::cerr << program << ": " << error.what() << '\n';
    return error.status;
  } catch (const std::bad_alloc&) {
    std::cerr << program << ": out of memory\n";
    return 2;
  } catch (const std::exception& error) {
    std::cerr << program << ": " << error.what() << '\n';
    return 2;
  }
  errno = 0;  // stays so if an earlier write failed: then the stream does not try again
  if (!std::cout.flush() && !reader_left()) {
    std::cerr << program << ": cannot write the output: "
              << (errno ? std::strerror(errno) : "it was cut short; is the disk full?") << '\n';
    return 2;
  }
  return status;
}

Options::Options(std::string program, const Command& command)
    : program_(std::move(program)), command_(command) {
  group("Options");
}

void Options::group(const std::string& title) {
  groups_.emplace_back(title, kHelpWidth, kHelpWidth / 2);
}

po::options_description_easy_init Options::add() { return groups_.back().add_options(); }

bool Options::parse(const std::vector<std::string>& arguments) {
  po::options_description all("", kHelpWidth, kHelpWidth / 2);
  groups_.front().add_options()("help,h", "show this help");
  for (const auto& group : groups_) {
    if (!group.options().empty()) all.add(group);
  }
  po::options_description hidden;
  hidden.add_options()("positional", po::value<std::vector<std::string>>());
  po::options_description accepted;
  accepted.add(all).add(hidden);
  po::positional_options_description rest;
  rest.add("positional", -1);
  try {
    using namespace po::command_line_style;
    const auto parsed = po::command_line_parser(arguments)
                            .options(accepted)
                            .positional(rest)
                            .style(unix_style & ~allow_guessing)
                            .run();
    check_values(parsed, accepted);
    po::store(parsed, values_);
    if (values_.count("help")) {
      std::cout << program_ << ' ' << command_.name << ' ' << command_.synopsis << "\n\n"
                << command_.summary << "\n"
                << all;
      return false;
    }
    po::notify(values_);
  } catch (const po::error& problem) {
    throw Error(explain(problem) + "; see: " + program_ + " " + std::string(command_.name) +
                " --help");
  }
  positional_ = list("positional");
  return true;
}

std::vector<std::string> Options::list(const char* name) const {
  return has(name) ? get<std::vector<std::string>>(name) : std::vector<std::string>();
}

bool wants_color(const std::string& choice, int fd) {
  if (choice == "always") return true;
  if (choice == "never") return false;
  if (choice != "auto") throw Error("--color " + choice + ": say auto, always or never");
  if (const char* no = std::getenv("NO_COLOR"); no && *no) return false;
  if (const char* force = std::getenv("CLICOLOR_FORCE");
      force && *force && std::strcmp(force, "0") != 0)
    return true;
  const char* terminal = std::getenv("TERM");
  return isatty(fd) && terminal && std::strcmp(terminal, "dumb") != 0;
}

int terminal_width(int fd) {
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const int width = columns ? std::atoi(columns) : 0;
  return width > 0 ? width : 80;
}

}  // namespace alatoo
