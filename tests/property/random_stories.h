// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/property/random_archive.h"

namespace alatoo {

/// Articles of an archive that changes, as lines of JSON, each with a `uri`: with names and words
/// that hardly another has, so that they come into the archive and vanish from it.
class RandomStories {
 public:
  /// `real`: paragraphs of the sample archive, for names to be recognised in. Otherwise words and
  /// names drawn at random.
  RandomStories(Random& random, bool real);

  /// An id that is usual, very long, or holds odd characters.
  std::string new_id();
  std::string fresh(const std::string& id);
  /// The same article with other metadata: date, source, language or headline.
  std::string with_other_metadata(const std::string& line);
  /// The same text with other people, places or organisations.
  std::string with_other_names(const std::string& line);

  /// A name that some articles may have.
  std::string rare_name();

 private:
  std::string rare_word();
  std::string made_of_real_text(const std::string& id);

  Random& random_;
  bool real_;
  std::size_t ids_ = 0;
};

}  // namespace alatoo
