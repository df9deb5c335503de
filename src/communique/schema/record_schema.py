"""The JSON Schema of a record, from the dataclasses of `communique.model` and the rules of their fields."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from communique.model import Agreement, Entity, Meeting, Office, Quote, Record, Span
from communique.schema.fields import RULES, SCHEMAS, codes
from communique.schema.load import concepts
from communique.schema.namespaces import CQ

PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def record_schema() -> dict[str, object]:
    """The schema, draft 2020-12; each class of the model is a definition."""
    parts = (Entity, Office, Meeting, Agreement, Span, Quote)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{CQ.removesuffix('#')}/record.schema.json",
        "title": "Document record",
        **object_schema(Record),
        "$defs": {part.__name__: object_schema(part) for part in parts},
    }


def object_schema(kind: type[Any]) -> dict[str, object]:
    """The schema of one dataclass: its fields in order; those without a default are required."""
    hints, rules = get_type_hints(kind), RULES.get(kind.__name__, {})
    return {
        "type": "object",
        "description": (kind.__doc__ or "").partition("\n")[0],
        "properties": {f.name: value_schema(hints[f.name], rules.get(f.name, "")) for f in fields(kind)},
        "required": [f.name for f in fields(kind) if f.default is MISSING],
    }


def value_schema(hint: Any, rule: str) -> dict[str, object]:
    """The schema of one type under a rule. A mention or quote may also be the bare string.

    >>> value_schema(int | None, "positive")
    {'anyOf': [{'type': 'integer', 'minimum': 1}, {'type': 'null'}]}
    """
    if isinstance(hint, UnionType):
        some = next(arg for arg in get_args(hint) if arg is not type(None))
        return {"anyOf": [value_schema(some, rule), {"type": "null"}]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": value_schema(get_args(hint)[0], rule)}
    if is_dataclass(hint) and isinstance(hint, type):
        reference: dict[str, object] = {"$ref": f"#/$defs/{hint.__name__}"}
        return {"anyOf": [reference, {"type": "string"}]} if hint in (Span, Quote) else reference
    allowed = {"enum": list(concepts(rule))} if codes(rule) else SCHEMAS.get(rule, {})
    return {"type": PLAIN[hint], **allowed}
