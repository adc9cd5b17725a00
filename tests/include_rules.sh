#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Who may include whom; see ARCHITECTURE.md. Run in the source tree.
set -u
broken=0
# forbid WHAT FILES... : no file may include a header that matches the extended expression.
forbid() {
  what=$1
  shift
  if grep -nE "^#include [<\"]($what)" "$@"; then broken=1; fi
}
forbid '(indexer|searcher)/' common/*.cc common/*.h
forbid 'searcher/' indexer/*.cc indexer/*.h indexer/*/*.cc indexer/*/*.h
forbid 'indexer/' searcher/*.cc searcher/*.h searcher/*/*.cc searcher/*/*.h
forbid 'xapian' common/*.cc common/*.h indexer/*.cc indexer/*.h indexer/read/* indexer/enrich/* searcher/output/*
forbid 'indexer/(enrich|write)/' indexer/read/*
forbid 'indexer/write/' indexer/enrich/*
forbid 'indexer/(read|enrich)/' indexer/write/*
forbid 'searcher/(archive|plan|match|rank|score|search|facets)\.h' searcher/output/*
[ $broken = 0 ] || echo "the lines above break the include rules" >&2
exit $broken
