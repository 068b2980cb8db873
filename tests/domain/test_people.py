import pytest

from emgdesk.domain import people
from emgdesk.domain.people import WrittenName


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ms. LOPEZ ROYO, Ana", WrittenName("Ana LOPEZ ROYO", "Ms.", "Ana", "LOPEZ ROYO")),
        ("H.E. Ms. Li An", WrittenName("Li An", "H.E. Ms.")),
        ("Prof. Dr. Karl Lindt", WrittenName("Karl Lindt", "Prof. Dr.")),
        ("Mme Claire Petit", WrittenName("Claire Petit", "Mme")),
        ("Sra. Inés Mora", WrittenName("Inés Mora", "Sra.")),
        ("M. Jean Dupin", WrittenName("Jean Dupin", "M.")),
        ("M. Dupin", WrittenName("M. Dupin")),
        ("Mr", WrittenName("Mr")),
        ("Patel, Mr. Ravi", WrittenName("Ravi Patel", "Mr.", "Ravi", "Patel")),
        ("John Small, PhD", WrittenName("John Small, PhD")),
        ("Anna Fisk, Ph.D.", WrittenName("Anna Fisk, Ph.D.")),
        ("Anna FISK, Ph. D., MBA", WrittenName("Anna FISK, Ph. D., MBA", "", "Anna", "FISK")),
        ("Anna Fisk, MBA", WrittenName("Anna Fisk, MBA")),
        ("Fisk, Anna, PhD", WrittenName("Anna Fisk, PhD", "", "Anna", "Fisk")),
        ("Dr. Fisk, Anna, M.Sc.", WrittenName("Anna Fisk, M.Sc.", "Dr.", "Anna", "Fisk")),
        ("Rahman, Md", WrittenName("Md Rahman", "", "Md", "Rahman")),
        ("LI, WEI", WrittenName("WEI LI", "", "WEI", "LI")),
        ("LI, Wei", WrittenName("Wei LI", "", "Wei", "LI")),
        ("LI, MA", WrittenName("MA LI", "", "MA", "LI")),
        ("王, 丽", WrittenName("王丽", "", "丽", "王")),
        ("DUPIN Jean", WrittenName("DUPIN Jean", "", "Jean", "DUPIN")),
        ("Ana DE LA CRUZ", WrittenName("Ana DE LA CRUZ", "", "Ana", "DE LA CRUZ")),
        ("ANA CRUZ", WrittenName("ANA CRUZ")),
        ("Ana Cruz (External)", WrittenName("Ana Cruz")),
        ("CRUZ Ana (EXT)", WrittenName("CRUZ Ana", "", "Ana", "CRUZ")),
        ("Ana Cruz (Gast) (Non vérifié)", WrittenName("Ana Cruz")),
        ("Ana Cruz (no verificado)", WrittenName("Ana Cruz")),
        ("Ana Cruz (Host, me)", WrittenName("Ana Cruz")),
        ("Ana Cruz (elle/la)", WrittenName("Ana Cruz")),
        ("Ana Cruz (Geneva)", WrittenName("Ana Cruz (Geneva)")),
        ("(External)", WrittenName("(External)")),
        ("Ana Cruz [guest]", WrittenName("Ana Cruz")),
        ("Анна Петрова", WrittenName("Анна Петрова")),
    ],
)
def test_a_written_name_is_taken_apart(written, read):
    assert people.read_name(written) == read


@pytest.mark.parametrize(
    ("given", "family", "name"),
    [
        ("Ana", "Ruiz", "Ana Ruiz"), ("", "Ruiz", "Ruiz"), ("Ana", "", "Ana"), ("丽", "王", "王丽"),
        ("하늘", "남궁", "남궁하늘"), ("つばさ", "東海林", "東海林つばさ"), ("エミ", "佐々木", "佐々木エミ"), ("ジョン", "スミス", "ジョン スミス"),
        ("Li", "王", "Li 王"), ("丽 Li", "王", "丽 Li 王"),
    ],
)  # fmt: skip
def test_a_name_is_put_together_as_its_script_has_it(given, family, name):
    assert people.composed(given, family) == name


@pytest.mark.parametrize(
    ("name", "given", "family", "fit"),
    [
        ("Ana Ruiz", "Ana", "Ruiz", True), ("RUÍZ Ana", "Ana", "Ruiz", True), ("Ana M. Ruiz", "Ana", "Ruiz", True),
        ("Ana Ruiz", "", "", True), ("Ana Ruiz", "", "Ruiz", True), ("王丽", "丽", "王", True), ("丽 王", "丽", "王", True),
        ("Ana Ruiz", "Ana", "Ruiz Sol", False), ("Ana Ruiz", "Ann", "Ruiz", False), ("王丽", "丽", "李", False),
        ("Ana Sol", "Ana", "Ruiz", False), ("Anavan Dyke", "Ana", "van Dyke", True),
    ],
)  # fmt: skip
def test_parts_fit_a_name_that_says_all_they_say(name, given, family, fit):
    assert people.parts_fit(name, given, family) is fit


def test_tidy_makes_spaces_single_and_takes_out_what_cannot_be_seen():
    assert people.tidy("  Ana \u202eMaria\u00a0 Cruz\n") == "Ana Maria Cruz"
    assert people.tidy("Łucja  Ås") == "Łucja Ås"


def test_joiners_inside_a_word_stay():
    assert people.tidy("می\u200cروم") == "می\u200cروم"


def test_only_invisible_characters_are_told_of():
    assert people.hides_characters("Ana\u200bCruz")
    assert not people.hides_characters("Ana\nCruz")
    assert not people.hides_characters("Ana Cruz")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Anna van der Berg", ("Anna", "van der Berg")),
        ("Maria del Mar Sol", ("Maria del Mar", "Sol")),
        ("Ana CRUZ", ("Ana", "CRUZ")),
        ("CRUZ Ana", ("Ana", "CRUZ")),
        ("John Small Jr.", ("John", "Small Jr.")),
        ("Anna Fisk, Ph.D.", ("Anna", "Fisk")),
        ("Anna van der Berg, MSc, MBA", ("Anna", "van der Berg")),
        ("Pelé", ("", "Pelé")),
        ("van Gool", ("van", "Gool")),
    ],
)
def test_family_part_is_guessed_with_its_particles(name, parts):
    assert people.split_name(name) == parts


def test_titles_alone_are_known():
    assert people.is_title("Ms")
    assert people.is_title("Prof. Dr.")
    assert not people.is_title("Programme Officer")
    assert not people.is_title("")


@pytest.mark.parametrize(
    ("title", "sex"),
    [("Mr", "m"), ("H.E. Ms.", "f"), ("Dr", ""), ("", ""), ("Mme", "f"), ("Mr/Ms", ""), ("M.", "m")],
)
def test_the_sex_a_title_tells(title, sex):
    assert people.address(title) == sex
