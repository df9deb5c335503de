"""The stages of reading one article, in their order."""

from __future__ import annotations

from communique.extract.actors import group
from communique.extract.anaphors import find_anaphors
from communique.extract.assemble import assemble
from communique.extract.bodies import find_bodies, find_short_names
from communique.extract.holders import link_titles
from communique.extract.inherit import inherit
from communique.extract.layout import Page, lay_out
from communique.extract.merge import merge_events
from communique.extract.offices import take_offices
from communique.extract.people import find_people, find_surnames
from communique.extract.reading import Reading, lone_capitals, read_sentence
from communique.extract.sources import find_credits
from communique.extract.telling import find_events
from communique.extract.titles import find_titles
from communique.extract.weighing import Weighing
from communique.lang.dates import find_dates, weekday_year
from communique.model import Article, Record

_SHORT = 24  # tokens of a line that may be a date with a place or a time


def extract(article: Article) -> Record:
    """The record of an article. Raises CommuniqueError where its language is not known."""
    return extract_weighed(article)[0]


def extract_weighed(article: Article) -> tuple[Record, list[Weighing]]:
    """The record of an article, and all that was weighed for its meetings and agreements."""
    page = lay_out(article)
    published = article.published or _shown_date(page)
    readings = read_mentions(page)
    company = group(readings)
    take_offices(company, readings)
    anchor = published or _dated_lead(page)
    dates = {r.index: find_dates(r.tokens, page.language, published=anchor) for r in readings}
    credits = find_credits(readings)
    told, weighed = find_events(readings, company, dates, published=anchor)
    events = merge_events(told)
    inherit(events, company)
    return assemble(page, published, company, events, credits), weighed


def read_mentions(page: Page) -> list[Reading]:
    """The sentences of a page with their mentions: organisations, titles, persons, words that stand for them."""
    lone = lone_capitals(page.sentences)
    readings = [
        read_sentence(i, s, page.language, skip=page.datelines.get(i, 0), lone_capitals=lone)
        for i, s in enumerate(page.sentences)
    ]
    titles = {}
    for reading in readings:
        find_bodies(reading)
    find_short_names(readings)
    for reading in readings:
        titles[reading.index] = find_titles(reading)
        find_people(reading, titles[reading.index])
    find_surnames(readings)
    for reading in readings:
        link_titles(reading, titles[reading.index])
        find_anaphors(reading)
    return readings


def _shown_date(page: Page) -> str | None:
    """The date of publication that a dateline or one of the first lines shows, where it is a full date.

    A dateline without a year has the year in which its day is the weekday that the lead names.
    """
    for sentence in page.head:
        length = next((n for i, n in page.datelines.items() if page.sentences[i] is sentence), 0)
        stretch = sentence.tokens[:length] or (sentence.tokens if len(sentence.tokens) < _SHORT else [])
        for found in find_dates(stretch, page.language, published=None):
            if found.edtf and len(found.edtf) == 10:
                return found.edtf
        if length:
            dated = weekday_year(sentence.tokens[:length], sentence.tokens[length:], page.language)
            if dated:
                return dated
    return None


def _dated_lead(page: Page) -> str | None:
    """A full date in the lead: what other dates of an article without a dateline are relative to."""
    for sentence in page.sentences[:3]:
        for found in find_dates(sentence.tokens, page.language, published=None):
            if found.edtf and len(found.edtf) == 10:
                return found.edtf
    return None
