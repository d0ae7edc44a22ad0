"""Do engines with the same formula find the same documents?"""

TOLERANCE = 1e-4
# Tantivy keeps the factor k1 + 1 that the others leave out.
FACTORS = {"tantivy": 2.2}


def load(path, factor=1.0):
    """Hits by question: list of (id, score), best first; and the kinds by question."""
    hits, kinds = {}, {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            question, kind, document, _, score = line.rstrip("\n").split("\t")
            hits.setdefault(question, []).append((document, float(score) / factor))
            kinds[question] = kind
    return hits, kinds


def near(a, b):
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b), 1e-9)


def agree(ours, theirs):
    """The same scores in order, and the same documents wherever a score stands apart from its neighbours. The last of ten
    may tie with an eleventh that is not seen, so it is held to its score only."""
    if len(ours) != len(theirs) or not all(near(a[1], b[1]) for a, b in zip(ours, theirs)):
        return False
    for rank, (document, score) in enumerate(ours):
        alone = all(not near(score, other[1]) for place, other in enumerate(ours) if place != rank)
        if alone and not (rank == 9 and len(ours) == 10) and document != theirs[rank][0]:
            return False
    return True


def shares(questions, ours, theirs, peer):
    """By kind, the share of questions on which the peer agrees. `ours`, `theirs`: files of what was found; kinds that
    the peer was not asked are left out."""
    found, _ = load(ours)
    other, _ = load(theirs, FACTORS.get(peer, 1.0))
    asked = {}
    with open(questions, encoding="utf-8") as file:
        for line in file:
            name, kind = line.split("\t")[:2]
            asked.setdefault(kind, []).append(name)
    answered = {kind for kind, names in asked.items() if any(name in other for name in names)}
    return {
        kind: sum(agree(found.get(name, []), other.get(name, [])) for name in names) / len(names)
        for kind, names in asked.items() if kind in answered}


def overlaps(ours, theirs):
    """By kind, the mean share of our documents that the peer has among its ten; for a peer of another formula."""
    found, kinds = load(ours)
    other, _ = load(theirs)
    shares = {}
    for name, hits in found.items():
        if name in other:
            same = {document for document, _ in hits} & {document for document, _ in other[name]}
            shares.setdefault(kinds[name], []).append(len(same) / len(hits))
    return {kind: sum(values) / len(values) for kind, values in shares.items()}


def differences(questions, ours, theirs, peer, limit=3):
    """The first questions on which the peer differs, to look into."""
    found, _ = load(ours)
    other, _ = load(theirs, FACTORS.get(peer, 1.0))
    lines = []
    with open(questions, encoding="utf-8") as file:
        for line in file:
            name, kind = line.split("\t")[:2]
            if kind != "cell" and not agree(found.get(name, []), other.get(name, [])):
                lines.append(f"{line.rstrip()}\n  ours   {found.get(name, [])}\n  {peer} {other.get(name, [])}")
    return lines[:limit]
