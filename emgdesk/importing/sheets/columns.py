"""Which column of a table gives which field: by its header's words, checked against its values."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from emgdesk.domain import people, statuses
from emgdesk.domain.folding import words
from emgdesk.errors import InputError, UsageError
from emgdesk.importing.records import FIELDS
from emgdesk.importing.sheets.header_words import fields_of, in_brackets, is_exact, names_people, phrase
from emgdesk.importing.sheets.headers import Table
from emgdesk.importing.tables import quoted, text_of

_LOOKED_AT = 200  # data rows whose values are weighed
_SAMPLES = 3
PLAIN_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
# It begins where a word does, so that a long text is looked through once.
EMAIL = re.compile(r"(?<![^@\s<>;,])[^@\s<>;,]+@[^@\s<>;,]+\.[^@\s<>;,]+")
KEY = re.compile(r"[0-9a-f]{32}")
_MAPPED = (*FIELDS, "id")
# Fields whose column must hold values that mean something, and how to tell.
_CHECKS: Mapping[str, Callable[[str], object]] = {
    "email": EMAIL.search,
    "attendance": statuses.attendance,
    "mode": statuses.mode,
    "role": statuses.role,
    "title": people.is_title,
    "id": KEY.fullmatch,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table and what its first values look like."""

    index: int
    label: str
    values: tuple[str, ...]  # non-blank ones among the first rows

    def share(self, test: Callable[[str], object]) -> float:
        """The share of values a test holds for; 0 for an empty column."""
        return sum(1 for value in self.values if test(value)) / len(self.values) if self.values else 0.0

    @property
    def samples(self) -> tuple[str, ...]:
        """A few different values, to be shown under the header."""
        return tuple(dict.fromkeys(self.values))[:_SAMPLES]


def columns_of(table: Table) -> tuple[Column, ...]:
    """Every column of the table with its first values."""
    rows = table.sheet.rows[table.first : min(table.last, table.first + _LOOKED_AT)]
    return tuple(
        Column(index, label, tuple(filter(None, (_value(row, index) for row in rows))))
        for index, label in enumerate(table.labels)
    )


def _value(row: tuple[object, ...], index: int) -> str:
    return " ".join(text_of(row[index]).split()) if index < len(row) else ""  # type: ignore[arg-type]


def map_columns(columns: tuple[Column, ...]) -> dict[str, int]:
    """{field: column index} as far as headers and values tell it."""
    chosen: dict[str, tuple[float, int]] = {}
    for column in columns:
        field, weight = _field_of(column)
        if field and weight > chosen.get(field, (0.0, 0))[0]:
            chosen[field] = (weight, column.index)
    mapped = {field: index for field, (_, index) in chosen.items()}
    _settle_names(mapped, columns)
    _settle_titles(mapped, columns)
    _find_emails(mapped, columns)
    return mapped


def _field_of(column: Column) -> tuple[str, float]:
    """The field of one column and how sure that is; ("", 0) for none."""
    candidates = fields_of(column.label)
    if not candidates:
        return "", 0.0
    if "attendance" in candidates or "mode" in candidates:
        return _attendance_or_mode(column)
    field = candidates[0]
    weight = 2.0 if is_exact(column.label) else 1.0
    test = _CHECKS.get(field)
    if test is not None:
        share = column.share(test)
        if field in ("role", "id") and share < 0.5:
            return "", 0.0
        weight += share
    elif column.values:
        weight += 0.5
    return field, weight


def _attendance_or_mode(column: Column) -> tuple[str, float]:
    modes, states = column.share(statuses.mode), column.share(statuses.attendance)
    if not column.values:
        field = "mode" if statuses_in_brackets(column.label) else fields_of(column.label)[0]
        return field, 1.0
    if max(modes, states) < 0.5:
        return "", 0.0
    return ("mode", 2 + modes) if modes >= states else ("attendance", 2 + states)


def statuses_in_brackets(label: str) -> bool:
    """Whether a header's brackets offer modes: "Attendance (online/in person)"."""
    inside = f" {in_brackets(label)} "
    return " online " in inside or " in person " in inside


def _settle_names(mapped: dict[str, int], columns: tuple[Column, ...]) -> None:
    """ "Name" beside one part of a name is the other part, unless its values hold both."""
    part = "given" if "given" in mapped else "family"
    if "name" not in mapped or part not in mapped or {"given", "family"} <= mapped.keys():
        return
    whole, known = columns[mapped["name"]], columns[mapped[part]]
    both = [set(words(b)) < set(words(a)) for a, b in zip(whole.values, known.values, strict=False)]
    if sum(both) * 2 < len(both) or not both:
        mapped["family" if part == "given" else "given"] = mapped.pop("name")


def _settle_titles(mapped: dict[str, int], columns: tuple[Column, ...]) -> None:
    """A column "Title" that holds no Mr or Ms is a job title."""
    index = mapped.get("title")
    if index is not None and columns[index].values and columns[index].share(people.is_title) < 0.3:
        del mapped["title"]
        if "function" not in mapped and phrase(columns[index].label) in ("title", "titre", "titulo", "titel"):
            mapped["function"] = index


def _find_emails(mapped: dict[str, int], columns: tuple[Column, ...]) -> None:
    """Take the column that holds real addresses, whatever it is called, if none so called does."""
    if "email" in mapped and columns[mapped["email"]].share(EMAIL.search) > 0:
        return
    for column in columns:
        if column.index not in mapped.values() and column.share(EMAIL.search) >= 0.6:
            mapped["email"] = column.index
            return


def apply_mapping(
    mapped: dict[str, int], columns: tuple[Column, ...], wanted: Mapping[str, str], *, strict: bool, file: str
) -> dict[str, int]:
    """`mapped` with fields set as {field: header} says; an empty header leaves the field out.

    With `strict` an unknown field raises `UsageError` and an unknown header `InputError`;
    else they are passed over. A column named for a field is taken from any other field.
    """
    result = dict(mapped)
    for field, header in wanted.items():
        if field not in _MAPPED:
            if strict:
                raise UsageError(f"There is no field “{field}”; the fields are {', '.join(FIELDS)}.")
            continue
        result.pop(field, None)
        if not header.strip():
            continue
        index = find_column(columns, header)
        if index is None:
            if strict:
                seen = quoted(column.label for column in columns)
                raise InputError(f"{file} has no column “{header}”; its columns are {seen}.", place=header)
            continue
        result = {other: at for other, at in result.items() if at != index}
        result[field] = index
    return result


def find_column(columns: tuple[Column, ...], header: str) -> int | None:
    """The column with this header: as written, else compared leniently."""
    wanted = " ".join(header.split())
    for column in columns:
        if column.label == wanted:
            return column.index
    plain = phrase(wanted)
    return next((column.index for column in columns if phrase(column.label) == plain), None)


def has_name(mapped: Mapping[str, int]) -> bool:
    """Whether any column names the people."""
    return any(names_people(field) for field in mapped)
