"""Sets of judged questions for the peers, and the scores of all engines side by side."""
import json
import lzma
import math
import os

from .places import Failure

SETS = ["known-item-q", "known-item-question", "known-item-q_en", "known-item-q_fr", "known-item-q_zh", "stard",
        "lawbench-3-2", "canada-en-en", "canada-en-fr", "canada-fr-fr", "canada-fr-en"]
MEASURES = ["nDCG@10", "recall@10", "recall@100"]


def flat(*parts):
    return " ".join(" ".join(parts).split())


def write(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write("\t".join(row) + "\n")


def lines(path):
    opened = lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")
    with opened as file:
        for line in file:
            if line.strip():
                yield line.rstrip("\n")


class QuestionSet:
    """One set of RetrievalQuality as files for the peers: what they may find, what is asked, what is relevant."""

    def __init__(self, name, sets, work):
        self.name = name
        self.sets = sets
        self.is_parallel = name.startswith("canada-")
        corpus = "known-item" if name.startswith("known-item") else "canada-parallel" if self.is_parallel else "stard"
        # In parallel texts the other language is shut out, as our own run does.
        ending = "-" + name.split("-")[2] if self.is_parallel else ""
        self.documents = os.path.join(work, f"{corpus}{ending}.documents.tsv")
        self.questions = os.path.join(work, f"{name}.questions.tsv")
        self.corpus = corpus

    def prepare(self):
        if not os.path.isdir(self.sets):
            raise Failure(f"{self.sets}: nothing there. --sets names the folder of the sets.")
        if not os.path.exists(self.documents):
            write(self.documents + ".part", self._documents())
            os.replace(self.documents + ".part", self.documents)
        asked = list(self._questions())
        write(self.questions, asked)
        self.relevant = self._relevant([row[0] for row in asked])

    def _path(self, *names):
        return os.path.join(self.sets, *names)

    def _documents(self):
        if self.is_parallel:
            tag = self.name.split("-")[2]
            for line in lines(self._path(self.corpus, "pairs.jsonl.xz")):
                pair = json.loads(line)
                yield f"{pair['id']}@{tag}", tag, flat(pair["act_" + tag], pair["heading_" + tag], pair["text_" + tag])
            return
        for line in lines(self._path(self.corpus, "corpus.jsonl.xz")):
            item = json.loads(line)
            yield (item.get("id") or item["_id"], item.get("lang", "zh"),
                   flat(item.get("law") or item.get("title") or "", item.get("heading") or "", item["text"]))

    def _questions(self):
        if self.is_parallel:
            source, target = self.name.split("-")[1:]
            for line in list(lines(self._path(self.corpus, "queries.tsv")))[1:]:
                name, *texts = line.split("\t")
                # The words of a peer are of the language that they are looked for in.
                yield name, source, flat(texts[0 if source == "en" else 1])
            return
        folder, field = (
            ("known-item", self.name.split("-")[2]) if self.corpus == "known-item" else (self.name, "text"))
        across = field.partition("_")[2]
        for line in lines(self._path(folder, "queries.jsonl")):
            item = json.loads(line)
            yield item.get("id") or item["_id"], across or item.get("lang", "zh"), flat(item[field])

    def _relevant(self, names):
        if self.is_parallel:
            return {name: {f"{name}@{self.name.split('-')[2]}": 1} for name in names}
        folder = "known-item" if self.corpus == "known-item" else self.name
        found = {}
        for line in lines(self._path(folder, "qrels.tsv")):
            fields = line.split("\t")
            if len(fields) >= 3 and fields[2].strip().isdigit():
                found.setdefault(fields[0], {})[fields[1]] = int(fields[2])
        return {name: gains for name, gains in found.items() if any(gain > 0 for gain in gains.values())}


def scores(relevant, run):
    """The measures of a run in TREC's form, over all judged questions, as the sets' score.py computes them."""
    found = {}
    for line in lines(run):
        name, _, document, rank, *_ = line.split("\t")
        found.setdefault(name, []).append((int(rank), document))
    sums = dict.fromkeys(MEASURES, 0.0)
    for name, gains in relevant.items():
        documents = list(dict.fromkeys(document for _, document in sorted(found.get(name, []))))
        best = sum((2 ** gain - 1) / math.log2(place + 2)
                   for place, gain in enumerate(sorted(gains.values(), reverse=True)[:10]))
        wanted = [document for document, gain in gains.items() if gain > 0]
        sums["nDCG@10"] += sum((2 ** gains.get(document, 0) - 1) / math.log2(place + 2)
                               for place, document in enumerate(documents[:10])) / best
        for depth in (10, 100):
            sums[f"recall@{depth}"] += sum(document in wanted for document in documents[:depth]) / len(wanted)
    return {measure: total / len(relevant) for measure, total in sums.items()}


def table(results, engines):
    """A Markdown table: a line for each set, the measures of each engine."""
    rows = ["| set | " + " | ".join(f"{engine} {measure}" for engine in engines for measure in MEASURES) + " |",
            "|---" * (1 + len(engines) * len(MEASURES)) + "|"]
    for name, by_engine in results.items():
        cells = [f"{by_engine[engine][measure]:.3f}" if engine in by_engine else ""
                 for engine in engines for measure in MEASURES]
        rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(rows)
