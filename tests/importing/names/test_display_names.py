import pytest

from emgdesk.importing.names.displayed import Shown, looks_like_entity, take_apart


def known(text: str) -> bool:
    return text in ("Youth", "FAO", "Sun")


@pytest.mark.parametrize(
    ("written", "name", "entity"),
    [
        ("Ada Moss", "Ada Moss", ""),
        ("Moss, Ada", "Moss, Ada", ""),
        ("[UNEP] Moss, Ada (External)", "Moss, Ada", "UNEP"),
        ("[Tide Works] Ada Moss", "Ada Moss", "Tide Works"),
        ("(UNEP) Ada Moss", "Ada Moss", "UNEP"),
        ("UNEP - Ada Moss", "Ada Moss", "UNEP"),
        ("UN Women – Ada Moss", "Ada Moss", "UN Women"),
        ("UN-Habitat - Ada Moss", "Ada Moss", "UN-Habitat"),
        ("CEB Secretariat - Ada Moss", "Ada Moss", "CEB Secretariat"),
        ("UNU- FLORES - Ada Moss", "Ada Moss", "UNU- FLORES"),
        ("UNEP - LÓPEZ ROYO, Ada", "LÓPEZ ROYO, Ada", "UNEP"),
        ("Ada Moss - UNEP", "Ada Moss", "UNEP"),
        ("Ada Moss | UN Women", "Ada Moss", "UN Women"),
        ("Ada Moss @ WHO", "Ada Moss", "WHO"),
        ("WHO: Ada Moss", "Ada Moss", "WHO"),
        ("Ada Moss_WHO", "Ada Moss", "WHO"),
        ("MOSS Ada - WHO", "MOSS Ada", "WHO"),
        ("王明 - WHO", "王明", "WHO"),
        ("Ada Moss (WHO)", "Ada Moss", "WHO"),
        ("Ada Moss (Ministry of Tides)", "Ada Moss", "Ministry of Tides"),
        ("Ada Moss- Lind - IAEA", "Ada Moss- Lind", "IAEA"),
        ("Youth - Ada Moss", "Ada Moss", "Youth"),
        ("Ada Moss, FAO", "Ada Moss", "FAO"),
        ("MOSS Ada (EXT)", "MOSS Ada", ""),
        ("Ada Moss (External) (Guest)", "Ada Moss", ""),
        ("Ada Moss (she/her)", "Ada Moss", ""),
        ("Ada Moss (Nicht überprüft)", "Ada Moss", ""),
        ("Ada Moss (Invitado)", "Ada Moss", ""),
    ],
)
def test_what_stands_beside_a_name_is_cut_off(written, name, entity):
    assert take_apart(written, is_entity=known) == Shown(name, entity)


@pytest.mark.parametrize(
    "written",
    [
        "Ada Moss - Geneva", "Jean - Pierre Dupont", "Ada Moss- Lind", "MARIE-Claire Dupont", "Al-Hassan, Omar",
        "Ada Moss, PhD", "Moss, ADA", "Ada (Addie) Moss", "Ada Moss (Geneva)", "Ada Lee-O'Hara", "de la Cruz, ANA",
    ],
)  # fmt: skip
def test_what_belongs_to_a_name_stays(written):
    assert take_apart(written) == Shown(written)


@pytest.mark.parametrize(
    ("shown", "name", "message"),
    [
        ("Ada (Ada Moss)", "Ada Moss", ""),
        ("iPhone (Ada Moss)", "Ada Moss", ""),
        ("EMG Secretariat (Ada Moss)", "Ada Moss", ""),
        ("Ada Moss (iPhone)", "Ada Moss", ""),
        ("Ada Moss (moss)", "Ada Moss", ""),
        ("Ada Moss (Bo Lind)", "Ada Moss", "The account is that of “Bo Lind”."),
    ],
)
def test_of_a_shown_and_an_account_name_the_one_that_tells_the_person_is_taken(shown, name, message):
    assert take_apart(shown, original=True) == Shown(name, "", message)


@pytest.mark.parametrize(
    ("written", "name", "entity"),
    [
        ("Tevita Moss | Pacific Islands Forum", "Tevita Moss", "Pacific Islands Forum"),
        ("Ministry of Tides of the Sea | Tevita Moss", "Tevita Moss", "Ministry of Tides of the Sea"),
        ("Koko｜Pacific Forum", "Koko", "Pacific Forum"),
    ],
)
def test_a_bar_parts_a_name_from_an_entity_nobody_knows(written, name, entity):
    assert take_apart(written) == Shown(name, entity)


def test_a_name_still_open_is_taken_with_a_word():
    assert take_apart("Moss (tbc)") == Shown("Moss", "", "The name is marked as open (tbc).")


def test_an_entity_may_stand_beside_the_shown_name_of_an_account():
    assert take_apart("WHO - Ada (Ada Moss)", original=True).name == "Ada Moss"
    assert take_apart("Ada Moss (WHO)", original=True) == Shown("Ada Moss", "WHO")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("UNEP", True), ("UN Women", True), ("UNU-FLORES", True), ("Ozone Secretariat", True), ("FAO, Rome", True),
        ("Ada Moss", False), ("ADA MOSS", False), ("III", False), ("PhD", False), ("", False), ("Geneva", False),
    ],
)  # fmt: skip
def test_entities_are_known_by_their_shape(text, entity):
    assert looks_like_entity(text) is entity
