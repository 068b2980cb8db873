"""What the check finds among actions, mandates, tasks and follow-ups, and what comes near."""

from tests.queries.findings.made import (
    action,
    actions,
    effect,
    facts,
    follow_up,
    mandate,
    meeting,
    paragraph,
    person,
    reservation,
    section,
    task,
    tasked,
    work,
)

SENIOR = meeting("SOM40 senior", segment="senior")
BEFORE = meeting("SOM39 senior", som_number=39, segment="senior", date="2030-10-02")
PLANNED = meeting(status="planned")
EXTEND = action("Agree to extend the Task Team", outcome="approved")
WELCOME = action("Welcome the progress made", outcome="approved")


def decided(*rows, here=SENIOR, **given):
    return facts(here, sections=[actions(*rows)], **given)


def due(*events, **given):
    """SOM40 technical to come, with a mandate of these events."""
    return facts(PLANNED, others=[BEFORE], work_plan=work(mandates=events), **given)


def planned(*tasks, **given):
    """SOM40 technical to come after SOM39 senior, with a work plan of these tasks."""
    return facts(given.pop("here", PLANNED), others=[BEFORE], work_plan=work(*tasks, **given))


FOUND = [
    ("action-without-text", decided(action("")), ["This action has no text."]),
    (
        "action-without-verb",
        decided(action("The Task Team on Reefs")),
        ["“The Task Team on Reefs” begins with no verb that decides (agree, request, take note ...)."],
    ),
    (
        "action-undecided",
        decided(WELCOME, action("Request UNEP to report", "b")),
        ["“Request UNEP to report” is still suggested."],
    ),
    (
        "amended-without-new-wording",
        decided(action("Welcome the work", outcome="amended", adopted_text="Welcome the work.")),
        ["This action was approved with changes, but the adopted wording is the one proposed."],
    ),
    (
        "action-heading-twice",
        facts(sections=[actions(WELCOME), actions(EXTEND, id="II", number="II", heading="reefs")]),
        ["I. and II. are both called “reefs”."],
    ),
    (
        "effect-not-applied",
        decided(action("Agree to extend it", outcome="approved", effects=(effect("extended", "Reefs"),))),
        ["The effect “extended” on Reefs was adopted and is not applied yet."],
    ),
    (
        "decision-without-task",
        decided(EXTEND, WELCOME),
        ["“Agree to extend the Task Team” asks for work and is no task of the work plan yet."],
    ),
    (
        "decision-without-task",
        decided(*(action("Request UNEP to report", n, outcome="approved") for n in "abc")),
        ["None of the 3 decisions that ask for work is a task of the work plan yet."],
    ),
    (
        "reservation-incomplete",
        decided(action("Welcome it", reservations=(reservation("FAO", ""), reservation("", "Not so.")))),
        ["A reservation of FAO has no text.", "A reservation does not say whose it is."],
    ),
    (
        "reservation-not-on-roster",
        facts(
            report=[section("Reefs", paragraph("It was so.", reservations=(reservation("WHO", "Not so."),)))],
            roster=[person("Ana Quell")],
        ),
        ["WHO has a reservation and nobody on the roster."],
    ),
    (
        "mandate-expired",
        due(mandate("established", 37, "SOM 38")),
        ["The mandate of Task Team on Reefs ran out with SOM 38."],
    ),
    (
        "mandate-expired",
        due(mandate("extended", None, "30 June 2031")),
        ["The mandate of Task Team on Reefs ran out on 30 June 2031."],
    ),
    (
        "mandate-without-decision",
        due(mandate("established", 38), mandate("extended", 39)),
        ["The mandate of Task Team on Reefs runs until SOM 40; no action of SOM 40 is about it."],
    ),
    (
        "mandate-without-decision",
        due(mandate("extended", 39, "2031-12-31")),
        ["The mandate of Task Team on Reefs runs until 31 December 2031; no action of SOM 40 is about it."],
    ),
    (
        "mandate-condition-open",
        due(mandate("extended", 38, "the strategy is adopted")),
        ["The mandate of Task Team on Reefs runs until “the strategy is adopted”; SOM 40 says nothing of it."],
    ),
    (
        "task-without-progress",
        planned(task("Map the reefs", "reefs", ("ongoing", "2030-05-01")), task("Write", "reefs", ("ongoing", "2031-05-01"))),
        ["“Map the reefs” has no progress since SOM39 senior (2 October 2030)."],
    ),
    (
        "task-without-progress",
        planned(task("Map the reefs"), task("Write")),
        ["None of the 2 open tasks of Task Team on Reefs has progress since SOM39 senior (2 October 2030)."],
    ),
    (
        "follow-up-due",
        facts(
            PLANNED,
            others=[BEFORE],
            follow_ups=[follow_up("UNEP", "next meeting"), follow_up("FAO", "2031-09-01"), follow_up("WHO", "every meeting")],
        ),
        [
            "UNEP owes “Send the figures” at this meeting.",
            "FAO owes “Send the figures” by 1 September 2031.",
            "WHO owes “Send the figures” at this meeting (asked at every meeting).",
        ],
    ),
]  # fmt: skip

