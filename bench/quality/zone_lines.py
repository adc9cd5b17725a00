# SPDX-License-Identifier: GPL-3.0-or-later
"""Zones of an inspected article against lines whose kind is known."""
import bisect
import collections
import difflib
import re

STORY = {'headline', 'subheading', 'dateline', 'body', 'caption'}
# A line's right kind, the kind it was given (None: it does not stand in the text), what it is.
Verdict = collections.namedtuple('Verdict', 'kind also found part')


def words_of(text):
    return re.findall(r'\w+|[^\w\s]', text)


def zone_words(article):
    """The words of an inspected article in order, each with the kind of its zone."""
    raw = article['text'].encode()
    words, kinds = [], []
    for zone in article['zones']:
        here = words_of(raw[zone['begin']:zone['end']].decode())
        words += here
        kinds += [zone['kind']] * len(here)
    return words, kinds


def verdicts(article, lines):
    """What became of each line, by most of its words. Words are aligned over the whole text, so a
    reader may join lines or cut them as it likes; one that drops a line, drops it."""
    found, kinds = zone_words(article) if article else ([], [])
    sought, starts = [], []
    for line in lines:
        starts.append(len(sought))
        sought += words_of(line.text)
    votes = [collections.Counter() for _ in lines]
    matcher = difflib.SequenceMatcher(None, sought, found, autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        for i in range(size):
            votes[bisect.bisect_right(starts, a + i) - 1][kinds[b + i]] += 1
    for line, vote in zip(lines, votes):
        best = max(vote, key=vote.get) if vote else None
        length = len(words_of(line.text))
        if best and sum(vote.values()) * 2 < length:
            best = None
        yield Verdict(line.kind, getattr(line, 'also', ''), best, getattr(line, 'part', ''))


def kind_in(article, begin, end):
    """The kind of most characters of a stretch of the text, given in characters."""
    text, vote = article['text'], collections.Counter()
    begin, end = len(text[:begin].encode()), len(text[:end].encode())
    for zone in article['zones']:
        vote[zone['kind']] += max(0, min(end, zone['end']) - max(begin, zone['begin']))
    return vote.most_common(1)[0][0] if sum(vote.values()) else None


def of_words(article, rows):
    """Verdicts for rows (kind, first words of the line), in the order of the text: by most of the
    line, as far as the next row's words. Words behind "... " go on in the line of the row before."""
    text, at, places = article['text'] if article else '', 0, []
    for _, words in rows:
        pattern = r'\s+'.join(map(re.escape, words.removeprefix('... ').split()))
        found = None if words.startswith('... ') else re.compile(
            r'^\s*(' + pattern + ')', re.M).search(text, at)
        found = found or re.compile(f'({pattern})').search(text, at)
        places.append(found.start(1) if found else None)
        at = found.end() if found else at
    starts = [place for place in places if place is not None]
    for (kind, _), place in zip(rows, places):
        found = None
        if place is not None:
            after = bisect.bisect_right(starts, place)
            line_end = text.find('\n', place)
            end = min(line_end if line_end >= 0 else len(text),
                      starts[after] if after < len(starts) else len(text))
            found = kind_in(article, place, end)
        yield Verdict(kind, '', found, kind)


def of_lines(article, kinds):
    """Verdicts for {line number: [kind] or [kind it begins as, kind it ends as]}."""
    at = 0
    for number, line in enumerate(article['text'].split('\n') if article else [], 1):
        begin, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        at += len(line) + 1
        if end <= begin:
            continue
        labels = kinds.get(number, [])
        spans = [(begin, end)] if len(labels) == 1 else [(begin, begin + 1), (end - 1, end)]
        for kind, span in zip(labels, spans):
            yield Verdict(kind, '', kind_in(article, *span), kind)


def is_right(verdict):
    """What the page shows around the story may be left out of the text instead of marked."""
    if verdict.found is None:
        return verdict.kind == 'furniture'
    return verdict.found in (verdict.kind, verdict.also)


def share(hits, of):
    return hits / of if of else 1.0


def figures(all_verdicts):
    """Shares: lines of the right kind; furniture that was found; lines taken for furniture that are;
    story lines that were kept, which is in a zone that queries match."""
    every = list(all_verdicts)
    furniture = [v for v in every if v.kind == 'furniture']
    story = [v for v in every if v.kind in STORY]
    marked = [v for v in every if v.found == 'furniture']
    result = {'zones': share(sum(map(is_right, every)), len(every))}
    if furniture:
        result['furniture found'] = share(sum(map(is_right, furniture)), len(furniture))
    if marked:
        result['furniture right'] = share(sum('furniture' in (v.kind, v.also) for v in marked),
                                          len(marked))
    result['story lines kept'] = share(sum(v.found in STORY for v in story), len(story))
    return result
