"""What the check finds about people and the meeting itself, and what comes near."""

from tests.queries.findings.made import facts, item, meeting, note, paragraph, person, section

ANA, BO = person("Ana Quell"), person("Bo Lindh", "fao")

FOUND = [
    (
        "person-without-entity",
        facts(roster=[ANA, person("Ruth Solberg", "")]),
        ["Ruth Solberg has no entity."],
    ),
    (
        "entity-not-registered",
        facts(roster=[ANA, *(person(n, "", entity="Reef Fund") for n in ("Cy Fox", "Di Gold", "Ed Hall"))]),
        ["“Reef Fund”, the entity of Cy Fox and 2 others, is not registered on this desk."],
    ),
    (
        "look-alike-people",
        facts(roster=[person("Johann Lindemann"), person("Johan Lindeman"), BO]),
        [
            "Johan Lindeman (UNEP) and Johann Lindemann (UNEP) may be one person: one letter differs, the same entity."
        ],
    ),
    (
        "chair-not-on-roster",
        facts(meeting(chair="Ms. Ida Frost, Secretary of the EMG", opened_by="Ida Frost"), roster=[ANA]),
        ["Ms. Ida Frost chairs the meeting and opened the meeting and is not on the roster."],
    ),
    (
        "presenter-not-on-roster",
        facts(agenda=[item("3.a", presenter="Gil Hart, FAO; WHO")], roster=[ANA, BO]),
        [
            "Gil Hart presents this item and is not on the roster.",
            "WHO presents this item and has nobody on the roster.",
        ],
    ),
    (
        "presenter-not-on-roster",
        facts(report=[section("Reefs (presented by Gil Hart, FAO)")], roster=[ANA]),
        ["Gil Hart presents and is not on the roster."],
    ),
    (
        "presenter-not-on-roster",
        facts(agenda=[item("1", "Opening remarks by Ida Frost, EMG Secretary")], roster=[ANA]),
        ["Ida Frost presents this item and is not on the roster."],
    ),
    (
        "speaker-not-on-roster",
        facts(report=[section("Reefs", paragraph("It was said.", speaker="Mr. Hart"))], roster=[ANA]),
        ["Mr. Hart speaks here and is not on the roster."],
    ),
    (
        "speaker-not-on-roster",
        facts(notes=[note("Gil Hart", "FAO", item="3.a")], roster=[ANA]),
        ["Gil Hart speaks here and is not on the roster."],
    ),
    (
        "speaker-under-another-entity",
        facts(
            report=[section("Reefs", paragraph("So it is.", speaker="Ms. Quell", entity="FAO"))],
            roster=[ANA, BO],
        ),
        ["Ms. Quell is named for FAO and stands on the roster for UNEP."],
    ),
    (
        "speaker-under-another-entity",
        facts(agenda=[item("1", presenter="Bo Lindh (WHO)")], roster=[BO]),
        ["Bo Lindh is named for WHO and stands on the roster for FAO."],
    ),
    (
        "speaker-under-another-entity",
        facts(
            report=[section("Reefs", paragraph("With updates by Ana Quell (WHO), Bo Lindh (FAO)."))],
            roster=[ANA, BO],
        ),
        ["Ana Quell is named for WHO and stands on the roster for UNEP."],
    ),
    (
        "head-count-differs",
        facts(meeting(head_count=3), roster=[ANA, BO]),
        ["The head count is 3; by the roster 2 people attended."],
    ),
    (
        "meeting-without-date",
        facts(meeting(date="2031-09")),
        ["The meeting is held and has only a month (2031-09)."],
    ),
    (
        "meeting-without-date",
        facts(meeting(date="", status="confirmed")),
        ["The meeting is confirmed and has no date."],
    ),
    (
        "meeting-without-chair",
        facts(meeting(opened_by="")),
        ["The meeting was held and nobody is named who chaired or opened it."],
    ),
    (
        "zone-label-contradicts-date",
        facts(meeting(date="2031-01-24", zone_label="CEST")),
        ["CEST is not in use on 24 January 2031; it is CET then."],
    ),
]

