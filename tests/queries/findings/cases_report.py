"""What the check finds in the report and in texts, and what comes near."""

from tests.queries.findings.made import (
    action,
    actions,
    document,
    facts,
    item,
    meeting,
    note,
    paragraph,
    person,
    said,
    section,
)

AGENDA = [item("1"), item("2"), item("2.a"), item("2.b"), item("", "Closure")]
OTHERS = [
    meeting("SOM39 mid-term", som_number=39, segment="mid-term", date="2030-05-18"),
    meeting("SOM39 senior", som_number=39, segment="senior", date="2030-10-02", end_date="2030-10-03"),
]
ROSTER = [
    person("Ana Quell"),
    person("Bo Lindh", "fao"),
    person("Cy Fox", "fao"),
    person("Di Gold", "wwf"),
    person("Ed Hall", "emg"),
]
REGISTER = [document("3", "EMGSOM.40_3/Rev.1"), document("5", "EMG SOM40th /mid-term/05")]


def cites(text):
    return facts(report=[said(text)], others=OTHERS)


def counts(text, **given):
    return facts(report=[said(text, **given)], roster=ROSTER)


def names(text):
    return facts(report=[said(text)], documents=REGISTER)


FOUND = [
    (
        "item-without-section",
        facts(agenda=AGENDA, report=[section("Opening", items=("1",)), section("Reefs", items=("2.a",))]),
        ["Item 2.b “Title 2.b” has no section in the report."],
    ),
    (
        "section-without-item",
        facts(agenda=AGENDA, report=[section("Opening", items=("1",)), section("Side remarks")]),
        ["“Side remarks” reports on no item of the agenda."],
    ),
    ("section-without-text", facts(report=[said("Welcome."), section("Reefs")]), ["“Reefs” has no text."]),
    (
        "heading-twice",
        facts(report=[section("Reefs"), section("REEFS", id="other")]),
        ["Two sections are called “REEFS”."],
    ),
    (
        "paragraph-without-text",
        facts(report=[section("A", paragraph("", "bullet", id="one"), paragraph(" ", fill="closing", frozen=True))]),
        ["This bullet has no text.", "This paragraph has no text."],
    ),
    (
        "actions-block-empty",
        facts(report=[section("A", paragraph("Ports", "actions"))]),
        ["“Ports” prints no actions: there are none under it."],
    ),
    (
        "conclusion-without-decision",
        facts(report=[said("The Senior Officials agreed to meet in May.", kind="conclusion")]),
        ["This conclusion reads like a decision; entered as one it can have effects and tasks."],
    ),
    (
        "footnote-without-text",
        facts(report=[section("A", paragraph("It was so[^1].", notes=[" "]))]),
        ["Footnote 1 has no text."],
    ),
    (
        "footnote-without-mark",
        facts(report=[section("A", paragraph("It was so[^1].", notes=["FAO did not agree.", "Nor did WHO."]))]),
        ["Footnote 2 “Nor did WHO.” has no mark in the text."],
    ),
    (
        "footnote-mark-without-note",
        facts(report=[section("A", paragraph("It was so[^2].", notes=["FAO did not agree."]))]),
        ["The mark [^2] has no footnote."],
    ),
    (
        "note-not-written",
        facts(report=[said("Welcome.")], notes=[note("Ana", item="2"), note("Bo", item="2"), note("Cy")]),
        ["2 notes are not in the report yet.", "1 note is not in the report yet."],
    ),
    (
        "placeholder",
        facts(report=[said("Held on <insert date> by xx, see [...] and \\[name\\], TBD; why???")]),
        [f"“{left}” is left to be filled in." for left in ("<insert date>", "xx", "[...]", "[name]", "TBD", "???")],
    ),
    (
        "placeholder",
        facts(meeting(venue="tbc"), agenda=[item("1", "Reefs [to be confirmed]")], sections=[actions(action("Welcome ____"))]),
        ["“tbc” is left to be filled in.", "“[to be confirmed]” is left to be filled in.", "“____” is left to be filled in."],
    ),
    (
        "link-without-address",
        facts(report=[said("See the [report on reefs](#) and [that](https://x.example/a).")]),
        ["The link “report on reefs” leads nowhere."],
    ),
    (
        "symbol-cited-unknown",
        names("See document EMGSOM.40_4, and [the note](doc:EMGSOM40/7)."),
        ["EMGSOM40/7 is cited and is in no register of documents.", "EMGSOM.40_4 is cited and is in no register of documents."],
    ),
    (
        "symbol-cited-unknown",
        facts(sections=[actions(action("Endorse EMG/SOM.40/INF/9"))], documents=REGISTER),
        ["EMG/SOM.40/INF/9 is cited and is in no register of documents."],
    ),
    (
        "meeting-cited-with-other-date",
        cites("As decided by the 39th SOM on 4 October 2030, it goes on."),
        [
            ("The text says “39th SOM on 4 October 2030”; the register has SOM39 mid-term on 18 May 2030, "
            "SOM39 senior on 2–3 October 2030.")
        ],
    ),
    (
        "meeting-cited-with-other-date",
        cites("The mid-term segment of the 39th meeting of the Senior Officials, held virtually on 3 October 2030, agreed."),
        [
            ("The text says “mid-term segment of the 39th meeting of the Senior Officials, held virtually on "
            "3 October 2030”; the register has SOM39 mid-term on 18 May 2030.")
        ],
    ),
    (
        "meeting-cited-with-other-date",
        cites("SOM39 (October 2029) was the last."),
        [
            ("The text says “SOM39 (October 2029”; the register has SOM39 mid-term on 18 May 2030, SOM39 senior "
            "on 2–3 October 2030.")
        ],
    ),
    (
        "count-differs",
        counts("The meeting was attended by 46 EMG members and two observing entities."),
        [
            "The text says “46 EMG members”; the roster has 2 EMG members.",
            "The text says “two observing entities”; the roster has 1 observing entities.",
        ],
    ),
    (
        "count-differs",
        counts("Six participants attended the 40th SOM meeting on 24th September 2031.", fill="x", frozen=True),
        ["The text says “Six participants”; the roster has 5 people."],
    ),
]  # fmt: skip

