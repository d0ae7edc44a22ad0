"""Corpora and questions, the same files for every engine."""
import glob
import os
import subprocess
import sys

from .places import BENCHMARKS, BIN, Failure, SHARED, call, folder, room_for, say

ZIPF_DOCUMENTS = 2_000_000
PER_KIND = 200


def program(name, libraries=()):
    """A program of benchmarks/corpora, compiled when its source is newer."""
    source, target = os.path.join(BENCHMARKS, "corpora", name + ".cpp"), os.path.join(BIN, name)
    header = os.path.join(BENCHMARKS, "corpora", "random.hpp")
    newest = max(os.path.getmtime(source), os.path.getmtime(header))
    if not os.path.exists(target) or os.path.getmtime(target) < newest:
        folder("bin")
        flags = []
        if libraries:
            asked = subprocess.run(["pkg-config", "--cflags", "--libs", *libraries], capture_output=True, text=True, check=False)
            if asked.returncode != 0:
                raise Failure(f"pkg-config does not know {' '.join(libraries)}. scripts/quickstart installs it.")
            flags = asked.stdout.split()
        call(["g++", "-O2", "-std=c++17", source, "-o", target, *flags])
    return target


class Corpus:
    """Files of one corpus in the work folder, each made when it is first asked for."""

    def __init__(self, kind, documents=None, order="shuffled", legal=None):
        self.kind, self.documents, self.order = kind, documents, order
        self.legal = legal or os.path.join(SHARED, "bench")
        if kind == "zipf":
            self.documents = documents or ZIPF_DOCUMENTS
            self.name = f"zipf-{self.documents}"
        else:
            self.name = "legal" + ("-files" if order == "files" else "") + (f"-{documents}" if documents else "")

    def path(self, name):
        return os.path.join(folder("corpora", self.name), name)

    @property
    def tokens(self):
        """Lines of id, country, language, tokens."""
        path = self.path("tokens.tsv")
        if not os.path.exists(path):
            room_for(folder("corpora"), 1 + (self.documents or 500_000) * 0.6e-6)
            say(f"{self.name}: making the corpus")
            if self.kind == "zipf":
                call([program("zipf"), path + ".part", str(self.documents)])
            else:
                call([program("pretokenise", ("icu-uc", "icu-i18n")), self._raw(), path + ".part", self.path("texts.tsv")])
            os.rename(path + ".part", path)
        return path

    @property
    def texts(self):
        """Lines of id, country, language, heading, text; none for a generated corpus."""
        if self.kind == "zipf":
            return None
        return self.tokens and self.path("texts.tsv")

    @property
    def queries(self):
        """Lines of id, kind, terms, operand."""
        path = self.path("queries.tsv")
        if not os.path.exists(path):
            say(f"{self.name}: drawing questions")
            call([program("queries"), self.tokens, path + ".part", str(PER_KIND)])
            os.rename(path + ".part", path)
        return path

    def _raw(self):
        """All laws of the set in one file, in an order that favours none of them unless that of the files is wanted."""
        path = self.path("raw.jsonl")
        if os.path.exists(path):
            return path
        packed = sorted(glob.glob(os.path.join(self.legal, "*.jsonl.xz")))
        if not packed:
            raise Failure(
                f"{self.legal}: no *.jsonl.xz there. --legal names the folder of the laws, or measure '--corpus zipf'.")
        call([sys.executable, os.path.join(BENCHMARKS, "corpora", "laws.py"), path + ".part", self.order,
              str(self.documents or 0), *packed])
        os.rename(path + ".part", path)
        return path