NEAR = [
    (
        "speaker-under-another-entity",
        facts(report=[section("A", paragraph("Ana Quell (UNEP-WCMC), Ana Quell (Chair), Eva Quell (FAO)."))], roster=[ANA]),
    ),
    ("presenter-not-on-roster", facts(agenda=[item("1", "Opening remarks by the Secretary of the EMG")], roster=[ANA])),
    ("presenter-not-on-roster", facts(agenda=[item("1", "Address by Ana Quell, UNEP")], roster=[ANA])),
    ("person-without-entity", facts(roster=[person("Ruth Solberg", "", attendance="cancelled")])),
    ("person-without-entity", facts(roster=[person("Cy Fox", "", entity="Youth")])),
    ("entity-not-registered", facts(roster=[person("Cy Fox", "", entity="Youth")], as_printed=["youth"])),
    ("entity-not-registered", facts(roster=[person("Cy Fox", "")])),
    ("look-alike-people", facts(roster=[person("Ana Quell"), person("Ana Quist", "fao"), person("Tim Quell", "who")])),
    ("look-alike-people", facts(roster=[person("Maria Silva"), person("Mario Silva", "fao")])),
    ("chair-not-on-roster", facts(meeting(chair="Ms. Ana Quell, UNEP", opened_by="the Chair"), roster=[ANA])),
    ("chair-not-on-roster", facts(meeting(chair="A. Quell"), roster=[ANA])),
    ("chair-not-on-roster", facts(meeting(chair="EMG Secretariat"), roster=[ANA])),
    ("chair-not-on-roster", facts(meeting(chair="Ida Frost"))),
    ("presenter-not-on-roster", facts(agenda=[item("3", presenter="UNEP; Bo Lindh, FAO")], roster=[ANA, BO])),
    ("presenter-not-on-roster", facts(agenda=[item("3", presenter="UNEP-WCMC")], roster=[ANA])),
    ("presenter-not-on-roster", facts(agenda=[item("3", presenter="Co-chairs of the Task Team")], roster=[ANA])),
    ("presenter-not-on-roster", facts(report=[section("Reefs (presented by Ana Quell, UNEP)")], roster=[ANA])),
    ("speaker-not-on-roster", facts(report=[section("A", paragraph("Said.", speaker="Ms. Quell"))], roster=[ANA])),
    ("speaker-not-on-roster", facts(report=[section("A", paragraph("Said.", speaker="WHO"))], roster=[ANA])),
    ("speaker-not-on-roster", facts(report=[section("A", paragraph("Said.", speaker="Quell, Ana"))], roster=[ANA])),
    ("speaker-not-on-roster", facts(notes=[note("Gil Hart", paragraph_id="written")], roster=[ANA])),
    (
        "speaker-under-another-entity",
        facts(report=[section("A", paragraph("So.", speaker="Ana Quell", entity="UNEP-WCMC"))], roster=[ANA]),
    ),
    (
        "speaker-under-another-entity",
        facts(
            report=[section("A", paragraph("So.", speaker="Ms. Quell", entity="FAO"))],
            roster=[ANA, person("Eva Quell", "fao")],
        ),
    ),
    ("head-count-differs", facts(meeting(head_count=2), roster=[ANA, BO])),
    ("head-count-differs", facts(meeting(head_count=3), roster=[person("Ana Quell", attendance="registered")])),
    ("meeting-without-date", facts(meeting(date="", status="planned"))),
    ("meeting-without-chair", facts(meeting(opened_by=""), roster=[person("Ana Quell", role="chair")])),
    ("zone-label-contradicts-date", facts(meeting(date="2031-07-24", zone_label="CEST"))),
    ("zone-label-contradicts-date", facts(meeting(date="2031-01-24", zone_label="Geneva time"))),
]  # fmt: skip
