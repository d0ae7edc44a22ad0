"""Percentiles by kind, medians over passes, and the tables of them."""
import statistics

KINDS = ["term", "and", "or2", "or3", "or6", "phrase", "not", "country", "lang", "cell"]
FIGURES = ["p50", "p95", "p99", "mean"]
# The share of the best peer's time that is wanted.
TARGETS = {"or3": 0.7, "or6": 0.7}
TARGET = 0.8


def load(path):
    """Microseconds by kind."""
    kinds = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            _, kind, time = line.rstrip("\n").split("\t")
            kinds.setdefault(kind, []).append(float(time))
    return kinds


def figures(times):
    times = sorted(times)
    return {"n": len(times), "mean": sum(times) / len(times),
            **{name: times[min(len(times) - 1, int(int(name[1:]) / 100 * len(times)))] for name in ("p50", "p95", "p99")}}


def over_passes(files, choose=statistics.median):
    """By kind, the median over passes of each figure, or what else is chosen of them."""
    passes = [{kind: figures(times) for kind, times in load(path).items()} for path in files]
    return {kind: {name: choose([one[kind][name] for one in passes]) for name in ["n", *FIGURES]}
            for kind in passes[0]}


def rows(results):
    """`results`: engine, setting → kind → figures. One row a kind: ours, each peer's best setting, the best peer and
    ours divided by it, for each figure."""
    table = []
    for kind in KINDS:
        best = {}
        for (engine, setting), kinds in results.items():
            if kind in kinds and (engine not in best or kinds[kind]["p50"] < best[engine][1]["p50"]):
                best[engine] = (setting, kinds[kind])
        if not best:
            continue
        row = {"kind": kind, "target": TARGETS.get(kind, TARGET), "engines": {}, "ratios": {}, "best_peer": {}}
        for engine, (setting, kind_figures) in best.items():
            row["engines"][engine] = {"setting": setting, **kind_figures}
        peers = {name: value for name, value in row["engines"].items() if name != "concord"}
        if peers and "concord" in row["engines"]:
            for name in FIGURES:
                # Each figure against the best that any peer reaches in any of its settings.
                peer, value = min(
                    ((engine, kinds[kind][name]) for (engine, _), kinds in results.items()
                     if engine != "concord" and kind in kinds), key=lambda pair: pair[1])
                row["best_peer"][name] = peer
                row["ratios"][name] = row["engines"]["concord"][name] / value
            row["reached"] = row["ratios"]["p50"] <= row["target"]
        table.append(row)
    return table


def number(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def markdown(table):
    engines = [name for name in ("concord", "lucene", "tantivy", "pisa") if any(name in row["engines"] for row in table)]
    has_peers = len(engines) > 1
    head = ["kind", *[f"{name} p50 / p95 / p99 / mean" for name in engines]]
    if has_peers:
        head += ["best peer (p50)", "ratio p50", "p95", "p99", "mean", "wanted", "reached"]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for row in table:
        cells = [row["kind"]]
        for name in engines:
            value = row["engines"].get(name)
            cells.append(" / ".join(number(value[figure]) for figure in FIGURES) if value else "–")
        if has_peers and row["ratios"]:
            cells.append(row["best_peer"]["p50"])
            cells += [f"{row['ratios'][name]:.2f}" for name in FIGURES]
            cells += [f"≤ {row['target']}", "yes" if row["reached"] else "no"]
        elif has_peers:
            cells += ["–"] * 7
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
