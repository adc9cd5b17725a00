# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts `pages` and `forms`: stories of the news collection as pages in eight forms, of which
the fields and the kind of every line are known."""
import collections
import json
import random
import re

import harness
import zone_lines
from forms import FORMS, SUFFIX
from measures import mean
from pages import expected, write_page
from stories import SEED, draw_stories

QUERIES = 50


def write_pages(articles, folder):
    """Writes folder/FORM/NAME.SUFFIX; returns the pages by name, and lines[form][name]."""
    stories, teasers = draw_stories(articles)
    pages = {story.name: write_page(story, teasers) for story in stories}
    lines = collections.defaultdict(dict)
    for form, render in FORMS.items():
        (folder / form).mkdir(parents=True, exist_ok=True)
        for name, page in pages.items():
            whole, lines[form][name] = render(page)
            (folder / form / f'{name}.{SUFFIX[form]}').write_bytes(whole)
    return pages, lines


def name_in(place):
    """"soup/017.html", "017.xml#1" -> "017"."""
    return re.search(r'(\d{3})\.\w+(#\d+)?$', place).group(1)


def inspect(folder):
    """{name: article}; of a file that is taken for several the first, none of one refused."""
    output = harness.call(harness.BIN / 'indexer', 'inspect', folder, ok=(0, 1, 2))
    found = {}
    for line in output.splitlines():
        article = json.loads(line)
        found.setdefault(name_in(article['path']), article)
    return found


def fields_of(article):
    fields = {field: article.get(field) for field in ('headline', 'date', 'source', 'agency')}
    fields['contributors'] = {c['name'].casefold() for c in article.get('contributors', [])}
    return fields


def show_misses(misses):
    """What kinds of lines and which fields were missed, never their words."""
    rows = [[*what, count] for what, count in sorted(misses.items())]
    harness.table(rows, ['form', 'part or field', 'right', 'found', 'count'])
    print()


def pages(options, folder, articles):
    """Fields and zones of every form against what was written."""
    written, lines = write_pages(articles, folder / 'pages')
    figures, misses = {'articles': len(written)}, collections.Counter()
    every = collections.defaultdict(list)
    for form in FORMS:
        found = inspect(folder / 'pages' / form)
        verdicts, fields = [], collections.defaultdict(list)
        for name, page in written.items():
            right = expected(page)
            ours = fields_of(found.get(name, {}))
            for field, value in right.items():
                fields[field].append(ours[field] == value)
                if ours[field] != value:
                    misses[form, field, 'some' if value else 'none', 'other' if ours[field] else 'none'] += 1
            verdicts += zone_lines.verdicts(found.get(name), lines[form][name])
        for v in verdicts:
            if not zone_lines.is_right(v):
                misses[form, v.part, v.kind, v.found or 'absent'] += 1
        figures.update({f'{form} {field}': mean(hits) for field, hits in fields.items()})
        figures.update({f'{form} {k}': v for k, v in zone_lines.figures(verdicts).items()})
        for field, hits in fields.items():
            every[field] += hits
        every['verdicts'] += verdicts
    for field in ('headline', 'date', 'source', 'agency', 'contributors'):
        figures[f'all {field}'] = mean(every[field])
    figures.update({f'all {k}': v for k, v in zone_lines.figures(every['verdicts']).items()})
    if options.misses:
        show_misses(misses)
    return figures


def story_zones(article):
    """[(kind, words)] of the story, neighbours of one kind together."""
    joined = []
    for word, kind in zip(*zone_lines.zone_words(article)):
        if kind in zone_lines.STORY:
            if not joined or joined[-1][0] != kind:
                joined.append((kind, []))
            joined[-1][1].append(word)
    return joined


def body_words(article):
    return [word for word, kind in zip(*zone_lines.zone_words(article)) if kind == 'body']


def answers(folder, form, queries):
    """{query: (total, ranking, facets)} from an archive of one form. Documents of one score are
    put in the order of their names: their ids differ from form to form."""
    db = folder / f'index-{form}'
    harness.call(harness.BIN / 'indexer', 'rebuild', '--quiet', '--db', db,
                 folder / 'pages' / form, ok=(0, 1))
    output = harness.batch(db, queries, '--format', 'jsonl', '-n', '60', '--facet', 'person,city,source')
    told = {}
    for name, line in zip(queries, output.splitlines()):
        answer = json.loads(line)
        ranking = sorted((-round(hit['score'], 9), name_in(hit['path'])) for hit in answer['hits'])
        facets = {field: sorted((c['name'], c['count']) for c in counts)
                  for field, counts in answer['facets'].items()}
        told[name] = answer['total'], [name for _, name in ranking], facets
    return told


def forms(_options, folder, articles):
    """Is a story on a page the same as the story alone: shares of stories, and of queries made of
    headlines."""
    written, _ = write_pages(articles, folder / 'pages')
    found = {form: inspect(folder / 'pages' / form) for form in FORMS}
    chosen = random.Random(SEED).sample(sorted(written), QUERIES)
    queries = {name: written[name].story.headline for name in chosen}
    plain, figures = found['plain'], {'articles': len(written), 'queries': len(queries)}
    asked = answers(folder, 'plain', queries)
    for form in FORMS:
        if form == 'plain':
            continue
        pairs = [(plain.get(name), found[form].get(name)) for name in written]

        def alike(view):
            return mean(bool(a and b) and view(a) == view(b) for a, b in pairs)

        figures[f'{form} body'] = alike(body_words)
        figures[f'{form} zones'] = alike(story_zones)
        figures[f'{form} metadata'] = alike(fields_of)
        other = answers(folder, form, queries)
        for place, what in enumerate(('totals', 'rankings', 'facets')):
            figures[f'{form} {what}'] = mean(
                asked[q][place] == other.get(q, (None,) * 3)[place] for q in queries)
    return figures
