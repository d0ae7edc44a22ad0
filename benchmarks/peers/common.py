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


def turn():
    """Says that the next round is ready, and waits until it may begin: programs that are compared take turns."""
    print("TURN", flush=True)
    sys.stdin.readline()


def one_round(prepared, ask, seed):
    """Microseconds of each question, asked in an order of their own: no question finds its postings in the cache because
    it was asked just before. `prepared`: id, kind, what `ask` takes."""
    times = {}
    clock = time.perf_counter_ns
    order = list(prepared)
    random.Random(seed).shuffle(order)
    for name, _, query in order:
        start = clock()
        ask(query)
        times[name] = (clock() - start) / 1000
    return times


def rounds(ways, ask, warm=2, measured=7, wait=turn):
    """For each of `ways`, a list of questions as `one_round` takes it, microseconds of each question: its median over
    whole rounds. Each measured round asks all ways and waits for its turn first, which begins with an uncounted round
    of each way, because another program had the caches before it."""
    taken = [[] for _ in ways]
    for number in range(warm + measured):
        if number >= warm:
            wait()
        for prepared, of_way in zip(ways, taken):
            if number >= warm:
                one_round(prepared, ask, -number)
            times = one_round(prepared, ask, number + 1)
            if number >= warm:
                of_way.append(times)
    return [{name: sorted(times[name] for times in of_way)[measured // 2] for name, _, _ in prepared}
            for prepared, of_way in zip(ways, taken)]


def overhead(query, ask):
    """Microseconds of asking what finds nothing."""
    [times] = rounds([[(str(number), "empty", query) for number in range(200)]], ask, wait=lambda: None)
    return percentile(list(times.values()), 0.5)


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
