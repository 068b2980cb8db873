"""Invented participants for the tests of documents."""

from emgdesk.reports.builders.meeting import MeetingFacts
from emgdesk.reports.builders.participants import ParticipantLine

MEETING = MeetingFacts(
    title="Technical Segment of the 41st Senior Officials Meeting",
    date_text="9 September 2035",
    time_text="14:00–16:30",
    zone_label="Geneva time",
    venue="Online",
    symbol="EMGSOM.41_2",
    distribution="EMG Members",
    segment="technical",
)


def line(position: int, name: str, entity: str = "", **more: object) -> ParticipantLine:
    """A participant who attended."""
    return ParticipantLine(
        position, name, entity=entity, attendance=str(more.pop("attendance", "attended")), **more
    )  # type: ignore[arg-type]


SIX = (
    line(1, "Marta Quell", "UNEP", title="Ms", function="Officer", email="mq@mail.example"),
    line(2, "ánder Ost", "FAO", title="Dr."),
    line(3, "Bela Rim", "", title="Mr"),
    line(4, "Иван Лесков", "WWF", capacity="observer"),
    line(5, "Zora Blue", "UNEP", function="Head of Unit"),
    line(6, "Kim Stone", "EMG", capacity="secretariat"),
)
