"""`communique match`: answer, reasons, table, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from communique.cli.match import command

HEADER = "form_a\tlang_a\tform_b\tlang_b\ttype"


def run(*arguments: str, text: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(command, arguments, input=text)
    return result.exit_code, result.output


def test_same_and_why() -> None:
    code, out = run("Loukachenko", "لوکاشنکو", "--lang-a", "fr", "--lang-b", "fa")
    assert code == 0 and out.startswith("same") and "لوکاشنکو" in out and "surname" in out


def test_different() -> None:
    code, out = run("Raúl Castro", "Fidel Castro")
    assert code == 1 and out.startswith("different")


def test_json() -> None:
    code, out = run(
        "Ministry of Finance",
        "Ministerul Finanțelor",
        "--lang-a",
        "en",
        "--lang-b",
        "ro",
        "--type",
        "organization",
        "--json",
    )
    assert code == 0 and json.loads(out)["same"] is True


def test_table(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(
        f"{HEADER}\nOrbán Viktor\thu\tВиктор Орбан\tru\tperson\nA\ten\tB\ten\torganization\n",
        encoding="utf-8",
    )
    code, out = run("--pairs", str(path))
    lines = [line.split("\t") for line in out.splitlines()]
    assert code == 0 and lines[0][-2:] == ["score", "same"]
    assert lines[1][-1] == "1" and lines[2][-1] == "0" and 0 <= float(lines[2][-2]) <= 1


def test_table_replaces_columns_of_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(f"{HEADER}\tsame\nIvan Popa\tro\tIvan Popa\tro\tperson\t0\n", encoding="utf-8")
    assert run("--pairs", str(path))[1].splitlines()[0] == HEADER + "\tscore\tsame"


def test_table_without_a_column(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("form_a\tform_b\na\tb\n", encoding="utf-8")
    code, _ = run("--pairs", str(path))
    assert code != 0


def test_one_name_is_not_enough() -> None:
    assert run("Raisi")[0] == 2
