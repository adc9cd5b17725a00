# SPDX-License-Identifier: GPL-3.0-or-later
"""Which persons, cities, countries and organisations an article names, against what somebody read
in it: precision, recall and F1 of the sets of all articles of a collection together."""
import collections
import json

import harness
from entity_match import KINDS, labels, match

LABELS = harness.ROOT / 'bench/quality/labels'


class Tally:
    """What was found and what was labelled of one kind. `meant` are right though nobody misses
    them: countries that only an adjective names."""

    def __init__(self):
        self.hits = self.wanted = self.meant = self.wrong = 0

    def add(self, kind, found, expected, meant):
        """Counts an article's; returns its (false positives, misses)."""
        wanted = [label for label in expected if not label.optional]
        hit = match(kind, found, wanted)
        rest = [name for place, name in enumerate(found) if place not in hit]
        # Labels that cost nothing if they are missed: first what is right, then what is neither.
        right = match(kind, rest, [label for label in meant if not label.optional])
        rest = [name for place, name in enumerate(rest) if place not in right]
        either = match(kind, rest, [label for label in expected + meant if label.optional])
        wrong = [name for place, name in enumerate(rest) if place not in either]
        self.hits += len(hit)
        self.wanted += len(wanted)
        self.meant += len(right)
        self.wrong += len(wrong)
        return wrong, [label.names[0] for label in wanted if label not in hit.values()]

    def figures(self):
        right = self.hits + self.meant
        precision = right / (right + self.wrong) if right else 0.0
        recall = self.hits / self.wanted if self.wanted else 0.0
        both = precision + recall
        return {'P': precision, 'R': recall, 'F1': 2 * precision * recall / both if both else 0.0}


def read_labels(path):
    """{uri: {kind: labels}}"""
    read = collections.defaultdict(dict)
    for line in path.read_text(encoding='utf-8').splitlines()[1:]:
        uri, kind, names = line.split('\t')
        read[uri][kind] = labels(names)
    return read


def figures(expected, found, show_misses=False, kinds=KINDS):
    """P, R and F1 of each kind. `expected` as read_labels, `found` articles of inspect by id; one
    that is missing found nothing."""
    result = {}
    for kind in kinds:
        tally = Tally()
        for uri, labelled in expected.items():
            # Labels are made from the story alone: where it was written is none of their countries.
            names = [entity['name'] for entity in found.get(uri, {}).get(kind, [])
                     if entity.get('by') != 'dateline']
            meant = labelled.get('demonyms', []) if kind == 'countries' else []
            wrong, missed = tally.add(kind, names, labelled.get(kind, []), meant)
            if show_misses:
                for sign, some in (('+', wrong), ('-', missed)):
                    for name in some:
                        print(f'{uri}\t{kind}\t{sign} {name}')
        result.update({f'{kind} {name}': value for name, value in tally.figures().items()})
    return result


def inspect_lines(lines):
    """{id: article} of what inspect makes of lines of ninjs."""
    output = harness.call(harness.BIN / 'indexer', 'inspect', '-', ok=(0, 1),
                          input=''.join(line + '\n' for line in lines))
    return {article['id']: article for article in map(json.loads, output.splitlines())}


def of_news(name, show_misses):
    """Figures of the articles of the news collection that a label file names."""
    if not harness.NEWS.exists():
        raise LookupError(f'{harness.NEWS} is not there')
    expected = read_labels(LABELS / f'{name}.tsv')
    lines = [line for line in harness.news_lines() if json.loads(line)['uri'] in expected]
    return {'articles': len(expected)} | figures(expected, inspect_lines(lines), show_misses)


def bbc(_options, _folder):
    """Held-out articles. Its misses are never shown: nothing may be tuned on them."""
    return of_news('bbc', False)


def dev(options, _folder):
    """Articles to tune on."""
    return of_news('dev', options.misses)