NEAR = [
    (
        "action-without-verb",
        facts(sections=[actions(action("The Technical Segment agreed that it reports", made_in_room=True), stem="")]),
    ),
    (
        "task-without-progress",
        facts(
            meeting("SOM40 senior", segment="senior", status="planned"),
            others=[meeting(), meeting("SOM40 mid-term", segment="mid-term", date="2031-05-20"), BEFORE],
            work_plan=work(task("Map", "reefs", ("ongoing", "2031-09-01"))),
        ),
    ),
    ("action-without-text", decided(action("", lettered=False), action("Complete the work", "a.a", "a"))),
    ("action-without-verb", decided(action("*Further requests* UNEP to report"))),
    (
        "action-without-verb",
        decided(action("Agree to extend the Task Team to:"), action("The mapping of reefs", "a.i", "a")),
    ),
    (
        "action-without-verb",
        facts(sections=[actions(action("The mapping of reefs"), stem="The Senior Officials agreed to:")]),
    ),
    ("action-without-verb", decided(action("The Task Team on Reefs", outcome="withdrawn"))),
    ("action-undecided", decided(action("Request UNEP"), action("Welcome it", "b"))),
    ("action-undecided", decided(WELCOME, action("Request UNEP", "b", outcome="deferred"))),
    ("action-undecided", decided(WELCOME, action("Request UNEP", "b"), here=PLANNED)),
    (
        "amended-without-new-wording",
        decided(action("Welcome it", outcome="amended", adopted_text="Warmly welcome it")),
    ),
    ("amended-without-new-wording", decided(WELCOME)),
    ("action-heading-twice", facts(sections=[actions(WELCOME), actions(id="II", number="II", heading="Ports")])),
    (
        "effect-not-applied",
        decided(action("Agree", outcome="approved", effects=(effect("extended", "Reefs", applied=True),))),
    ),
    (
        "effect-not-applied",
        decided(action("Agree", outcome="approved", effects=(effect("extended", "Reefs"),)), here=meeting()),
    ),
    ("decision-without-task", decided(WELCOME)),
    ("decision-without-task", decided(EXTEND, here=meeting())),
    ("decision-without-task", decided(EXTEND, work_plan=work(chains=tasked("a")))),
    (
        "decision-without-task",
        decided(
            action("Agree to extend it", "b", outcome="approved", origin_id="a"),
            work_plan=work(chains=tasked("a", b="a")),
        ),
    ),
    (
        "decision-without-task",
        decided(EXTEND, work_plan=work(texts=frozenset([("agree", "to", "extend", "the", "task", "team")]))),
    ),
    (
        "decision-without-task",
        decided(action("Decide to conclude it", outcome="approved", effects=(effect("concluded", "Reefs"),))),
    ),
    ("reservation-incomplete", decided(action("Welcome", reservations=(reservation("FAO", "Not so."),)))),
    (
        "reservation-not-on-roster",
        decided(action("Welcome", reservations=(reservation("UNEP", "No."),)), roster=[person("Ana Quell", "wcmc")]),
    ),
    ("mandate-expired", due(mandate("established", 37, "SOM 38"), mandate("concluded", 38))),
    ("mandate-expired", due(mandate("established", 37, "SOM 41"))),
    (
        "mandate-without-decision",
        due(mandate("extended", 39), sections=[actions(action("Agree", effects=(effect("extended", "reefs"),)))]),
    ),
    ("mandate-without-decision", due(mandate("extended", 39, "two years"))),
    ("mandate-without-decision", facts(meeting(segment="mid-term"), work_plan=work(mandates=[mandate("extended", 39)]))),
    ("mandate-condition-open", due(mandate("extended", 39, "next SOM"))),
    ("task-without-progress", planned(task("Map", "reefs", ("completed", "2030-05-01")))),
    ("task-without-progress", planned(task("Map", "reefs", ("ongoing", "2030-10-03")))),
    ("task-without-progress", planned(task("Map"), concluded=frozenset(["reefs"]))),
    ("task-without-progress", planned(task("Map"), here=meeting("REEF 1", som_number=None))),
    (
        "task-without-progress",
        facts(BEFORE, others=[PLANNED], work_plan=work(task("Map"))),
    ),
    (
        "follow-up-due",
        facts(PLANNED, others=[BEFORE], follow_ups=[follow_up("FAO", "2031-09-25"), follow_up("WHO", "next meeting", status="done")]),
    ),
    (
        "follow-up-due",
        facts(PLANNED, follow_ups=[follow_up("WHO", "next meeting", meeting_id="SOM40 technical")]),
    ),
    (
        "follow-up-due",
        facts(meeting("REEF 1", som_number=None, workstream_id="reefs"), others=[BEFORE], follow_ups=[follow_up("WHO", "next meeting")]),
    ),
]  # fmt: skip
