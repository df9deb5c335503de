"""The record of an article from its actors and events: identifiers, surface forms, quotes."""

from __future__ import annotations

from communique import knowledge
from communique.extract.actors import Actor, Cast
from communique.extract.events import Event
from communique.extract.layout import Page
from communique.extract.reading import Mention, Reading
from communique.extract.sources import Credits
from communique.lang.text import fold
from communique.model import Agreement, Article, Entity, Meeting, Office, Quote, Record, Span

_PASSING = 1  # mentions of a state that only passes by
_CONTEXT = 120  # code points on either side of a quote


def assemble(page: Page, published: str | None, company: Cast, events: list[Event], credits: Credits) -> Record:
    """The record: actors that are named or take part, in the order of their first mention."""
    article = page.article
    used = _used(events, credits, company)
    actors = [a for a in company.actors if id(a) in used or (a.mentions and not _background(a))]
    actors.sort(key=lambda a: (min((_span(r, m)[0] for r, m in a.mentions), default=len(article.text)), a.type, a.key))
    ids = {id(a): f"e{i}" for i, a in enumerate(actors, start=1)}
    meetings = [e for e in events if e.type == "meeting"]
    agreements = [e for e in events if e.type == "agreement"]
    return Record(
        id=article.id,
        language=article.language,
        published=published,
        title=_title(page),
        source=article.source,
        url=article.url,
        entities=tuple(_entity(article, a, ids[id(a)], page) for a in actors),
        offices=tuple(_offices(page, actors, ids)),
        meetings=tuple(_meeting(page, e, f"m{i}", ids, credits) for i, e in enumerate(meetings, start=1)),
        agreements=tuple(_agreement(page, e, f"g{i}", ids, credits) for i, e in enumerate(agreements, start=1)),
    )


def _background(actor: Actor) -> bool:
    """Whether a state without a part in anything is mere background: named no more than once."""
    return actor.type == "state" and len(actor.mentions) <= _PASSING


def _used(events: list[Event], credits: Credits, company: Cast) -> set[int]:
    """Actors without a mention of their own that events, offices or credits name."""
    used: set[int] = set()
    for event in events:
        used |= {id(a) for a in [*event.people, *event.signatories, *([event.place] if event.place else [])]}
        used |= {id(a) for s in event.sentences for a in credits.of(s)}
    for actor in company.actors:
        if actor.mentions:
            used |= {id(o.body) for o in actor.offices if o.body}
    return used


def _title(page: Page) -> str | None:
    if page.title is None:
        return page.article.title
    sentence = page.sentences[page.title]
    return page.article.text[sentence.start : sentence.end]


def _span(reading: Reading, mention: Mention) -> tuple[int, int]:
    tokens = reading.tokens
    return tokens[mention.name_start].start, tokens[mention.name_end - 1].end


def _entity(article: Article, actor: Actor, id_: str, page: Page) -> Entity:
    spans: dict[tuple[int, int], Span] = {}
    for reading, mention in actor.mentions:
        for start, end in _surfaces(reading, mention):
            spans[start, end] = Span(article.text[start:end], start, end)
    mentions = tuple(spans[k] for k in sorted(spans))
    return Entity(id_, actor.type, _name(article, actor), mentions, actor.wikidata)


def _surfaces(reading: Reading, mention: Mention) -> list[tuple[int, int]]:
    """The spans that a mention gives: its name, its name with titles, an acronym in brackets."""
    tokens = reading.tokens
    found = [_span(reading, mention)]
    if mention.alias:
        found.append((tokens[mention.alias[0]].start, tokens[mention.alias[1] - 1].end))
    elif mention.start < mention.name_start:
        found.append((tokens[mention.start].start, tokens[mention.name_end - 1].end))
    if mention.type == "person":
        found += [
            (tokens[t.start].start, tokens[t.end - 1].end)
            for t in mention.titles
            if t.klass in ("office", "counterpart")
        ]
    return found


def _name(article: Article, actor: Actor) -> str:
    """The fullest name in the text, in its base form; of one that is only described, its usual name."""
    named = [
        (r, m)
        for r, m in actor.mentions
        if m.kind not in ("demonym", "acronym", "description")
        and m.type != "title"
        and not (actor.type == "state" and m.entries and m.entries[0].type == "place")
    ]
    texts = [article.text[slice(*_span(r, m))] for r, m in named]
    if actor.entry and actor.type != "person":
        rows = [
            n
            for n in knowledge.names(article.language)
            if n.id == actor.entry and n.kind in ("name", "official", "short")
        ]
        known = {fold(n.form) for n in rows}
        texts = [t for t in texts if fold(t) in known]
        usual = next((n.form for n in rows if n.kind == "name"), knowledge.entries()[actor.entry].label)
        return max(texts, key=lambda t: (len(t), t), default=usual)
    described = (article.text[slice(*_span(r, m))] for r, m in actor.mentions)
    return max(texts or described, key=lambda t: (len(t), t), default=actor.key)


def _quote(page: Page, sentence: int) -> Quote:
    """A sentence of the article as a quote, with what stands around it."""
    text, s = page.article.text, page.sentences[sentence]
    return Quote(
        text[s.start : s.end],
        s.start,
        s.end,
        text[max(0, s.start - _CONTEXT) : s.start],
        text[s.end : s.end + _CONTEXT],
    )


def _offices(page: Page, actors: list[Actor], ids: dict[int, str]) -> list[Office]:
    found: list[Office] = []
    for actor in actors:
        for office in actor.offices:
            if office.body and id(office.body) in ids:
                found.append(
                    Office(
                        ids[id(actor)],
                        office.title,
                        ids[id(office.body)],
                        office.former,
                        (_quote(page, office.sentence),),
                    )
                )
    return found


def _credit(event: Event, credits: Credits, ids: dict[int, str]) -> tuple[str, ...]:
    sources: list[Actor] = []
    for sentence in event.sentences:
        sources += [a for a in credits.by_sentence.get(sentence, []) if a not in sources]
    return tuple(ids[id(a)] for a in sources or credits.whole(event.sentences[0]) if id(a) in ids)


def _meeting(page: Page, event: Event, id_: str, ids: dict[int, str], credits: Credits) -> Meeting:
    return Meeting(
        id_,
        event.kind,
        event.status,
        tuple(ids[id(a)] for a in event.people if id(a) in ids),
        ids.get(id(event.place)) if event.place else None,
        event.date,
        _credit(event, credits, ids),
        tuple(_quote(page, s) for s in event.sentences),
        round(event.confidence, 2),
        tuple(event.why),
    )


def _agreement(page: Page, event: Event, id_: str, ids: dict[int, str], credits: Credits) -> Agreement:
    return Agreement(
        id_,
        event.kind,
        event.status,
        tuple(ids[id(a)] for a in event.people if id(a) in ids),
        tuple(ids[id(a)] for a in event.signatories if id(a) in ids),
        tuple(event.subjects),
        event.count,
        ids.get(id(event.place)) if event.place else None,
        event.date,
        _credit(event, credits, ids),
        tuple(_quote(page, s) for s in event.sentences),
        round(event.confidence, 2),
        tuple(event.why),
    )
