// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include "common/error.h"
#include "common/text.h"
#include "searcher/output/formats.h"

namespace alatoo {
namespace {

constexpr std::string_view kTag = "alatoo";

/// White space would end a field of a run, control characters a line: their bytes become "%XX".
std::string field(std::string_view text) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  const auto escape = [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', hex[byte >> 4], hex[byte & 15]};
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    const bool safe = !is_space(c) && c >= 0x20 && c != 0x7F;
    for (std::size_t k = begin; k < i; ++k) safe ? void(out += text[k]) : escape(text[k]);
  }
  return out;
}

/// Lines of a run: "query-id Q0 id rank score tag". Evaluators order a run by its scores, read in
/// single precision, not by its ranks; ties and partial hits would change places there. So each
/// score is printed in single precision and below the one before.
class TrecPrinter : public Printer {
 public:
  explicit TrecPrinter(const std::string& query_id)
      : query_id_(field(query_id.empty() ? "1" : query_id)) {}

  void results(std::ostream& out, const Results& results) override {
    float ceiling = std::numeric_limits<float>::max();
    for (const Hit& hit : results.hits) {
      const float score = std::min(static_cast<float>(hit.score), ceiling);
      ceiling = std::nextafter(score, std::numeric_limits<float>::lowest());
      out << query_id_ << " Q0 " << field(hit.id) << ' ' << hit.rank << ' ' << shortest(score)
          << ' ' << kTag << '\n';
    }
  }

  void facet(std::ostream&, const Results&) override {
    throw Error("--format trec is for find and batch; facets prints text, json, jsonl or csv");
  }

  void explanations(std::ostream&, const std::vector<Explanation>&) override {
    throw Error(
        "--format trec is for find and batch; facets --why prints text, json, jsonl or csv");
  }

  void article(std::ostream&, const Article&) override {
    throw Error("--format trec has no form for an article; use text, json or jsonl");
  }

 private:
  const std::string query_id_;
};

}  // namespace

std::unique_ptr<Printer> make_trec_printer(const std::string& query_id) {
  return std::make_unique<TrecPrinter>(query_id);
}

}  // namespace alatoo
