"""Clerks are replaced when they fail, and nobody waits for ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.serve.bureau import Bureau
from communique.serve.clerk import Limits
from communique.serve.protocol import QueryRequest

ENDLESS = QueryRequest("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }")
YES = QueryRequest("ASK {}")


@pytest.fixture
def bureau(built: Path) -> Iterator[Bureau]:
    bureau = Bureau(built, size=1, limits=Limits(seconds=1.5))
    yield bureau
    bureau.close()


def _processes(bureau: Bureau) -> list[int | None]:
    return [process.pid for process in bureau._all]


def test_one_clerk_answers_one_question_after_the_other(bureau: Bureau) -> None:
    assert bureau.ask(YES, "").status == 200
    first = _processes(bureau)
    assert bureau.ask(YES, "").status == 200
    assert _processes(bureau) == first and len(first) == 1


def test_clerk_that_dies_is_replaced(bureau: Bureau) -> None:
    assert bureau.ask(YES, "").status == 200
    (process,) = bureau._all
    threading.Timer(0.3, process.kill).start()
    answer = bureau.ask(ENDLESS, "")
    assert answer.status == 503 and b"time or memory" in answer.body
    assert bureau.ask(YES, "").status == 200
    assert process.pid not in _processes(bureau)


def test_clerk_that_died_idle_is_replaced(bureau: Bureau) -> None:
    assert bureau.ask(YES, "").status == 200
    (process,) = bureau._all
    process.kill()
    process.join()
    assert bureau.ask(YES, "").status == 503
    assert bureau.ask(YES, "").status == 200


def test_no_seat_comes_free(bureau: Bureau) -> None:
    assert bureau.ask(YES, "").status == 200
    busy = Bureau(bureau.out, size=1, limits=Limits(seconds=0.3))
    busy._seats.acquire()
    began = time.monotonic()
    assert b"too many" in busy.ask(YES, "").body
    assert time.monotonic() - began < 5


def test_closed_bureau_ends_its_processes(built: Path) -> None:
    bureau = Bureau(built)
    assert bureau.ask(YES, "").status == 200
    (process,) = bureau._all
    bureau.close()
    process.join(10)
    assert process.exitcode is not None
    assert bureau.ask(YES, "").status == 503


def test_store_that_is_not_there(tmp_path: Path) -> None:
    bureau = Bureau(tmp_path)
    answer = bureau.ask(YES, "")
    assert answer.status == 503 and b"holds no store" in answer.body
    assert str(tmp_path).encode() not in answer.body
    assert not bureau._all
