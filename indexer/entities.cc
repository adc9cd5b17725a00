// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "common/error.h"
#include "common/json.h"
#include "indexer/commands.h"
#include "indexer/input_options.h"
#include "indexer/job_command.h"

namespace alatoo {
namespace po = boost::program_options;
namespace {

using Kind = EntityDifference::Kind;

std::string articles(std::uint64_t count) {
  return human_count(count) + (count == 1 ? " article" : " articles");
}

/// "Kurmanbek Bakiyev (kurmanbek-bakiyev)"
std::string named(const std::string& name, const std::string& id) { return name + " (" + id + ")"; }

std::string line(const EntityDifference& d) {
  const std::string counts =
      d.before == d.after ? articles(d.after) : human_count(d.before) + " -> " + articles(d.after);
  const std::string who = named(d.name, d.id);
  switch (d.kind) {
    case Kind::appears:
      return who + ": new, " + articles(d.after);
    case Kind::hidden:
      return who + ": no longer shown, " + articles(d.before);
    case Kind::merged:
      return who + ": becomes " + named(d.other, d.into) + ", " + counts;
    case Kind::renamed:
      return who + ": is called " + d.other + ", " + counts;
    default:
      return who + ": " + counts;
  }
}

void print_text(const Remapping& remapping) {
  const EntityDifference* last = nullptr;
  for (const EntityDifference& difference : remapping.differences) {
    if (!last || last->field != difference.field)
      std::cout << (last ? "\n" : "") << info(difference.field).name << '\n';
    std::cout << "  " << line(difference) << '\n';
    last = &difference;
  }
  for (const ChangeLine& idle : remapping.idle) {
    std::cerr << "note: " << idle.line << ": no " << info(idle.field).name << " '" << idle.name
              << "' in this archive" << (idle.known ? "" : " or the tables") << '\n';
  }
}

void print_json(const Remapping& remapping) {
  Json differences = Json::array();
  for (const EntityDifference& d : remapping.differences) {
    const auto or_null = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
    differences.push_back({{"field", info(d.field).name},
                           {"change", to_string(d.kind)},
                           {"id", d.id},
                           {"name", d.name},
                           {"new_name", or_null(d.other)},
                           {"into", or_null(d.into)},
                           {"before", d.before},
                           {"after", d.after}});
  }
  Json idle = Json::array();
  for (const ChangeLine& line : remapping.idle)
    idle.push_back({{"line", line.line}, {"field", info(line.field).name}, {"name", line.name}});
  std::cout << dump({{"schema_version", 1},
                     {"generation", remapping.generation},
                     {"differences", differences},
                     {"idle", idle}})
            << '\n';
}

int run(const std::vector<std::string>& arguments) {
  Options options("indexer", kEntities);
  add_publish_options(options);
  add_authority_option(options);
  options.add()("dry-run", "show what would change and publish nothing")(
      "format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "text or json");
  if (!options.parse(arguments)) return 0;
  if (!options.positional().empty())
    throw Error("'" + options.positional().front() + "': entities takes options only");
  if (!options.has("authority"))
    throw Error("under which authority? Name your tables with --authority PATH, or say none");
  const std::string format = options.get<std::string>("format");
  if (format != "text" && format != "json")
    throw Error("--format " + format + ": say text or json");
  const bool dry_run = options.has("dry-run");
  return run_job(kEntities, options, [&](JobOptions& job, Progress& progress, JobReport& report) {
    job.authority_files = authority_files(options);
    job.authority = make_authority(job.authority_files);
    const auto tell = [&](const Remapping& remapping) {
      if (format == "json") {
        print_json(remapping);
      } else if (!options.has("quiet")) {
        print_text(remapping);
      }
      std::cout.flush();
    };
    remap_entities(job, dry_run, tell, progress, report);
    const std::string changed =
        report.entities == 0 ? "no entity changes its name or articles"
                             : human_count(report.entities) +
                                   (report.entities == 1 ? " entity changes" : " entities change");
    if (dry_run) return "dry run, published nothing: " + changed;
    return report.generation ? "published generation " + std::to_string(report.generation) +
                                   " of " + report.db + ": " + changed
                             : "published nothing: the archive has these tables already";
  });
}

}  // namespace

const Command kEntities = {"entities", "[--db DIR] --authority PATH",
                           "other names for what the index holds, without reading an article", run};

}  // namespace alatoo
