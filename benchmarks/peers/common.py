"""What the programs of the peers share: reading corpora and questions, taking times, handing on figures."""
import json
import os
import random
import sys
import time


def documents(path):
    """id, country, language, tokens of each line of a corpus."""
    with open(path, encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 4:
                sys.exit(f"{path}:{number}: {len(columns)} columns in place of 4; make the corpus again")
            yield columns


def questions(path, kinds):
    """id, kind, terms, operand of each question whose kind is one of `kinds`."""
    with open(path, encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 4:
                sys.exit(f"{path}:{number}: {len(columns)} columns in place of 4; make the questions again")
            if columns[1] in kinds:
                yield columns[0], columns[1], columns[2].split(" "), columns[3]


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def size(path):
    """Bytes of a folder's files."""
    return sum(os.path.getsize(os.path.join(root, name)) for root, _, names in os.walk(path) for name in names)


def rounds(prepared, ask, warm=2, measured=7):
    """Microseconds of each question: the median over whole rounds, each in an order of its own, so that no question
    finds its postings in the cache because it was asked just before. `prepared`: id, kind, what `ask` takes."""
    times = {question[0]: [] for question in prepared}
    clock = time.perf_counter_ns
    for number in range(warm + measured):
        order = list(prepared)
        random.Random(number + 1).shuffle(order)
        for name, _, query in order:
            start = clock()
            ask(query)
            elapsed = clock() - start
            if number >= warm:
                times[name].append(elapsed / 1000)
    return {name: sorted(values)[len(values) // 2] for name, values in times.items()}


def summary(prepared, times):
    kinds = {}
    for name, kind, _ in prepared:
        kinds.setdefault(kind, []).append(times[name])
    return {
        kind: {"n": len(v), "p50": percentile(v, 0.50), "p95": percentile(v, 0.95), "p99": percentile(v, 0.99),
               "mean": sum(v) / len(v)}
        for kind, v in kinds.items()}


def write_times(path, prepared, times):
    with open(path, "w", encoding="utf-8") as file:
        for name, kind, _ in prepared:
            file.write(f"{name}\t{kind}\t{times[name]}\n")


def emit(**figures):
    print("RESULT " + json.dumps(figures), flush=True)
