"""The page as bytes: whole, self-contained, the same every time, and no text in it ends its own script."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from importlib.resources import files

import pytest

from communique.export import html
from communique.export.page.content import content, words
from communique.export.page.drawing import bends, drawing, looks
from communique.export.page.layout import _apart, positions
from communique.export.page.packing import SIDE, packed
from communique.graph.build import build_graph
from communique.model import Graph
from communique.schema import concepts


def written(graph: Graph) -> str:
    out = io.BytesIO()
    html.write(graph, out)
    return out.getvalue().decode("utf-8")


def test_the_page_is_whole_and_says_what_it_is(graph: Graph) -> None:
    page = written(graph)
    assert page.startswith("<!doctype html>\n<html lang=") and page.rstrip().endswith("</html>")
    assert '<meta charset="utf-8">' in page and "<title>" in page and "{{" not in page.split("<style>")[0]


def test_nothing_is_loaded_from_elsewhere(graph: Graph) -> None:
    page = written(graph)
    own = page.replace(html.vis_network(), "")
    assert re.findall(r"""(?:src|href)=["']?(?!#|data:)[^"'\s>]+""", own) == []
    assert not re.search(r"@import|url\(|sourceMappingURL", page.split("</style>")[0] + own)
    assert "default-src 'none'" in page


def test_the_data_are_read_back_as_they_were(graph: Graph) -> None:
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', written(graph), re.S)
    assert data is not None and not set("<>&\u2028\u2029") & set(data[1])
    assert json.loads(data[1]) == json.loads(json.dumps(content(graph)))


def test_a_marker_in_a_name_is_no_marker(graph: Graph) -> None:
    page = html.asset("page.html")
    assert sorted(re.findall(r"\{\{(\w+)\}\}", page)) == ["data", "policy", "script", "style", "vis"]
    assert written(graph).count("vis-network\n * https://visjs") == 1


def test_every_actor_of_a_fact_is_drawn_and_linked(graph: Graph) -> None:
    drawn = drawing(graph)
    ids = {node["id"] for node in drawn["nodes"]}
    taking_part = {who for f in graph.facts for who in f.participants + f.parties + f.signatories}
    assert taking_part <= ids and len(ids) == len(drawn["nodes"])
    assert {edge["fact"] for edge in drawn["edges"]} == {fact.id for fact in graph.facts}
    assert drawn["options"]["physics"] == {"enabled": False}


def test_several_lines_between_a_pair_do_not_lie_on_one_another() -> None:
    for count in range(1, 12):
        assert len(set(bends(count))) == count and sum(bends(count)) == pytest.approx(0, abs=0.01)


def test_names_do_not_lie_on_one_another() -> None:
    box = (60.0, 15.0, 40.0)
    boxes = [box] * 40
    points = _apart([(float(i % 7), float(i % 5)) for i in range(40)], boxes)
    overlapping = [
        (a, b)
        for i, a in enumerate(points)
        for b in points[i + 1 :]
        if abs(a[0] - b[0]) < 2 * box[0] - 1 and abs(a[1] - b[1]) < box[1] + box[2] - 1
    ]
    assert overlapping == []


def test_parts_lie_close_around_the_largest_and_never_on_one_another() -> None:
    ring = [(800.0, 0.0), (0.0, 600.0), (-800.0, 0.0), (0.0, -600.0)]
    parts = [(ring, [(0, 1), (1, 2), (2, 3), (3, 0)])] + [([(0.0, 0.0), (90.0, 0.0)], [(0, 1)])] * 30
    moves = packed(parts)
    spots = [[(x + dx, y + dy) for x, y in points] for (points, _), (dx, dy) in zip(parts, moves, strict=True)]
    assert moves[0] == (0.0, 0.0)
    for i, part in enumerate(spots):
        for other in spots[i + 1 :]:
            assert min(abs(x - u) + abs(y - v) for x, y in part for u, v in other) > SIDE
    assert sum(all(abs(x) / 800 + abs(y) / 600 < 1 for x, y in part) for part in spots[1:]) > 5  # inside the ring


def test_a_thousand_nodes_are_laid_out_the_same_way_twice() -> None:
    links = [(i, (i * 7 + 3) % 1000) for i in range(1000)]
    boxes = [(5.0, 5.0, 5.0)] * 1000
    assert positions(links, boxes) == positions(links[::-1], boxes)
    assert positions([], []) == []


def test_every_code_of_the_vocabularies_has_a_look() -> None:
    assert set(looks()["actor"]) == set(concepts("entity-type"))
    assert set(looks()["status"]) == {*concepts("meeting-status"), *concepts("agreement-status")}


def test_the_page_speaks_every_language_fully() -> None:
    strings = words()["strings"]
    keys = {language: set(said) for language, said in strings.items()}
    assert set(keys) == {"en", "fr", "ro", "fa"} and len({frozenset(k) for k in keys.values()}) == 1
    slots = [
        {key: sorted(re.findall(r"\{(\w+)\}", text)) for key, text in said.items()}
        for said in strings.values()
    ]
    assert all(other == slots[0] for other in slots)


def test_every_word_that_the_scripts_use_is_there() -> None:
    used = set(re.findall(r"""\bword\("(\w+)\"""", html.page_script()))
    used |= set(re.findall(r"""data-word="(\w+)\"""", html.asset("page.html")))
    used |= set(re.findall(r"""(?:section|factList|\brow)\("(\w+)",""", html.page_script()))
    assert used and used <= set(words()["strings"]["en"])


def test_scripts_never_write_markup() -> None:
    script = html.page_script()
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function", script)


def test_every_script_of_the_folder_is_in_the_page() -> None:
    folder = files("communique.export.page") / "js"
    assert sorted(p.name for p in folder.iterdir()) == sorted(f"{name}.js" for name in html.SCRIPTS)


PROGRAM = """
import sys
from communique.export import html, graphml, gexf, nodes_csv, edges_csv
from communique.graph.build import build_graph
from communique.schema.record_json import load_line
graph = build_graph(map(load_line, sys.stdin.buffer.read().decode().splitlines()))
for module in (html, graphml, gexf, nodes_csv, edges_csv):
    module.write(graph, sys.stdout.buffer)
"""


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    from communique.model import Agreement, Entity, Record
    from communique.schema.record_json import dump_line

    states = tuple(
        Entity(f"e{i}", "state", name) for i, name in enumerate(("Iran", "Romania", "Iraq", "Kenya"))
    )
    bound = [("e0", "e1", "e2"), ("e0", "e1"), ("e2", "e3"), ("e0", "e1")]
    agreements = tuple(
        Agreement(f"g{i}", "treaty", "signed", who, (), ("trade", "energy"), date=f"20{20 + i}")
        for i, who in enumerate(bound)
    )
    line = dump_line(Record("a", "en", entities=states, agreements=agreements)).encode()
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input=line,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1 and b"<graphml" in outputs.pop()


def test_an_empty_graph_has_a_page() -> None:
    assert '"facts":[]' in written(build_graph([]))
