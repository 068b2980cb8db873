from emgdesk.domain.entity_names import (
    compact_key,
    entity_key,
    in_brackets,
    name_parts,
    without_secretariat,
)


def test_writings_of_one_name_share_a_key():
    key = entity_key("United Nations Environment Programme")
    assert entity_key("UN Environment Program") == key
    assert entity_key("the united nations  ENVIRONMENT programme.") == key
    assert entity_key("Office on Drugs & Crime") == entity_key("Office for Drugs and Crime")
    assert entity_key("International Labour Organisation") == entity_key("International Labor Organization")


def test_other_names_do_not():
    assert entity_key("World Health Organization") != entity_key("World Meteorological Organization")


def test_spaces_and_hyphens_do_not_count_in_acronyms():
    assert compact_key("UNU- FLORES") == compact_key("UNU-FLORES") == "unuflores"


def test_the_secretariat_of_a_body_is_the_body():
    assert without_secretariat("ceb secretariat") == "ceb"
    assert without_secretariat("secretariat cbd") == "cbd"
    assert without_secretariat("secretariat") == "secretariat"


def test_names_are_parted():
    assert in_brackets("Food Body (FB)") == ("Food Body", "FB")
    assert in_brackets("Food Body") is None
    assert name_parts("UNEP - Law Division") == ("UNEP", "Law Division")
    assert name_parts("UNEP/EMG") == ("UNEP", "EMG")
    assert name_parts("UNU-FLORES") == ()
