#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two engines to measure against, each used as its manual shows: SQLite's FTS5 and stock Xapian.

usage: baselines.py fts5|xapian build ARTICLES INDEX     ninjs articles, one a line
       baselines.py fts5|xapian query QUERIES INDEX      one a line; prints milliseconds, one a line
       baselines.py fts5|xapian check                    ends well if the engine is installed

Both stem English, keep positions and store headline and body; a query wants all its words and
fetches the headlines of the ten best.
"""
import json
import sys
import time


def articles(path):
    for line in open(path, encoding='utf-8'):
        article = json.loads(line)
        yield (article['uri'], article['headlines'][0]['value'], article['bodies'][0]['value'])


class Fts5:
    def __init__(self):
        import sqlite3
        self.open = sqlite3.connect
        self.open(':memory:').execute('CREATE VIRTUAL TABLE probe USING fts5(text)')

    def build(self, source, index):
        database = self.open(index)
        database.execute('CREATE VIRTUAL TABLE articles USING fts5'
                         "(id UNINDEXED, headline, body, tokenize = 'porter unicode61')")
        database.executemany('INSERT INTO articles VALUES (?, ?, ?)', articles(source))
        database.commit()

    def searcher(self, index):
        database = self.open(index)

        def search(words):
            wanted = ' '.join(f'"{word}"' for word in words)
            return database.execute('SELECT id, headline FROM articles WHERE articles MATCH ? '
                                    'ORDER BY rank LIMIT 10', (wanted,)).fetchall()
        return search


class StockXapian:
    def __init__(self):
        import xapian
        self.xapian = xapian

    def build(self, source, index):
        xapian = self.xapian
        database = xapian.WritableDatabase(index, xapian.DB_CREATE)
        generator = xapian.TermGenerator()
        generator.set_stemmer(xapian.Stem('en'))
        for name, headline, text in articles(source):
            document = xapian.Document()
            generator.set_document(document)
            generator.index_text(headline, 1, 'S')
            generator.index_text(headline)
            generator.increase_termpos()
            generator.index_text(text)
            document.add_boolean_term('Q' + name)
            document.set_data(headline + '\n' + text)
            database.add_document(document)
        database.commit()

    def searcher(self, index):
        xapian = self.xapian
        database = xapian.Database(index)
        parser = xapian.QueryParser()
        parser.set_stemmer(xapian.Stem('en'))
        parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        parser.set_default_op(xapian.Query.OP_AND)
        enquire = xapian.Enquire(database)

        def search(words):
            enquire.set_query(parser.parse_query(' '.join(words), 0))
            return [match.document.get_data() for match in enquire.get_mset(0, 10)]
        return search


def main(engine, command, *arguments):
    engine = {'fts5': Fts5, 'xapian': StockXapian}[engine]()
    if command == 'build':
        engine.build(*arguments)
    elif command == 'query':
        queries, index = arguments
        search = engine.searcher(index)
        for line in open(queries, encoding='utf-8'):
            words = line.split()
            start = time.perf_counter()
            search(words)
            print((time.perf_counter() - start) * 1000)


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
