"""Records as JSON objects, one a line, and back; what comes in is checked here, once, and trusted afterwards.

The keys are the fields of `communique.model`, in their order. `former` is written only where it is true,
`count` only where it is known, `prefix` and `suffix` of a quote only where there are any. A mention or
piece of evidence whose position is not known - gold gives the bare string - is a span from 0 to 0 and is
written as the string again.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache, partial
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from communique.edtf import valid
from communique.errors import InputError
from communique.model import Agreement, Meeting, Quote, Record, Span
from communique.schema.fields import RULES, SCHEMAS, codes

Reader = Callable[[Any, str], Any]  # value, and where it stands -> checked value

_LEFT_OUT: dict[str, object] = {"former": False, "count": None, "prefix": "", "suffix": ""}  # where so


def dump_line(record: Record) -> str:
    """The record as one line of JSON, without a line end; the same record gives the same line.

    >>> dump_line(Record("a", "fr"))[:40]
    '{"id": "a", "language": "fr", "published'
    """
    return json.dumps(to_json(record), ensure_ascii=False)


def load_line(line: str) -> Record:
    """The record in one line of JSON. Raises InputError where it is no JSON or no record."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError("record", f"not JSON ({error})", "give one JSON object a line") from error
    return from_json(data)


def to_json(record: Record) -> dict[str, object]:
    """The record as a JSON object.

    >>> to_json(Record("a", "fr"))["meetings"]
    []
    """
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: object) -> object:
    """Dataclasses as objects, tuples as lists, everything else as it is."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not is_dataclass(value):
        return value
    if isinstance(value, (Span, Quote)) and value.end == 0 and value.text:
        return value.text
    pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
    return {name: _plain(item) for name, item in pairs if not (name in _LEFT_OUT and item == _LEFT_OUT[name])}


def from_json(data: object) -> Record:
    """The record that a JSON object describes, checked.

    Unknown keys are ignored, and null is as good as absent where a field may be empty. Raises InputError,
    which names the record and the field, for a missing or mistyped field, a code that its vocabulary does
    not have, a date that is not EDTF, a position that does not fit its text, or an entity that the record
    does not list.

    >>> from_json({"id": "a", "language": "fr", "meetings": [{"id": "m1", "kind": "talks", "status": "?"}]})
    Traceback (most recent call last):
    communique.errors.InputError: record a, meetings[0].status: '?' is none of cancelled, held, planned
    """
    try:
        record: Record = _read_object(Record, data, "")
        _check_references(record)
    except InputError as refused:
        known = data.get("id") if isinstance(data, Mapping) else None
        name = f"record {known}" if isinstance(known, str) and known.isprintable() else "record"
        where = f"{name}, {refused.where}" if refused.where else name
        raise InputError(where, refused.problem, refused.remedy) from None
    return record


def _read_object(kind: Any, data: object, where: str) -> Any:
    """One dataclass from its JSON object, which stands at the path `where` of the record."""
    if isinstance(data, str) and kind in (Span, Quote):
        data = {"text": data, "start": 0, "end": 0}
    if not isinstance(data, Mapping):
        raise InputError(where, f"an object was expected, not {_shown(data)}")
    values = {}
    for name, (field, read) in _readers(kind).items():
        here = f"{where}.{name}" if where else name
        given = data.get(name)
        if given is not None:
            values[name] = read(given, here)
        elif field.default is MISSING:
            raise InputError(here, "is missing")
    made = kind(**values)
    _check_span(made, where)
    return made


@cache
def _readers(kind: Any) -> dict[str, tuple[Field[Any], Reader]]:
    """Name -> field and the reader of its values, for each field of a dataclass."""
    hints, rules = get_type_hints(kind), RULES.get(kind.__name__, {})
    return {f.name: (f, _reader(hints[f.name], rules.get(f.name, ""))) for f in fields(kind)}


def _reader(hint: Any, rule: str) -> Reader:
    """The reader of one type: an optional one, a tuple, a dataclass, or a plain value under a rule."""
    if isinstance(hint, UnionType):
        return _reader(next(arg for arg in get_args(hint) if arg is not type(None)), rule)
    if get_origin(hint) is tuple:
        return _list_reader(_reader(get_args(hint)[0], rule))
    if is_dataclass(hint) and isinstance(hint, type):
        return partial(_read_object, hint)
    return lambda value, where: _checked(_typed(value, hint, where), rule, where)


def _list_reader(item: Reader) -> Reader:
    """The reader of a list, from that of its items."""

    def read(value: object, where: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise InputError(where, f"a list was expected, not {_shown(value)}")
        return tuple(item(each, f"{where}[{i}]") for i, each in enumerate(value))

    return read


def _typed(value: object, wanted: type, where: str) -> object:
    """The value where it has the wanted plain type; a whole number will do for a fraction."""
    if wanted is float and type(value) is int:
        return float(value) if abs(value) <= 1 else value
    if type(value) is not wanted:
        raise InputError(where, f"{_WORDS[wanted]} was expected, not {_shown(value)}")
    if isinstance(value, str) and not value.isascii() and re.search("[\ud800-\udfff]", value):
        raise InputError(where, "holds half of a surrogate pair, which is no character", "write it as UTF-8")
    return value


_WORDS: dict[type, str] = {str: "a string", int: "a whole number", float: "a number", bool: "true or false"}


def _checked(value: Any, rule: str, where: str) -> Any:
    """The value where it keeps its rule."""
    if allowed := codes(rule):
        if value not in allowed:
            raise InputError(where, f"{_shown(value)} is none of {', '.join(sorted(allowed))}")
        return value
    if rule and not _keeps(value, rule):
        raise InputError(where, f"{_shown(value)} is not {_meaning(rule)}")
    return value


def _keeps(value: Any, rule: str) -> bool:
    """Whether a text or number keeps a rule that is not a vocabulary."""
    schema: Mapping[str, Any] = SCHEMAS[rule]
    if not isinstance(value, str):
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    if rule == "edtf":
        return valid(value)
    fits = re.fullmatch(schema["pattern"].strip("^$"), value) if "pattern" in schema else True
    return bool(fits) and len(value) >= schema.get("minLength", 0)


def _meaning(rule: str) -> str:
    """What a rule asks for, in words."""
    said = {"name": "a text of at least one character", "share": "between 0 and 1", "positive": "1 or more"}
    return said.get(rule) or str(SCHEMAS[rule]["description"])


def _check_span(made: object, where: str) -> None:
    """Raises where the positions of a mention or quote do not fit its text; 0 to 0 is an unknown position."""
    if isinstance(made, (Span, Quote)) and made.end and made.end - made.start != len(made.text):
        length = f"{made.start} to {made.end} is not as long as the text ({len(made.text)})"
        raise InputError(where, f"the position {length}", "count code points, not bytes")


def _check_references(record: Record) -> None:
    """Raises where two things have one id, or where a fact or office names an entity that is not listed."""
    listed = [entity.id for entity in record.entities]
    _check_ids("entities", listed)
    facts: tuple[Meeting | Agreement, ...] = (*record.meetings, *record.agreements)
    _check_ids("meetings and agreements", [fact.id for fact in facts])
    for name in ("offices", "meetings", "agreements"):
        for i, thing in enumerate(getattr(record, name)):
            _check_entities(thing, set(listed), f"{name}[{i}]")


def _check_ids(where: str, ids: list[str]) -> None:
    """Raises where an id occurs twice."""
    if len(set(ids)) != len(ids):
        raise InputError(where, f"{_shown(Counter(ids).most_common(1)[0][0])} is the id of more than one")


def _check_entities(thing: object, listed: set[str], where: str) -> None:
    """Raises where a field that names entities names one that is not listed."""
    for name, rule in RULES[type(thing).__name__].items():
        value = getattr(thing, name) if rule == "entity" else None
        for id in value if isinstance(value, tuple) else (value,):
            if id is not None and id not in listed:
                raise InputError(f"{where}.{name}", f"{_shown(id)} is the id of no entity of the record")


def _shown(value: object) -> str:
    """A value as an error message shows it, cut to a line."""
    shown = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
