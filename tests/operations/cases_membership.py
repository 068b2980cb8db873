"""Cases of the operations on members and on the names of workstreams."""

from collections.abc import Callable, Mapping
from typing import Any

from emgdesk.operations.member_names import Whom
from emgdesk.operations.membership import add_member
from emgdesk.operations.workstream import update_workstream
from emgdesk.operations.workstream_names import add_alias
from emgdesk.workspace import Workspace
from tests.desks import entity_id, make_person, make_workplan

Case = Callable[[Workspace], Mapping[str, Any]]


def with_members(desk: Workspace) -> dict[str, str]:
    """The work plan of `make_workplan`; UNEP leads the team on reefs, FAO and WHO are in it, one speaks."""
    keys = make_workplan(desk)
    desk.do("M", update_workstream, workstream_id=keys["reefs"], leads="UNEP")
    for name in ("FAO", "WHO"):
        keys[name] = desk.do(
            "M", add_member, workstream_id=keys["reefs"], role="member", entity=name, since="2030"
        ).value
    keys["ines"] = make_person(desk, "Ines Calado", "FAO", emails=("ines@mail.example",))
    keys["focal"] = desk.do(
        "M", add_member, workstream_id=keys["reefs"], role="focal point", person="Ines Calado", entity="FAO"
    ).value
    return keys


def with_alias(desk: Workspace) -> dict[str, str]:
    """The work plan of `make_workplan`; the team on reefs is also known by another name."""
    keys = make_workplan(desk)
    keys["alias"] = desk.do("N", add_alias, workstream_id=keys["reefs"], name="Reef Team", until="2029").value
    return keys


CASES: Mapping[str, Case] = {
    "membership.add_member": lambda desk: {
        "workstream_id": make_workplan(desk)["reefs"], "role": "lead", "entity_id": entity_id(desk, "UNEP"),
        "since": "2031-05", "note": "With its office in Nairobi.",
    },
    "membership.add_members": lambda desk: {
        "workstream_id": with_members(desk)["reefs"], "since": "2031-05",
        "members": (("member", Whom(entity_id(desk, "WWF"), "WWF")), ("officer", Whom(person="Omar Keita"))),
    },
    "membership.update_member": lambda desk: {
        "member_id": with_members(desk)["focal"], "role": "officer", "person": "Omar Keita", "entity": "",
    },
    "membership.update_members": lambda desk: {
        "member_ids": [(keys := with_members(desk))["FAO"], keys["WHO"]], "until": "2031-05-02",
    },
    "membership.move_member": lambda desk: {"member_id": with_members(desk)["WHO"], "offset": -1},
    "membership.delete_members": lambda desk: {
        "member_ids": [(keys := with_members(desk))["FAO"], keys["focal"]],
    },
    "membership.set_members": lambda desk: {
        "workstream_id": with_members(desk)["reefs"], "role": "member", "names": ["UNDP", "FAO"],
    },
    "pasting_members.paste_members": lambda desk: {
        "workstream_id": with_members(desk)["reefs"], "role": "member",
        "text": "UNDP\tOmar Keita\t2031-05\nFocal point\tInes Calado\tFAO\nFAO\n",
    },
    "workstream_names.set_aliases": lambda desk: {
        "workstream_id": with_alias(desk)["reefs"], "names": ["Reef Team", "TT Reefs"],
    },
    "workstream_names.add_alias": lambda desk: {
        "workstream_id": make_workplan(desk)["reefs"], "name": "Reef Team", "since": "2028", "until": "2029",
    },
    "workstream_names.update_alias": lambda desk: {
        "alias_id": with_alias(desk)["alias"], "name": "The Reef Team", "since": "2028-05",
    },
    "workstream_names.delete_aliases": lambda desk: {"alias_ids": [with_alias(desk)["alias"]]},
}  # fmt: skip
