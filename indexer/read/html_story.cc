// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/read/html_story.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "common/hash.h"
#include "common/text.h"
#include "indexer/read/credit_line.h"
#include "indexer/read/date_text.h"
#include "indexer/read/lines.h"
#include "indexer/read/page_cues.h"

namespace alatoo {
namespace {

bool ends_sentence(std::string_view text) {
  static constexpr std::string_view kClosing[] = {"\"", "'", ")", "]", "”", "’", "»"};
  for (bool closed = true; closed;) {
    closed = false;
    for (const std::string_view mark : kClosing) {
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        closed = true;
      }
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool blank = true;
  for (const char c : text) {
    const bool own = c == ' ' || c == '\n' || c == '\t';
    words += blank && !own;
    blank = own;
  }
  return words;
}

/// The text that metadata gives, as the set of its runs of four words.
class BodyText {
 public:
  explicit BodyText(std::string_view body) {
    constexpr std::size_t kShortest = 200;
    if (body.size() < kShortest) return;
    each_run(body, [&](std::uint64_t run) { runs_.insert(run); });
  }
  bool known() const { return !runs_.empty(); }
  bool holds(std::string_view text) const {
    int all = 0, common = 0;
    each_run(text, [&](std::uint64_t run) {
      ++all;
      common += runs_.count(run) > 0;
    });
    return all > 0 && common * 10 >= all * 6;
  }

 private:
  template <typename Use>
  static void each_run(std::string_view text, Use use) {
    std::uint64_t last[3] = {};
    int words = 0;
    Tokenizer tokens(text);
    for (Token token; tokens.next(token); ++words) {
      const std::uint64_t own = hash(token.word);
      if (words >= 3) use(own + 31 * last[0] + 961 * last[1] + 29791 * last[2]);
      last[2] = last[1];
      last[1] = last[0];
      last[0] = own;
    }
  }
  std::unordered_set<std::uint64_t> runs_;
};

class Finder {
 public:
  Finder(const HtmlPage& page, std::size_t root, const PageTitles& titles, std::string_view body)
      : tree_(page.tree),
        hints_(page.hints),
        blocks_(page.blocks),
        titles_(titles),
        body_(body),
        root_(root),
        size_(tree_[root].end - root) {}

  HtmlStory find() {
    story_.begin = block_behind(root_);
    story_.end = block_behind(tree_[root_].end);
    weigh();
    find_furniture();
    find_container();
    find_first();
    find_headline();
    story_.region =
        story_.headline ? tree_.common(blocks_[*story_.headline].first, container_) : container_;
    mark();
    return std::move(story_);
  }

 private:
  /// The first block that starts at or behind `node`.
  std::size_t block_behind(std::size_t node) const {
    const auto found =
        std::lower_bound(blocks_.begin(), blocks_.end(), node,
                         [](const HtmlBlock& block, std::size_t n) { return block.first < n; });
    return static_cast<std::size_t>(found - blocks_.begin());
  }

  // --- Sums over the descendants of a node, by prefix sums ---
  template <typename Value>
  std::vector<double> sums(Value value) const {
    std::vector<double> sum(size_ + 1, 0);
    for (std::size_t b = story_.begin; b < story_.end; ++b) {
      sum[blocks_[b].first - root_ + 1] += value(b);
    }
    for (std::size_t i = 1; i <= size_; ++i) sum[i] += sum[i - 1];
    return sum;
  }
  double of(const std::vector<double>& sum, std::size_t node) const {
    return sum[tree_[node].end - root_] - sum[node - root_];
  }

  void weigh() {
    weights_.assign(blocks_.size(), 0);
    const BodyText known(body_);
    agreement_.assign(blocks_.size(), 0);
    for (std::size_t b = story_.begin; b < story_.end; ++b) {
      weights_[b] = in_caption(b) ? 0 : paragraph_weight(blocks_[b]);
      if (known.known() && weights_[b] > 0) weights_[b] *= known.holds(blocks_[b].text) ? 3 : 0.5;
      if (blocks_[b].letters < 300) agreement_[b] = titles_.agreement(blocks_[b].text);
    }
    raw_ = sums([&](std::size_t b) { return weights_[b]; });
    letters_ = sums([&](std::size_t b) { return blocks_[b].letters; });
    titled_ = sums([&](std::size_t b) {
      const HtmlBlock& block = blocks_[b];
      return agreement_[b] >= 0.6 && (block.heading > 0 || agreement_[b] >= 0.95) &&
             block.link_density() < 0.5;
    });
    stories_.assign(size_ + 1, 0);
    for (std::size_t i = 0; i < size_; ++i) {
      const std::size_t node = root_ + i;
      const bool holds = hints_[node].role == HtmlRole::story ||
                         tree_[node].tag == GUMBO_TAG_ARTICLE || tree_[node].tag == GUMBO_TAG_MAIN;
      stories_[i + 1] = stories_[i] + (holds && of(raw_, node) >= 0.5 * of(raw_, root_));
    }
    paragraphs_ = sums([&](std::size_t b) { return weights_[b] > 0; });
    images_.assign(size_ + 1, 0);
    for (std::size_t i = 0; i < size_; ++i) {
      images_[i + 1] = images_[i] + (tree_[root_ + i].tag == GUMBO_TAG_IMG);
    }
  }

  bool in_caption(std::size_t b) const {
    std::size_t node = blocks_[b].node;
    for (int levels = 0; levels < 3 && node > root_; ++levels, node = tree_[node].parent) {
      if (hints_[node].role == HtmlRole::caption) return true;
    }
    return false;
  }

  // --- Furniture ---

  /// How far hints are believed; a page whose text would all be furniture is read again.
  enum class Belief { all, firm, comments, none };

  bool furnishes(std::size_t node, Belief belief) const {
    const HtmlHint hint = hints_[node];
    const bool comments = hint.role == HtmlRole::comments;
    if (!comments && hint.role != HtmlRole::furniture) return false;
    if (node == root_ || belief == Belief::none) return false;
    if (!comments && belief == Belief::comments) return false;
    if (!comments && belief == Belief::firm && !hint.firm) return false;
    const bool heavy = of(raw_, node) >= 0.3 * of(raw_, root_) && of(raw_, node) > 0;
    // A page header or "content-sidebar" may hold the article.
    if (heavy && (of(titled_, node) > 0 || of(stories_, node) > 0)) return false;
    return true;
  }

  void find_furniture() {
    for (const Belief belief : {Belief::all, Belief::firm, Belief::comments, Belief::none}) {
      furniture_.assign(size_, false);
      for (std::size_t i = 0; i < size_;) {
        if (!furnishes(root_ + i, belief)) {
          ++i;
          continue;
        }
        const std::size_t end = tree_[root_ + i].end - root_;
        std::fill(furniture_.begin() + static_cast<std::ptrdiff_t>(i),
                  furniture_.begin() + static_cast<std::ptrdiff_t>(end), true);
        i = end;
      }
      sums_ = sums([&](std::size_t b) { return in_furniture(b) ? 0 : weights_[b]; });
      constexpr double kEnough = 40;
      if (of(sums_, root_) >= kEnough || of(raw_, root_) < kEnough) break;
    }
  }
  bool in_furniture(std::size_t block) const { return furniture_[blocks_[block].first - root_]; }
  double weight(std::size_t node) const { return of(sums_, node); }

  // --- The element that holds the story ---

  void find_container() {
    container_ = root_;
    const double total = weight(root_);
    if (total <= 0) return;
    if (by_story_hint(total)) return;
    std::size_t start = root_;
    double best = 0;
    for (std::size_t i = root_; i < root_ + size_; ++i) {
      const GumboTag tag = tree_[i].tag;
      const double least = tag == GUMBO_TAG_ARTICLE ? 0.6 : tag == GUMBO_TAG_MAIN ? 0.5 : 2;
      if (weight(i) < least * total || weight(i) < 0.9 * best) continue;
      start = i;  // of nested ones the innermost
      best = std::max(best, weight(i));
    }
    container_ = start;
    descend();
    climb(start);
  }

  bool by_story_hint(double total) {
    for (const bool firm : {true, false}) {
      double sum = 0, heaviest = 0;
      std::size_t inner = root_;
      std::vector<std::size_t> outer;
      for (std::size_t i = root_; i < root_ + size_; ++i) {
        if (hints_[i].role != HtmlRole::story || hints_[i].firm != firm) continue;
        if (outer.empty() || !tree_.inside(i, outer.back())) {
          outer.push_back(i);
          sum += weight(i);
        }
        if (weight(i) > 0 && weight(i) >= 0.9 * heaviest) inner = i;
        heaviest = std::max(heaviest, weight(i));
      }
      if (heaviest > 0 && heaviest >= 0.7 * total) {
        container_ = inner;
        return true;
      }
      if (sum > 0 && sum >= (firm ? 0.3 : 0.7) * total) {
        container_ = outer.front();
        for (const std::size_t part : outer) {
          if (weight(part) >= 0.05 * sum) container_ = tree_.common(container_, part);
        }
        return true;
      }
    }
    return false;
  }

  /// Down to where the paragraphs part.
  void descend() {
    while (true) {
      std::size_t best = 0, headed = 0;
      for (std::size_t child = container_ + 1; child < tree_[container_].end;
           child = tree_[child].end) {
        if (best == 0 || weight(child) > weight(best)) best = child;
        if (headed == 0 && heads_story(child)) headed = child;
      }
      if (best == 0 || tree_[best].is_text()) return;
      // Columns stand side by side: the story is in one of them.
      const bool column = tree_[container_].tag == GUMBO_TAG_TR;
      if (headed != 0) {
        best = headed;
      } else if (weight(best) < (column ? 0.55 : 0.9) * weight(container_)) {
        return;
      }
      const bool paragraph = block_behind(tree_[best].end) - block_behind(best) <= 1;
      if (paragraph) return;
      container_ = best;
    }
  }

  /// Holds the headline and enough text: what stands beside is something else.
  bool heads_story(std::size_t child) const {
    constexpr double kSome = 40;
    if (tree_[child].is_text() || of(titled_, child) == 0 || weight(child) < kSome) return false;
    const GumboTag tag = tree_[child].tag;
    const bool whole = tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_TD;
    const double share = weight(child) / weight(container_);
    return whole || share >= 0.35 || (share >= 0.1 && of(paragraphs_, child) >= 3);
  }

  /// Up again while paragraphs stand bare beside.
  void climb(std::size_t start) {
    for (int levels = 0; levels < 3 && container_ != start; ++levels) {
      const std::size_t parent = tree_[container_].parent;
      bool beside = false;
      for (std::size_t b = block_behind(parent); b < block_behind(tree_[parent].end); ++b) {
        const std::size_t node = blocks_[b].node;
        const bool bare =
            node == parent || (tree_[node].tag == GUMBO_TAG_P && tree_[node].parent == parent);
        beside |= bare && weights_[b] > 0 && !in_furniture(b) && blocks_[b].link_density() < 0.2;
      }
      if (!beside) return;
      container_ = parent;
    }
  }

  bool in_container(std::size_t b) const { return tree_.inside(blocks_[b].first, container_); }

  void find_first() {
    first_ = last_ = story_.end;
    for (std::size_t b = story_.begin; b < story_.end; ++b) {
      if (weights_[b] <= 0 || in_furniture(b) || !in_container(b)) continue;
      if (first_ == story_.end) first_ = b;
      last_ = b;
    }
  }

  // --- The headline ---

  void find_headline() {
    double best = 0;
    for (std::size_t b = story_.begin; b < story_.end; ++b) {
      const double score = headline_score(b);
      if (score <= best) continue;
      best = score;
      story_.headline = b;
    }
    for (std::size_t b = story_.begin; b < first_ && first_ < story_.end; ++b) {
      const bool near = in_container(b) && !in_furniture(b);
      story_.open_head |= near && blocks_[b].link_density() < 0.5 && words_in(blocks_[b].text) > 2;
    }
  }

  double headline_score(std::size_t b) const {
    const HtmlBlock& block = blocks_[b];
    if (block.letters > 300 || block.item) return 0;
    const double agreement = agreement_[b];
    const HtmlRole role = role_of(b);
    const bool named = role == HtmlRole::headline;
    if (block.heading == 0 && !named && agreement < 0.95) return 0;
    if (role == HtmlRole::caption || role == HtmlRole::deck) return 0;
    const bool behind = first_ < story_.end && b > first_;
    const bool strange = agreement < 0.5;
    // Without a title that agrees, only what heads the story itself will do.
    if (strange && (behind || in_furniture(b))) return 0;
    if (strange && ((block.heading > 3 && !named) || titles_.is_site(block.text))) return 0;
    if (strange && root_ == 0 && block.link_density() > 0.9 && block.heading != 1) return 0;
    double score = 6 * agreement + (block.heading > 0 ? std::max(0, 4 - block.heading) : 0);
    if (named) score += hints_firm(b) ? 3 : 1.5;
    if (in_furniture(b)) score -= 3;
    if (behind) score -= 4;
    if (block.link_density() > 0.9) score -= 1;
    if (first_ < story_.end && b < first_) score -= 0.01 * std::min<double>(first_ - b, 50);
    return score;
  }

  bool hints_firm(std::size_t b) const {
    std::size_t node = blocks_[b].node;
    for (int levels = 0; levels < 3 && node != root_; ++levels, node = tree_[node].parent) {
      if (hints_[node].role == HtmlRole::headline) return hints_[node].firm;
    }
    return false;
  }

  // --- What each block is ---

  /// What the elements around a block, or the spans in it, say it is.
  HtmlRole role_of(std::size_t b) const {
    const HtmlBlock& block = blocks_[b];
    std::size_t node = block.node;
    for (int levels = 0; levels < 6 && node > root_; ++levels, node = tree_[node].parent) {
      const HtmlRole role = hints_[node].role;
      const double most = role == HtmlRole::caption    ? 1500
                          : role == HtmlRole::headline ? 300
                          : role == HtmlRole::deck     ? 600
                                                       : 250;
      switch (role) {
        case HtmlRole::headline:
        case HtmlRole::deck:
        case HtmlRole::section:
        case HtmlRole::byline:
        case HtmlRole::date:
        case HtmlRole::caption:
        case HtmlRole::credit:
          if (of(letters_, node) <= most) return role;
          break;
        default:
          break;
      }
    }
    if (block.inline_role != HtmlRole::none) return block.inline_role;
    if (block.names_author && block.letters < 100) return HtmlRole::byline;
    return HtmlRole::none;
  }

  /// Alone with a picture in a small element.
  bool beside_image(std::size_t b) const {
    const HtmlBlock& block = blocks_[b];
    std::size_t node = block.node;
    for (int levels = 0; levels < 4 && node > story_.region; ++levels, node = tree_[node].parent) {
      if (of(letters_, node) > block.letters) return false;
      const std::size_t images = images_[tree_[node].end - root_] - images_[node - root_];
      if (images > 0) return images == 1 && block.letters <= 300 && words_in(block.text) > 3;
    }
    return false;
  }

  void mark() {
    for (std::size_t b = story_.begin; b < story_.end; ++b) story_.kinds.push_back(kind_of(b));
  }

  std::optional<ZoneKind> kind_of(std::size_t b) const {
    if (story_.headline == b) return ZoneKind::headline;
    const HtmlBlock& block = blocks_[b];
    const bool inside = in_container(b);
    const bool near = tree_.inside(block.first, story_.region);
    if (in_furniture(b)) {
      const bool signs = near && last_ < story_.end && b > last_ && b < last_ + 8;
      if (signs && parse_credit(block.text)) return std::nullopt;
      return ZoneKind::furniture;
    }
    const bool above = story_.headline && b < *story_.headline;
    const bool head = near && b < std::max(first_, story_.headline.value_or(0));
    if (!inside && !head) {
      const bool signs = near && last_ < story_.end && b > last_ && b < last_ + 8;
      if (signs && (parse_credit(block.text) || role_of(b) == HtmlRole::credit)) {
        return std::nullopt;
      }
      return ZoneKind::furniture;
    }
    if (const auto kind = by_role(b, head)) return kind;
    const double density = block.link_density();
    if (above) {
      if (weights_[b] > 0) return std::nullopt;
      const bool label = words_in(block.text) <= 5 && block.lines == 1;
      return label && is_section_label(block.text) ? ZoneKind::section : ZoneKind::furniture;
    }
    if (density > 0.8 || (density > 0.5 && block.item)) return ZoneKind::furniture;
    if (block.heading > 0) {
      if (head && is_date_line(block.text)) return std::nullopt;
      if (heads_links(b)) return ZoneKind::furniture;
      const bool empty = last_ < story_.end && b > last_;
      return empty || density > 0.6 ? ZoneKind::furniture : ZoneKind::subheading;
    }
    if (beside_image(b)) return ZoneKind::caption;
    return std::nullopt;
  }

  /// "Recommended stories" above a link.
  bool heads_links(std::size_t b) const {
    if (b + 1 >= story_.end || blocks_[b + 1].link_density() <= 0.8) return false;
    const std::string_view text = blocks_[b].text;
    return cue_of(text, shape_of(text, {0, static_cast<std::uint32_t>(text.size())})) ==
           PageCue::list;
  }

  std::optional<ZoneKind> by_role(std::size_t b, bool head) const {
    const HtmlBlock& block = blocks_[b];
    const bool digits = block.text.find_first_of("0123456789") != std::string::npos;
    switch (role_of(b)) {
      case HtmlRole::caption:
        return ZoneKind::caption;
      case HtmlRole::credit:
        return ZoneKind::credit;
      case HtmlRole::byline:
        // "Posted on 2 March 2014 by Ann Lee" is read by its wording.
        if (digits || (weights_[b] > 0 && words_in(block.text) > 25)) return std::nullopt;
        return ZoneKind::byline;
      case HtmlRole::date:
        if (digits && block.letters <= 120 && !block.names_author) return ZoneKind::furniture;
        return std::nullopt;
      case HtmlRole::deck:
        if (block.letters <= 400 && (head || block.heading > 0 || b <= first_)) {
          return ZoneKind::subheading;
        }
        return std::nullopt;
      case HtmlRole::section:
        if (block.letters > 60) return std::nullopt;
        return head ? ZoneKind::section : ZoneKind::furniture;
      default:
        return std::nullopt;
    }
  }

  const HtmlTree& tree_;
  const std::vector<HtmlHint>& hints_;
  const std::vector<HtmlBlock>& blocks_;
  const PageTitles& titles_;
  const std::string_view body_;
  const std::size_t root_, size_;
  HtmlStory story_;
  std::vector<double> weights_, agreement_;  // of blocks
  // Of nodes, counted from root_: what stands before each.
  std::vector<double> raw_, sums_, letters_, titled_, stories_, paragraphs_;
  std::vector<std::uint32_t> images_;
  std::vector<bool> furniture_;
  std::size_t container_ = 0;
  std::size_t first_ = 0, last_ = 0;  // paragraphs of the story; the end if there is none
};

}  // namespace

double paragraph_weight(const HtmlBlock& block) {
  const double density = block.link_density();
  if (block.heading > 0 || density >= 0.5 || (block.item && density > 0.3)) return 0;
  if (block.letters < 40 || (block.letters < 100 && !ends_sentence(block.text))) return 0;
  return block.letters - 30.0;
}

HtmlStory find_story(const HtmlPage& page, std::size_t root, const PageTitles& titles,
                     std::string_view body) {
  return Finder(page, root, titles, body).find();
}

}  // namespace alatoo
