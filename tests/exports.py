"""Exports of meeting and form tools, written as those tools write them. All people are invented."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

# given, family, address, entity; Ivo has no address in any list, Noor is of no entity.
PEOPLE = (
    ("Amélie", "Dürst", "amelie.durst@unep.example", "UNEP"),
    ("Jorge", "Peña Ibáñez", "jorge.pena@fao.example", "FAO"),
    ("Noor", "Haddad", "noor.haddad@guest.example", ""),
    ("Ivo", "Lindqvist", "", "WHO"),
    ("Chipo", "Moyo", "chipo.moyo@unep.example", "UNEP"),
)
NAMES = tuple(f"{given} {family}" for given, family, _, _ in PEOPLE)
DIAL_IN = "+41 22 555 01 80"
Row = Sequence[object]


def lines(rows: Iterable[Row], delimiter: str = ",", end: str = "\r\n") -> str:
    """The rows as delimited text, quoted where needed; an empty row is an empty line."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    for row in rows:
        if row:
            writer.writerow(row)
        else:
            out.write(end)
    return out.getvalue()


def write_lines(
    path: Path, rows: Iterable[Row], *, delimiter: str = ",", encoding: str = "utf-8-sig"
) -> Path:
    """A delimited text file in this encoding; "utf-16" is little-endian with its mark, as Teams writes it."""
    path.write_bytes(lines(rows, delimiter).encode(encoding))
    return path


