"""DOCUMENTS.tsv QUESTIONS.tsv RUN.tsv: answers questions (id, language, text) from documents (id, language, text) with
bm25s and its defaults; Chinese is cut into words by jieba, all else where bm25s cuts it. 100 answers, in TREC's form."""
import logging
import re
import sys

import bm25s
import jieba

from common import emit

DEPTH = 100
WORD = re.compile(r"(?u)\b\w\w+\b")


def rows(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 3:
                sys.exit(f"{path}:{number}: {len(columns)} columns in place of 3")
            yield columns


def words(language, text):
    if language.startswith("zh"):
        return [word for word in jieba.lcut(text.lower()) if word.strip() and (word[0].isalnum())]
    return WORD.findall(text.lower())


def main(documents, questions, run):
    jieba.setLogLevel(logging.WARNING)
    ids, texts = [], []
    for name, language, text in rows(documents):
        ids.append(name)
        texts.append(words(language, text))
    retriever = bm25s.BM25()
    retriever.index(texts, show_progress=False)
    asked = list(rows(questions))
    known = retriever.vocab_dict
    with open(run, "w", encoding="utf-8") as file:
        for name, language, text in asked:
            # bm25s refuses a question of which it knows no word.
            found = [word for word in words(language, text) if word in known]
            if not found:
                continue
            numbers, scores = retriever.retrieve([found], k=min(DEPTH, len(ids)), show_progress=False)
            for rank, (number, score) in enumerate(zip(numbers[0], scores[0]), 1):
                if score > 0:
                    file.write(f"{name}\tQ0\t{ids[number]}\t{rank}\t{-rank}\tbm25s\n")
    emit(peer="bm25s", version=bm25s.__version__, documents=len(ids))


main(*sys.argv[1:])
