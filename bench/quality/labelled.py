# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts `sample` and `seeds`: articles that were labelled by hand."""
import collections
import json

import entity_match
import entity_sets
import harness
import zone_lines
from measures import mean

CORPORA = harness.ROOT / 'tests/corpora'
FIELDS = ('headline', 'date', 'source', 'agency')


def table(path):
    """The rows of a table whose first line names its columns; '-' is None."""
    header, *rows = [line.split('\t') for line in path.read_text(encoding='utf-8').splitlines()]
    return [dict(zip(header, (None if cell == '-' else cell for cell in row))) for row in rows]


def listed(cell):
    return set(cell.split('|')) if cell else set()


def names(article, field):
    return {entity['name'] for entity in article.get(field, [])}


def inspect(path):
    output = harness.call(harness.BIN / 'indexer', 'inspect', path, ok=(0, 1))
    return [json.loads(line) for line in output.splitlines()]


def zone_labels(path):
    """{id: [(kind, first words of a line)]}"""
    labels = collections.defaultdict(list)
    for line in path.read_text(encoding='utf-8').splitlines()[1:]:
        name, kind, words = line.split('\t')
        labels[name].append((kind, words))
    return labels


def field_figures(expected, found):
    """Shares of articles whose field is exactly right. Both by id; one that is missing is wrong."""
    figures = {'articles': len(expected)}
    for field in FIELDS:
        figures[field] = mean(found.get(i, {}).get(field) == e[field] for i, e in expected.items())
    figures['contributors'] = mean(i in found and names(found[i], 'contributors') ==
                                   listed(e['contributors']) for i, e in expected.items())
    return figures


def sample(options, _folder):
    """The labelled sample archive: every field of every article."""
    corpus = CORPORA / 'unrest'
    expected = {row['id']: row for row in table(corpus / 'expected.tsv')}
    found = {article['id']: article for article in inspect(corpus / 'articles')}
    figures = field_figures(expected, found)
    rows = collections.defaultdict(list)
    for row in table(corpus / 'zones.tsv'):
        rows[row['id']].append((row['kind'], row['words']))
    figures.update(zone_lines.figures(
        v for i, labels in rows.items() for v in zone_lines.of_words(found.get(i), labels)))

    figures.update(entity_sets.figures(sample_entities(), found, options.misses))
    return figures


def sample_entities():
    """{id: {kind: labels}} of the sample archive."""
    labelled = entity_sets.read_labels(entity_sets.LABELS / 'sample.tsv')
    for row in table(CORPORA / 'unrest/expected.tsv'):
        for kind in ('persons', 'cities', 'countries'):
            labelled[row['id']][kind] = entity_match.labels(row[kind])
    return labelled


def seed_entities():
    """The same of the seeds."""
    return entity_sets.read_labels(entity_sets.LABELS / 'seeds.tsv')


def seeds(options, _folder):
    """The five articles that the project began with, labelled by the numbers of their lines."""
    folder = harness.SHARED / 'seeds'
    if not folder.is_dir():
        raise LookupError(f'{folder} is not there')
    expected = {row['file']: row for row in table(CORPORA / 'seeds/expected.tsv')}
    found = {article['id']: article for article in inspect(folder)}
    kinds = collections.defaultdict(lambda: collections.defaultdict(list))
    for row in table(CORPORA / 'seeds/zones.tsv'):
        first, _, last = row['lines'].partition('-')
        for number in range(int(first), int(last or first) + 1):
            kinds[row['file']][number].append(row['kind'])
    for name, row in expected.items():
        number = int(row['headline_line'] or 0)
        line = (folder / name).read_text(encoding='utf-8').splitlines()[number - 1].strip()
        ours = found.get(name, {}).get('headline')
        # Which part of a line with two is the headline, the zones tell.
        shared = ours and len(kinds[name][number]) > 1 and line.endswith(ours)
        row['headline'] = None if not number else ours if shared else line
    figures = field_figures(expected, found)
    figures.update(zone_lines.figures(
        v for name, labels in kinds.items() for v in zone_lines.of_lines(found.get(name), labels)))
    figures.update(entity_sets.figures(seed_entities(), found, options.misses))
    return figures


def unlisted(options, _folder):
    """Persons of the seeds and of the sample archive where people.tsv knows none of them, nor
    anybody else of such a surname."""
    binary = harness.BIN / 'inspect_without'
    if not binary.exists():
        raise LookupError(f'{binary} is not built')
    figures = {}
    for name, expected, path in (('seeds', seed_entities, harness.SHARED / 'seeds'),
                                 ('sample', sample_entities, CORPORA / 'unrest/articles')):
        if not path.is_dir():
            raise LookupError(f'{path} is not there')
        people = {uri: {'persons': kinds['persons']} for uri, kinds in expected().items()}
        surnames = {entity_match.plain(label.names[0], 'persons').split()[-1]
                    for kinds in people.values() for label in kinds['persons']}
        ids = [row['id'] for row in entity_match.rows('people.tsv')
               if any(surnames & set(entity_match.plain(called, 'persons').split())
                      for called in entity_match.names_of(row))]
        lines = harness.call(binary, ','.join(ids), path).splitlines()
        found = {article['id']: article for article in map(json.loads, lines)}
        of_persons = entity_sets.figures(people, found, options.misses, ['persons'])
        figures[f'{name} rows taken out'] = len(ids)
        figures.update({f'{name} {what}': value for what, value in of_persons.items()})
    return figures
