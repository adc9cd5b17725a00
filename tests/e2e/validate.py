# SPDX-License-Identifier: GPL-3.0-or-later
"""validate.py SCHEMA PART: exits with 0 if standard input is JSON Lines, at least one, each an
instance of SCHEMA, or of $defs/PART of it where PART is not empty; else says which is not and why."""
import json
import sys

import jsonschema


def main(path, part):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    if part:
        schema = {**schema["$defs"][part], "$defs": schema["$defs"]}
    validator = jsonschema.Draft202012Validator(schema)
    faults = []
    number = 0
    for number, line in enumerate(sys.stdin.buffer.read().decode("utf-8").splitlines(), 1):
        try:
            value = json.loads(line)
        except ValueError as problem:
            faults.append(f"line {number}: {problem}")
            continue
        faults += [f"line {number}: {e.json_path}: {e.message}" for e in validator.iter_errors(value)]
    if number == 0:
        faults.append("no line to check")
    print("\n".join(faults[:20]), file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
