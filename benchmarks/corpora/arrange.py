#!/usr/bin/env python3
"""arrange.py TOKENS.tsv OUT.tsv: the documents of a corpus grouped by language, the shorter first. Our index arranges its
documents so by itself; on this file the other engines have the same advantage."""
import sys

lines = []
with open(sys.argv[1], "rb") as source:
    for number, line in enumerate(source, 1):
        columns = line.split(b"\t")
        if len(columns) != 4:
            sys.exit(f"{sys.argv[1]}:{number}: {len(columns)} columns in place of 4; make the corpus again")
        lines.append((columns[2], columns[3].count(b" "), number, line))
lines.sort()
with open(sys.argv[2], "wb") as target:
    target.writelines(line for _, _, _, line in lines)
