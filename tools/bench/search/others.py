"""Answers the benchmark's queries with SQLite FTS5 and with Xapian, for comparison.

Reads a JSON file {"titles": [[text, ...], ...], "queries": [...], "engines": [...]}, writes
{"engine": {"ids": [[...]], "ms": [...], "cpu": [...], "buildSeconds": n, "bytes": n}} or {"engine": {"missing": "why"}}.
As a program without knowledge of Chinese uses them: no folding of ours, no readings, no ISBN-10.
"""
import json
import os
import re
import sys
import tempfile
import time

MOST = 10


def bigrams(text):
    out = []
    for run in re.findall(r"[\u3040-\u30ff\u3400-\u9fff]+|[^\W\u3040-\u30ff\u3400-\u9fff]+", text):
        if re.match(r"[\u3040-\u9fff]", run):
            out += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
        else:
            out.append(run.lower())
    return out


def quoted(words):
    return " OR ".join('"%s"' % word.replace('"', '""') for word in dict.fromkeys(words))


def timed(queries, answer):
    """The shortest of three, as for our own index, by the clock and by the processor."""
    ids, ms, cpu = [], [], []
    for query in queries:
        least = least_cpu = float("inf")
        for _ in range(3):
            start, start_cpu = time.perf_counter(), time.process_time()
            found = answer(query)
            least_cpu = min(least_cpu, (time.process_time() - start_cpu) * 1000)
            least = min(least, (time.perf_counter() - start) * 1000)
        ids.append(found)
        ms.append(least)
        cpu.append(least_cpu)
    return {"ids": ids, "ms": ms, "cpu": cpu}


def fts5(titles, queries, path, tokenizer, index_text, query_words):
    import sqlite3

    db = sqlite3.connect(path)
    db.execute("pragma journal_mode=off")
    db.execute("create virtual table t using fts5(text, content='', tokenize=\"%s\")" % tokenizer)
    began = time.perf_counter()
    db.executemany(
        "insert into t(rowid, text) values (?, ?)",
        ((n + 1, index_text(" ".join(fields))) for n, fields in enumerate(titles)),
    )
    db.execute("insert into t(t) values ('optimize')")
    db.commit()
    built = time.perf_counter() - began

    def answer(query):
        words = query_words(query)
        if not words:
            return []
        found = db.execute("select rowid from t where t match ? order by rank limit %d" % MOST, (quoted(words),))
        return [row[0] - 1 for row in found.fetchall()]

    return {**timed(queries, answer), "buildSeconds": built, "bytes": os.path.getsize(path)}


def trigrams(text):
    text = text.strip()
    return [text[i : i + 3] for i in range(len(text) - 2)]


def xapian_engine(titles, queries, path):
    import xapian

    cjk = getattr(xapian.TermGenerator, "FLAG_CJK_NGRAM", getattr(xapian.TermGenerator, "FLAG_NGRAMS", 0))
    db = xapian.WritableDatabase(path, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_flags(cjk)
    began = time.perf_counter()
    for n, fields in enumerate(titles):
        document = xapian.Document()
        generator.set_document(document)
        for field in fields:
            generator.index_text(field)
            generator.increase_termpos()
        document.set_data(str(n))
        db.add_document(document)
    db.commit()
    built = time.perf_counter() - began
    parser = xapian.QueryParser()
    parser.set_database(db)
    parser.set_default_op(xapian.Query.OP_OR)
    enquire = xapian.Enquire(db)
    flags = getattr(xapian.QueryParser, "FLAG_CJK_NGRAM", getattr(xapian.QueryParser, "FLAG_NGRAMS", 0))

    def answer(query):
        enquire.set_query(parser.parse_query(query, flags))
        return [int(match.document.get_data()) for match in enquire.get_mset(0, MOST)]

    answered = timed(queries, answer)
    size = sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))
    return {**answered, "buildSeconds": built, "bytes": size}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        asked = json.load(file)
    titles = asked["titles"]
    # Any program takes the hyphens out of a number.
    queries = [re.sub("-", "", query) if re.fullmatch(r"[\d-]+[Xx]?", query) else query for query in asked["queries"]]
    answers = {}
    with tempfile.TemporaryDirectory() as folder:
        engines = {
            "FTS5 bigrams": lambda: fts5(
                titles, queries, os.path.join(folder, "two"), "unicode61", lambda t: " ".join(bigrams(t)), bigrams
            ),
            "FTS5 trigrams": lambda: fts5(
                titles, queries, os.path.join(folder, "three"), "trigram", lambda t: t, trigrams
            ),
            "Xapian": lambda: xapian_engine(titles, queries, os.path.join(folder, "xapian")),
        }
        for name in asked["engines"]:
            try:
                answers[name] = engines[name]()
            except Exception as error:  # the reader is told which engine could not run, and why
                answers[name] = {"missing": str(error)}
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(answers, file)


main()
