# SPDX-License-Identifier: GPL-3.0-or-later
"""A page in each form that archives hold it in: `render` gives the bytes of a file and the lines
that a reader should see in it, in order."""
import html
import random
import textwrap

import webpages
from pages import Line, expected
from stories import SEED

SUFFIX = {'plain': 'txt', 'text': 'txt', 'table': 'html', 'soup': 'html', 'semantic': 'html',
          'nitf': 'xml', 'newsml': 'xml', 'rss': 'xml'}


def escape(text):
    return html.escape(text, quote=False)


def joined(lines):
    """A dateline and the paragraph it opens, as they are printed."""
    return ' '.join(line.text for line in lines)


# --- Plain text -------------------------------------------------------------------------------


class Typed:
    """Lines of a plain text, blank ones between blocks or not."""

    def __init__(self, draw):
        self.draw = draw
        self.rows, self.lines = [], []
        self.airy = draw.random() < .7
        self.width = 68 if draw.random() < .25 else 0

    def gap(self, always=False):
        if (self.airy or always) and self.rows and self.rows[-1]:
            self.rows.append('')

    def line(self, line, before=''):
        self.rows.append(before + line.text)
        self.lines.append(line)

    def block(self, block):
        if not block:
            return
        self.gap(always=block.part == 'paragraph' and self.width)
        if block.part == 'paragraph':
            text = joined(block.lines)
            self.rows += textwrap.wrap(text, self.width, break_long_words=False,
                                       break_on_hyphens=False) if self.width else [text]
            self.lines += block.lines
        elif block.part in ('menu', 'share', 'footer') and self.draw.random() < .4:
            bar = self.draw.choice((' | ', '  ', ' · ')).join(line.text for line in block.lines)
            self.line(Line('furniture', bar, block.part))
        else:
            before = ''
            if block.part in ('inset', 'related'):
                before = self.draw.choice(('', '', '  ', '- ', '\u00a0\u00a0', '* ', '» '))
            for i, line in enumerate(block.lines):
                self.line(line, before if i else '')
                if self.airy and block.part in ('blurb', 'related') and self.width == 0:
                    self.gap()


def text(page):
    draw = random.Random(f'{SEED}:{page.story.uri}:text')
    typed = Typed(draw)
    if draw.random() < .5:
        typed.block(page.menu)
    if draw.random() < .75:
        typed.line(Line('furniture', page.outlet, 'masthead', 'section'))
    stamp_above = draw.random() < .4
    if page.stamp and stamp_above:
        typed.line(page.stamp)
    typed.block(page.above)
    if page.section:
        typed.line(page.section)
    typed.gap()
    typed.line(page.headline)
    if page.deck:
        typed.line(page.deck)
    if page.stamp and not stamp_above:
        typed.line(page.stamp)
    typed.block(page.byline)
    typed.block(page.share)
    if page.caption:
        typed.gap()
        typed.line(page.caption)
    typed.gap(always=True)
    for block in page.body + page.end + page.tail + page.blurbs + page.footer:
        typed.block(block)
    encoding = 'utf-8'
    whole = '\n'.join(typed.rows) + '\n'
    if draw.random() < .15:
        try:
            whole.encode('cp1252')
            encoding = 'cp1252'
        except UnicodeEncodeError:
            pass
    return whole.encode(encoding), typed.lines


def plain(page):
    """The story alone, as it is copied off its page."""
    typed = Typed(random.Random(f'{SEED}:{page.story.uri}:plain'))
    typed.airy, typed.width = True, 0
    for line in (page.headline, page.deck, page.stamp):
        if line:
            typed.line(line)
    typed.block(page.byline)
    typed.gap()
    if page.caption:
        typed.line(page.caption)
        typed.gap()
    for block in told(page) + page.footer:
        if block.part != 'footer':
            typed.gap()
            typed.block(block)
    return ('\n'.join(typed.rows) + '\n').encode(), typed.lines


# --- Markup that states what its parts are ----------------------------------------------------


def story_lines(page, byline=True):
    """What the structured forms hold: the page without what stands around the story."""
    lines = [page.headline]
    if page.deck:
        lines.append(page.deck)
    if byline and page.byline:
        lines += page.byline.lines
    return lines


def told(page):
    """Blocks of the story alone."""
    return [block for block in page.body if block.part != 'inset'] + page.end


def people(page):
    return [name for name in page.contributors
            if page.byline and name.upper() in joined(page.byline.lines).upper()]


