"""Lists of members as people copy them."""

import pytest

from emgdesk.domain.pasted_members import PastedMember, member_role, parse_members


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UNEP, WHO and FAO", ["UNEP", "WHO", "FAO"]),
        ("UNEP\nWHO\n\nOffice for Outer Space, Vienna\n", ["UNEP", "WHO", "Office for Outer Space, Vienna"]),
        ("Ines Calado (FAO); Omar Keita (UNDP)", ["Ines Calado (FAO)", "Omar Keita (UNDP)"]),
        ("  ", []),
    ],
)
def test_names_without_a_table(text: str, names: list[str]) -> None:
    assert [one.written for one in parse_members(text)] == [(name,) for name in names]


def test_rows_of_a_table_with_its_heads() -> None:
    text = "Role\tEntity\tPerson\tSince\tUntil\tNote\nLead\tUNEP\t\t2030\t\t\nFocal point\tFAO\tInes Calado\t\t\tnew"
    assert parse_members(text) == (
        PastedMember(role="lead", entity="UNEP", since="2030"),
        PastedMember(role="focal point", entity="FAO", person="Ines Calado", note="new"),
    )


def test_rows_without_heads_are_known_by_what_they_say() -> None:
    text = "Co-Chair\tUNEP\t\t2030-05\t2031\nOmar Keita\tUNDP\tby mail\tnot sure\n\t\t\n"
    assert parse_members(text) == (
        PastedMember(("UNEP",), "co-chair", since="2030-05", until="2031"),
        PastedMember(("Omar Keita", "UNDP"), note="by mail; not sure"),
    )


def test_roles_as_they_are_written() -> None:
    assert [member_role(text) for text in ("Leads", "co chair", "Responsible officer", "Chair of UNEP")] == [
        "lead", "co-chair", "officer", "",
    ]  # fmt: skip