def write_sheet(path: Path, rows: Iterable[Row], name: str = "Sheet1") -> Path:
    """A workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def indico() -> list[Row]:
    """Registrations: one of them withdrawn, one pending."""
    states = ("Completed", "Withdrawn", "Pending", "Completed", "Rejected")
    header = (
        "ID",
        "Name",
        "Email Address",
        "Affiliation",
        "Title",
        "Registration date",
        "Registration state",
        "Tags",
    )
    return [
        header,
        *(
            (n, f"{given} {family}", mail, entity, "Ms", f"2031-08-0{n} 08:01:02.345678+00:00", state, "a; b")
            for n, ((given, family, mail, entity), state) in enumerate(zip(PEOPLE, states, strict=True), 1)
        ),
    ]  # fmt: skip


def headerless() -> list[Row]:
    """What Indico itself imports: six columns, no header."""
    return [
        (given, family, entity, "", "", mail or "ivo@who.example") for given, family, mail, entity in PEOPLE
    ]


TEAMS_EN = (
    "Name",
    "First Join",
    "Last Leave",
    "In-Meeting Duration",
    "Email",
    "Participant ID (UPN)",
    "Role",
)
TEAMS_DE = (
    "Name", "Erster Beitritt", "Letztes Verlassen", "Dauer der Besprechung", "E-Mail", "Teilnehmer-ID (UPN)", "Rolle",
)  # fmt: skip
TEAMS_FR = (
    "Nom", "Première participation", "Dernier départ", "Durée", "E-mail", "ID de participant (UPN)", "Rôle",
)  # fmt: skip


def teams(
    header: Row = TEAMS_EN, day: str = "9/2/31", joins: int = 1, unverified: str = "Unverified"
) -> list[Row]:
    """The report of three sections; `joins` rows a person in the third."""
    people = [
        (f"{given} {family}" if mail else f"{given} {family} ({unverified})", mail)
        for given, family, mail, _ in PEOPLE
    ]
    section = ("Name", "Join time", "Leave time", "Duration", "Email", "Role")
    return [
        ("1. Summary",), ("Meeting title", "Segment, technical"), ("Attended participants", "6"),
        ("Start time", f"{day}, 2:00:00 PM"), (),
        ("2. Participants",), header,
        *((name, f"{day}, 2:00:00 PM", f"{day}, 3:30:00 PM", "1h 30m 0s", mail, mail, "Attendee") for name, mail in people),
        (DIAL_IN, f"{day}, 2:03:00 PM", f"{day}, 3:30:00 PM", "1h 27m 0s", "", "", "Attendee"), (),
        ("3. In-Meeting Activities",), section,
        *((name, f"{day}, 2:00:00 PM", f"{day}, 3:00:00 PM", "1h", mail, "Attendee") for name, mail in people * joins),
    ]  # fmt: skip


def teams_2021() -> list[Row]:
    """ "Meeting Summary": one row for each time somebody joined; Amélie joined twice."""
    twice = (PEOPLE[0], *PEOPLE)
    return [
        ("Meeting Summary",), ("Total Number of Participants", "5"), ("Meeting Title", "Segment"), (),
        ("Full Name", "Join Time", "Leave Time", "Duration", "Email", "Role", "Participant ID (UPN)"),
        *((f"{given} {family}", "9/2/2031, 2:00:00 PM", "9/2/2031, 2:30:00 PM", "30m", mail, "Presenter", mail)
          for given, family, mail, _ in twice),
    ]  # fmt: skip


def teams_2020(header: Row = ("Full Name", "User Action", "Timestamp")) -> list[Row]:
    """The list of who came and went, without addresses; the last one never left."""
    rows = [(name, action, "9/2/2031, 2:00:00 PM") for name in NAMES for action in ("Joined before", "Left")]
    return [header, *rows[:-1]]


def teams_live() -> list[Row]:
    """A live event: one row an event of a session."""
    header = ("SessionId", "ParticipantId", "FullName", "UserAgent", "UtcEventTimestamp", "Action")
    return [header, *((n, f"p{n}", name, "Mozilla/5.0", "9/2/2031 2:00:00 PM", action)
                      for n, name in enumerate(NAMES) for action in ("Joined", "Left"))]  # fmt: skip


def zoom(new: bool = False) -> list[Row]:
    """Participants with meeting data: renamed people, entities in names, the waiting room, a note taker."""
    meta: tuple[Row, ...] = (
        ("Meeting ID", "Topic", "Start Time", "End Time", "User Email", "Participants", ""),
    )
    header = ("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest",
              "Recording Consent", "In Waiting Room")  # fmt: skip
    if new:
        meta = (("Topic", "ID", "Host name", "Host email", "Start time", "End time", "Participants"),)
        header = ("Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)", "Guest",
                  "Recording disclaimer response", "In waiting room")  # fmt: skip

    def row(name: str, mail: str, waiting: str = "No") -> Row:
        return (name, mail, "09/02/2031 02:00:00 PM", "09/02/2031 02:31:12 PM", 31, "Yes", "Y", waiting)

    return [
        *meta, ("812 3456 7890", "Segment", "09/02/2031 02:00:00 PM", "", "host@x.example", "6", ""), (), header,
        row("Amélie (Amélie Dürst)", PEOPLE[0][2]), row("FAO - Jorge Peña Ibáñez", PEOPLE[1][2]),
        row("FAO - Jorge Peña Ibáñez", PEOPLE[1][2], "Yes"), row("Noor Haddad", PEOPLE[2][2]),
        row("Ivo Lindqvist (WHO)", ""), row("Ivo Lindqvist (WHO)", ""), row("CEB Secretariat - Chipo Moyo", PEOPLE[4][2]),
        row("Fireflies.ai Notetaker Chipo", ""), row("iPhone", ""), row("Conference Room XII (Geneva)", ""),
        row(".", ""),
    ]  # fmt: skip


def zoom_webinar(pad: bool = False) -> list[Row]:
    """Three tables and the callers: the office as host, one panellist twice, two who did not come."""
    short = ("Attended", "User Name (Original Name)", "Email", "Join Time", "Leave Time",
             "Time in Session (minutes)", "Is Guest", "Country/Region Name")  # fmt: skip
    header = ("Attended", "User Name (Original Name)", "First Name", "Last Name", "Email", "Registration Time",
              "Approval Status", "Join Time", "Leave Time", "Time in Session (minutes)", "Is Guest",
              "Country/Region Name", "Organization")  # fmt: skip
    panellist = (
        "Yes",
        NAMES[0],
        PEOPLE[0][2],
        "Sep 02, 2031 14:00:00",
        "Sep 02, 2031 15:00:00",
        60,
        "Yes",
        "Kenya",
    )
    rows: list[Row] = [
        ("Attendee Report",), ("Report Generated:", "Sep 02, 2031 15:30:00"),
        ("Topic", "Webinar ID", "Actual Start Time", "# Registered"), ("Segment", "847", "Sep 02, 2031 14:00:00", 5),
        ("Host Details",), short,
        ("Yes", "EMG Secretariat", "host@x.example", "Sep 02, 2031 14:00:00", "Sep 02, 2031 15:30:00", 90, "No", "CH"),
        ("Panelist Details",), short, panellist, panellist,
        ("Attendee Details",), header,
        *((said, f"{given} {family}", given, family, mail, "Aug 04, 2031 14:00:00", "approved", "--", "--", "--", "Yes",
           "", entity) for (given, family, mail, entity), said in zip(PEOPLE[1:], ("Yes", "No", "Yes", "No"), strict=True)),
        ("Other Attended",), ("User Name", "Join Time", "Leave Time", "Time in Session (minutes)", "Country/Region Name"),
        (DIAL_IN, "Sep 02, 2031 14:00:00", "Sep 02, 2031 15:30:00", 90, "Switzerland"),
    ]  # fmt: skip
    return [(*row, *[""] * (13 - len(row))) for row in rows] if pad else rows


def gotomeeting() -> list[Row]:
    """Every cell is text; "." and "1" are names people typed."""
    people = [(name, mail or None) for name, (_, _, mail, _) in zip(NAMES, PEOPLE, strict=True)]
    return [
        ("Segment, technical", None, None, None, None, None, "GoToMeeting"), ("Summary",),
        ("Meeting Date", "Meeting Duration", "Number of Attendees", "Meeting ID"),
        ("September 2, 2031 3:40 PM CEST", "200 minutes", "7", "906-283-421"), (), ("Details",),
        ("Name", "Email Address", "Join Time", "Leave Time", "Time in Session (minutes)"),
        (".", None, "3:30 PM", "3:31 PM", "1"), ("1", None, "3:30 PM", "3:31 PM", "1"),
        *((name, mail, "3:40 PM", "4:52 PM", "72") for name, mail in (*people, people[0])),
    ]  # fmt: skip


def gotowebinar() -> list[Row]:
    """The family name comes first; Noor did not come; a note stands below."""
    return [
        ("Generated", "Sep 03, 2031 09:00 AM CEST"), ("Webinar Name", "Webinar ID"), ("Segment", "123-456-789"), (),
        ("Actual Start Date/Time", "Registered", "Attended"), ("Sep 02, 2031 02:00 PM CEST", 5, 4),
        ("Attendee Details",),
        ("Attended", "Interest Rating", "Last Name", "First Name", "Email Address", "Registration Date/Time",
         "Join Time", "Leave Time", "In Session Duration*", "Unsubscribed"),
        *(("No" if given == "Noor" else "Yes", 40, family, given, mail, "Aug 28, 2031 09:15 AM CEST", "", "", "", "No")
          for given, family, mail, _ in PEOPLE),
        ("*If an attendee left and rejoined the session, the duration only includes their first visit.",),
    ]  # fmt: skip


def ms_forms() -> list[Row]:
    """Answers to an anonymous form, the address a question of its own; Amélie answered again later."""
    header = ("ID", "Start time", "Completion time", "Email", "Name", "First name", "Family name",
              "Organization / entity", "Your e-mail address\xa0", "How will you attend?\xa0(one answer)")  # fmt: skip

    def row(n: int, person: tuple[str, str, str, str], how: str) -> Row:
        given, family, mail, entity = person
        return (n, datetime(2031, 8, n, 9, 30), datetime(2031, 8, n, 9, 32), "anonymous", None, given, family,
                entity, mail.upper() if n % 2 else mail, how)  # fmt: skip

    rows = [row(n, person, "Online;") for n, person in enumerate(PEOPLE, 1)]
    return [header, *rows, row(9, PEOPLE[0], "In person;")]


def google_forms() -> list[Row]:
    """Answers with commas and line breaks in them."""
    header = ("Timestamp", "Email Address", "Full name", "Organization", "Functional title", "Sessions")
    return [header, *(("2031/08/27 3:00:00 PM GMT+2", mail, name, entity, "Chief,\nPolicy", "Technical;Senior")
                      for name, (_, _, mail, entity) in zip(NAMES, PEOPLE, strict=True))]  # fmt: skip


def eventbrite() -> list[Row]:
    """One order for two people under the buyer's address; Noor was refunded."""
    header = ("Order #", "Order Date", "First Name", "Last Name", "Email", "Quantity", "Ticket Type", "Attendee #",
              "Attendee Status", "Job Title", "Company")  # fmt: skip
    states = ("Attending", "Checked In", "Refunded", "Attending", "Not Attending")
    mails = (PEOPLE[0][2], PEOPLE[0][2], *(mail for _, _, mail, _ in PEOPLE[2:]))
    return [header, *((f"210{n // 2}", "2031-08-21", given, family, mail, 1, "Participant", f"310{n}", state, "", entity)
                      for n, ((given, family, _, entity), mail, state)
                      in enumerate(zip(PEOPLE, mails, states, strict=True)))]  # fmt: skip


