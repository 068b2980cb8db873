"""The files the pictured imports take in: invented people at addresses that cannot exist."""

from collections.abc import Iterable
from pathlib import Path

from openpyxl import load_workbook

from emgdesk.publishing import export_document
from emgdesk.workspace import Workspace

REGISTRATIONS = """\
List of registrations;;;;;
;;;;;
First name;LAST NAME;Organisation;Email;Registered on;Meal
Hanneke;VAN DER WIELEN;UNCCD;hanneke.vanderwielen@unccd.example;05/10/2026;
Florian;Aeschlimann;EMG;florian.aeschlimann@emg.example;06/10/2026;
Tomas;Arrieta;;t.arrieta@elsewhere.example;06/10/2026;vegetarian
Rosa;Caamano;;rosa@elsewhere.example;07/10/2026;
Beatriz;Caamano;;b.caamano@elsewhere.example;07/10/2026;
Ödön;Szabó;WMO;odon.szabo@wmo.example;08/10/2026;
Mei-Ling;Zhou;;;08/10/2026;vegan
Sina;Latu;Pacific Islands Forum;sina.latu@pif.example;09/10/2026;
Oskar;Lindqvist;UNEP Regional Office for Europe;oskar.lindqvist@unep.example;09/10/2026;
;;UNESCO;delegation@unesco.example;10/10/2026;
Total;10;;;;
"""
ANNEX = """\
Annex I. List of participants

1. Ingeborg Ravnås-Lindqvist (EMG)
2. Adaeze Olisa-Brandt (UNEP)
3. Hanneke van der Wielen (UNCCD)
4. Tevita Havili (Pacific Islands Forum)
5. Ida Brekke (WMO)
6. 沈晓岚 (WIPO)
7. هدى أبو شنب (UNHCR)
"""
_WALK_INS = (
    ("[UNIDO] Okonjo, Tobias (External)", "tobias.okonjo@elsewhere.example"),
    ("Ida Brekke - WMO", "ida.brekke@elsewhere.example"),
    ("Tevita Havili | Pacific Islands Forum", "tevita.havili@pif.example"),
    ("+41 22 *****42", ""),
    ("Room S-227", ""),
    ("Notetaker of Tobias", ""),
)
_ABSENT = 6  # every how many-th person stayed away


def registrations(folder: Path) -> Path:
    """A registration sheet as a European Excel saves it."""
    return _written(folder / "registrations.csv", REGISTRATIONS, "utf-8")


def attendance(folder: Path, people: Iterable[tuple[str, str]]) -> Path:
    """The attendance report of Microsoft Teams on most of these (name, e-mail) and on some others."""
    came = [person for at, person in enumerate(people, start=1) if at % _ABSENT]
    rows = [
        f"{name}\t10/29/26, 2:{at % 60:02}:00 PM\t10/29/26, 5:02:11 PM\t2h 11m\t{email}\t{email}\tAttendee"
        for at, (name, email) in enumerate((*came, *_WALK_INS), start=1)
    ]
    head = "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole"
    start = "Start time\t10/29/26, 2:01:07 PM"
    summary = ("1. Summary", "Meeting title\tSenior Segment", f"Attended participants\t{len(rows)}", start)
    lines = (*summary, "", "2. Participants", head, *rows)
    return _written(folder / "Senior Segment - Attendance report 10-29-26.csv", "\r\n".join(lines), "utf-16")


def meeting_workbook(folder: Path, desk: Workspace, meeting_id: str) -> Path:
    """The workbook of a meeting as a colleague sends it back, a little changed."""
    path = folder / "SOM31 technical.xlsx"
    export_document(desk, "meeting", path, meeting_id=meeting_id)
    book = load_workbook(path)
    agenda, documents = book["Agenda"], book["Documents"]
    agenda["B3"] = "Adoption of the agenda and of the programme of work"
    agenda["E2"] = "Ingeborg Ravnås-Lindqvist, Head of Secretariat"
    agenda.append(["7", "Group photograph", "17:50"])
    documents["H6"] = "circulated"
    book.save(path)
    return path


def _written(path: Path, text: str, encoding: str) -> Path:
    path.write_text(text, encoding=encoding, newline="")
    return path
