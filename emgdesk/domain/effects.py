"""What a decision does to a mandate, said in words, and what such an effect must tell."""

from collections.abc import Mapping

from emgdesk.domain.mandates import WITH_OTHER

ESTABLISHING = frozenset(("proposed", "established"))
"""Effects that make a workstream the desk does not have."""
STATUS_AFTER: Mapping[str, str] = {
    "proposed": "proposed", "established": "active", "extended": "active", "continued": "active",
    "concluded": "concluded", "engagement ended": "concluded", "not pursued": "concluded",
    "taken up under": "concluded",
}  # fmt: skip
"""The status a workstream has after an effect; others leave it as it is."""
_WITH_OTHER = {
    "absorbed": "absorbed the tasks of {}", "became part of": "became part of {}", "split": "split, {} apart",
    "taken up under": "taken up under {}",
}  # fmt: skip
_BEFORE = " before: "


def effect_sentence(
    kind: str, *, other: str = "", new_name: str = "", new_kind: str = "", until: str = ""
) -> str:
    """What happens to the workstream: "extended until SOM 32", "renamed “Task Team on Corals”"."""
    words = _WITH_OTHER[kind].format(f"“{other}”") if kind in WITH_OTHER and other else kind
    if kind == "renamed":
        words += f" “{new_name}”" if new_name else ""
    elif new_name:
        words += f", with the name “{new_name}”"
    if new_kind:
        words += f" to {new_kind}" if kind == "changed kind" else f", as {new_kind}"
    return words + (f" until {until}" if until else "")


def lacking(kind: str, *, workstream: str, other: str = "", new_name: str = "", new_kind: str = "") -> str:
    """What an effect still has to say before it can be applied, "" where it says enough."""
    if not workstream:
        return "the workstream it concerns"
    if kind in WITH_OTHER and not other:
        return "the other workstream"
    if kind == "renamed" and not new_name:
        return "the new name"
    if kind == "changed kind" and not new_kind:
        return "the new kind"
    return ""


def note_of(before: Mapping[str, str]) -> str:
    """The facts a mandate event changed, as its note: {"name": "Reefs"} -> "name before: Reefs"."""
    return "\n".join(f"{name}{_BEFORE}{value}" for name, value in before.items())


def noted(note: str) -> dict[str, str]:
    """What `note_of` wrote; other lines are left out."""
    parts = (line.partition(_BEFORE) for line in note.split("\n"))
    return {name: value for name, sign, value in parts if sign}