def webex() -> list[Row]:
    """Cells wrapped against formulas, a second join, a breakout session."""
    header = ("Meeting Name", "Meeting Start Time", "Session Name", "Display Name", "First Name", "Last Name", "Role",
              "Attendee Email", "Join Time", "Attendance Duration", "Connection Type")  # fmt: skip

    def row(person: tuple[str, str, str, str], session: str = "Main Session") -> Row:
        given, family, mail, _ = person
        return ("Segment", '="2031-09-02 14:00:00"', session, f'="{given} {family}"', given, family, "Host", mail,
                '="2031-09-02 14:00:00"', "1 hr 20 min", "Desktop app")  # fmt: skip

    return [header, *map(row, PEOPLE), row(PEOPLE[0]), row(PEOPLE[1], "Breakout session 1")]


def google_meet() -> list[Row]:
    """Times without a date."""
    header = ("First name", "Last name", "Email", "Duration", "Time joined", "Time exited")
    return [
        header,
        *((given, family, mail, "1 hr 2 min", "14:00", "15:02") for given, family, mail, _ in PEOPLE),
    ]


def side_by_side() -> list[Row]:
    """The annex as a table: numbers, names and entities in two blocks."""
    numbered = [
        (n, name, entity) for n, (name, (_, _, _, entity)) in enumerate(zip(NAMES, PEOPLE, strict=True), 1)
    ]
    left, right = numbered[:3], [*numbered[3:], ("", "", "")]
    return [(*one, *other) for one, other in zip(left, right, strict=True)]
