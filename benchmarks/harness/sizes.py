"""Our times on generated corpora of growing size, and the drawings."""
import json
import os
import subprocess
import sys

from . import latency
from .corpora import Corpus
from .engines import ROUNDS
from .places import BENCHMARKS, WORK, Failure, call, folder, say
from .program import in_turns

SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000]
PASSES = 5


def measure(ours, skip_build, largest=None):
    """Builds and asks each size up to the largest; prints the least times over the passes, and
    how much more the largest costs than a tenth."""
    series = {}
    sizes = [size for size in SIZES if size <= (largest or SIZES[-1])]
    if not sizes:
        raise Failure(f"--docs: no size is measured below {SIZES[0]}")
    corpora = {documents: Corpus("zipf", documents) for documents in sizes}
    for corpus in corpora.values():
        if not (skip_build and os.path.exists(ours.index_folder(corpus))):
            say(f"{corpus.name}: building")
            ours.build(corpus)
    for number in range(PASSES):
        in_turns((ours.search(corpus, number) for corpus in corpora.values()), ROUNDS)
    for documents, corpus in corpora.items():
        files = [ours.times(corpus, number) for number in range(PASSES)]
        series[documents] = latency.over_passes(files, min)
    lines = ["| documents | " + " | ".join(f"{kind} p50" for kind in latency.KINDS) + " |",
             "|---|" + "---|" * len(latency.KINDS)]
    for documents, kinds in series.items():
        lines.append(f"| {documents:,} | " + " | ".join(latency.number(kinds[k]["p50"]) for k in latency.KINDS) + " |")
    top, tenth = sizes[-1], sizes[-1] // 10
    for kind in ("or2", "or3", "or6") if tenth in series else ():
        ratio = series[top][kind]["p50"] / series[tenth][kind]["p50"]
        lines.append(f"\np50({kind}) at {top:,} / at {tenth:,} documents: {ratio:.2f}")
    stem = os.path.join(folder("results"), "sizes")
    with open(stem + ".json", "w", encoding="utf-8") as file:
        json.dump(series, file, indent=1)
    with open(stem + ".md", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    say("\n" + "\n".join(lines) + f"\n\nWritten to {stem}.json and .md")
    draw("sizes", stem + ".json", "-", stem + ".svg")


def draw(what, figures, passes, target):
    """Draws with matplotlib, from an environment of its own."""
    python = os.path.join(WORK, "plots", "bin", "python")
    if not os.path.exists(python):
        call([sys.executable, "-m", "venv", os.path.join(WORK, "plots")])
    if subprocess.run([python, "-c", "import matplotlib"], capture_output=True, check=False).returncode != 0:
        call([python, "-m", "pip", "install", "-q", "matplotlib"])
    if not os.path.exists(figures):
        raise Failure(f"{figures}: missing; measure first.")
    call([python, os.path.join(BENCHMARKS, "harness", "plots.py"), what, figures, passes, target])
    say(f"Drawn: {target}")
