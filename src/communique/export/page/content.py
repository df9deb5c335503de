"""The graph as the data of the page: short keys, nothing that is empty, and every text as it is.

The data stand in the page in a script element, where `</script>` in a headline would end it: `as_json`
writes the characters that mean something to HTML, and the two line separators that older JavaScript cannot
have in a string, as escapes. The page puts text into elements as text, never as markup.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from communique.edtf import bounds, valid
from communique.export.page.drawing import drawing, looks
from communique.knowledge import names
from communique.model import Actor, Claim, Document, Fact, Graph, HeldOffice, Quote
from communique.schema import concepts, vocabularies

ESCAPED = "<>&\u2028\u2029"


def content(graph: Graph) -> dict[str, Any]:
    """Everything that the page shows, JSON-ready: actors, facts, documents, drawing, looks and words."""
    return {
        "actors": [_actor(actor) for actor in graph.actors],
        "facts": [_fact(fact) for fact in graph.facts],
        "documents": [_document(document) for document in graph.documents],
        "drawing": drawing(graph),
        "looks": looks(),
        "words": words(),
    }


def as_json(value: object) -> str:
    """JSON that can stand inside a script element.

    >>> as_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in ESCAPED:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


@cache
def words() -> dict[str, Any]:
    """`strings`: language -> key -> text of the page; `concepts`: vocabulary -> code -> language -> label."""
    source = files("communique.export.page") / "strings.toml"
    labels = {
        name: [[code, concept.labels] for code, concept in concepts(name).items()] for name in vocabularies()
    }
    return {"strings": tomllib.loads(source.read_text(encoding="utf-8")), "concepts": labels}


def _kept(**values: object) -> dict[str, object]:
    """The values that say something."""
    return {key: value for key, value in values.items() if value or type(value) in (int, float)}


def _actor(actor: Actor) -> dict[str, object]:
    return _kept(
        id=actor.id,
        type=actor.type,
        name=actor.name,
        lang=actor.language,
        labels={lang: form for lang in words()["strings"] if (form := usual_names(lang).get(actor.id))},
        names=[[name.text, name.language] for name in actor.names],
        wikidata=actor.wikidata,
        offices=[_office(office) for office in actor.offices],
    )


@cache
def usual_names(language: str) -> dict[str, str]:
    """Entry -> the name by which texts of `language` usually call it, for what is known beforehand.

    >>> usual_names("fr")["Q794"]
    'Iran'
    """
    return {row.id: row.form for row in reversed(names(language)) if row.kind == "name"}


def _office(office: HeldOffice) -> dict[str, object]:
    return _kept(
        title=office.title,
        lang=office.language,
        at=office.organization,
        former=office.former,
        docs=office.documents,
        evidence=[dict(_quote(proof.quote), doc=proof.document) for proof in office.evidence],
    )


def _fact(fact: Fact) -> dict[str, object]:
    return _kept(
        id=fact.id,
        type=fact.type,
        disputed=fact.disputed,
        span=[str(day) for day in bounds(fact.date)] if fact.date and valid(fact.date) else None,
        claims=[_claim(claim) for claim in fact.claims],
        kind=fact.kind,
        status=fact.status,
        participants=fact.participants,
        parties=fact.parties,
        signatories=fact.signatories,
        subjects=fact.subjects,
        count=fact.count,
        place=fact.place,
        date=fact.date,
        by=fact.reported_by,
        confidence=round(fact.confidence, 3),
    )


def _claim(claim: Claim) -> dict[str, object]:
    """What the page shows of one source's version: where sources can differ, and the proof."""
    return _kept(
        doc=claim.document,
        kind=claim.kind,
        status=claim.status,
        count=claim.count,
        place=claim.place,
        date=claim.date,
        by=claim.reported_by,
        evidence=[_quote(quote) for quote in claim.evidence],
        why=claim.why,
    )


def _quote(quote: Quote) -> dict[str, object]:
    return _kept(text=quote.text, at=[quote.start, quote.end], before=quote.prefix, after=quote.suffix)


def _document(document: Document) -> dict[str, object]:
    return _kept(
        id=document.id,
        lang=document.language,
        title=document.title,
        date=document.published,
        source=document.source,
        url=document.url,
    )
