# SPDX-License-Identifier: GPL-3.0-or-later
"""What the runs below share: where things are, how they are called, how figures are shown."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BIN = pathlib.Path(os.environ.get('ALATOO_BIN', ROOT / 'build/release/bin'))
# Collections that are not ours to ship lie in a folder beside the repository, where there is one.
SHARED = pathlib.Path(os.environ.get('ALATOO_SHARED', ROOT.parent / 'shared'))
NEWS = SHARED / 'corpora/news.ninjs.jsonl.zst'


def need_binaries():
    for name in ('indexer', 'searcher'):
        if not (BIN / name).exists():
            sys.exit(f'{BIN / name}: not built; say ./dev build')


def call(*command, ok=(0,), **options):
    """Runs a command and returns what it printed; any other status ends the run with its words."""
    done = subprocess.run([str(part) for part in command], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False, **options)
    if done.returncode not in ok:
        sys.exit(f'{" ".join(map(str, command))}: status {done.returncode}\n{done.stderr}')
    return done.stdout


def rebuild(db, *arguments):
    """Builds an index and returns the job's report."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, 'report.json')
        call(BIN / 'indexer', 'rebuild', '--db', db, '--quiet', '--report', report, *arguments)
        return json.loads(report.read_text(encoding='utf-8'))


def batch(db, queries, *arguments):
    """What `searcher batch` prints for {id: query}."""
    lines = ''.join(f'{name}\t{" ".join(query.split())}\n' for name, query in queries.items())
    return call(BIN / 'searcher', 'batch', '--db', db, *arguments, '-', ok=(0, 1), input=lines)


def news_lines():
    """The lines of the news collection, one ninjs article each."""
    if not shutil.which('zstd'):
        sys.exit('zstd: not installed; it unpacks the news collection')
    return call('zstd', '-dcq', NEWS).splitlines()


def headline(article):
    return article['headlines'][0]['value'] if article.get('headlines') else ''


def body(article):
    return article['bodies'][0]['value'] if article.get('bodies') else ''


def timed(*command):
    """Runs a command; returns seconds by the wall, of processors, and its peak memory in MB. The
    kernel counts the memory of the caller at the moment of the call too: callers should be small."""
    with tempfile.TemporaryFile() as complaints:
        start = time.monotonic()
        child = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL,
                                 stderr=complaints)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            complaints.seek(0)
            sys.exit(f'{command[0]}: status {child.returncode}\n{complaints.read().decode()}')
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def table(rows, head):
    """Prints rows of strings in columns, the first one flush left."""
    rows = [head] + [['' if cell is None else str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    for row in rows:
        print('  '.join(cell.ljust(w) if i == 0 else cell.rjust(w)
                        for i, (cell, w) in enumerate(zip(row, widths))).rstrip())
