# SPDX-License-Identifier: GPL-3.0-or-later
"""Sixty stories drawn from the news collection, and what the collection states of each."""
import collections
import datetime
import random
import re

SEED = 19871019
COUNT = 60

Story = collections.namedtuple('Story', 'name uri headline paragraphs date source agency located')
# Another story as a page promotes it: its headline and its first sentence.
Teaser = collections.namedtuple('Teaser', 'headline sentence wire')


def squeeze(text):
    return ' '.join(text.split())


def is_wire(article):
    return article['infoSources'][0]['name'] == 'Reuters'


def paragraphs_of(article):
    """The wire indents a paragraph by four blanks and signs off with its name; the other half
    leaves an empty line between paragraphs."""
    text = re.sub(r'\^M|[\x00-\x08\x0b-\x1f\x7f]', '', article['bodies'][0]['value'])
    text = re.sub(r'\n[ \t]*(?:reuter\S*|more)[ \t.]*$', '', text.rstrip(), flags=re.I)
    parts = re.split(r'\n[ \t]*\n|\n {3,}' if is_wire(article) else r'\n[ \t]*\n', text)
    return [squeeze(part) for part in parts if re.search(r'\w', part)]


def sentences(paragraph):
    return re.split(r'(?<=[.!?])\s+(?=[A-Z"\'])|(?<=[.!?]["\'])\s+(?=[A-Z"\'])', paragraph)


def split_as_on_screen(paragraphs, draw):
    """Paragraphs of one or two sentences."""
    for paragraph in paragraphs:
        rest = sentences(paragraph)
        while rest:
            take = draw.choice((1, 1, 1, 2))
            yield ' '.join(rest[:take])
            rest = rest[take:]


def usable(article):
    """A wire story counts if its place and time are stated, and the place is nothing but that."""
    if not article['headlines'][0]['value'].strip() or not paragraphs_of(article):
        return False
    return not is_wire(article) or ('versionCreated' in article and bool(
        re.fullmatch(r"[A-Z][A-Z .'-]+(, [A-Z][A-Za-z. ]+)?", article.get('located', ''))))


def story_of(name, article):
    draw = random.Random(f'{SEED}:{article["uri"]}:story')
    paragraphs = paragraphs_of(article)
    if is_wire(article):
        date = datetime.datetime.fromisoformat(article['versionCreated'].rstrip('Z'))
    else:
        # The collection does not date this half, which is of 2004 and 2005: the page does.
        date = datetime.datetime(2004, 6, 1) + datetime.timedelta(minutes=draw.randrange(560000))
        if draw.random() < .6:
            paragraphs = list(split_as_on_screen(paragraphs, draw))
    return Story(name, article['uri'], squeeze(article['headlines'][0]['value']), paragraphs, date,
                 article['infoSources'][0]['name'], 'Reuters' if is_wire(article) else None,
                 article.get('located'))


def draw_stories(articles):
    """The stories, half of either kind, and the teasers that their pages draw from."""
    draw = random.Random(SEED)
    pools = [sorted((a for a in articles if is_wire(a) == wire and usable(a)),
                    key=lambda a: a['uri']) for wire in (False, True)]
    chosen = [a for pool in pools for a in draw.sample(pool, COUNT // 2)]
    stories = [story_of(f'{n:03}', a) for n, a in enumerate(chosen)]
    taken = {story.headline for story in stories}
    teasers = []
    for pool in pools:
        for article in draw.sample(pool, 700):
            headline, lead = squeeze(article['headlines'][0]['value']), paragraphs_of(article)[0]
            lead = sentences(lead)[0] if not is_wire(article) else lead
            if headline not in taken and 50 <= len(lead) <= 300 and lead.endswith('.'):
                teasers.append(Teaser(headline, lead, is_wire(article)))
    return stories, teasers
