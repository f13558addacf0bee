#!/usr/bin/env python3
"""How well pressmark tells what a page is, and the weights of the signals by which it does.

    pressmark extract --format json DIR/html > out.jsonl
    kinds.py DIR out.jsonl [--tune | --aside] [--wrong N] [--least C]

prints a table of what pages are (rows, by the truth of wcxb-dev) and what they were called (columns), over all pages, the
four fifths of the sites that the weights are fitted on (--tune), or the others (--aside), as score.py parts them; and how
many articles are called something else, also of those calls that are at least as sure as C.

    cargo run --release --example features -- signals DIR/html > signals.tsv
    kinds.py DIR --fit signals.tsv

fits the weights in src/extract/kind/signals/ on the pages of --tune and prints them with a cross-validated score, site by
site apart. Logistic regression against articles with an L1 penalty (FISTA; Beck and Teboulle 2009), which leaves most at 0.
"""
import argparse, collections, json, math, pathlib, re, zlib
from urllib.parse import urlparse

# What the benchmark calls a page, and what pressmark does. A site's first page is one of these kinds to the benchmark.
CALLED = {"article": "article", "forum": "forum", "product": "product", "collection": "listing", "category": "listing",
          "listing": "listing", "documentation": "documentation", "service": "service"}
KINDS = ["article", "listing", "home", "forum", "product", "service", "documentation"]
# What is so many times as likely as an article is none: as in src/extract/kind/mod.rs.
TIMES_AS_LIKELY = 8
OTHERS = ["error", "consent", "links", "empty", "other"]


def host(url):
    return (urlparse(url or "").hostname or "").removeprefix("www.")


def aside(url):
    return zlib.crc32(host(url).encode()) % 5 == 0


def truths(root):
    out = {}
    for f in sorted((root / "ground-truth").glob("*.json")):
        d = json.load(open(f, encoding="utf-8"))
        kind = CALLED[((d.get("_internal") or {}).get("page_type") or {}).get("primary", "article")]
        is_root = urlparse(d.get("url") or "x").path in ("", "/")
        out[f.stem] = {"url": d.get("url"), "kind": "home" if is_root and kind in ("listing", "service") else kind}
    return out


def stem(path):
    return path.rsplit("/", 1)[-1].split("!")[0].split(".")[0]


def report(truth, run, wrong, least):
    got = {stem(d["path"]): d for d in map(json.loads, open(run, encoding="utf-8"))}
    table, missed, sure = collections.Counter(), [], 0
    for k, t in truth.items():
        d = got.get(k, {})
        kind = d.get("kind", "missing")
        table[t["kind"], kind] += 1
        if t["kind"] == "article" and kind != "article":
            missed.append((d.get("kind_confidence") or 0, kind, k, t["url"]))
            sure += (d.get("kind_confidence") or 0) >= least
    columns = KINDS + [k for k in OTHERS + ["missing"] if any(table[t, k] for t in KINDS)]
    print(f"{'is / called':<14}" + "".join(f"{c[:13]:>14}" for c in columns) + f"{'right':>9}")
    for t in KINDS:
        n = sum(table[t, c] for c in columns)
        if n:
            print(f"{t:<14}" + "".join(f"{table[t, c] or '.':>14}" for c in columns) + f"{table[t, t] / n:>9.3f}")
    right, n = sum(table[t, t] for t in KINDS), sum(table.values())
    articles = sum(table["article", c] for c in columns)
    print(f"right {right} of {n} = {right / n:.3f}; articles called otherwise {len(missed)} of {articles} = "
          f"{len(missed) / articles:.4f}" + (f", with at least {least}: {sure / articles:.4f}" if least else ""))
    for c, kind, k, url in sorted(missed, reverse=True)[:wrong]:
        print(f"  {c:.2f} {kind:<14} {k}  {url}")


