"""What the check finds in the histories of workstreams, and what comes near."""

from emgdesk.queries.findings.facts import Checked
from tests.queries.findings.made import facts, mandate, meeting, task, work

BEFORE = meeting("SOM39 senior", som_number=39, segment="senior", date="2030-10-02")


def told(*events, tasks=(), bodies=None) -> Checked:
    """SOM40 technical to come, after SOM39 senior, with these events on the desk; looked at in December 2031."""
    here = meeting("SOM40 technical", status="planned", date="2032-02-01")
    return facts(here, others=[BEFORE], work_plan=work(*tasks, mandates=events, bodies=bodies))


ESTABLISHED = mandate("established", 38, "SOM 45", "2029-10-03")
CONCLUDED = mandate("concluded", 39, "", "2030-10-02")
OPEN = task("Map the reefs", "reefs", ("ongoing", "2030-05-01"))

FOUND = [
    (
        "mandate-after-end",
        told(ESTABLISHED, CONCLUDED, mandate("extended", None, "SOM 42", "2031-05-01")),
        ["“Extended until SOM 42” of 1 May 2031 comes after Task Team on Reefs ended on 2 October 2030 (concluded)."],
    ),
    (
        "mandate-after-end",
        told(
            ESTABLISHED,
            mandate("absorbed", of="ports", other_id="reefs", date="2030"),
            mandate("renamed", new_name="Task Team on Corals", date="2031"),
        ),
        ["“Renamed “Task Team on Corals”” of 2031 comes after Task Team on Reefs ended in 2030 (absorbed)."],
    ),
    (
        "mandate-before-establishment",
        told(mandate("extended", date="2028-05"), mandate("extended", date="2029"), ESTABLISHED),
        ["“Extended” of May 2028 comes before Task Team on Reefs was established on 3 October 2029."],
    ),
    (
        "mandate-two-parents",
        told(
            ESTABLISHED,
            mandate("became part of", other_id="ports", date="2030-05-01"),
            mandate("became part of", other_id="seas", date="2030-10-02"),
        ),
        [
            "Task Team on Reefs became part of Network on Seas on 2 October 2030, and is part of Coalition on Ports already."
        ],
    ),
    (
        "mandate-two-parents",
        told(mandate("became part of", other="A Thing", date=""), bodies={"reefs": {"parent_id": "ports"}}),
        ["Task Team on Reefs became part of A Thing, and is part of Coalition on Ports already."],
    ),
    (
        "mandate-lapse",
        told(mandate("established", 36, "", "2027-10-05"), mandate("extended", 39, "SOM 45")),
        ["The mandate of Task Team on Reefs ran out with SOM 37 and was extended only by SOM 39."],
    ),
    (
        "mandate-lapse",
        told(
            mandate("established", None, "June 2030", "2027"),
            mandate("continued", None, "SOM 45", "2030-10-02"),
        ),
        ["The mandate of Task Team on Reefs ran out in June 2030 and was continued only on 2 October 2030."],
    ),
    (
        "mandate-expired",
        facts(
            meeting(status="cancelled"),
            others=[BEFORE],
            work_plan=work(mandates=[mandate("established", 38, "30 June 2031")]),
        ),
        ["The mandate of Task Team on Reefs ran out on 30 June 2031."],
    ),
    (
        "mandate-body-not-there",
        told(
            ESTABLISHED,
            CONCLUDED,
            mandate("absorbed", of="ports", other_id="reefs", date="2031-05-01"),
            mandate("established", of="seas", date="2031-05-02"),
            mandate("became part of", of="ports", other_id="seas", date="2029"),
        ),
        [
            "“Absorbed the tasks of “Task Team on Reefs”” of 1 May 2031 cannot be: Task Team on Reefs ended on 2 October 2030 (concluded).",
            "“Became part of “Network on Seas”” of 2029 cannot be: Network on Seas did not exist yet.",
        ],
    ),
    (
        "mandate-ring",
        told(
            mandate("became part of", other_id="ports", date="2030"),
            mandate("became part of", of="ports", other_id="seas", date="2030"),
            bodies={"seas": {"parent_id": "reefs"}},
        ),
        [
            "Task Team on Reefs is part of Coalition on Ports, which is part of Network on Seas, which is part of Task Team on Reefs."
        ],
    ),
    (
        "mandate-undated",
        told(ESTABLISHED, mandate("extended", None, "SOM 45", "")),
        ["“Extended until SOM 45” in the history of Task Team on Reefs has neither a date nor a meeting."],
    ),
    (
        "mandate-name-twice",
        told(mandate("renamed", new_name="The coalition on ports")),
        ["“The coalition on ports”, given as a new name on 2 October 2030, is the name of another workstream."],
    ),
    (
        "mandate-event-twice",
        told(ESTABLISHED, mandate("extended", until="SOM 45"), mandate("extended", until="2041")),
        ["“Extended until 2041” of 2 October 2030 stands twice in the history of Task Team on Reefs."],
    ),
    (
        "ended-with-tasks",
        told(ESTABLISHED, CONCLUDED, tasks=[OPEN, task("Survey", "reefs"), task("Print", "reefs", ("dropped", ""))]),
        ["Task Team on Reefs ended on 2 October 2030 (concluded) and has 2 open tasks."],
    ),
]  # fmt: skip

