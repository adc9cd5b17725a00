# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures of ranked answers and of sets, each between 0 and 1.

A ranking is a list of ids, best first; `grades` maps the relevant ids of a query to a grade above
zero. The definitions are those of Manning, Raghavan and Schütze, Introduction to Information
Retrieval, chapter 8; the gain of nDCG is 2^grade - 1.
"""
import math


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def average_precision(ranking, grades):
    hits = [rank for rank, name in enumerate(ranking, 1) if name in grades]
    return sum(n / rank for n, rank in enumerate(hits, 1)) / len(grades)


def ndcg(ranking, grades, depth):
    def gain(values):
        return sum((2**value - 1) / math.log2(place) for place, value in enumerate(values[:depth], 2))
    return gain([grades.get(name, 0) for name in ranking]) / gain(sorted(grades.values())[::-1])


def precision(ranking, grades, depth):
    return len(set(ranking[:depth]) & grades.keys()) / depth


def recall(ranking, grades, depth):
    return len(set(ranking[:depth]) & grades.keys()) / len(grades)


def reciprocal_rank(ranking, grades):
    for rank, name in enumerate(ranking, 1):
        if name in grades:
            return 1 / rank
    return 0.0


def read_grades(path):
    """TREC judgements, `query 0 document grade`, as {query: {document: grade}}."""
    judged = {}
    for line in open(path, encoding='utf-8'):
        query, _, document, grade = line.split()
        if int(grade) > 0:
            judged.setdefault(query, {})[document] = int(grade)
    return judged


def read_rankings(run):
    """A TREC run, `query Q0 document rank score tag`, as {query: [document, ...]}."""
    rankings = {}
    for line in run.splitlines():
        query, _, document, *_ = line.split()
        rankings.setdefault(query, []).append(document)
    return rankings
