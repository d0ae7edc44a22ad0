#!/usr/bin/env python3
"""bench_tantivy.py index CORPUS.tsv DIR [THREADS]  |  search DIR QUERIES.tsv FOUND.tsv TIMES.tsv WARM ROUNDS"""
import os
import shutil
import sys
import time

import tantivy
from tantivy import Occur, Query

from common import documents, emit, overhead, questions, rounds, size, summary, write_times

KINDS = {"term", "and", "or2", "or3", "or6", "phrase", "not", "country", "lang"}
# Enough that a worker never writes out a segment before the end.
HEAP = 4_000_000_000
# Without its name and the format of the index.
VERSION = tantivy.__version__.removeprefix("tantivy ").split(",")[0]


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("country", stored=False, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("lang", stored=False, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("body", stored=False, tokenizer_name="ws", index_option="position")
    return builder.build()


def opened(folder, new=False):
    fields = schema()
    index = tantivy.Index(fields, path=folder) if new else tantivy.Index.open(folder)
    index.register_tokenizer("ws", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return fields, index


def build(corpus, folder, threads):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    rows = list(documents(corpus))
    _, index = opened(folder, new=True)
    start = time.perf_counter()
    writer = index.writer(HEAP * threads, threads)
    for name, country, language, text in rows:
        writer.add_document(tantivy.Document(id=name, country=country, lang=language, body=text))
    filled = time.perf_counter()
    writer.commit()
    writer.wait_merging_threads()
    end = time.perf_counter()
    index.reload()
    emit(peer="tantivy", version=VERSION, phase="index", documents=len(rows),
         megabytes=sum(len(row[3].encode()) for row in rows) / 1e6, threads=threads, build_seconds=end - start,
         commit_seconds=end - filled, segments=index.searcher().num_segments, index_megabytes=size(folder) / 1e6)


def search(folder, path, found, times, warm, measured):
    fields, index = opened(folder)
    searcher = index.searcher()

    def term(text):
        return Query.term_query(fields, "body", text, "position")

    def any_of(terms):
        return [(Occur.Should, term(text)) for text in terms]

    def filtered(terms, field, value):
        only = Query.const_score_query(Query.term_query(fields, field, value, "basic"), 0.0)
        return Query.boolean_query([(Occur.Must, Query.boolean_query(any_of(terms))), (Occur.Must, only)])

    def prepare(kind, terms, operand):
        if kind == "term":
            return term(terms[0])
        if kind == "and":
            return Query.boolean_query([(Occur.Must, term(text)) for text in terms])
        if kind == "phrase":
            return Query.phrase_query(fields, "body", terms)
        if kind == "not":
            return Query.boolean_query(any_of(terms) + [(Occur.MustNot, term(operand))])
        if kind in ("country", "lang"):
            return filtered(terms, kind, operand)
        return Query.boolean_query(any_of(terms))

    prepared = [(name, kind, prepare(kind, terms, operand)) for name, kind, terms, operand in questions(path, KINDS)]
    empty = overhead(Query.empty_query(), lambda query: searcher.search(query, 10, False))
    [taken] = rounds([prepared], lambda query: searcher.search(query, 10, False), warm, measured)
    write_times(times, prepared, taken)
    with open(found, "w", encoding="utf-8") as file:
        for name, kind, query in prepared:
            for rank, (score, address) in enumerate(searcher.search(query, 10, False).hits):
                file.write(f"{name}\t{kind}\t{searcher.doc(address)['id'][0]}\t{rank}\t{score}\n")
    emit(peer="tantivy", version=VERSION, phase="search", segments=searcher.num_segments,
         documents=searcher.num_docs, overhead_us=empty,
         kinds=summary(prepared, taken))


if sys.argv[1] == "index":
    build(sys.argv[2], sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else 1)
else:
    search(*sys.argv[2:6], int(sys.argv[6]), int(sys.argv[7]))
