"""The page in a real browser: what an analyst does with it, and what a hostile article cannot do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from communique.model import Graph

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement


def find(page: Chrome, selector: str) -> WebElement:
    return page.find_element("css selector", selector)


def texts(page: Chrome, selector: str) -> list[str]:
    return [element.text for element in page.find_elements("css selector", selector)]


def fact(graph: Graph, kind: str) -> str:
    return next(fact.id for fact in graph.facts if fact.kind == kind)


def go(page: Chrome, address: str) -> None:
    """Follow an address of the page, as a kept bookmark does."""
    page.execute_script("location.hash = arguments[0]", address)
    page.execute_async_script("setTimeout(arguments[0], 60)")


def speak(page: Chrome, language: str) -> None:
    find(page, f'#language option[value="{language}"]').click()


def requests(page: Chrome) -> list[str]:
    """What was asked for since the page was opened, the browser's own pages left out."""
    events = [json.loads(line["message"])["message"] for line in page.get_log("performance")]
    asked = [e["params"] for e in events if e["method"] == "Network.requestWillBeSent"]
    return [r["request"]["url"] for r in asked if not r["documentURL"].startswith("chrome:")]


def test_it_opens_from_the_disk_without_a_request_or_an_error(page: Chrome, address: str) -> None:
    assert find(page, "#canvas canvas").size["width"] > 400
    asked = [url for url in requests(page) if not url.startswith(("about:", "data:"))]
    assert asked == [address]
    assert page.get_log("browser") == []


def test_the_actors_are_named_at_first_sight(page: Chrome) -> None:
    page.execute_async_script("setTimeout(arguments[0], 300)")
    assert int(find(page, "#canvas").get_attribute("data-names")) >= 4


def test_a_persian_name_is_found_as_it_is_typed(page: Chrome) -> None:
    from selenium.webdriver.common.keys import Keys

    find(page, "#search").send_keys("كريمي")  # Arabic kaf and yeh, as many keyboards have them
    assert "سارا کریمی" in texts(page, "#found [role=option]")[0]
    find(page, "#search").send_keys(Keys.ENTER)
    assert find(page, "#panel-title").text == "Sara Karimi"
    assert page.execute_script("return decodeURIComponent(location.hash)") == "#actor/sara"


def test_an_actor_shows_offices_names_and_facts_by_date(page: Chrome) -> None:
    go(page, "#actor/sara")
    assert "وزیر انرژی" in find(page, "[data-section=offices]").text
    assert {"سارا کریمی", "Sara Karimi"} <= set(texts(page, "[data-section=names] dd bdi"))
    assert texts(page, "[data-section=takes_part] .when") == ["2025-03\n–2025-04", "2024-05-13"]


def test_an_interval_stands_on_two_lines_beside_its_fact(page: Chrome) -> None:
    go(page, "#actor/sara")
    date, what = find(page, ".facts .when").rect, find(page, ".facts .what").rect
    ends = [line.rect for line in page.find_elements("css selector", ".facts .when span")]
    assert ends[0]["y"] + ends[0]["height"] <= ends[1]["y"]
    assert max(end["x"] + end["width"] for end in [*ends, date]) <= what["x"]
    assert find(page, ".facts .when").get_attribute("title") == "March – April 2025"


def test_a_fact_shows_the_quote_in_its_context(page: Chrome, graph: Graph) -> None:
    go(page, "#actor/sara")
    find(page, f'[data-fact="{fact(graph, "talks")}"]').click()
    assert find(page, "#panel blockquote mark").text == "سارا کریمی با یون لوپو دیدار کرد"
    assert find(page, "#panel blockquote").get_attribute("dir") == "rtl"
    assert find(page, "#panel blockquote").text == "روز دوشنبه سارا کریمی با یون لوپو دیدار کرد و گفت"
    claim = find(page, "#panel .claim").text
    assert "دیدار دو وزیر در تهران" in claim and "fa-1" in claim and "Persian" in claim


def test_contradictions_stand_side_by_side(page: Chrome, graph: Graph) -> None:
    go(page, f"#fact/{fact(graph, 'memorandum')}")
    assert texts(page, ".dispute tbody th") == ["Status"]
    assert texts(page, ".dispute tbody td") == ["signed", "agreed"]
    assert len(page.find_elements("css selector", ".claim blockquote")) == 2


