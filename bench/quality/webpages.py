# SPDX-License-Identifier: GPL-3.0-or-later
"""Three web pages that have nothing in common but the story: one of tables, one of divs whose
classes say nothing, one whose elements and JSON-LD say everything."""
import html
import json
import random
import re

from pages import Line
from stories import SEED


def escape(text):
    return html.escape(text, quote=False)


class Markup:
    """HTML and the lines that show in it, written side by side."""

    def __init__(self, page, name):
        self.page = page
        self.draw = random.Random(f'{SEED}:{page.story.uri}:{name}')
        self.out, self.lines = [], []

    def raw(self, markup):
        self.out.append(markup)

    def put(self, line, shape='{}'):
        """Writes a line into a shape, "<p>{}</p>"; nothing if there is no line."""
        if line:
            self.out.append(shape.format(escape(line.text)))
            self.lines.append(line)

    def paragraph(self, block, shape, linked=0.0):
        """A paragraph, its dateline included; a run of words of it may be a link."""
        text = escape(' '.join(line.text for line in block.lines))
        words = list(re.finditer(r'[a-z]+ [a-z]+', text))
        if words and self.draw.random() < linked:
            run = self.draw.choice(words)
            text = f'{text[:run.start()]}<a href="/tag/1">{run.group()}</a>{text[run.end():]}'
        self.out.append(shape.format(text))
        self.lines += block.lines

    def each(self, block, head='{}', item='{}', before='', after=''):
        """A block of lines, the first one as its head."""
        if not block:
            return
        self.raw(before)
        for i, line in enumerate(block.lines):
            self.put(line, item if i else head)
        self.raw(after)

    def file(self, encoding='utf-8'):
        markup = '\n'.join(part for part in self.out if part) + '\n'
        return markup.encode(encoding, 'xmlcharrefreplace'), self.lines


# --- As of 2000: tables ------------------------------------------------------------------------


def table(page):
    made, story = Markup(page, 'table'), page.story
    section = page.section.text if page.section else 'News'
    declared = made.draw.random() < .5
    made.raw('<HTML><HEAD>')
    if declared:
        made.raw('<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">')
    made.raw(f'<TITLE>{escape(page.outlet)} | {escape(section)} | {escape(story.headline)}</TITLE>')
    made.raw('<STYLE TYPE="text/css">td { font-family: Arial }</STYLE></HEAD>')
    made.raw('<BODY BGCOLOR="#FFFFFF"><TABLE WIDTH=760 BORDER=0><TR><TD COLSPAN=3>')
    if made.draw.random() < .5:
        made.put(Line('furniture', page.outlet, 'masthead', 'section'), '<FONT SIZE=6><B>{}</B></FONT>')
    else:
        made.raw('<IMG SRC="logo.gif" ALT="" WIDTH=200 HEIGHT=40>')
    made.raw('</TD></TR><TR><TD WIDTH=120 VALIGN=top>')
    made.each(page.menu, *['<A HREF="/x"><FONT SIZE=1>{}</FONT></A><BR>'] * 2)
    made.raw('</TD><TD WIDTH=440 VALIGN=top>')
    made.put(page.section, '<FONT SIZE=1 COLOR=red>{}</FONT><BR>')
    stamp_above = made.draw.random() < .5
    if stamp_above:
        made.put(page.stamp, '<FONT SIZE=1>{}</FONT><BR>')
    made.put(page.headline, '<FONT SIZE=5><B>{}</B></FONT><BR><BR>')
    if not stamp_above:
        made.put(page.stamp, '<FONT SIZE=1>{}</FONT><BR>')
    made.put(page.deck, '<B>{}</B><BR><BR>')
    if page.byline:
        for line in page.byline.lines:
            made.put(line, '<I>{}</I><BR>')
    if page.caption:
        made.raw('<TABLE ALIGN=right WIDTH=203><TR><TD><IMG SRC="a.jpg" WIDTH=203 ALT=""></TD></TR>')
        made.put(page.caption, '<TR><TD><FONT SIZE=1>{}</FONT></TD></TR></TABLE>')
    shape = made.draw.choice(('<P>{}', '{}<BR><BR>', '<P>{}</P>'))
    for block in page.body + page.end:
        if block.part == 'inset':
            made.each(block, '<TR><TD><B>{}</B></TD></TR>', '<TR><TD><A HREF="/l">{}</A></TD></TR>',
                      '<TABLE ALIGN=right WIDTH=150 BORDER=1>', '</TABLE>')
        elif block.part == 'caption':
            made.each(block, '<TR><TD><FONT SIZE=1>{}</FONT></TD></TR>',
                      before='<TABLE ALIGN=left><TR><TD><IMG SRC="b.jpg" ALT=""></TD></TR>', after='</TABLE>')
        elif block.part == 'subheading':
            made.each(block, '<P><B>{}</B>' if 'P' in shape else '<B>{}</B><BR><BR>')
        elif block.part == 'credits':
            made.each(block, '<P><I>{}</I>')
        else:
            made.paragraph(block, shape)
    made.raw('</TD><TD WIDTH=200 VALIGN=top BGCOLOR="#EEEEEE">')
    for block in page.tail:
        made.each(block, '<B>{}</B><BR>', '<A HREF="/s"><FONT SIZE=1>{}</FONT></A><BR>', after='<HR>')
    for block in page.blurbs:
        made.each(block, '<B>{}</B><BR>', '<FONT SIZE=1>{}</FONT><BR><BR>')
    made.raw('</TD></TR><TR><TD COLSPAN=3 ALIGN=center>')
    for block in page.footer:
        made.each(block, '<FONT SIZE=1>{}</FONT> ', ' | <A HREF="/f"><FONT SIZE=1>{}</FONT></A>', after='<BR>')
    made.raw('</TD></TR></TABLE></BODY></HTML>')
    return made.file('cp1252' if declared else 'utf-8')


