"""What the check finds on the agenda and in the register, and what comes near."""

from tests.queries.findings.made import document, facts, item, meeting

TIMED = meeting(start_time="15:00", end_time="17:00")
CIRCULATED = {"status": "circulated", "web_address": "x"}

FOUND = [
    (
        "agenda-overlap",
        facts(agenda=[item("1", start_time="15:00", end_time="15:20"), item("2", start_time="15:10")]),
        ["Item 2 begins at 15:10, but item 1 lasts until 15:20."],
    ),
    (
        "agenda-backwards",
        facts(agenda=[item("1", start_time="15:30", end_time="15:10")]),
        ["Item 1 ends at 15:10, before it begins at 15:30."],
    ),
    (
        "agenda-outside-item",
        facts(
            agenda=[
                item("1", start_time="15:00", end_time="15:30"),
                item("1.a", start_time="15:20", end_time="15:40"),
            ]
        ),
        ["Item 1.a ends at 15:40, but item 1 ends at 15:30."],
    ),
    (
        "agenda-outside-meeting",
        facts(TIMED, agenda=[item("1", start_time="14:50"), item("", "Closure", start_time="17:10")]),
        [
            "Item 1 begins at 14:50, but the meeting begins at 15:00.",
            "“Closure” begins at 17:10, but the meeting ends at 17:00.",
        ],
    ),
    (
        "agenda-without-start",
        facts(agenda=[item("1", end_time="15:10")]),
        ["Item 1 ends at 15:10 but has no beginning."],
    ),
    ("item-without-title", facts(agenda=[item("2", title=" ")]), ["Item 2 has no title."]),
    (
        "item-twice",
        facts(agenda=[item("1", "Reefs"), item("2", "Ports"), item("3", "REEFS")]),
        ["Items 1 and 3 are both called “REEFS”."],
    ),
    (
        "document-number-missing",
        facts(documents=[document("01"), document("", title="Progress report")]),
        ["“Progress report” has no number."],
    ),
    (
        "document-number-twice",
        facts(documents=[document("03", title="Agenda"), document("3", title="Report")]),
        ["“Agenda” and “Report” both have number 3."],
    ),
    (
        "symbol-missing",
        facts(documents=[document("01", title="Note", **CIRCULATED)]),
        ["“Note” was circulated without a symbol."],
    ),
    (
        "symbol-twice",
        facts(
            documents=[
                document("1", "EMG/SOM.40/3", "Agenda"),
                document("2", "EMGSOM40 - 03", "Report"),
            ]
        ),
        ["“Agenda” and “Report” both have the symbol EMGSOM40 - 03."],
    ),
    (
        "symbol-twice",
        facts(
            registers=[document("1", "EMGSOM.40_3", "Agenda", meeting_id="other", meeting="SOM40 senior")],
            documents=[document("2", "EMGSOM.40_3", "Report")],
        ),
        ["“Agenda” of SOM40 senior and “Report” both have the symbol EMGSOM.40_3."],
    ),
    (
        "symbol-not-understood",
        facts(documents=[document("1", "EMG/2031/Logistics")]),
        ["“EMG/2031/Logistics” cannot be read as the symbol of a document of a SOM."],
    ),
    (
        "symbol-of-another-som",
        facts(documents=[document("1", "EMGSOM.39_3a")]),
        ["EMGSOM.39_3a is a symbol of SOM 39; this is a document of SOM40 technical."],
    ),
    (
        "document-without-file",
        facts(documents=[document("1", "EMGSOM40/1", "Note", status="final"), document("2", **CIRCULATED)]),
        ["“Note” was circulated and has neither a file nor a web address."],
    ),
    (
        "document-without-file",
        facts(documents=[document("1", status="final"), document("2", status="circulated")]),
        ["None of the 2 documents circulated has a file or a web address."],
    ),
]

NEAR = [
    (
        "agenda-overlap",
        facts(
            agenda=[
                item("1", start_time="15:00", end_time="15:20"),
                item("1.a", start_time="15:10", end_time="15:20"),
                item("2", start_time="15:20"),
            ]
        ),
    ),
    (
        "agenda-overlap",
        facts(
            meeting(end_date="2031-09-25"),
            agenda=[item("1", start_time="15:00", end_time="17:00"), item("2", start_time="09:00")],
        ),
    ),
    ("agenda-backwards", facts(agenda=[item("1", start_time="15:30", end_time="15:30")])),
    ("agenda-backwards", facts(agenda=[item("1", end_time="15:10")])),
    (
        "agenda-outside-item",
        facts(
            agenda=[item("1", start_time="15:00", end_time="15:30"), item("1.a", start_time="15:00", end_time="15:30")]
        ),
    ),
    ("agenda-outside-meeting", facts(TIMED, agenda=[item("", "Closure", start_time="17:00")])),
    ("agenda-outside-meeting", facts(agenda=[item("1", start_time="08:00")])),
    ("agenda-without-start", facts(agenda=[item("1", start_time="15:00")])),
    ("item-without-title", facts(agenda=[item("1", "AOB")])),
    ("item-twice", facts(agenda=[item("1", "Reefs"), item("1.a", "Discussion"), item("2.a", "Discussion")])),
    ("item-twice", facts(agenda=[item("", "Break"), item("", "Break")])),
    ("document-number-missing", facts(documents=[document(""), document("", "EMGSOM40 INF - 1")])),
    ("document-number-missing", facts(documents=[document("1"), document("", "EMGSOM40 INF - 1")])),
    ("document-number-twice", facts(documents=[document("04.A"), document("04.B"), document("40")])),
    (
        "document-number-twice",
        facts(documents=[document("1", "EMGSOM40/1", language="en"), document("1", "EMGSOM40/1", language="fr")]),
    ),
    ("document-number-twice", facts(documents=[document("1", "EMGSOM40/1"), document("1", "EMGSOM40/1/Rev.1")])),
    ("document-number-twice", facts(documents=[document("2", "EMGSOM40/2"), document("2", "EMG.SOM40_INF_2")])),
    ("symbol-missing", facts(documents=[document("1", status="planned"), document("2")])),
    ("symbol-twice", facts(documents=[document("1", "EMGSOM40/3"), document("2", "EMGSOM40/3/Rev.1")])),
    ("symbol-twice", facts(documents=[document("1", "EMGSOM40/3", language="en"), document("2", "EMGSOM40/3", language="es")])),
    (
        "symbol-twice",
        facts(
            registers=[document("1", "EMGSOM.40_3", "Agenda", meeting_id="other", meeting="SOM40 senior")],
            documents=[document("2", "EMGSOM.40_3", "Agenda")],
        ),
    ),
    ("symbol-not-understood", facts(documents=[document("1", "EMG SOM40th /mid-term/03"), document("2", "EMGSOM.40(b) - 5")])),
    ("symbol-not-understood", facts(meeting("REEF 1", som_number=None), documents=[document("1", "REEF/1")])),
    ("symbol-of-another-som", facts(documents=[document("1", "EMG SOM40th/03")])),
    ("symbol-of-another-som", facts(meeting("REEF 1", som_number=None), documents=[document("1", "EMGSOM39/1")])),
    ("document-without-file", facts(documents=[document("1"), document("2", status="planned")])),
    ("document-without-file", facts(documents=[document("1", status="final", attachment_id="kept")])),
]  # fmt: skip
