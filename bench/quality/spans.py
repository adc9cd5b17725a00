# SPDX-License-Identifier: GPL-3.0-or-later
"""The part `spans`: the tagger alone, against annotated texts that it was not trained on."""
import harness

# Scored alone: never trained on, nor looked at to find out what the tagger lacks.
HELD_OUT = {'uner': 'uner_test.bio', 'wikigold': 'wikigold.bio@0.8-1'}


def spans(_options, _folder):
    """Exact spans of each kind: `train_tagger --score` prints file, kind, P, R and F1."""
    binary, texts = harness.BIN / 'train_tagger', harness.SHARED / 'ner'
    model = harness.ROOT / 'schemas/models/tagger.bin'
    for needed in (binary, texts, model):
        if not needed.exists():
            raise LookupError(f'{needed} is not there')
    figures = {}
    for name, part in HELD_OUT.items():
        for line in harness.call(binary, '--score', model, texts / part).splitlines():
            _, kind, *values = line.split('\t')
            figures.update({f'{name} {kind} {what}': float(value)
                            for what, value in zip(('P', 'R', 'F1'), values)})
    return figures
