"""What a decision does to a mandate, said in words, and what such an effect must tell."""

from emgdesk.domain.mandates import WITH_OTHER

ESTABLISHING = frozenset(("proposed", "established"))
"""Effects that make a workstream the desk does not have."""
_WITH_OTHER = {
    "absorbed": "absorbed the tasks of {}", "became part of": "became part of {}", "split": "split, {} apart",
    "taken up under": "taken up under {}", "transferred": "transferred to {}",
    "established": "established in the place of {}",
}  # fmt: skip


def effect_sentence(
    kind: str, *, other: str = "", new_name: str = "", new_kind: str = "", until: str = ""
) -> str:
    """What happens to the workstream: "extended until SOM 32", "renamed “Task Team on Corals”"."""
    words = _WITH_OTHER[kind].format(f"“{other}”") if kind in _WITH_OTHER and other else kind
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
