"""One process or several: the same records in the same order, and one bad article stops nothing."""

import os
import re
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from communique.engine.local import AHEAD, FEW, PARCEL, cores, extract_all
from communique.errors import CommuniqueError, InputError
from communique.model import Article, Record


def by_length(article: Article) -> Record:
    """A record that shows which article it is of and which process made it; fails on the article "bad"."""
    if article.id == "bad":
        raise ValueError("no verb")
    while article.id == "endless":
        pass
    if article.id == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return Record(article.id, "en", title=str(len(article.text)), source=str(os.getpid()))


def articles(count: int) -> Iterator[Article]:
    """As many articles, numbered, each a little longer than the last."""
    return (Article(str(n), "x" * n) for n in range(count))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_order_is_that_of_the_articles(jobs: int) -> None:
    records = list(extract_all(articles(100), by_length, problems=[], jobs=jobs))
    assert [(record.id, record.title) for record in records] == [(str(n), str(n)) for n in range(100)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failing_article_is_dropped_and_named(jobs: int) -> None:
    problems: list[InputError] = []
    given = [Article("1", ""), Article("bad", ""), Article("3", "")]
    records = list(extract_all(given, by_length, problems=problems, jobs=jobs))
    assert [record.id for record in records] == ["1", "3"]
    (problem,) = problems
    assert problem.where == "bad"
    assert re.fullmatch(
        r"its extraction failed \(ValueError: no verb, at test_local\.py:\d+\)", problem.problem
    )


@pytest.mark.skipif(sys.platform == "win32", reason="timers of processor time are those of POSIX")
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_without_end_is_dropped_and_named(jobs: int) -> None:
    problems: list[InputError] = []
    given = [Article("1", ""), Article("endless", ""), Article("3", "")]
    records = list(extract_all(given, by_length, problems=problems, jobs=jobs, seconds=0.2))
    assert [record.id for record in records] == ["1", "3"]
    assert [error.where for error in problems] == ["endless"]
    assert "TimeoutError: not done after 0.2 seconds, at test_local.py" in problems[0].problem


def test_few_articles_stay_in_this_process_and_many_do_not() -> None:
    few = {record.source for record in extract_all(articles(FEW), by_length, problems=[])}
    many = {record.source for record in extract_all(articles(FEW + 1), by_length, problems=[])}
    assert few == {str(os.getpid())}
    assert (str(os.getpid()) in many) == (cores() == 1)


def test_memory_is_flat() -> None:
    taken = 0

    def counted() -> Iterator[Article]:
        nonlocal taken
        for article in articles(10_000):
            taken += 1
            yield article

    records = extract_all(counted(), by_length, problems=[], jobs=2)
    next(records)
    assert taken <= 2 * AHEAD * PARCEL
    records.close()  # type: ignore[attr-defined]
    assert active_children() == []


def test_a_killed_worker_ends_the_run_with_a_reason() -> None:
    given = [*articles(20), Article("deadly", ""), *articles(20)]
    with pytest.raises(CommuniqueError, match="a worker was killed"):
        list(extract_all(given, by_length, problems=[], jobs=2))


SLOW = """
    import sys, time
    from communique.engine.local import extract_all
    from communique.model import Article, Record

    def slowly(article):
        time.sleep(0.05 if article.id < "1" else 3600)
        return Record(article.id, "en")

    if __name__ == "__main__":
        endless = (Article("0" if n < 8 else "1", "") for n in range(10**9))
        for record in extract_all(endless, slowly, problems=[], jobs=2):
            print(record.id, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_the_run(tmp_path: Path, ending: signal.Signals) -> None:
    script = tmp_path / "slow.py"
    script.write_text(textwrap.dedent(SLOW))
    run = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert run.stdout is not None
    run.stdout.readline()
    if ending == signal.SIGINT:
        os.killpg(run.pid, ending)  # as a terminal does: every process of the group
    else:
        run.kill()
    _, errors = run.communicate(timeout=20)  # ends when the last process that holds the pipe has ended
    assert errors.count(b"Traceback") <= 1  # the workers say nothing
