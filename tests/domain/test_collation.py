import pytest

from emgdesk.domain.collation import family_key, given_key, text_key, without_particles


def by_given(*names: str) -> list[str]:
    return sorted(names, key=given_key)


def by_family(*names: str) -> list[str]:
    return sorted(names, key=lambda name: family_key("", "", name))


def test_case_and_accents_do_not_count() -> None:
    assert by_given("Zoe", "Élise", "eva", "Ädrian", "Łukasz", "Lukas") == [
        "Ädrian",
        "Élise",
        "eva",
        "Lukas",
        "Łukasz",
        "Zoe",
    ]


def test_hyphens_and_apostrophes_do_not_count() -> None:
    assert by_given("Jean-Paul B", "Jean Paul C", "Jeanpaul A") == [
        "Jean Paul C",
        "Jeanpaul A",
        "Jean-Paul B",
    ]


def test_other_scripts_follow_latin_by_code_point() -> None:
    assert by_given("李明", "محمد", "Иван", "Ελένη", "Zoe") == ["Zoe", "Ελένη", "Иван", "محمد", "李明"]


def test_equal_names_keep_their_order() -> None:
    assert by_given("josé B", "Jose B", "JOSÉ B") == ["josé B", "Jose B", "JOSÉ B"]


def test_family_order_passes_over_particles() -> None:
    names = ("Anna van der Berg", "Karim al-Masri", "Maria de la Cruz", "Zoe Adler", "Piet Van Damme")
    assert by_family(*names) == [
        "Zoe Adler", "Anna van der Berg", "Maria de la Cruz", "Karim al-Masri", "Piet Van Damme",
    ]  # fmt: skip


def test_known_family_part_decides() -> None:
    people = [("Ana", "López Royo", "Ana López Royo"), ("Ming", "Li", "Li Ming"), ("Bo", "Ng", "Bo Ng")]
    assert [name for *_, name in sorted(people, key=lambda p: family_key(*p))] == [
        "Li Ming",
        "Ana López Royo",
        "Bo Ng",
    ]


@pytest.mark.parametrize(
    ("family", "rest"),
    [
        ("van der Berg", "Berg"),
        ("Van der Berg", "Van der Berg"),
        ("al-Masri", "Masri"),
        ("d'Arcy", "Arcy"),
        ("de", "de"),
        ("", ""),
    ],
)
def test_without_particles(family: str, rest: str) -> None:
    assert without_particles(family) == rest


def test_empty_text_comes_first() -> None:
    assert sorted(["b", "", "a"], key=text_key) == ["", "a", "b"]
