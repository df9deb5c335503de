"""`communique validate`: whether a built graph keeps the rules of its vocabulary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from communique.store.validate import ValidationResult

BROKEN = 1  # exit code
SHOWN = 20  # violations listed before the rest is only counted


@click.command("validate", short_help="Check a graph against the shapes of its vocabulary.")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="All violations as JSON.")
@click.pass_context
def command(ctx: click.Context, out: Path, as_json: bool) -> None:
    """Check the graph in OUT against the SHACL shapes of its vocabulary.

    Exit code 0: it keeps them. 1: it breaks some, which are listed. 2: there is no graph to check.
    """
    from communique.store.validate import validate

    result = validate(out)
    click.echo(_json(result) if as_json else _text(result))
    if not result.conforms:
        ctx.exit(BROKEN)


def _text(result: ValidationResult) -> str:
    """A line for each violation, and one for their number."""
    from communique.cli._terminal import one_line

    lines = [
        one_line(" ".join(filter(None, (each.focus, each.path, each.message))))
        for each in result.violations[:SHOWN]
    ]
    if len(result.violations) > SHOWN:
        lines.append(f"... and {len(result.violations) - SHOWN:,} more (--json lists all)")
    lines.append(f"{result.statements:,} statements, {len(result.violations):,} violations")
    return "\n".join(lines)


def _json(result: ValidationResult) -> str:
    """The result as one JSON object."""
    import json
    from dataclasses import asdict

    return json.dumps({"conforms": result.conforms, **asdict(result)}, ensure_ascii=False, indent=2)
