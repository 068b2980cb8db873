"""Preferences: kept at once, never in the way."""

from pathlib import Path

from emgdesk.settings import RECENT, Settings


def test_a_preference_is_there_after_a_restart(tmp_path):
    path = tmp_path / "deep" / "settings.json"
    Settings(path).set("window.place", "rosters")
    assert Settings(path).get("window.place", "meetings") == "rosters"


def test_an_unset_preference_has_its_default(tmp_path):
    assert Settings(tmp_path / "none.json").get("split.meetings", []) == []


def test_a_value_of_another_type_counts_as_unset(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"split.meetings": "wide"}', encoding="utf-8")
    assert Settings(path).get("split.meetings", [270, 900]) == [270, 900]


def test_none_removes_a_preference(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    settings.set("a", 1)
    settings.set("a", None)
    assert Settings(settings.path).get("a", 7) == 7


def test_a_damaged_file_means_starting_afresh(tmp_path):
    path = tmp_path / "settings.json"
    for text in ("{", "[1, 2]", "\x00\x01"):
        path.write_text(text, encoding="utf-8")
        assert Settings(path).get("author", "nobody") == "nobody"


def test_a_folder_that_cannot_be_written_is_borne(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    settings = Settings(blocked / "settings.json")
    settings.set("author", "A. Author")
    assert settings.get("author", "") == "A. Author"


def test_the_desk_opened_last_comes_first_and_once(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    for name in ("a", "b", "a"):
        settings.remember_desk(Path(f"/{name}.emgdesk"))
    assert settings.recent_desks() == (Path("/a.emgdesk"), Path("/b.emgdesk"))
    settings.forget_desk(Path("/a.emgdesk"))
    assert settings.recent_desks() == (Path("/b.emgdesk"),)


def test_only_the_latest_desks_are_remembered(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    for number in range(RECENT + 3):
        settings.remember_desk(Path(f"/{number}.emgdesk"))
    assert len(settings.recent_desks()) == RECENT
    assert settings.recent_desks()[0] == Path(f"/{RECENT + 2}.emgdesk")