def fit(pages, signals, penalty, rounds=300):
    """The weights of each signal for each kind but article, by FISTA on the mean log-loss."""
    kinds = KINDS[1:]
    n, size = len(signals), len(pages)
    w = [[0.0] * n for _ in kinds]
    look, speed = [row[:] for row in w], 1.0
    step = 0.25
    for _ in range(rounds):
        grad = [[0.0] * n for _ in kinds]
        for features, kind in pages:
            sums = [sum(row[f] for f in features) for row in look]
            top = max(0.0, *sums)
            odds = [math.exp(s - top) for s in sums]
            total = sum(odds) + math.exp(-top)
            for at, name in enumerate(kinds):
                error = odds[at] / total - (name == kind)
                if abs(error) > 1e-4:
                    row = grad[at]
                    for f in features:
                        row[f] += error
        new = []
        for row, g in zip(look, grad):
            moved = [v - step * d / size for v, d in zip(row, g)]
            new.append([math.copysign(max(0.0, abs(v) - step * penalty), v) for v in moved])
        faster = (1 + math.sqrt(1 + 4 * speed * speed)) / 2
        look = [[v + (speed - 1) / faster * (v - o) for v, o in zip(a, b)] for a, b in zip(new, w)]
        w, speed = new, faster
    return w


def call(w, features, least):
    odds = [1.0] + [math.exp(min(50, sum(row[f] for f in features))) for row in w]
    total = sum(odds)
    best = max(range(len(KINDS)), key=lambda at: odds[at])
    sure = odds[best] / total > least or odds[best] > TIMES_AS_LIKELY
    return KINDS[best] if best and sure else "article"


def fitted(truth, file, penalty, least):
    rows = [line.rstrip("\n").split("\t") for line in open(file, encoding="utf-8")]
    names = sorted({s for row in rows for s in row[1].split()})
    names = [s for s in names if not re.match(r"(error|consent|shell|links\.only|url\.\w+-alone)", s)]
    number = {s: i for i, s in enumerate(names)}
    pages = [([number[s] for s in row[1].split() if s in number], truth[stem(row[0])]["kind"], host(truth[stem(row[0])]["url"]))
             for row in rows if stem(row[0]) in truth]
    right = wrong = articles = 0
    for fold in range(5):
        held = [p for p in pages if zlib.crc32(b"fold" + p[2].encode()) % 5 == fold]
        w = fit([p[:2] for p in pages if zlib.crc32(b"fold" + p[2].encode()) % 5 != fold], names, penalty, 150)
        for features, kind, _ in held:
            called = call(w, features, least)
            right += called == kind
            articles += kind == "article"
            wrong += kind == "article" != called
    print(f"# {len(pages)} pages, penalty {penalty}, cross-validated: right {right / len(pages):.3f}, articles wrong {wrong / articles:.4f}")
    w = fit([p[:2] for p in pages], names, penalty)
    for i, name in enumerate(names):
        says = [f"({kind.capitalize()}, {row[i]:.1f})" for kind, row in zip(KINDS[1:], w) if abs(row[i]) >= 0.15]
        print(f"{name}\t&[{', '.join(says)}]")


def main():
    ap = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
    ap.add_argument("root", type=pathlib.Path)
    ap.add_argument("run", nargs="?")
    ap.add_argument("--tune", action="store_true")
    ap.add_argument("--aside", action="store_true")
    ap.add_argument("--wrong", type=int, default=0, help="list so many of the articles that are called something else")
    ap.add_argument("--least", type=float, default=0.0)
    ap.add_argument("--fit", metavar="SIGNALS")
    ap.add_argument("--penalty", type=float, default=0.001)
    a = ap.parse_args()
    truth = truths(a.root)
    if a.fit:
        truth = {k: t for k, t in truth.items() if not aside(t["url"])}
        return fitted(truth, a.fit, a.penalty, 0.7)
    if a.aside or a.tune:
        truth = {k: t for k, t in truth.items() if aside(t["url"]) == a.aside}
    report(truth, a.run, a.wrong, a.least)


main()
