#!/usr/bin/env python3
"""plots.py latency RESULT.json PASSES OUT.svg  |  plots.py sizes SIZES.json - OUT.svg"""
import json
import os
import statistics
import sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402

COLOURS = {"concord": "#b2182b", "lucene": "#2166ac", "tantivy": "#1b7837", "pisa": "#7f6000"}


def times(folder, engine, passes, setting):
    """Microseconds by kind, of each question its median over passes."""
    questions = {}
    end = f"-{setting}" if setting else ""
    for number in range(passes):
        with open(os.path.join(folder, f"{engine}.{number}.times{end}.tsv"), encoding="utf-8") as file:
            for line in file:
                name, kind, time = line.rstrip("\n").split("\t")
                questions.setdefault((kind, name), []).append(float(time))
    kinds = {}
    for (kind, _), values in questions.items():
        kinds.setdefault(kind, []).append(statistics.median(values))
    return kinds


def latency(result, folder, target):
    rows = result["ratios"]
    columns = 2 if len(rows) > 1 else 1
    figure, axes = plt.subplots(-(-len(rows) // columns), columns, figsize=(11, 3 * -(-len(rows) // columns)), squeeze=False)
    for axis, row in zip(axes.flat, rows):
        for engine, value in row["engines"].items():
            values = sorted(times(folder, engine, result["passes"], value["setting"])[row["kind"]])
            shares = [(place + 1) / len(values) for place in range(len(values))]
            label = engine + (f" ({value['setting']})" if value["setting"] else "")
            axis.step(values, shares, where="post", label=label, color=COLOURS.get(engine), linewidth=1.5)
        axis.set_xscale("log")
        axis.set_ylim(0, 1)
        axis.set_title(row["kind"])
        axis.set_xlabel("microseconds")
        axis.set_ylabel("share of questions")
        axis.grid(True, which="both", linewidth=0.3)
        axis.legend(fontsize=8)
    for axis in list(axes.flat)[len(rows):]:
        axis.set_visible(False)
    figure.suptitle(f"{result['corpus']}: time of a question, ten best documents, one thread")
    figure.tight_layout()
    figure.savefig(target)


def sizes(series, target):
    figure, axis = plt.subplots(figsize=(7, 5))
    documents = sorted(map(int, series))
    for kind in ("or2", "or3", "or6", "and", "term"):
        axis.plot(documents, [series[str(size)][kind]["p50"] for size in documents], marker="o", label=kind)
    axis.set_xscale("log")
    axis.set_yscale("log")
    axis.set_xlabel("documents")
    axis.set_ylabel("microseconds (median question)")
    axis.grid(True, which="both", linewidth=0.3)
    axis.legend()
    axis.set_title("Cost against size, generated corpora")
    figure.tight_layout()
    figure.savefig(target)


with open(sys.argv[2], encoding="utf-8") as file:
    figures = json.load(file)
if sys.argv[1] == "latency":
    latency(figures, sys.argv[3], sys.argv[4])
else:
    sizes(figures, sys.argv[4])