NEAR = [
    ("item-without-section", facts(agenda=AGENDA, report=[section("All", items=("1", "2"))])),
    ("item-without-section", facts(agenda=AGENDA, report=[section("Opening"), section("Reefs")])),
    (
        "section-without-item",
        facts(agenda=AGENDA, report=[section("Introduction"), section("Opening", items=("1",)), section("Annex I")]),
    ),
    (
        "section-without-item",
        facts(report=[section("Reefs"), section("North", parent_id="Reefs", depth=1, items=("1",))]),
    ),
    ("section-without-text", facts(report=[section("Reefs"), section("Ports")])),
    ("section-without-text", facts(report=[section("Reefs"), section("North", paragraph("So."), parent_id="Reefs")])),
    (
        "heading-twice",
        facts(report=[section("Discussion", parent_id="A"), section("Discussion", parent_id="B", id="two")]),
    ),
    ("paragraph-without-text", facts(report=[section("A", paragraph("", fill="closing"))])),
    ("paragraph-without-text", facts(report=[section("A", paragraph("", "deliverables"))])),
    (
        "actions-block-empty",
        facts(
            sections=[actions(action("Welcome it"))],
            report=[section("A", paragraph("Reefs", "actions", action_section_id="I"))],
        ),
    ),
    (
        "conclusion-without-decision",
        facts(report=[said("The Senior Officials agreed to it.", kind="conclusion", action_id="a")]),
    ),
    ("conclusion-without-decision", facts(report=[said("The Chair thanked all.", kind="conclusion")])),
    (
        "conclusion-without-decision",
        facts(
            sections=[actions(action("Agree to extend the Task Team"))],
            report=[said("The Senior Officials agreed to extend the Task Team.", kind="conclusion")],
        ),
    ),
    ("footnote-without-text", facts(report=[section("A", paragraph("So[^1].", notes=["FAO."]))])),
    ("footnote-without-mark", facts(report=[section("A", paragraph("So[^2], so[^1].", notes=["A.", "B."]))])),
    ("footnote-mark-without-note", facts(report=[section("A", paragraph("So \\[^1].", notes=[]))])),
    ("note-not-written", facts(notes=[note("Ana")])),
    ("note-not-written", facts(report=[said("So.")], notes=[note("Ana", paragraph_id="p")])),
    (
        "placeholder",
        facts(
            report=[
                said("See [the report](https://x.example/a_b) <https://x.example/>, a note[^1], 5 < 6 and 7 > 2.", notes=["So."]),
                section("XX. Chapter", paragraph("In the XX century, Chapter XX; Xavier asked: why? \\[sic\\] [^1]", notes=["So."])),
                section("Notes", paragraph("<insert date> TBD", "note")),
            ]
        ),
    ),
    ("placeholder", facts(sections=[actions(action("Take note of taxa, *Exxon* and <b>Axx2</b>"))])),
    ("link-without-address", facts(report=[said("[A](doc:EMGSOM40/3) and [B](https://x.example/#top).")])),
    ("symbol-cited-unknown", names("See EMGSOM.40_3, EMG/SOM.40/3/Rev.1 and EMG SOM40/mid-term/05.")),
    ("symbol-cited-unknown", names("The EMG SOM40 technical segment, EMG SOM40 - 4 members, EMG SOM40 - 3 October 2031 and EMGSOM.15/9.")),
    ("symbol-cited-unknown", facts(report=[said("See EMGSOM.40_4.")])),
    ("meeting-cited-with-other-date", cites("The senior segment of the 39th SOM on 3 October 2030 agreed.")),
    ("meeting-cited-with-other-date", cites("The 39th SOM, held on 2-3 October 2030, and SOM 39 in May 2030.")),
    ("meeting-cited-with-other-date", cites("The 38th SOM on 4 October 2029; the 39th SOM will take place soon, on 4 May.")),
    ("meeting-cited-with-other-date", cites("In response to the 39th SOM, UNEP reported on 4 October 2031.")),
    ("count-differs", counts("The meeting was attended by 2 EMG members and one observing entity.")),
    ("count-differs", counts("Four participants attended the meeting.")),
    ("count-differs", counts("The launch was attended by 200 participants; the meeting noted it.")),
    ("count-differs", counts("The meeting held in March 2030 was attended by 28 participants.")),
    ("count-differs", counts("The second meeting of the Consultative Process had 28 participants.")),
    ("count-differs", counts("A total of 45 UN entities contributed to the meeting, attended by many.")),
    ("count-differs", counts("The 39th SOM meeting was attended by 46 EMG members.")),
    ("count-differs", counts("The meeting was attended by 46 EMG members.", fill="attendance")),
    ("count-differs", facts(report=[said("The meeting was attended by 46 EMG members.")])),
]  # fmt: skip
