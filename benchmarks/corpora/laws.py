#!/usr/bin/env python3
"""laws.py OUT.jsonl shuffled|files DOCUMENTS FILE.jsonl.xz...: all lines of the files, 0 for all or so many of them, in an
order that favours none of the files or in the order of the files. A program of its own: the highest memory of a process
is handed down to those it starts, whose memory is measured."""
import lzma
import random
import sys

target, order, documents, files = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
lines = []
for path in files:
    try:
        with lzma.open(path, "rb") as unpacked:
            lines += [line.rstrip(b"\n") + b"\n" for line in unpacked if line.strip()]
    except (lzma.LZMAError, EOFError) as error:
        sys.exit(f"{path}: cannot be unpacked ({error}); copy the file again")
chosen = list(range(len(lines)))
random.Random(5).shuffle(chosen)
if documents:
    chosen = chosen[:documents]
if order == "files":
    chosen.sort()
with open(target, "wb") as file:
    for number in chosen:
        file.write(lines[number])