def nitf(page):
    draw = random.Random(f'{SEED}:{page.story.uri}:nitf')
    story, lines = page.story, story_lines(page)
    publisher = expected(page)['source']
    moment = story.date.strftime('%Y%m%dT%H%M%SZ')
    out = ['<?xml version="1.0" encoding="UTF-8"?>', '<nitf>', '<head>',
           f'<title>{escape(story.headline)}</title>',
           f'<docdata><doc-id id-string="{page.domain}:{story.name}"/>']
    if page.dated:
        out.append(f'<date.issue norm="{moment}"/>')
    out.append(f'<doc.copyright holder="{escape(publisher)}"/></docdata>')
    if draw.random() < .5:
        out.append(f'<pubdata type="web" name="{escape(publisher)}"/>')
    out += ['</head>', '<body>', '<body.head>', f'<hedline><hl1>{escape(story.headline)}</hl1>']
    if page.deck:
        out.append(f'<hl2>{escape(page.deck.text)}</hl2>')
    out.append('</hedline>')
    if page.byline:
        name, *title = [escape(line.text) for line in page.byline.lines]
        out.append(f'<byline>{name}' + ''.join(f' <byttl>{t}</byttl>' for t in title) + '</byline>')
    if story.agency:
        out.append(f'<distributor>{story.agency}</distributor>')
    apart = story.agency and draw.random() < .5
    if apart:
        dateline = page.body[0].lines[0].text
        place = escape(story.located)
        out.append(f'<dateline><location>{place}</location>{escape(dateline[len(place):])}</dateline>')
    out += ['</body.head>', '<body.content>']
    if page.caption:
        out.append('<media media-type="image"><media-reference source="1.jpg"/><media-caption>'
                   f'{escape(page.caption.text)}</media-caption></media>')
    body = [page.caption] if page.caption else []
    if apart:
        lines.append(page.body[0].lines[0])
    for n, block in enumerate(told(page)):
        if block.part == 'subheading':
            out.append(f'<hl2>{escape(joined(block.lines))}</hl2>')
        elif block.part == 'caption':
            out.append('<media media-type="image"><media-caption>'
                       f'{escape(joined(block.lines))}</media-caption></media>')
        elif block.part == 'paragraph':
            shown = block.lines[1:] if apart and n == 0 else block.lines
            out.append(f'<p>{escape(joined(shown))}</p>')
            body += shown
            continue
        else:
            continue
        body += block.lines
    out += ['</body.content>', '<body.end>']
    for block in page.end:
        out.append(f'<tagline>{escape(joined(block.lines))}</tagline>')
        body += block.lines
    out += ['</body.end>', '</body>', '</nitf>', '']
    return '\n'.join(out).encode(), lines + body


def fragment(page, lines):
    """The story as XHTML, its lines added to `lines`."""
    out = []
    if page.caption:
        out.append(f'<figure><img src="1.jpg" alt=""/><figcaption>{escape(page.caption.text)}'
                   '</figcaption></figure>')
        lines.append(page.caption)
    for block in told(page):
        text = escape(joined(block.lines))
        shape = {'subheading': '<h2>{}</h2>', 'caption': '<figure><img src="2.jpg" alt=""/>'
                 '<figcaption>{}</figcaption></figure>'}.get(block.part, '<p>{}</p>')
        out.append(shape.format(text))
        lines += block.lines
    return '\n'.join(out)


def newsml(page):
    draw = random.Random(f'{SEED}:{page.story.uri}:newsml')
    story, lines = page.story, story_lines(page, byline=False)
    publisher = expected(page)['source']
    moment = story.date.isoformat() + '+00:00'
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" '
           f'standardversion="2.29" guid="urn:newsml:{page.domain}:{story.name}" version="1" '
           'xml:lang="en">',
           f'<rightsInfo><copyrightHolder><name>{escape(publisher)}</name></copyrightHolder></rightsInfo>',
           '<itemMeta><itemClass qcode="ninat:text"/>',
           f'<provider><name>{escape(publisher)}</name></provider>']
    if page.dated:
        out.append(f'<versionCreated>{moment}</versionCreated>')
    out += ['<pubStatus qcode="stat:usable"/></itemMeta>', '<contentMeta>']
    if page.dated and draw.random() < .5:
        out.append(f'<contentCreated>{moment}</contentCreated>')
    if page.byline:
        if draw.random() < .5:
            out += [f'<creator role="crol:reporter"><name>{escape(name)}</name></creator>'
                    for name in people(page)]
        out.append(f'<by>{escape(page.byline.lines[0].text)}</by>')
    out.append(f'<language tag="en"/><headline>{escape(story.headline)}</headline>')
    if page.deck:
        out.append(f'<headline role="hld:subHeadline">{escape(page.deck.text)}</headline>')
    out.append('</contentMeta>')
    out.append('<contentSet><inlineXML contenttype="application/xhtml+xml"><html '
               'xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>')
    out += [fragment(page, lines), '</body></html></inlineXML></contentSet>', '</newsItem>', '']
    return '\n'.join(out).encode(), lines


def rss(page):
    draw = random.Random(f'{SEED}:{page.story.uri}:rss')
    story, lines = page.story, [page.headline]
    publisher = expected(page)['source']
    content = fragment(page, lines)
    if page.deck:
        content = f'<p><strong>{escape(page.deck.text)}</strong></p>\n' + content
        lines.insert(1, page.deck)
    if draw.random() < .4:
        more = Line('furniture', draw.choice((
            f'The post {story.headline} appeared first on {page.outlet}.',
            'Continue reading...', 'Read the full article on our site')), 'feed')
        content += f'\n<p>{escape(more.text)}</p>'
        lines.append(more)
    out = ['<?xml version="1.0" encoding="utf-8"?>',
           '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
           'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
           f'<title>{escape(publisher)}</title><link>http://{page.domain}/</link>'
           '<description>Latest stories</description>',
           f'<item><title>{escape(story.headline)}</title>'
           f'<guid isPermaLink="false">{page.domain}:{story.name}</guid>']
    if page.dated:
        out.append(f'<pubDate>{story.date:%a, %d %b %Y %H:%M:%S} GMT</pubDate>')
    if page.byline:
        out += [f'<dc:creator>{escape(name)}</dc:creator>' for name in people(page)]
    out += [f'<description>{escape(escape(story.paragraphs[0][:120]))}...</description>',
            f'<content:encoded><![CDATA[{content}]]></content:encoded></item>', '</channel></rss>', '']
    return '\n'.join(out).encode(), lines


FORMS = {'plain': plain, 'text': text, 'table': webpages.table, 'soup': webpages.soup,
         'semantic': webpages.semantic, 'nitf': nitf, 'newsml': newsml, 'rss': rss}
