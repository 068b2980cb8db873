"""A sheet for an entity to fill in."""

from emgdesk.reports.builders.progress_sheet import AskedTask, ProgressSheetFacts, build, file_names


def facts(entity: str = "UNEP", *tasks: AskedTask, due: str = "") -> ProgressSheetFacts:
    return ProgressSheetFacts("key", entity, "2031-06-30", due, tasks)


def test_every_request_has_a_file_name_of_its_own_that_every_system_takes() -> None:
    named = file_names([facts(name) for name in ("A/B", "a:b", "CON", "Größe", "*")])
    assert named == (
        "A-B progress 2031-06-30.xlsx", "a-b progress 2031-06-30 (2).xlsx", "CON progress 2031-06-30.xlsx",
        "Größe progress 2031-06-30.xlsx", "progress 2031-06-30.xlsx",
    )  # fmt: skip


def test_what_was_reported_last_stands_in_words() -> None:
    tasks = (
        AskedTask("1", "I. Oceans", "", "a", "", "", "ongoing", "Half.", "2031-05-02"),
        AskedTask("2", "I. Oceans", "", "b", "", "", "completed", "", "2031-05"),
        AskedTask("3", "I. Oceans", "", "c", "", "", "", "- one\n- two", ""),
        AskedTask("4", "I. Oceans", "", "d", "", "", next_steps="Go on."),
    )
    sheet = build(facts("UNEP", *tasks))[1]
    at = [column.header for column in sheet.columns].index("Last reported")
    assert [row[at : at + 2] for row in sheet.rows] == [
        ("Ongoing (2 May 2031): Half.", ""),
        ("Completed (2031-05)", ""),
        ("- one\n- two", ""),
        ("", "Go on."),
    ]
    assert [row[-1] for row in sheet.rows] == ["1", "2", "3", "4"]


def test_without_a_day_of_return_none_is_named() -> None:
    rows = dict(build(facts())[0].rows)
    assert list(rows) == ["Entity", "As of", "Return by", "What to do", "Request ID"]
    assert rows["Return by"] == ""
    assert "stands as of 30 June 2031. Only the yellow cells" in rows["What to do"]
