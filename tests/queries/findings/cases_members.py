"""What the check finds among the members of workstreams, and what comes near."""

from typing import Any

from emgdesk.queries.findings.facts import Checked
from emgdesk.queries.memberships import MemberRow
from tests.queries.findings.made import facts, row, work


def member(role: str, entity: str = "FAO", person: str = "", of: str = "reefs", **given: Any) -> MemberRow:
    """In the team on reefs; an entity in capitals is one of the desk, and people are known by their name."""
    values = {
        "id": f"{of} {role} {entity} {person}", "workstream_id": of, "role": role, "entity": entity,
        "entity_id": entity if entity.isupper() else None, "person": person, "person_id": person or None,
    }  # fmt: skip
    return row(MemberRow, **{**values, **given})


def told(*members: MemberRow, bodies: dict[str, Any] | None = None, **homes: str) -> Checked:
    """These members of the workstreams on the desk, looked at in December 2031."""
    return facts(work_plan=work(members=members, homes=homes, bodies=bodies))


OVER = {"until": "2031-06"}
FOUND = [
    (
        "workstream-without-lead",
        told(member("member"), member("lead", "WHO", **OVER)),
        ["Task Team on Reefs has members and no lead."],
    ),
    (
        "workstream-without-officer",
        told(member("officer", "", "Ida"), member("officer", "", "Bo", of="seas", **OVER)),
        ["No officer answers for Coalition on Ports.", "No officer answers for Network on Seas."],
    ),
    (
        "focal-point-ended",
        told(
            member("member"),
            member("focal point", "FAO", "Bo", until="2029"),
            member("focal point", "FAO", "Ida", **OVER),
        ),
        ["Ida was focal point of FAO in Task Team on Reefs until June 2031; nobody followed."],
    ),
    (
        "focal-point-moved",
        told(member("focal point", "FAO", "Ida"), Ida="WHO"),
        ["Ida is focal point of FAO in Task Team on Reefs and is at WHO today."],
    ),
    (
        "member-unknown",
        told(member("member", "Reef Fund"), member("lead", "Reef fund", of="ports")),
        ["“Reef Fund” in Task Team on Reefs and 1 more is no entity of the desk."],
    ),
]  # fmt: skip
NEAR = [
    ("workstream-without-lead", told(member("member"), member("co-chair", "WHO", until="2031-12"))),
    ("workstream-without-lead", told(member("member"), bodies={"reefs": {"status": "concluded"}})),
    ("workstream-without-lead", told()),
    ("workstream-without-officer", told(member("officer", "", "Ida", **OVER))),
    (
        "focal-point-ended",
        told(
            member("member"), member("focal point", "FAO", "Ida", **OVER), member("focal point", "FAO", "Bo")
        ),
    ),
    ("focal-point-ended", told(member("member", **OVER), member("focal point", "FAO", "Ida", **OVER))),
    ("focal-point-moved", told(member("focal point", "FAO", "Ida"), Ida="FAO")),
    ("focal-point-moved", told(member("focal point", "FAO", "Ida", **OVER), Ida="WHO")),
    ("focal-point-moved", told(member("officer", "FAO", "Ida"), Ida="WHO")),
    ("member-unknown", told(member("member"), member("focal point", "Reef Fund", "Ida"))),
]  # fmt: skip
