// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/authority.h"
#include "indexer/enrich/words.h"

namespace alatoo {

/// One name that an article uses of an organisation, with all its mentions.
struct OrganisationForm {
  std::string key;   ///< name key of `name`
  std::string name;  ///< the authority's, else as it stands, without company suffix
  const AuthorityName* known = nullptr;
  const Outlet* outlet = nullptr;  ///< it is an outlet of the authority
  bool suffix = false;             ///< "Inc" stands behind a mention: the name is complete
  bool generic = false;            ///< no word of it is of this body alone
  bool common = false;     ///< one word, a common one that the article has in small letters too
  bool place = false;      ///< also the name of a place
  bool acts = false;       ///< not all mentions are wording such as "CNN said"
  bool national = false;   ///< one word, for a parliament or party that the tables lack
  bool shortened = false;  ///< one word in capitals
  std::vector<const WordInfo*> words;  ///< without connectors and company suffix
  const WordInfo* acronym = nullptr;   ///< what a mention is followed by in brackets
  std::vector<Span> mentions;
};

/// True if `part` is a short form, an acronym or another wording of the name `whole`.
bool is_form_of(const OrganisationForm& part, const OrganisationForm& whole);

}  // namespace alatoo
