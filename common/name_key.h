// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace alatoo {

/// One word of a name under the transliteration-blind key: Cyrillic is romanised, and what
/// romanisations of Russian, Kyrgyz, Kazakh, Uzbek and Tajik write in several ways is written in
/// one. In every word:
///
///   zh dj dzh dsch -> j    kh -> h    shch schtsch chtch sch -> sh   tsch -> ch
///   ks -> x    ou -> u    y -> i    q -> k but for "qu"    final ij -> i ("Dmitrij")
///   tch -> ch initially and in final itch
///   a glide before e is dropped initially and after a vowel: "Yevgeny", "Otunbayeva"
///   doubled letters once: "Sooronbai", "Iurii"
///
/// In words of a Russian ending alone (-ov -ev -ova -eva, -ovich -evich -ovna -evna), which other
/// languages' names seldom have:
///
///   gh -> g    q -> k    tz -> ts    tch -> ch    initial chr -> hr    chov(a) -> chev(a)
///   x -> h initially and before a consonant, as Uzbek has it ("Xudoyberdiyev", "Axmedov"); not
///       between vowels ("Alexeyev")
///   yo between consonants -> e ("Korolyov", "Fyodorov"), after b and v -> ie ("Solovyov")
///   ž -> zh  š -> sh  č -> ch  ŝ -> shch; in other words accents just go ("Milošević")
///   -jev(a) after a, e, i -> -ev(a), and German -jew(a) -> -ev(a); -ow(a) in a word with sch
///
/// And some first names of several traditions are one: Alexander and Aleksandr, Viktor and Victor,
/// Pyotr and Petr, Sergej and Serguei, Julia and Yulia.
///
/// So Otunbayeva, Otunbaeva and Отунбаева share a key, as do Jeenbekov, Zheenbekov and Жээнбеков.
/// Which vowel stands is never a matter of spelling: Kadyrov and Qodirov, Sydykov and Sadykov are
/// two, unless the authority joins them. Idempotent. Letters of other scripts stay, folded.
std::string word_key(std::string_view word);

/// The key of a name: the keys of its words joined by one blank for persons and organisations
/// ("kurmanbek bakiev"), by nothing for places, which are spelt in one word or two
/// ("jalalabad"). A person's is first name and surname: of three words the patronymic is left out
/// ("Roza Isakovna Otunbayeva", "Ilham Heydar oglu Aliyev"), and a surname with a Russian ending in
/// front of a first name and patronymic is put last. Other middle names and initials stay: George
/// W. Bush is not George Bush. Idempotent; at most 200 bytes.
std::string name_key(EntityKind kind, std::string_view name);

/// True if `key` is formed like a patronymic: "isakovna", "vladimirovich". Many surnames are, too.
bool is_patronymic(std::string_view key);

/// The id of an entity that no authority knows: its key, blanks as hyphens.
std::string id_from_key(std::string_view key);

}  // namespace alatoo