# --- Divs whose classes say nothing -----------------------------------------------------------


def soup(page):
    made, story = Markup(page, 'soup'), page.story
    path = story.date.strftime('/%Y/%m/%d/') if page.dated and made.draw.random() < .4 else '/a/'
    made.raw('<!DOCTYPE html>\n<html><head><meta charset="utf-8">')
    made.raw(f'<title>{escape(story.headline)} - {escape(page.outlet)}</title>')
    made.raw(f'<link rel="canonical" href="https://{page.domain}{path}{story.name}-story">')
    if made.draw.random() < .6:
        made.raw(f'<meta property="og:title" content="{html.escape(story.headline)}">')
        made.raw(f'<meta property="og:site_name" content="{html.escape(page.outlet)}">')
    if page.dated and made.draw.random() < .5:
        made.raw(f'<meta property="article:published_time" content="{story.date.isoformat()}Z">')
    made.raw('<script>window.q=[];function go(a){if(a<3){q.push("<p>No story</p>")}}</script>')
    made.raw('<style>.k1{margin:0}</style></head><body><div id="r"><div class="k1 k2">')
    made.each(page.menu, '<span class="x9"><a href="/1">{}</a></span>',
              '<span class="x9"><a href="/1">{}</a></span>', '<div class="k3">', '</div>')
    made.each(page.above, '<div class="k4">{}</div>', '<div class="k4">{}</div>')
    made.raw('</div><div class="w7"><div class="w8">')
    made.put(page.section, '<div class="e1"><a href="/s">{}</a></div>')
    made.put(page.headline, made.draw.choice(('<div class="z1"><span>{}</span></div>', '<h1>{}</h1>',
                                              '<h2 class="z1">{}</h2>')))
    made.put(page.deck, '<div class="z2">{}</div>')
    made.raw('<div class="z3">')
    if page.byline:
        for line in page.byline.lines:
            made.put(line, '<div>{}</div>')
    made.put(page.stamp, '<div>{}</div>')
    made.raw('</div>')
    made.each(page.share, *['<li><a href="#"><i></i><span>{}</span></a></li>'] * 2, '<ul class="z4">', '</ul>')
    made.put(page.caption, '<div class="z5"><img src="1.jpg" alt=""><div class="z6">{}</div></div>')
    made.raw('<div class="z7">')
    shape = made.draw.choice(('<p>{}</p>', '<div class="z8">{}</div>'))
    for block in page.body + page.end:
        if block.part == 'inset':
            made.each(block, '<div class="y1">{}</div>', '<div class="y2"><a href="/o">{}</a></div>',
                      '<div class="y3">', '</div>')
        elif block.part == 'caption':
            made.each(block, '<div class="z5"><img src="2.jpg" alt=""><div class="z6">{}</div></div>')
        elif block.part == 'subheading':
            made.each(block, made.draw.choice(('<h3>{}</h3>', '<p><strong>{}</strong></p>',
                                               '<div class="y4"><b>{}</b></div>')))
        elif block.part == 'credits':
            made.each(block, '<div class="y5"><em>{}</em></div>')
        else:
            made.paragraph(block, shape, linked=.25)
    made.raw('</div></div><div class="w9">')
    for block in page.tail:
        button = '<div><input type="text" value=""><button>{}</button></div>'
        item = button if block.part == 'comments' else '<div class="v2"><a href="/q">{}</a></div>'
        made.each(block, '<div class="v1">{}</div>', item, '<div class="v3">', '</div>')
    for block in page.blurbs:
        made.each(block, '<div class="v4">{}</div>', '<div class="v5">{}</div>', '<div>', '</div>')
    made.raw('</div></div><div class="k8">')
    for block in page.footer:
        made.each(block, '<div>{}</div>', '<a href="/t">{}</a> ', '<div class="k9">', '</div>')
    made.raw('</div></div></body></html>')
    return made.file()


