#!/usr/bin/env python3
"""PISA through the C++ module of the pyterrier-pisa wheel (no positions, so no phrases).

bench_pisa.py index CORPUS.tsv DIR  |  search DIR QUERIES.tsv FOUND.tsv TIMES.tsv WARM ROUNDS

PISA cuts words for English: each distinct token becomes 't<n>' first, outside the clock. Every algorithm is timed on the
kinds that it answers; TIMES and FOUND get the algorithm's name before their ending."""
import glob
import importlib.util
import json
import os
import shutil
import sys
import sysconfig
import time

import numpy

from common import documents, emit, overhead, questions, rounds, size, summary, write_times

ENCODING, BLOCK = "block_simdbp", 64
ANY, ALL = {"term", "or2", "or3", "or6"}, {"and"}
ALGORITHMS = {"block_max_maxscore": ANY, "block_max_wand": ANY, "maxscore": ANY, "ranked_and": ALL,
              "block_max_ranked_and": ALL}


def module():
    path = glob.glob(os.path.join(sysconfig.get_paths()["purelib"], "pyterrier_pisa", "_pisathon*.so"))[0]
    spec = importlib.util.spec_from_file_location("_pisathon", path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def context(pisa, folder):
    opened = pisa.RetrievalContext()
    pisa.prepare_index(opened, folder, ENCODING, "bm25", "", block_size=BLOCK, bm25_k1=1.2, bm25_b=0.75)
    return opened


def build(corpus, folder):
    pisa = module()
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    numbers, count, megabytes = {}, 0, 0.0
    with open(folder + "/in.txt", "w", encoding="utf-8") as file:
        for name, _, _, text in documents(corpus):
            count += 1
            megabytes += len(text.encode()) / 1e6
            file.write(name + " " + " ".join("t%d" % numbers.setdefault(w, len(numbers)) for w in text.split(" ")) + "\n")
    with open(folder + ".map", "w", encoding="utf-8") as file:
        json.dump(numbers, file)
    start = time.perf_counter()
    pisa.index(folder + "/in.txt", folder, "", 100_000, 1)
    inverted = time.perf_counter()
    context(pisa, folder)
    end = time.perf_counter()
    os.remove(folder + "/in.txt")
    needed = [path for path in glob.glob(folder + "/*") if ".bmw." in path or path.endswith(("termlex", "doclex"))]
    emit(peer="pisa", version=ENCODING, phase="index", documents=count, megabytes=megabytes, threads=1,
         build_seconds=end - start, commit_seconds=end - inverted, segments=1,
         index_megabytes=sum(map(os.path.getsize, needed)) / 1e6, index_megabytes_all=size(folder) / 1e6)


def search(folder, path, found, times, warm, measured):
    pisa = module()
    with open(folder + ".map", encoding="utf-8") as file:
        numbers = json.load(file)
    opened = context(pisa, folder)
    hits = [numpy.zeros(10, kind) for kind in (numpy.int32, object, numpy.int32, numpy.float32)]
    asked = list(questions(path, ANY | ALL))
    results = {}

    def ask(query):
        return pisa.retrieve(opened, query[0], [(0, query[1])], 10, 1, 1, 0, *hits)

    def beside(file, algorithm):
        stem, ending = os.path.splitext(file)
        return f"{stem}-{algorithm}{ending}"

    empty = overhead(("block_max_maxscore", {"zzz": 1.0}), ask)
    ways = {}
    for algorithm, kinds in ALGORITHMS.items():
        prepared = [
            (name, kind, (algorithm, {"t%d" % numbers.get(term, -1): 1.0 for term in terms}))
            for name, kind, terms, _ in asked if kind in kinds]
        if prepared:
            ways[algorithm] = prepared
    for (algorithm, prepared), taken in zip(ways.items(), rounds(list(ways.values()), ask, warm, measured)):
        results[algorithm] = summary(prepared, taken)
        write_times(beside(times, algorithm), prepared, taken)
        with open(beside(found, algorithm), "w", encoding="utf-8") as file:
            for name, kind, query in prepared:
                for rank in range(ask(query)):
                    file.write(f"{name}\t{kind}\t{hits[1][rank]}\t{rank}\t{hits[3][rank]}\n")
    emit(peer="pisa", version=ENCODING, phase="search", segments=1, documents=pisa.num_docs(folder),
         overhead_us=empty, kinds_by_setting=results)


if sys.argv[1] == "index":
    build(sys.argv[2], sys.argv[3])
else:
    search(*sys.argv[2:6], int(sys.argv[6]), int(sys.argv[7]))
