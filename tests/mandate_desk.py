"""A desk of bodies to which everything happens that can happen to a mandate."""

from emgdesk.operations.mandate import add_event
from emgdesk.operations.meeting import create_meeting
from emgdesk.operations.workstream import add_chapter, add_workstream
from emgdesk.workspace import Workspace

_CHAPTERS = (
    ("Oceans and land", ("sand", "dunes", "seas", "reefs", "corals")),
    ("Greening the house", ("paper", "print", "halls", "lights")),
    ("Talks", ("talks", "moss", "fungi", "ferns")),
)
_NAMES = {
    "sand": ("Consultative Process on Sand", "Consultative Process"),
    "dunes": ("Issue Management Group on Dunes and Drifting Sands", "Issue Management Group"),
    "seas": ("Issue Management Group on Seas", "Issue Management Group"),
    "reefs": ("Task Team on Reefs", "Task Team"),
    "corals": ("Coalition on Corals", "Coalition"),
    "paper": ("Working Group on Paper", "Working Group"),
    "print": ("Network on Printing", "Network"),
    "halls": (
        "Core Working Group on Meeting Halls, Corridors and the Places in Between",
        "Core Working Group",
    ),
    "lights": ("Task Team on Lights", "Task Team"),
    "talks": ("Nexus Dialogues", "Nexus Dialogues"),
    "moss": ("Topic on Moss", ""),
    "fungi": ("Consultations on Fungi", "Consultations"),
    "ferns": ("Framework on Ferns", "Framework"),
}
_EVENTS = (
    # body, kind, date, SOM, other facts
    ("sand", "proposed", "2018-05", 0, {}),
    ("sand", "established", "", 24, {}),
    ("sand", "extended", "", 25, {"until": "SOM 26"}),
    ("dunes", "established", "", 26, {"other": "sand", "until": "two years"}),
    ("dunes", "extended", "", 28, {"until": "31 December 2026"}),
    ("seas", "established", "2016", 0, {"until": "SOM 25"}),
    ("seas", "extended", "", 25, {"until": "SOM 26"}),
    ("seas", "continued", "2023-09-14", 0, {"until": "its report is out"}),
    ("seas", "absorbed", "", 28, {"other": "reefs"}),
    ("reefs", "established", "", 25, {"until": "SOM 28"}),
    ("reefs", "renamed", "2023-03-02", 0, {"new_name": "Task Team on Reefs and Shoals"}),
    ("corals", "established", "", 27, {"until": "SOM 30"}),
    ("paper", "established", "", 23, {"until": "SOM 26"}),
    ("paper", "became part of", "", 26, {"other": "halls"}),
    ("halls", "established", "", 22, {"until": "completion of the building works"}),
    ("halls", "changed kind", "", 27, {"new_kind": "Task Team"}),
    ("halls", "split", "", 28, {"other": "lights"}),
    ("lights", "extended", "", 28, {"until": "SOM 29"}),
    ("print", "established", "", 24, {"until": "SOM 27"}),
    ("talks", "extended", "", 24, {"until": "SOM 29"}),
    ("talks", "extended", "", 28, {"until": "SOM 31"}),
    ("moss", "proposed", "2025-05-20", 0, {}),
    ("moss", "taken up under", "", 28, {"other": "talks"}),
    ("fungi", "established", "", 24, {"until": "SOM 25"}),
    ("fungi", "transferred", "", 25, {}),
    ("ferns", "established", "", 23, {"until": "SOM 24"}),
    ("ferns", "concluded", "2022-01-31", 0, {}),
)


def make_mandates(desk: Workspace) -> dict[str, str]:
    """Thirteen bodies in three chapters over eleven years of SOMs; keys by short name, SOMs by "SOM 24"."""
    keys: dict[str, str] = {}
    for number in range(22, 29):
        facts = {"som_number": number, "segment": "senior", "date": f"{number + 1997}-10-{number:02}"}
        done = desk.do("SOM", create_meeting, code=f"SOM{number} senior", title=f"SOM {number}", **facts)
        keys[f"SOM {number}"] = done.value
    for title, bodies in _CHAPTERS:
        chapter = desk.do("Chapter", add_chapter, title=title).value
        for body in bodies:
            name, kind = _NAMES[body]
            keys[body] = desk.do("New", add_workstream, name=name, kind=kind, chapter_id=chapter).value
    for body, kind, date, som, facts in _EVENTS:
        told = {"date": date} if date else {"meeting_id": keys[f"SOM {som}"]}
        other = keys.get(facts.get("other", ""))
        own = {key: value for key, value in facts.items() if key != "other"}
        done = desk.do(
            "Event", add_event, workstream_id=keys[body], kind=kind, other_workstream_id=other, **told, **own
        )
        keys[f"{body} {kind}"] = done.value
    return keys