# --- Elements that say what they hold ---------------------------------------------------------


def described(page):
    """schema.org's NewsArticle of the page."""
    story = page.story
    data = {'@context': 'https://schema.org', '@type': 'NewsArticle', 'headline': story.headline,
            'publisher': {'@type': 'Organization', 'name': page.outlet}}
    if page.dated:
        data['datePublished'] = story.date.isoformat() + '+00:00'
    names = [name for name in page.contributors
             if page.byline and any(name.upper() in line.text.upper() for line in page.byline.lines)]
    if names:
        data['author'] = [{'@type': 'Person', 'name': name} for name in names]
    return data


def semantic(page):
    made, story = Markup(page, 'semantic'), page.story
    data = described(page)
    if made.draw.random() < .4:
        data = {'@context': 'https://schema.org', '@graph': [
            {'@type': 'WebSite', 'name': page.outlet, 'url': f'https://{page.domain}/'}, data]}
    made.raw('<!doctype html>\n<html lang="en"><head><meta charset="utf-8">')
    made.raw(f'<title>{escape(story.headline)} | {escape(page.outlet)}</title>')
    made.raw('<script type="application/ld+json">' + json.dumps(data).replace('</', '<\\/') + '</script>')
    made.raw('</head><body><header>')
    if made.draw.random() < .5:
        made.put(Line('furniture', page.outlet, 'masthead', 'section'), '<a href="/" class="logo">{}</a>')
    made.each(page.menu, *['<li><a href="/m">{}</a></li>'] * 2, '<nav><ul>', '</ul></nav>')
    made.raw('</header>')
    made.each(page.above, *['<aside class="notice"><p>{}</p></aside>'] * 2)
    made.raw('<main><article><header>')
    made.put(page.section, '<p class="kicker">{}</p>')
    made.put(page.headline, '<h1>{}</h1>')
    made.put(page.deck, '<p class="standfirst">{}</p>')
    if page.byline:
        for line in page.byline.lines:
            made.put(line, '<p class="byline">{}</p>')
    moment = story.date.isoformat() + 'Z'
    made.put(page.stamp, '<time datetime="' + moment + '">{}</time>')
    made.raw('</header>')
    made.each(page.share, *['<li><button>{}</button></li>'] * 2, '<ul class="share-tools">', '</ul>')
    made.put(page.caption, '<figure><img src="1.jpg" alt=""><figcaption>{}</figcaption></figure>')
    made.raw('<div class="article-body">')
    for block in page.body:
        if block.part == 'inset':
            made.each(block, '<h3>{}</h3><ul>', '<li><a href="/o">{}</a></li>', '<aside>', '</ul></aside>')
        elif block.part == 'caption':
            made.each(block, '<figure><img src="2.jpg" alt=""><figcaption>{}</figcaption></figure>')
        elif block.part == 'subheading':
            made.each(block, '<h2>{}</h2>')
        else:
            made.paragraph(block, '<p>{}</p>', linked=.25)
    made.raw('</div>')
    for block in page.end:
        made.each(block, '<p class="credits">{}</p>')
    made.raw('</article></main>')
    for block in page.tail + page.blurbs:
        item = '<p>{}</p>' if block.part == 'blurb' else '<p><a href="/r">{}</a></p>'
        made.each(block, '<h2>{}</h2>', item, '<section>', '</section>')
    made.raw('<footer>')
    for block in page.footer:
        made.each(block, '<p>{}</p>', '<a href="/t">{}</a>')
    made.raw('</footer></body></html>')
    return made.file()
