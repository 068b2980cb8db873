"""The lists the desk prints itself, as they come out of a page: every person and entity again."""

import pytest

from emgdesk.importing.lists.pasted import pasted_file
from emgdesk.importing.rosters.mapping import map_roster

BY_ENTITY = """UNITED NATIONS
Reefs and tides
2 September 2031

List of participants

EMG members
Food and Agriculture Organization of the United Nations (FAO)
Dr. Ada Moss
Programme Officer; P-4
ada.moss@fao.example
Bo Lind

United Nations Industrial Development
Organization (UNIDO)
Ms. Cy Rook
Director

Observers and guests
World Bank Group (WB)
Page 1 of 2
Di Fenn
Without entity
Ed Gale

Secretariat
Sustainable United Nations facility (hosted by UNEP) (SUN)
Fay Holm
"""


def people(text: str, *fields: str):
    return [tuple(getattr(one, field) for field in fields) for one in map_roster(pasted_file(text)).records]


def test_an_annex_by_entity_gives_each_person_the_entity_above():
    mapped = map_roster(pasted_file(BY_ENTITY))
    assert mapped.format == "annex-text"
    assert [(one.row, one.title, one.name, one.entity) for one in mapped.records] == [
        (9, "Dr.", "Ada Moss", "FAO"),
        (12, "", "Bo Lind", "FAO"),
        (16, "Ms.", "Cy Rook", "UNIDO"),
        (22, "", "Di Fenn", "WB"),
        (24, "", "Ed Gale", ""),
        (28, "", "Fay Holm", "SUN"),
    ]
    assert [(one.function, one.email) for one in mapped.records][:3] == [
        ("Programme Officer; P-4", "ada.moss@fao.example"), ("", ""), ("Director", ""),
    ]  # fmt: skip
    assert {one.row: one.message for one in mapped.set_aside} == {
        1: "Not read as a name.",
        2: "Not read as a name.",
        3: "A heading, no person.",
        5: "A heading, no person.",
        7: "A heading, no person.",
        8: "The entity of the people below.",
        10: "Belongs to the person above.",
        11: "Belongs to the person above.",
        14: "The entity of the people below.",
        15: "The entity of the people below.",
        17: "Belongs to the person above.",
        19: "A heading, no person.",
        20: "The entity of the people below.",
        21: "A page number, no person.",
        23: "The entity of the people below.",
        26: "A heading, no person.",
        27: "The entity of the people below.",
    }


COLUMNS = """
  1. Ada Moss (Youth)          4. Di Fenn-Holm              7. Gus Hale
  2. Bo Lind                      (WBG)                        (UNEP)
  3. Cy Rook                   5. Ed Gale (UN               8. Ida Maria Berg
     (CYNESA)                     Women)                       Lind (BRS)
  9. Jo Marsh                  6. Fay Sanchez-
                                  Triana (FAO)
"""


def test_entries_broken_in_the_columns_of_a_page_are_put_together():
    assert sorted(people(COLUMNS, "name", "entity")) == [
        ("Ada Moss", "Youth"),
        ("Bo Lind", ""),
        ("Cy Rook", "CYNESA"),
        ("Di Fenn-Holm", "WBG"),
        ("Ed Gale", "UN Women"),
        ("Fay Sanchez-Triana", "FAO"),
        ("Gus Hale", "UNEP"),
        ("Ida Maria Berg Lind", "BRS"),
        ("Jo Marsh", ""),
    ]


def test_entries_broken_without_columns_are_put_together():
    text = "List of participants\n1. Ada Moss\n(CYNESA)\n2. Bo Lind (UN\nWomen)\n3. Cy Rook\n4. Di Fenn\nHolm (BRS)\n"
    assert people(text, "row", "name", "entity") == [
        (2, "Ada Moss", "CYNESA"), (4, "Bo Lind", "UN Women"), (6, "Cy Rook", ""), (7, "Di Fenn Holm", "BRS"),
    ]  # fmt: skip
    aside = {one.row: one.message for one in map_roster(pasted_file(text)).set_aside}
    assert aside == {
        1: "A heading, no person.",
        3: "Goes on with the entry above.",
        5: "Goes on with the entry above.",
        8: "Goes on with the entry above.",
    }


@pytest.mark.parametrize("indent", ["", "   "])
def test_function_and_address_below_a_numbered_entry_are_those_of_its_person(indent):
    text = "\n".join(
        f"{n}. {name} (FAO)\n{indent}Programme Officer; P-4\n{indent}{name[:2].lower()}@fao.example"
        for n, name in enumerate(("Ada Moss", "Bo Lind", "Cy Rook"), 1)
    )
    assert people(text, "name", "entity", "function", "email") == [
        ("Ada Moss", "FAO", "Programme Officer; P-4", "ad@fao.example"),
        ("Bo Lind", "FAO", "Programme Officer; P-4", "bo@fao.example"),
        ("Cy Rook", "FAO", "Programme Officer; P-4", "cy@fao.example"),
    ]


def test_a_list_of_two_blocks_that_lost_its_order_gives_the_people_still():
    text = "No. Name\n1 Ada Moss\nEntity\nNo. Name\nEntity\nYouth\n4 Di Fenn\nBRS\n5 Ed Gale\nUNFCCC\n"
    text += "2 Bo Lind\n3 Cy Rook\nSUN\nWFP\nEMG\n"
    assert sorted(people(text, "name")) == [
        ("Ada Moss",), ("Bo Lind",), ("Cy Rook",), ("Di Fenn",), ("Ed Gale",),
    ]  # fmt: skip


def test_people_below_each_other_are_no_annex_by_entity():
    text = "Ada Moss (FAO)\nBo Lind (WHO)\nCy Rook (Ministry of Tides)\nDi Fenn\n"
    assert people(text, "name", "entity") == [
        ("Ada Moss", "FAO"), ("Bo Lind", "WHO"), ("Cy Rook", "Ministry of Tides"), ("Di Fenn", ""),
    ]  # fmt: skip


def test_of_an_annex_whose_columns_were_mixed_no_entity_is_guessed():
    text = BY_ENTITY.replace("Ms. Cy Rook\nDirector\n\nObservers and guests\n", "")
    mapped = map_roster(pasted_file(text))
    assert [(one.name, one.entity) for one in mapped.records] == [
        ("Ada Moss", ""), ("Bo Lind", ""), ("Di Fenn", ""), ("Ed Gale", ""), ("Fay Holm", ""),
    ]  # fmt: skip
    said = [one.message for one in mapped.set_aside if one.row == 8]
    assert said == ["An entity whose people cannot be told: the columns of the page were mixed."]
