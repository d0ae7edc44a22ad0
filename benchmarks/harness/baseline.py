"""Our own figures against those that are checked in."""
import json
import os

from .places import BENCHMARKS, Failure

PATH = os.path.join(BENCHMARKS, "baseline.json")
# Times of another day on a shared machine differ by this much without a cause.
NOISE = 1.10


def read():
    if not os.path.exists(PATH):
        return {}
    try:
        with open(PATH, encoding="utf-8") as file:
            return json.load(file)
    except json.JSONDecodeError as error:
        raise Failure(f"{PATH}:{error.lineno}: {error.msg}. Restore the file, or write it with --update-baseline.") from error


def write(section, name, figures, machine):
    """Replaces one entry and leaves the others."""
    baseline = read()
    baseline.setdefault(section, {})[name] = {"machine": machine, "figures": figures}
    with open(PATH, "w", encoding="utf-8") as file:
        json.dump(baseline, file, indent=1, sort_keys=True)
        file.write("\n")


def entry(section, name):
    return read().get(section, {}).get(name)


def report(name, kinds, machine):
    """A table of our times against the baseline's; None where it has none of this corpus."""
    known = entry("latency", name)
    if not known:
        return None
    lines = [f"Against the baseline of {known['machine']['date']} ({known['machine']['processor']}, "
             f"commit {known['machine']['commit']}):", "",
             "| kind | p50 then / now | ratio | mean then / now | ratio | |", "|---|---|---|---|---|---|"]
    for kind, now in kinds.items():
        then = known["figures"].get(kind)
        if not then:
            continue
        ratios = [now[figure] / max(then[figure], 1e-9) for figure in ("p50", "mean")]
        verdict = "slower" if max(ratios) > NOISE else "faster" if max(ratios) < 1 / NOISE else ""
        lines.append(f"| {kind} | {then['p50']:.1f} / {now['p50']:.1f} | {ratios[0]:.2f} "
                     f"| {then['mean']:.1f} / {now['mean']:.1f} | {ratios[1]:.2f} | {verdict} |")
    if known["machine"]["processor"] != machine["processor"]:
        lines += ["", "Another processor than the baseline's: only benchmarks/instructions compares the two."]
    return "\n".join(lines)
