"""A page written once, and one Chromium that opens it from the disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.export import html
from communique.graph.build import build_graph
from communique.model import Agreement, Entity, Graph, Meeting, Office, Quote, Record

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--lang=en",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1500,950",
)

ATTACK = (
    "<img src=x onerror=\"document.title='ran'\"></script><script>document.title='ran'</script> href {{data}}"
)


def entity(local: str, type_: str, name: str, actor: str, item: str | None = None) -> Entity:
    return Entity(local, type_, name, (), item, actor)


def persian_report() -> Record:
    """Talks in Tehran, and a memorandum that is signed there."""
    return Record(
        id="fa-1",
        language="fa",
        published="2024-05-14",
        title="دیدار دو وزیر در تهران",
        source="خبرگزاری نمونه",
        entities=(
            entity("e1", "person", "سارا کریمی", "sara"),
            entity("e2", "person", "یون لوپو", "ion"),
            entity("e3", "state", "ایران", "Q794", "Q794"),
            entity("e4", "state", "رومانی", "Q218", "Q218"),
            entity("e5", "place", "تهران", "Q3616", "Q3616"),
        ),
        offices=(Office("e1", "وزیر انرژی", "e3", False, (Quote("وزیر انرژی ایران", 0, 16),)),),
        meetings=(
            Meeting(
                "m1",
                "talks",
                "held",
                ("e1", "e2"),
                "e5",
                "2024-05-13",
                (),
                (Quote("سارا کریمی با یون لوپو دیدار کرد", 10, 42, "روز دوشنبه ", " و گفت"),),
                0.9,
                ("a rule",),
            ),
        ),
        agreements=(
            Agreement(
                "g1",
                "memorandum",
                "signed",
                ("e3", "e4"),
                (),
                ("energy",),
                None,
                "e5",
                "2024-05-13",
                (),
                (Quote("یادداشت تفاهم امضا شد", 60, 81),),
                0.8,
            ),
        ),
    )


def romanian_report() -> Record:
    """The same memorandum, only agreed; and a summit of three next year."""
    return Record(
        id="ro-1",
        language="ro",
        published="2024-05-15",
        title="Memorandum cu Iranul",
        source="Ziarul de probă",
        entities=(
            entity("e1", "state", "România", "Q218", "Q218"),
            entity("e2", "state", "Iran", "Q794", "Q794"),
            entity("e3", "person", "Ion Lupu", "ion"),
            entity("e4", "person", "Sara Karimi", "sara"),
            entity("e5", "organization", "Uniunea de Probă", "union"),
            entity("e6", "place", "Teheran", "Q3616", "Q3616"),
        ),
        meetings=(
            Meeting(
                "m1",
                "summit",
                "planned",
                ("e3", "e4", "e5"),
                None,
                "2025-03/2025-04",
                (),
                (Quote("se vor întâlni la anul", 5, 27),),
                0.7,
            ),
        ),
        agreements=(
            Agreement(
                "g1",
                "memorandum",
                "agreed",
                ("e1", "e2"),
                (),
                ("energy",),
                None,
                "e6",
                "2024-05-13",
                (),
                (Quote("au convenit asupra unui memorandum", 30, 64, "Cele două state ", "."),),
                0.6,
            ),
        ),
    )


def hostile_report() -> Record:
    """Every text an attack."""
    return Record(
        id=ATTACK,
        language="en",
        published="2023-01-02",
        title=ATTACK,
        source=ATTACK,
        url="javascript:document.title='ran'",
        entities=(
            entity("e1", "person", ATTACK, "bad/1"),
            entity("e2", "organization", "href" + ATTACK, "bad 2"),
        ),
        offices=(Office("e1", ATTACK, "e2", False, (Quote(ATTACK, 0, len(ATTACK)),)),),
        meetings=(
            Meeting(
                "m1",
                "call",
                "cancelled",
                ("e1", "e2"),
                None,
                "2023-01-02",
                ("e2",),
                (Quote(ATTACK, 0, len(ATTACK), ATTACK, ATTACK),),
                0.5,
                (ATTACK,),
            ),
        ),
    )


@pytest.fixture(scope="session")
def graph() -> Graph:
    return build_graph([persian_report(), romanian_report(), hostile_report()])


@pytest.fixture(scope="session")
def address(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("page") / html.filename
    with file.open("wb") as out:
        html.write(graph, out)
    return file.as_uri()


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """The browser; its logs of the console and of requests are on. Skips where none is installed."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        pytest.skip("needs chromium and chromedriver: apt-get install chromium chromium-driver")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield browser
    browser.quit()


@pytest.fixture
def page(chromium: Chrome, address: str) -> Chrome:
    """The page, freshly opened."""
    for kind in ("browser", "performance"):
        chromium.get_log(kind)
    chromium.get("about:blank")
    chromium.get(address)
    return chromium
