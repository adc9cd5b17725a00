# SPDX-License-Identifier: GPL-3.0-or-later
"""When an entity of ours is one that somebody labelled: light normalisation and the authority."""
import collections
import dataclasses
import functools
import re
import unicodedata

import harness

KINDS = ('persons', 'cities', 'countries', 'organisations')
TABLES = {'persons': ['people.tsv'], 'cities': ['places.tsv'], 'countries': ['places.tsv'],
          'organisations': ['organisations.tsv', 'outlets.tsv']}
SUFFIX = re.compile(r'( (inc|incorporated|ltd|limited|plc|llc|llp|co|company|corp|corporation|group'
                    r'|holdings?|sa|ag|nv|spa|gmbh|oao|ooo))+$')


@dataclasses.dataclass(frozen=True)
class Label:
    """One entity that an article names, under each name that is right; `optional`: it may be
    listed or not, and counts neither way."""
    names: tuple
    optional: bool = False


def labels(cell):
    """Those of a cell of a label file."""
    if not cell or cell == '-':
        return []
    return [Label(tuple(one.removeprefix('?').split('=')), one.startswith('?'))
            for one in cell.split('|')]


@functools.lru_cache(maxsize=None)
def plain(name, kind):
    """A name without what never tells two entities apart: case, accents, punctuation, a leading
    article and, of organisations, the kind of company."""
    name = unicodedata.normalize('NFKD', name.casefold())
    name = ''.join(c for c in name if not unicodedata.combining(c) and c not in "'’‘ʼ`.")
    name = ' '.join(re.findall(r'[^\W_]+', name.replace('&', ' and ')))
    name = re.sub(r'\b(\w) (?=\w\b)', r'\1', name)  # "J K Rowling" is "J.K. Rowling"
    name = name.removeprefix('the ')
    return SUFFIX.sub('', name) if kind == 'organisations' else name


def rows(table):
    """The rows of an authority table as dictionaries."""
    path = harness.ROOT / 'schemas/authority' / table
    lines = [line.split('\t') for line in path.read_text(encoding='utf-8').splitlines()
             if line and not line.startswith('#')]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def names_of(row):
    """All that a row is called, the preferred name first."""
    return [row['name']] + [name for column in ('aliases', 'demonyms')
                            for name in row.get(column, '').split('|') if name]


@functools.lru_cache(maxsize=None)
def known(kind):
    """{plain name: ids of those that the authority calls so}"""
    ids = collections.defaultdict(set)
    places = kind in ('cities', 'countries')
    for table in TABLES[kind]:
        for row in rows(table):
            if places and (row['kind'] == 'country') != (kind == 'countries'):
                continue
            for name in names_of(row):
                ids[plain(name, kind)].add(row['id'])
    return ids


def same(kind, found, label):
    """True if an entity of that name is the labelled one. A single name that is right beside a
    full one (a surname) is right as it stands, but says nothing of whom the authority calls so."""
    if plain(found, kind) in {plain(name, kind) for name in label.names}:
        return True
    ids = known(kind).get(plain(found, kind), set())
    full = [name for n, name in enumerate(label.names)
            if n == 0 or kind != 'persons' or ' ' in name]
    return any(ids & known(kind).get(plain(name, kind), set()) for name in full)


def match(kind, found, expected):
    """{place in `found`: label}, one to one: as many of `expected` as can be."""
    owner = {}

    def give(label, tried):
        for place, name in enumerate(found):
            if place in tried or not same(kind, name, label):
                continue
            tried.add(place)
            if place not in owner or give(owner[place], tried):
                owner[place] = label
                return True
        return False

    for label in expected:
        give(label, set())
    return owner
