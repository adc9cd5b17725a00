// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace alatoo {

/// One word of a name under the transliteration-blind key: Cyrillic is romanised, and what
/// romanisations of Russian, Kyrgyz and Uzbek write in several ways is written in one:
///
///   zh dzh dj -> j    kh -> h    shch sch -> sh   tch -> ch   ks -> x   ou -> u   y -> i
///   iye ie after a consonant -> e at "-iev"; a glide between vowels is dropped (aye -> ae)
///   initial ye ie -> e;  doubled letters once;  final ii iy yi -> i
///
/// so Otunbayeva, Otunbaeva and Отунбаева share a key, as do Jeenbekov, Zheenbekov and Жээнбеков.
/// Idempotent. Letters of other scripts stay, folded.
std::string word_key(std::string_view word);

/// The key of a name: the keys of its words joined by one blank for persons and organisations
/// ("kurmanbek bakiev"), by nothing for places, which are spelt in one word or two
/// ("jalalabad"). At most 200 bytes.
std::string name_key(EntityKind kind, std::string_view name);

/// The id of an entity that no authority knows: its key, blanks as hyphens.
std::string id_from_key(std::string_view key);

/// Cyrillic (Russian, Kyrgyz, Kazakh, Ukrainian letters) as Latin, other letters unchanged; case
/// kept.
std::string romanise(std::string_view text);

}  // namespace alatoo
