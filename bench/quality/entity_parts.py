# SPDX-License-Identifier: GPL-3.0-or-later
"""The part `countries`: those that an article is listed under, against the tags that the wire's
editors gave it."""
import json

import harness

TAGS = harness.SHARED / 'corpora/news.tags.jsonl.zst'
# How the wire wrote what the table calls by its full name.
WIRE_SLUGS = {'trinidad-tobago': 'trinidad-and-tobago', 'yemen-demo-republic': 'south-yemen',
              'yemen-arab-republic': 'north-yemen'}


def country_codes():
    """Codes of the table's countries by slugs of their ids, names and aliases. West Germany has
    that of Germany, under which it is listed."""
    codes = {}
    table = harness.ROOT / 'schemas/authority/places.tsv'
    lines = [line.split('\t') for line in table.read_text(encoding='utf-8').splitlines()
             if not line.startswith('#')]
    at = {name: place for place, name in enumerate(lines[0])}
    for row in lines[1:]:
        if row[at['kind']] == 'country':
            for name in [row[at['id']], row[at['name']], *row[at['aliases']].split('|')]:
                codes.setdefault(name.lower().replace(' ', '-'), row[at['country']])
    return codes


def read_tags():
    """{uri: slugs of places} of the articles that have any: one without was not tagged."""
    if not TAGS.exists():
        raise LookupError(f'{TAGS} is not there')
    tags = map(json.loads, harness.call('zstd', '-dcq', TAGS).splitlines())
    return {tagged['uri']: tagged['places'] for tagged in tags if tagged['places']}


def countries(_options, folder):
    """Precision and recall over all tags together. `by` name, demonym and dateline: the shares of
    what is listed so that the editors tagged too."""
    if not harness.NEWS.exists():
        raise LookupError(f'{harness.NEWS} is not there')
    tags = read_tags()
    codes = country_codes()
    news = folder / 'news.jsonl'
    news.write_text('\n'.join(harness.news_lines()) + '\n', encoding='utf-8')
    right = listed = wanted = 0
    ways = {'name': [], 'demonym': [], 'dateline': []}
    for line in harness.call(harness.BIN / 'indexer', 'inspect', news).splitlines():
        article = json.loads(line)
        if article['id'] not in tags:
            continue
        expected = {codes[WIRE_SLUGS.get(slug, slug)] for slug in tags[article['id']]}
        found = {codes[country['id']]: country for country in article['countries']}
        right += len(expected & found.keys())
        listed += len(found)
        wanted += len(expected)
        for code, country in found.items():
            ways[country.get('by', 'name')].append(code in expected)
    figures = {'articles': len(tags), 'P': right / listed, 'R': right / wanted}
    figures.update({f'by {way} P': sum(hits) / len(hits) for way, hits in ways.items() if hits})
    return figures
