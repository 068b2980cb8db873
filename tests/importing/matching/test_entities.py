import pytest

from emgdesk.importing.matching.entities import EntityIndex
from emgdesk.importing.snapshot import KnownEntity
from tests.importing.files import ENTITIES


@pytest.mark.parametrize(
    ("printed", "acronym"),
    [
        ("UNEP", "UNEP"), ("unep", "UNEP"), ("U.N.E.P.", "UNEP"), ("UN Environment Programme", "UNEP"),
        ("United Nations Environment Program", "UNEP"), ("UNECE", "ECE"), ("WBG", "WB"), ("world bank", "WB"),
        ("CEB Secretariat", "CEB"), ("Secretariat of the CEB", "CEB"), ("UNU- FLORES", "UNU-FLORES"),
        ("Food and Agriculture Organization (FAO)", "FAO"), ("FAO (Rome)", "FAO"), ("UNEP (United Nations Environment Programme)", "UNEP"),
        ("UNEP - Law Division", "UNEP"), ("UNEP, Nairobi", "UNEP"), ("UNEP/EMG", "EMG"), ("Liaison Office, FAO", "FAO"),
        ("FAO/HQ", "FAO"), ("World Bank Group (WB)", "WB"), ("UNEP Regional Office (UNEP)", "UNEP"),
        ("EMG Secretariat", "EMG"), ("Youth", "Youth"),
    ],
)  # fmt: skip
def test_an_entity_is_found_however_it_is_printed(printed, acronym):
    found = EntityIndex(ENTITIES).find(printed)
    assert (found.entity.acronym, found.message) == (acronym, "")


@pytest.mark.parametrize(
    ("printed", "message"),
    [
        ("Ministry of Tides", "Entity “Ministry of Tides” is not known; it stays as printed."),
        ("Ministry of Tides, Youth", "Entity “Ministry of Tides, Youth” is not known; it stays as printed."),
        ("FAO/UNEP", "Entity “FAO/UNEP” may be FAO or UNEP; it stays as printed."),
        (
            "Ministry of Tides / UNEP",
            "Entity “Ministry of Tides / UNEP” looks like UNEP; it stays as printed.",
        ),
        ("XYZ / FAO", "Entity “XYZ / FAO” looks like FAO; it stays as printed."),
        ("EU/FAO", "Entity “EU/FAO” looks like FAO; it stays as printed."),
        ("University of Tides, WB", "Entity “University of Tides, WB” looks like WB; it stays as printed."),
        ("Wide Bridges (WB)", "Entity “Wide Bridges (WB)” looks like WB; it stays as printed."),
        ("Somewhere (FAO)", "Entity “Somewhere (FAO)” looks like FAO; it stays as printed."),
        ("Secretariat", "Entity “Secretariat” is not known; it stays as printed."),
    ],
)
def test_what_is_not_surely_an_entity_stays_text(printed, message):
    found = EntityIndex(ENTITIES).find(printed)
    assert (found.entity, found.message) == (None, message)


def test_an_empty_text_is_no_entity_and_no_message():
    found = EntityIndex(ENTITIES).find("")
    assert (found.entity, found.message) == (None, "")


def test_an_alias_of_two_entities_says_nothing():
    twins = (KnownEntity("a", "A1", ("A1", "Alpha")), KnownEntity("b", "B1", ("B1", "Alpha")))
    assert EntityIndex(twins).find("Alpha").message == "Entity “Alpha” may be A1 or B1; it stays as printed."
