# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages on which the drawn stories are met: what stands around a story, and of what kind every
line is.

These pages measure what the program makes of pages that nobody looked at while its rules were
written. No rule, cue or table of the program may be made from the phrases here, nor may a phrase
here be changed because of what the program makes of it.
"""
import collections
import random
import re

from stories import SEED

# `kind` is the zone that is right; `also` another that is as right; `part` what figures are told by.
Line = collections.namedtuple('Line', 'kind text part also', defaults=('', ''))
# Lines that belong together: a menu, a list with its head, a paragraph.
Block = collections.namedtuple('Block', 'part lines')
Page = collections.namedtuple(
    'Page', 'story outlet domain menu above headline section deck stamp byline share caption body '
            'end tail blurbs footer contributors dated')

FIRST = ('Marian Tobias Ingrid Declan Priya Osvaldo Hester Kwame Lucinda Pavel Rowena Anselm Noor '
         'Gwendolyn Matteo Bridget Rafael Sunita Corin Yasmin Leopold Agnes Dmitri Faye').split()
LAST = ('Hollinshead Varga Okonjo Pemberley Lindqvist Castellane Thorburn Nakagawa Whitlow Abernathy '
        'Fontaine Kessler Marchbanks Oduya Silverton Prentice Brandvold Iyengar Calloway Rusk '
        'Delacroix Tremaine Ashgrove Zielinski McAllister-Hume Quill').split()
TOWNS = 'Leeds Ottawa Geneva Nairobi Denver Santiago Lisbon Osaka Cardiff Warsaw Perth'.split()
INVENTED = (('The Harbour Gazette', 'harbourgazette.example'),
            ('Marlowe Evening Post', 'marlowepost.example'),
            ('The Northfield Chronicle', 'northfieldchronicle.example'),
            ('Lakeland Daily Mercury', 'lakelandmercury.example'),
            ('The Weekly Examiner', 'weeklyexaminer.example'))
JOBS = ('Business reporter', 'Economics correspondent', 'Staff Writer', 'Political editor',
        'Technology correspondent')

MENUS = (('Home', 'News', 'Sport', 'Business', 'Travel', 'Culture', 'Weather', 'TV & Radio'),
         ('Front Page', 'World', 'UK', 'England', 'Politics', 'Health', 'Education', 'Video'),
         ('Latest', 'Markets', 'Opinion', 'Technology', 'Lifestyle', 'Jobs', 'Property', 'Puzzles'),
         ('Skip to content', 'Sign in', 'Subscribe', 'Search', 'Sections', 'My account'),
         ('Low graphics', 'Help', 'Contact us', 'Languages', 'News feeds', 'Mobile edition'))
SECTIONS = {'business': ('Business', 'Business & Economy', 'Markets', 'Companies'),
            'politics': ('Politics', 'UK Politics', 'Westminster'),
            'tech': ('Technology', 'Science & Tech', 'Digital'),
            'entertainment': ('Entertainment', 'Film', 'Arts & Culture'),
            'sport': ('Sport', 'Football', 'Sports News')}
STAMPS = ('Last Updated: {A}, {d} {B}, {Y}, {H}:{M} GMT', 'Published: {d} {B} {Y}',
          '{A}, {B} {d}, {Y}', '{d} {b} {Y} {H}:{M}', 'Posted {Y}-{m:02}-{d:02} {H}:{M}',
          'Updated {H}:{M} GMT, {a} {d} {B} {Y}', '{b} {d}, {Y} | {H}:{M} EST', '{d:02} {B} {Y}',
          'First published on {A} {d} {B} {Y}', '{a} {b} {d}, {Y} {H}:{M} UTC',
          '{d}{th} {B} {Y}', 'Story last changed: {B} {d}, {Y} at {H}:{M} GMT')
SHARES = (('Share this story', 'Facebook', 'Twitter', 'Email'), ('Email this article', 'Print',),
          ('Share', 'Tweet', 'Pin it', 'Send to a friend'), ('Save', 'Share on WhatsApp', 'Copy link'),
          ('Printable version', 'E-mail this to a friend'), ('Text size: A A A', 'Print this page'))
INSETS = ('See also', 'In depth', 'Related stories', 'Background', 'Read also', 'Don\'t miss',
          'More from this section', 'On other pages')
RELATED = ('Related articles', 'You may also like', 'More stories', 'Recommended for you',
           'More on this story', 'From around the site', 'Related internet links', 'Keep reading')
MOST = ('Most popular now', 'Most read', 'Most viewed', 'Trending', 'Top stories now', 'Editors\' picks',
        'Most e-mailed', 'What others are reading')
BLURB_HEADS = ('Features', 'Also in the news', 'Elsewhere today', 'Special reports', 'From our writers',
               'Must see')
CONTROLS = ('Advertisement', 'Story continues below', 'Sign up for our free morning briefing',
            'Get the day\'s headlines in your inbox', 'Enter your email address', 'Back to top',
            'We use cookies to give you the best experience.', 'Allow notifications')
COMMENTS = (('Comments (0)', 'Be the first to comment', 'Post a comment'),
            ('Have your say', 'Name', 'Your e-mail address', 'Town & country', 'Send comments'),
            ('Join the conversation', 'Log in to comment', '38 comments', 'Newest first'),
            ('Leave a reply', 'Your email address will not be published.', 'Submit'))
FOOTERS = (('About us', 'Terms of use', 'Privacy policy', 'Advertise with us'),
           ('Contact', 'Careers', 'Cookies', 'Accessibility', 'Site map'),
           ('Help', 'Corrections', 'Complaints', 'Syndication'))
RIGHTS = ('Copyright {Y} {outlet}. All rights reserved.', '© {outlet} {Y}', '(c) {Y} {outlet}',
          'All content © {outlet}. No reproduction without permission.',
          '© {Y} {outlet}. The site is not responsible for the content of external pages.')
CAPTIONS = ('{name} in a picture taken earlier this year', '{name} faces difficult weeks',
            'Analysts are watching {name} closely', 'A file photograph shows {name}',
            '{name} has been much in the news', '{name} had no comment to offer')
PHOTOS = (' [AFP]', ' (AP Photo/{person})', ' Photo: {person}', ' [File: Getty]', ' Picture: {person}',
          '', '')
DECKS = ('What it may mean for {name}, and what comes next', 'Questions remain over {name}',
         '{name} at the centre of events as observers wait for details.',
         'Observers say the story of {name} is not over yet.')
ORDINALS = {1: 'st', 2: 'nd', 3: 'rd', 21: 'st', 22: 'nd', 23: 'rd', 31: 'st'}
STOP = set('that this with from have been were they their which would will could about after than '
           'into over under more some said says also when what other because between during'.split())


def stamp_text(shape, date):
    return shape.format(A=f'{date:%A}', a=f'{date:%a}', B=f'{date:%B}', b=f'{date:%b}', d=date.day,
                        m=date.month, Y=date.year, H=f'{date:%H}', M=f'{date:%M}',
                        th=ORDINALS.get(date.day, 'th'))


def furniture(part, texts):
    return Block(part, [Line('furniture', text, part) for text in texts])


class Author:
    """Draws one page. What is drawn depends on the story alone, not on those drawn before."""

    def __init__(self, story, teasers):
        self.story = story
        self.draw = random.Random(f'{SEED}:{story.uri}:page')
        self.teasers = [t for t in teasers if t.wire == bool(story.agency)]
        self.draw.shuffle(self.teasers)
        self.people = [f'{a} {b}' for a, b in zip(self.draw.sample(FIRST, 6),
                                                  self.draw.sample(LAST, 6))]
        self.contributors = []
        capitals = re.findall(r'(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)+', ' '.join(story.paragraphs))
        self.names = capitals or re.findall(r'[A-Z][a-z]{3,}', ' '.join(story.paragraphs)) or ['The market']

    def chance(self, share):
        return self.draw.random() < share

    def person(self):
        return self.people.pop()

    def reporter(self):
        self.contributors.append(self.person())
        return self.contributors[-1]

    def teaser(self):
        return self.teasers.pop()

    def outlet(self):
        if not self.story.agency:
            return self.draw.choice(('BBC News', 'BBC NEWS', 'BBC')), 'news.bbc.co.uk'
        return ('Reuters', 'www.reuters.com') if self.chance(.5) else self.draw.choice(INVENTED)

    def section(self):
        if self.story.agency:
            return self.draw.choice(SECTIONS['business'])
        topic = self.story.uri.split('/')[2]
        return self.draw.choice(SECTIONS.get(topic, SECTIONS['sport']))

    def caption(self):
        text = self.draw.choice(CAPTIONS).format(name=self.draw.choice(self.names))
        credit = self.draw.choice(PHOTOS)
        return Line('caption', text + credit.format(person=self.draw.choice(self.people)), 'caption')

    def subheading(self, paragraph):
        words = re.findall(r'[a-z]+', paragraph)
        pairs = [f'{a} {b}' for a, b in zip(words, words[1:])
                 if min(len(a), len(b)) > 3 and not STOP & {a, b} and f'{a} {b}' in paragraph]
        if not pairs:
            return None
        pair = self.draw.choice(pairs)
        shown = self.draw.choice((pair.capitalize(), f"'{pair.capitalize()}'", pair.upper(), pair.title()))
        return Line('subheading', shown, 'subheading')

    def links(self, part, heads, low, high):
        heading = [self.draw.choice(heads)] if self.chance(.9) else []
        return furniture(part, heading + [self.teaser().headline
                                          for _ in range(self.draw.randint(low, high))])

    def byline(self, outlet):
        if not self.chance(.6):
            return None
        form = self.draw.randrange(6)
        name = self.reporter()
        lines = [f'By {name}']
        if form == 1:
            lines = [f'By {name} and {self.reporter()}']
        elif form == 2:
            lines = [f'By {name} in {self.draw.choice(TOWNS)}']
        elif form == 3:
            lines = [f'By {name}, {self.draw.choice(JOBS)}']
        elif form == 4 and not self.story.agency:
            lines = [f'By {name}', f'{outlet}, {self.draw.choice(TOWNS)}']
        elif form == 5:
            lines = [f'BY {name.upper()}']
        return Block('byline', [Line('byline', line, 'byline') for line in lines])

    def dateline(self, with_year):
        date, story = self.story.date, self.story
        day = self.draw.choice((f'{date:%b} {date.day}', f'{date:%B} {date.day}'))
        year = f', {date.year}' if with_year else ''
        return f'{story.located}, {day}{year} ({story.agency}) {self.draw.choice(("-", "-", "--", "—"))}'

    def body(self, with_year):
        """Paragraphs with what interrupts them. A dateline is a line by itself here, which the
        forms write into its paragraph."""
        story, blocks = self.story, []
        count = len(story.paragraphs)
        headed = count >= 6 and self.chance(.6)
        inset = self.draw.randrange(2, count - 1) if count >= 5 and self.chance(.45) else None
        picture = self.draw.randrange(1, count) if count >= 4 and self.chance(.3) else None
        for i, paragraph in enumerate(story.paragraphs):
            if headed and i and i % 4 == 0:
                heading = self.subheading(paragraph)
                blocks += [Block('subheading', [heading])] if heading else []
            lines = [Line('body', paragraph, 'body')]
            if i == 0 and story.agency:
                lines.insert(0, Line('dateline', self.dateline(with_year), 'dateline'))
            blocks.append(Block('paragraph', lines))
            if i == inset:
                blocks.append(self.links('inset', INSETS, 2, 7))
            if i == picture:
                blocks.append(Block('caption', [self.caption()]))
        return blocks

    def end(self):
        """Who made the story, below it."""
        lines = []
        if self.story.agency and self.chance(.5):
            towns = self.draw.sample(TOWNS, 2)
            form = self.draw.randrange(4)
            if form == 0:
                lines = [f'(Additional reporting by {self.reporter()} in {towns[0]}; '
                         f'Editing by {self.reporter()})']
            elif form == 1:
                lines = [f'Reporting by {self.reporter()}, editing by {self.reporter()}']
            elif form == 2:
                lines = [f'Additional reporting by {self.reporter()} in {towns[0]} and '
                         f'{self.reporter()} in {towns[1]}, writing by {self.reporter()}']
            else:
                lines = [f'{self.reporter()} in {towns[0]} contributed to this report']
        if self.story.agency and self.chance(.3):
            lines.append(self.story.agency)
        return [Block('credits', [Line('credit', line, 'credits')]) for line in lines]

    def tail(self):
        draw, blocks = self.draw, []
        if self.chance(.5):
            blocks.append(furniture('share', draw.choice(SHARES)))
        if self.chance(.4):
            topics = [name for name in dict.fromkeys(self.names) if len(name) < 30][:4]
            blocks.append(furniture('topics', [draw.choice(('Topics', 'Filed under', 'Tags', 'More on')),
                                               *topics]))
        if self.chance(.8):
            blocks.append(self.links('related', RELATED, 2, 6))
        if self.chance(.6):
            most = self.links('most read', MOST, 3, 7)
            if self.chance(.4):
                head, *items = most.lines
                most = furniture('most read', [head.text] + [f'{n}. {line.text}' for n, line in
                                                             enumerate(items, 1)])
            blocks.append(most)
        if self.chance(.4):
            blocks.append(furniture('comments', draw.choice(COMMENTS)))
        if self.chance(.5):
            blocks.append(furniture('control', draw.sample(CONTROLS, draw.randint(1, 3))))
        draw.shuffle(blocks)
        return blocks

    def blurbs(self):
        """Headline and first sentence of other stories, or that sentence alone."""
        if not self.chance(.6):
            return []
        titled = self.chance(.5)
        lines = [self.draw.choice(BLURB_HEADS)] if self.chance(.8) else []
        for _ in range(self.draw.randint(2, 6)):
            teaser = self.teaser()
            lines += [teaser.headline, teaser.sentence] if titled else [teaser.sentence]
        return [furniture('blurb', lines)]

    def page(self):
        story, draw = self.story, self.draw
        outlet, domain = self.outlet()
        dating = draw.choice(('stamp',) * 8 + ('dateline', 'none'))
        if dating == 'dateline' and not story.agency:
            dating = 'stamp'
        stamp = stamp_text(draw.choice(STAMPS), story.date) if dating == 'stamp' else None
        rights = [shape for shape in RIGHTS if dating != 'none' or '{Y}' not in shape]
        footer = [furniture('footer', draw.choice(FOOTERS))] if self.chance(.7) else []
        footer.append(Block('copyright', [Line(
            'furniture', draw.choice(rights).format(Y=story.date.year, outlet=outlet), 'copyright',
            'credit')]))
        draw.shuffle(footer)
        name = draw.choice(self.names)
        return Page(
            story, outlet, domain, furniture('menu', draw.choice(MENUS)),
            furniture('control', draw.sample(CONTROLS, 1)) if self.chance(.3) else None,
            Line('headline', story.headline, 'headline'),
            Line('section', self.section(), 'section', 'furniture') if self.chance(.6) else None,
            Line('subheading', draw.choice(DECKS).format(name=name), 'deck') if self.chance(.3) else None,
            Line('furniture', stamp, 'stamp') if stamp else None, self.byline(outlet),
            furniture('share', draw.choice(SHARES)) if self.chance(.5) else None,
            self.caption() if self.chance(.5) else None, self.body(dating == 'dateline'), self.end(),
            self.tail(), self.blurbs(), footer, self.contributors, dating != 'none')


def write_page(story, teasers):
    return Author(story, teasers).page()


def expected(page):
    """What `indexer inspect` should say of the page."""
    publisher = 'BBC' if page.outlet.startswith('BBC') else page.outlet
    return {'headline': page.story.headline,
            'date': page.story.date.date().isoformat() if page.dated else None,
            'source': publisher, 'agency': page.story.agency,
            'contributors': {name.casefold() for name in page.contributors}}
