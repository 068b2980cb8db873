"""Cells of names that hold more: several people, an entity, a function."""

import pytest

from emgdesk.importing.rosters.mapping import map_roster
from tests.importing.files import roster


@pytest.mark.parametrize(
    "written",
    [
        "Ada Moss & Bo Lind",
        "Ada Moss and Bo Lind",
        "Ada Moss (FAO) and Bo Lind (WHO)",
        "Ada Moss / Dieter Müller",
        "Ada Moss; Bo Lind",
        "Ada Moss\nBo Lind",
        "Ada Moss, Bo Lind",
        "Ada Moss, Bo Lind, Cy Rook",
        "Ana y Luis Gómez",
        "Ada et Bo Lind",
        "Mr. and Mrs. Lind",
        "Sr. y Sra. Gómez",
    ],
)
def test_several_people_in_one_cell_are_a_problem(written):
    read = map_roster(roster(("Name", "Email"), (written, "a@x.example"), ("Cy Fenn", "cy@x.example")))
    assert [one.name for one in read.records] == ["Cy Fenn"]
    said = "”" in read.set_aside[0].message
    assert (read.set_aside[0].row, read.set_aside[0].verdict, said) == (2, "problem", True)
    assert read.set_aside[0].message.endswith("may name several people; give each of them a row.")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Prof. Dr. Hans von und zu Tal", "Hans von und zu Tal"),
        ("José Ortega y Gasset", "José Ortega y Gasset"),
        ("Ortega y Gasset, José", "José Ortega y Gasset"),
        ("Maria e Silva", "Maria e Silva"),
        ("GARCÍA Y SÁNCHEZ José", "GARCÍA Y SÁNCHEZ José"),
        ("García Márquez, Ana María", "Ana María García Márquez"),
        ("王 明 / Ming Wang", "王 明 / Ming Wang"),
        ("Ada\nMoss", "Ada Moss"),
        ("Ada Moss, Jr.", "Ada Moss, Jr."),
    ],
)
def test_one_person_whose_name_has_many_words_is_taken(written, name):
    read = map_roster(roster(("Name", "Email"), (written, "a@x.example"), ("Fenn, Cy", "cy@x.example")))
    assert [one.name for one in read.records] == [name, "Cy Fenn"]


@pytest.mark.parametrize(
    ("written", "email"),
    [("García Márquez, Ana María", "ana.garcia@x.example"), ("García Márquez, Ana María (Guest)", "")],
)
def test_an_address_of_both_or_a_marker_tells_that_it_is_one(written, email):
    read = map_roster(roster(("Name", "Email"), (written, email)))
    assert [one.name for one in read.records] == ["Ana María García Márquez"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Ada Moss, FAO, Director", ("Ada Moss", "FAO", "Director")),
        ("Ada Moss, Director, FAO", ("Ada Moss", "FAO", "Director")),
        ("Ada Moss (FAO), Director", ("Ada Moss", "FAO", "Director")),
        ("Ms. Ada Moss, Deputy Director", ("Ada Moss", "", "Deputy Director")),
        ("Moss, Ada, FAO, Jefa de unidad", ("Ada Moss", "FAO", "Jefa de unidad")),
        ("van der Berg, Jan, Conseiller", ("Jan van der Berg", "", "Conseiller")),
    ],
)
def test_entity_and_function_behind_commas_are_no_part_of_the_name(written, told):
    (record,) = map_roster(roster(("Name", "Email"), (written, "a@x.example"))).records
    assert (record.name, record.proposed_entity, record.function) == told


def test_what_stands_behind_commas_and_cannot_be_told_is_a_problem():
    read = map_roster(roster(("Name", "Email"), ("Ada Moss, Kenya, Director", "a@x.example")))
    assert [(one.verdict, one.message) for one in read.set_aside] == [
        (
            "problem",
            "“Ada Moss, Kenya, Director” holds more than a name; give entity and function columns of their own.",
        )
    ]


def test_a_name_corrected_beside_other_parts_of_it_in_a_row_with_an_id_is_said():
    head = ("Given name", "Family name", "Name", "ID")
    rows = (
        head,
        ("Ada", "Moss", "Zo Quill", "01a1fb34c80c700080006f02bbf8e141"),
        ("Bo", "Lind", "Bo LIND", "01a1fb34c80c700080006f02bbf8e142"),
        ("Cy", "Fenn", "Di Rook", None),
    )
    ada, bo, cy = map_roster(roster(*rows)).records
    said = (
        "“Zo Quill” does not go with the given and family name, and “Ada Moss” is taken; correct those too."
    )
    assert (ada.name, ada.messages) == ("Ada Moss", (said,))
    assert (bo.name, bo.messages, cy.name, cy.messages) == ("Bo LIND", (), "Cy Fenn", ())
