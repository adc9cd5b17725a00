# SPDX-License-Identifier: GPL-3.0-or-later
"""What the runs here index and ask: articles of the news collection or made up, and queries."""
import json
import pathlib
import random
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import harness  # noqa: E402

SEED = 20100407


def write_corpus(path, count):
    """The news collection as it is, or grown to `count` articles, as JSON Lines."""
    with open(path, 'wb') as out:
        unpack = subprocess.Popen(['zstd', '-dcq', str(harness.NEWS)], stdout=subprocess.PIPE
                                  if count else out)
        if count:
            subprocess.run([sys.executable, str(harness.SHARED / 'corpora/scale.py'), str(count)],
                           stdin=unpack.stdout, stdout=out, check=True)
        if unpack.wait():
            sys.exit(f'{harness.NEWS}: cannot be unpacked')


def make_sentences(draw, count):
    """Sentences with the names of people and towns, some words of which are met only once."""
    onsets, vowels = 'b br d f g j k l m n p r s st t v z'.split(), 'a e i o u ai ou'.split()

    def word(low, high):
        return ''.join(draw.choice(onsets) + draw.choice(vowels)
                       for _ in range(draw.randint(low, high)))

    common = [word(1, 3) for _ in range(5000)]
    people = [f'{word(2, 2).title()} {word(2, 3).title()}' for _ in range(2000)]
    for _ in range(count):
        words = [common[int(len(common) ** draw.random()) - 1] for _ in range(draw.randint(8, 25))]
        if draw.random() < .3:
            words.insert(draw.randrange(1, len(words)), draw.choice(people))
        if draw.random() < .3:
            words.append(word(4, 6))
        yield ' '.join(words).capitalize() + '.'


def made_up_articles():
    """Articles of some 2 kB, as lines of JSON, without end; the same on every machine."""
    draw = random.Random(SEED)
    sentences = list(make_sentences(draw, 20000))
    count = 0
    while True:
        body = '\n\n'.join(' '.join(draw.choices(sentences, k=3)) for _ in range(6))
        yield json.dumps({
            'uri': f'made-up:{count}', 'language': 'en',
            'versionCreated': f'{2005 + count % 16}-{1 + count % 12:02}-{1 + count % 28:02}',
            'headlines': [{'value': draw.choice(sentences).rstrip('.')}],
            'bodies': [{'value': body}], 'infoSources': [{'name': f'Wire {count % 40}'}]}) + '\n'
        count += 1


def articles_of(path):
    for line in open(path, encoding='utf-8'):
        yield json.loads(line)


def make_queries(path, count):
    """Runs of one to five words out of headlines, as many of each length."""
    chosen, headlines = random.Random(SEED), []
    for article in articles_of(path):
        words = re.findall(r'[a-z]{3,}', harness.headline(article).lower())
        if len(words) >= 5:
            headlines.append(words)
    queries = []
    for number, words in enumerate(chosen.sample(headlines, count)):
        length = number % 5 + 1
        start = chosen.randrange(len(words) - length + 1)
        queries.append(' '.join(words[start:start + length]))
    return queries


def milliseconds(db, queries, *arguments):
    """What each query takes when all are asked a second time, the ten best."""
    twice = {f'{turn}-{i}': query for turn in 'ab' for i, query in enumerate(queries)}
    lines = harness.batch(db, twice, '--format', 'jsonl', '-n', '10', *arguments)
    return [json.loads(line)['took_ms'] for line in lines.splitlines()][len(queries):]


def percentiles(times):
    """Median, and what one in twenty exceeds."""
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * .95)]


def disk_size(path):
    if path.is_file():
        return path.stat().st_size
    return sum(part.stat().st_size for part in path.rglob('*') if part.is_file())