NEAR = [
    (
        "mandate-after-end",
        told(
            ESTABLISHED,
            CONCLUDED,
            mandate("established", None, "SOM 45", "2031-01-01"),
            mandate("extended", None, "SOM 46", "2031-05-01"),
        ),
    ),
    ("mandate-after-end", told(ESTABLISHED, mandate("extended", until="SOM 45"), CONCLUDED)),
    ("mandate-after-end", told(ESTABLISHED, CONCLUDED, mandate("proposed", date="2031-05-01"))),
    ("mandate-before-establishment", told(mandate("proposed", date="2028-05"), ESTABLISHED)),
    ("mandate-before-establishment", told(mandate("renamed", new_name="X", date="2029"), ESTABLISHED)),
    (
        "mandate-before-establishment",
        told(mandate("extended", date="2026"), mandate("concluded", date="2027"), ESTABLISHED),
    ),
    (
        "mandate-two-parents",
        told(
            mandate("became part of", other_id="ports", date="2030-05-01"),
            mandate("concluded", of="ports", date="2030-10-02"),
            mandate("became part of", other_id="seas", date="2030-10-02"),
        ),
    ),
    (
        "mandate-two-parents",
        told(
            mandate("became part of", other_id="ports", date="2030-05-01"),
            mandate("split", of="ports", other_id="reefs", date="2030-09-01"),
            mandate("became part of", other_id="seas", date="2030-10-02"),
        ),
    ),
    ("mandate-two-parents", told(mandate("became part of", other_id="ports"), bodies={"reefs": {"parent_id": "ports"}})),
    ("mandate-lapse", told(mandate("established", 38, "", "2029-10-03"), mandate("extended", 39, "SOM 45"))),
    ("mandate-lapse", told(mandate("established", 36, "the map is printed"), mandate("extended", 39, "SOM 45"))),
    (
        "mandate-lapse",
        told(mandate("established", None, "2030", "2027"), mandate("extended", None, "SOM 45", "2030-10-02")),
    ),
    (
        "mandate-body-not-there",
        told(ESTABLISHED, CONCLUDED, mandate("absorbed", of="ports", other_id="reefs", date="2030-10-02")),
    ),
    (
        "mandate-body-not-there",
        told(ESTABLISHED, CONCLUDED, mandate("established", of="ports", other_id="reefs", date="2031-05-01")),
    ),
    ("mandate-ring", told(mandate("became part of", other_id="ports"), bodies={"ports": {"parent_id": "seas"}})),
    (
        "mandate-name-twice",
        told(
            mandate("absorbed", other_id="ports", date="2030-05-01"),
            mandate("renamed", new_name="Coalition on Ports"),
        ),
    ),
    ("mandate-undated", told(ESTABLISHED, mandate("extended", 39, "SOM 45", ""), mandate("renamed", None, "", ""))),
    ("mandate-name-twice", told(mandate("renamed", new_name="Coalition on Harbours"))),
    (
        "mandate-event-twice",
        told(
            ESTABLISHED,
            mandate("absorbed", other_id="ports"),
            mandate("absorbed", other_id="seas"),
            mandate("extended", date="2031"),
            mandate("extended", date="2032"),
            mandate("proposed", date=""),
            mandate("proposed", date=""),
        ),
    ),
    (
        "ended-with-tasks",
        told(ESTABLISHED, CONCLUDED, tasks=[task("Print", "reefs", ("completed", "2030-05-01"))]),
    ),
    ("ended-with-tasks", told(ESTABLISHED, tasks=[OPEN])),
    ("ended-with-tasks", told(mandate("concluded", date="2032-05-01"), tasks=[OPEN])),
]  # fmt: skip
