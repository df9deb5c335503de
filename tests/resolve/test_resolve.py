"""Who is who across documents, whatever their order."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.knowledge import entries
from communique.model import Entity, Office, Record
from communique.resolve import resolve
from communique.resolve.known import meanings

DOCUMENTS = {
    "fr": [
        ("person", "Alexandre Loukachenko"),
        ("person", "Ebrahim Raïssi"),
        ("state", "Biélorussie"),
        ("state", "Iran"),
        ("organization", "Conseil de sécurité de la Biélorussie"),
        ("place", "Minsk"),
        ("organization", "Organisation de coopération de Shanghai"),
    ],
    "ro": [
        ("person", "Aleksandr Lukașenko"),
        ("person", "Ebrahim Raisi"),
        ("state", "Belarus"),
        ("state", "Iran"),
        ("organization", "Consiliul de Securitate al Belarusului"),
        ("place", "Minsk"),
        ("organization", "Organizația de Cooperare de la Shanghai"),
    ],
    "fa": [
        ("person", "الکساندر لوکاشنکو"),
        ("person", "ابراهیم رئیسی"),
        ("state", "بلاروس"),
        ("state", "ایران"),
        ("organization", "شورای امنیت بلاروس"),
        ("place", "مینسک"),
        ("organization", "سازمان همکاری شانگهای"),
    ],
    "en": [
        ("person", "Alexander Lukashenko"),
        ("person", "Ebrahim Raisi"),
        ("state", "Belarus"),
        ("state", "Iran"),
        ("organization", "Security Council of Belarus"),
        ("place", "Minsk"),
        ("organization", "Shanghai Cooperation Organisation"),
    ],
    "ru": [
        ("person", "Александр Лукашенко"),
        ("person", "Эбрахим Раиси"),
        ("state", "Беларусь"),
        ("state", "Иран"),
        ("organization", "Совет безопасности Беларуси"),
        ("place", "Минск"),
        ("organization", "Шанхайская организация сотрудничества"),
    ],
    "ar": [
        ("person", "ألكسندر لوكاشينكو"),
        ("person", "إبراهيم رئيسي"),
        ("state", "بيلاروسيا"),
        ("state", "إيران"),
        ("organization", "مجلس الأمن البيلاروسي"),
        ("place", "مينسك"),
        ("organization", "منظمة شنغهاي للتعاون"),
    ],
}
ACTORS = ("Lukashenko", "Raisi", "Belarus", "Iran", "Security Council", "Minsk", "SCO")


def record(
    identifier: str, language: str, *entities: tuple[str, str], offices: tuple[Office, ...] = ()
) -> Record:
    made = tuple(Entity(f"e{n}", kind, name) for n, (kind, name) in enumerate(entities, start=1))
    return Record(identifier, language, entities=made, offices=offices)


def ids(records: list[Record]) -> dict[tuple[str, str], str]:
    return {(r.id, e.id): e.entity or "" for r in records for e in r.entities}


@pytest.fixture(scope="module")
def six() -> list[Record]:
    return resolve([record(f"d-{language}", language, *found) for language, found in DOCUMENTS.items()])


@pytest.mark.parametrize("place", range(len(ACTORS)), ids=ACTORS)
def test_one_in_six_languages(six: list[Record], place: int) -> None:
    assert len({r.entities[place].entity for r in six}) == 1, [r.entities[place] for r in six]


def test_no_two_are_one(six: list[Record]) -> None:
    assert all(len({e.entity for e in r.entities}) == len(r.entities) for r in six)


def test_states_have_their_qids(six: list[Record]) -> None:
    assert {(r.entities[2].wikidata, r.entities[3].wikidata) for r in six} == {("Q184", "Q794")}


def test_nothing_else_changes(six: list[Record]) -> None:
    assert [(r.id, [e.name for e in r.entities]) for r in six] == [
        (f"d-{language}", [name for _, name in found]) for language, found in DOCUMENTS.items()
    ]


def test_father_and_son_and_brothers_stay_apart() -> None:
    found = resolve(
        [
            record("a", "fr", ("person", "Karim Bensalah"), ("state", "France")),
            record("b", "fa", ("person", "یوسف بن‌صلاح"), ("state", "فرانسه")),
            record("c", "en", ("person", "Youssef Bensalah"), ("state", "France")),
        ]
    )
    one, other, again = (r.entities[0].entity for r in found)
    assert one != again and other != one


def test_a_surname_joins_the_only_one_it_fits_where_the_states_agree() -> None:
    full = record("a", "en", ("person", "Serik Zhumangarin"), ("state", "Kazakhstan"))
    short = record("b", "fa", ("person", "ژومانگارین"), ("state", "قزاقستان"))
    far = record("c", "fa", ("person", "ژومانگارین"), ("state", "اروگوئه"))
    one, other, third = (r.entities[0].entity for r in resolve([full, short, far]))
    assert one == other != third


def test_a_surname_that_fits_two_joins_neither() -> None:
    found = resolve(
        [
            record("a", "en", ("person", "Serik Zhumangarin"), ("state", "Kazakhstan")),
            record("b", "en", ("person", "Bolat Zhumangarin"), ("state", "Kazakhstan")),
            record("c", "ru", ("person", "Жумангарин"), ("state", "Казахстан")),
        ]
    )
    assert len({r.entities[0].entity for r in found}) == 3


def test_different_qids_are_hard_evidence() -> None:
    one = Record("a", "en", entities=(Entity("e1", "person", "Jan Kowalczyk", wikidata="Q1000001"),))
    other = Record("b", "en", entities=(Entity("e1", "person", "Jan Kowalczyk", wikidata="Q1000002"),))
    neither = Record("c", "pl", entities=(Entity("e1", "person", "Jan Kowalczyk"),))
    assert len({r.entities[0].entity for r in resolve([one, other, neither])}) == 3


def test_a_qid_is_shared_with_other_spellings() -> None:
    known = Record(
        "a", "en", entities=(Entity("e1", "person", "Margarida Adamugy Talapa", wikidata="Q1000003"),)
    )
    other = record("b", "ru", ("person", "Маргарида Талапа"))
    assert [r.entities[0].wikidata for r in resolve([other, known])] == ["Q1000003", "Q1000003"]


def test_a_known_actor_without_a_qid_takes_the_one_that_a_document_gives() -> None:
    known = next(
        e
        for e in entries().values()
        if e.wikidata is None
        and e.type == "organization"
        and meanings(e.label, "en", "organization") == {e.id}
    )
    given = Record("a", "en", entities=(Entity("e1", "organization", known.label, wikidata="Q1000004"),))
    found = resolve([given, record("b", "en", ("organization", known.label))])
    assert {(r.entities[0].entity, r.entities[0].wikidata) for r in found} == {("Q1000004", "Q1000004")}


def test_a_capital_and_its_state_stay_apart() -> None:
    found = resolve(
        [record("a", "en", ("state", "Belarus"), ("place", "Minsk"), ("state", "Tehran"), ("state", "Iran"))]
    )
    belarus, minsk, tehran, iran = (e.entity for e in found[0].entities)
    assert belarus != minsk and tehran == iran


def test_a_body_of_no_state_is_not_everybodys() -> None:
    found = resolve(
        [
            record("a", "ro", ("organization", "Senatul"), ("state", "România")),
            record("b", "ro", ("organization", "Senatul"), ("state", "România")),
            record("c", "ro", ("organization", "Senatul"), ("state", "Chile")),
        ]
    )
    one, same, other = (r.entities[0].entity for r in found)
    assert one == same != other


def test_a_body_and_a_part_of_it_stay_apart() -> None:
    found = resolve(
        [record("a", "en", ("organization", "Zambezi Union"), ("organization", "Zambezi Union Commission"))]
    )
    one, other = (e.entity for e in found[0].entities)
    assert one != other


POOL = [
    record(f"d{n}", language, *found)
    for n, (language, found) in enumerate(
        [
            ("en", [("person", "Serik Zhumangarin"), ("state", "Kazakhstan"), ("organization", "Senate")]),
            ("fa", [("person", "ژومانگارین"), ("state", "قزاقستان"), ("person", "حسن محمدی")]),
            ("ru", [("person", "Серик Жумангарин"), ("state", "Казахстан"), ("organization", "Сенат")]),
            ("en", [("person", "Hassan Mohammadi"), ("state", "Iran"), ("organization", "Senate")]),
            ("fr", [("person", "Hassan Mohammadi"), ("state", "Iran"), ("place", "Qarabulaq-sur-Mer")]),
            ("ro", [("person", "Serik Jumangarin"), ("state", "Iran"), ("place", "Qarabulaq-sur-Mer")]),
        ]
    )
]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(POOL))
def test_order_does_not_matter(shuffled: list[Record]) -> None:
    assert ids(resolve(shuffled)) == ids(resolve(POOL))


def test_resolving_twice_changes_nothing() -> None:
    once = resolve(POOL)
    assert resolve(once) == once
    assert resolve([]) == []