def test_a_click_on_a_line_opens_the_fact(page: Chrome) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    find(page, 'input[value="agreement/memorandum"]').click()  # two states and one line between them
    find(page, "#zoom .wide").click()
    page.execute_async_script("setTimeout(arguments[0], 500)")  # the network moves
    canvas = find(page, "#canvas canvas")
    for down in (0, -14, 14, -28, 28):  # the names below the nodes put the line a little above the middle
        ActionChains(page).move_to_element_with_offset(canvas, 0, down).click().perform()
        if page.find_elements("css selector", "#panel.open"):
            break
    assert "Memorandum" in find(page, "#panel .head").text


def test_filters_change_the_counts_and_reset_undoes_it(page: Chrome) -> None:
    before = find(page, "#shown").text
    assert before.startswith("4 of 4 facts")
    find(page, 'input[value="agreement/memorandum"]').click()
    assert find(page, "#shown").text.startswith("1 of 4 facts · 2 of 8 actors take part · 2 of 3 documents")
    assert find(page, 'output[data-count="status:meeting/held"]').text == "0"
    assert find(page, 'output[data-count="kind:meeting/talks"]').text == "1"
    find(page, "#reset").click()
    assert find(page, "#shown").text == before


def test_dates_limit_and_a_typing_error_does_not(page: Chrome) -> None:
    find(page, "#date-from").send_keys("2024-06")
    assert find(page, "#shown").text.startswith("1 of 4 facts")
    find(page, "#date-from").send_keys("-99")
    assert find(page, "#date-from").get_attribute("aria-invalid") == "true"
    assert find(page, "#shown").text.startswith("4 of 4 facts")


def test_only_facts_with_one_actor(page: Chrome) -> None:
    go(page, "#actor/union")
    find(page, "#only-this").click()
    assert find(page, "#shown").text.startswith("1 of 4 facts")
    find(page, "#involving .chip").click()
    assert find(page, "#shown").text.startswith("4 of 4 facts")


def test_the_table_sorts_and_opens_facts_by_keyboard(page: Chrome) -> None:
    from selenium.webdriver.common.keys import Keys

    find(page, "#view-facts").click()
    column = "#facts tbody td:first-child"
    assert texts(page, column) == ["2025-03\n–2025-04", "2024-05-13", "2024-05-13", "2023-01-02"]
    find(page, '#facts [data-sort="date"]').send_keys(Keys.ENTER)
    assert texts(page, column)[0] == "2023-01-02"
    assert find(page, "#facts th:first-child").get_attribute("aria-sort") == "ascending"
    page.switch_to.active_element.send_keys(Keys.TAB)
    find(page, "#facts tbody tr:last-child .row-button").send_keys(Keys.ENTER)
    assert "Summit" in find(page, "#panel .head").text


def test_the_persian_interface_runs_from_right_to_left(page: Chrome, graph: Graph) -> None:
    go(page, f"#fact/{fact(graph, 'talks')}")
    speak(page, "fa")
    root = find(page, "html")
    assert (root.get_attribute("dir"), root.get_attribute("lang")) == ("rtl", "fa")
    assert find(page, "#filters").location["x"] > find(page, "#panel").location["x"]
    assert "۲۴ اردیبهشت ۱۴۰۳" in find(page, "#panel .sheet").text
    assert page.get_log("browser") == []


@pytest.mark.parametrize(("language", "label"), [("fr", "Réinitialiser"), ("ro", "Resetează")])
def test_other_interface_languages(page: Chrome, language: str, label: str) -> None:
    speak(page, language)
    assert find(page, "#reset").text == label
    assert "undefined" not in find(page, "body").text


def test_hostile_texts_are_shown_and_never_run(page: Chrome, graph: Graph) -> None:
    for address in ("#actor/bad%2F1", "#actor/bad%202", f"#fact/{fact(graph, 'call')}"):
        go(page, address)
        assert "onerror=" in find(page, "#panel").text
    for view in ("facts", "actors", "network"):
        find(page, f"#view-{view}").click()
    find(page, "#search").send_keys("<img")
    assert "onerror=" in find(page, "#found").text
    assert page.find_elements("css selector", "img, iframe, a[href^=javascript]") == []
    assert "ran" not in page.title and page.get_log("browser") == []


def test_what_assistive_technology_needs_is_there(page: Chrome) -> None:
    unnamed = page.execute_script(
        "return [...document.querySelectorAll('button, input, select, [role=application]')].filter((e) =>"
        " !e.hidden && !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length)).length"
    )
    assert unnamed == 0
    assert len(page.find_elements("css selector", "main, aside, body > header, [role=search]")) == 5
    ids = page.execute_script("return [...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))
