"""One open desk: transactions, undo, failure sentences."""

import random
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from emgdesk.db.models import Entity, Meeting, Person, PersonName
from emgdesk.db.version import HEAD
from emgdesk.errors import CancelledError, DataError, OutputError
from emgdesk.operations.marking import operation
from emgdesk.operations.meeting import create_meeting, update_meeting
from emgdesk.operations.setting import set_setting
from emgdesk.operations.workstream import add_chapter
from emgdesk.queries.history import list_changes, list_history
from emgdesk.queries.meetings import find_meeting, list_meetings
from emgdesk.restoring import restore_desk
from emgdesk.workspace import ChangeSet, Workspace, open_desk
from tests.desks import dump, make_meeting, make_person, make_roster


def test_a_new_desk_holds_the_shipped_entities_and_undo_leaves_them(desk: Workspace) -> None:
    assert desk.read(lambda s: s.query(Entity).count()) == 81
    assert desk.state().undo is None
    with pytest.raises(DataError, match=r"^There is nothing to undo\.$"):
        desk.undo()


def test_what_an_operation_raises_leaves_the_desk_as_it_was(desk: Workspace) -> None:
    make_meeting(desk)
    before, revision = dump(desk.path), desk.state()

    @operation
    def half(session: Session) -> None:
        session.execute(insert(Meeting).values(id="x", code="X", code_key="x"))
        session.execute(delete(PersonName))
        raise CancelledError

    with pytest.raises(CancelledError):
        desk.do("Half", half)
    assert dump(desk.path) == before
    assert desk.state() == revision


def test_an_operation_neither_commits_nor_rolls_back(desk: Workspace) -> None:
    @operation
    def commits(session: Session) -> None:
        session.commit()

    @operation
    def rolls_back(session: Session) -> None:
        session.rollback()

    for function in (commits, rolls_back):
        with pytest.raises(RuntimeError):
            desk.do("No", function)


def test_only_marked_functions_are_run(desk: Workspace) -> None:
    with pytest.raises(TypeError):
        desk.do("No", list_meetings)


def test_a_write_outside_an_operation_fails_by_itself(desk: Workspace) -> None:
    make_meeting(desk)
    with pytest.raises(IntegrityError):
        desk.read(lambda session: session.execute(update(Meeting).values(title="changed")))
    assert desk.read(list_meetings)[0].title == "Segment SOM40 technical"


def test_an_operation_that_changes_nothing_leaves_no_step(desk: Workspace) -> None:
    key = make_meeting(desk)
    steps = desk.read(list_history)
    done = desk.do("Same title", update_meeting, meeting_id=key, title="Segment SOM40 technical")
    assert done.changes is None
    assert desk.read(list_history) == steps


@operation
def write_the_same_again(session: Session, *, name: str) -> None:
    session.execute(text("UPDATE meeting SET title = title"))
    session.execute(text("UPDATE meeting SET venue = :name"), {"name": name})


def test_an_update_to_the_same_values_can_be_undone(desk: Workspace) -> None:
    make_meeting(desk, venue="Geneva")
    before = dump(desk.path)
    desk.do("Write", write_the_same_again, name="Rome")
    after = dump(desk.path)
    desk.undo()
    assert dump(desk.path) == before != after
    desk.redo()
    assert dump(desk.path) == after
    assert desk.verify() == 5  # the shipped entities, meeting, writing, undo, redo


def test_something_done_after_undo_ends_the_way_forward(desk: Workspace) -> None:
    make_meeting(desk, "SOM40 mid-term")
    make_meeting(desk, "SOM40 technical")
    desk.undo()
    assert desk.state().redo == "New meeting SOM40 technical"
    make_meeting(desk, "SOM40 senior")
    assert desk.state().redo is None
    with pytest.raises(DataError, match="nothing to redo"):
        desk.redo()
    desk.undo()
    desk.undo()
    assert desk.read(list_meetings) == ()
    assert desk.redo().label == "New meeting SOM40 mid-term"
    assert desk.redo().label == "New meeting SOM40 senior"
    assert [m.code for m in desk.read(list_meetings)] == ["SOM40 mid-term", "SOM40 senior"]


def test_listeners_hear_what_changed(desk: Workspace) -> None:
    heard: list[ChangeSet] = []
    desk.subscribe(heard.append)
    key = make_meeting(desk)
    desk.undo()
    assert [(c.kind, c.label, c.tables) for c in heard] == [
        ("do", "New meeting SOM40 technical", {"meeting": frozenset({key})}),
        ("undo", "New meeting SOM40 technical", {"meeting": frozenset({key})}),
    ]


def test_history_tells_author_step_and_values(desk: Workspace) -> None:
    key = make_meeting(desk)
    desk.do("Rename", update_meeting, meeting_id=key, title="Another")
    desk.undo()
    rows = desk.read(list_history)
    assert [(r.kind, r.label, r.author, r.undone, r.rows) for r in rows[:3]] == [
        ("undo", "Rename", "Ada Test", False, 1),
        ("do", "Rename", "Ada Test", True, 1),
        ("do", "New meeting SOM40 technical", "Ada Test", False, 1),
    ]
    (change,) = desk.read(list_changes, number=rows[1].number)
    assert (change.table, change.row_id, change.action) == ("meeting", key, "U")
    assert (change.before, change.after) == ({"title": "Segment SOM40 technical"}, {"title": "Another"})


def test_values_of_every_kind_survive_undo(desk: Workspace) -> None:
    strange = 'Quote " and \\ back\nline\ttab \u202e bidi 😀 \x01'
    key = desk.do("New", create_meeting, code="X", title=strange, som_number=2**40, head_count=None).value
    before = dump(desk.path)

    @operation
    def remove(session: Session) -> None:
        session.execute(delete(Meeting).where(Meeting.id == key))

    desk.do("Remove", remove)
    desk.undo()
    assert dump(desk.path) == before


def _random_steps(desk: Workspace, seed: int, count: int) -> Iterator[None]:
    rng = random.Random(seed)

    @operation
    def step(session: Session) -> None:
        kind = rng.choice(("insert", "insert", "update", "bulk", "delete"))
        people = session.scalars(select(Person.id)).all()
        if kind == "insert" or not people:
            key = f"{rng.getrandbits(60):032d}"
            session.execute(insert(Person).values(id=key, name=f"P {key[-4:]}"))
            session.execute(insert(PersonName).values(id=f"n{key[1:]}", person_id=key, name="x", key="x"))
        elif kind == "update":
            session.execute(
                update(Person).where(Person.id == rng.choice(people)).values(notes=str(rng.random()))
            )
        elif kind == "bulk":
            session.execute(
                text("UPDATE person SET title = title || 'x', entity_id = NULL WHERE name > 'P 5'")
            )
        else:
            key = rng.choice(people)
            session.execute(delete(PersonName).where(PersonName.person_id == key))
            session.execute(delete(Person).where(Person.id == key))

    for _ in range(count):
        desk.do("Step", step)
        yield


@pytest.mark.parametrize("seed", range(5))
def test_any_sequence_walks_back_and_forth(desk: Workspace, seed: int) -> None:
    states = [dump(desk.path)]

    def now() -> None:
        state = dump(desk.path)
        if state != states[-1]:
            states.append(state)

    for _ in _random_steps(desk, seed, 12):
        now()
    for state in reversed(states[:-1]):
        desk.undo()
        assert dump(desk.path) == state
    for state in states[1:]:
        desk.redo()
        assert dump(desk.path) == state
    assert desk.verify() > len(states)


def test_calls_from_several_threads_are_made_one_at_a_time(desk: Workspace) -> None:
    threads = [threading.Thread(target=make_meeting, args=(desk, f"SOM{n} senior")) for n in range(10, 18)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(desk.read(list_meetings)) == 8
    assert desk.state().revision == 9


def test_verify_finds_a_row_no_step_made(desk: Workspace) -> None:
    make_meeting(desk)
    with closing(sqlite3.connect(desk.path)) as file:
        file.execute("INSERT INTO meeting (id, code, code_key) VALUES ('smuggled', 'S', 's')")
        file.commit()
    with pytest.raises(DataError, match="not whole: 1 rows of meeting that no step made"):
        desk.verify()


def test_a_backup_is_a_desk_of_its_own(desk: Workspace, tmp_path: Path) -> None:
    make_meeting(desk)
    desk.backup(tmp_path / "copies" / "desk.emgdesk")
    assert sorted(p.name for p in (tmp_path / "copies").iterdir()) == ["desk.emgdesk"]
    with open_desk(tmp_path / "copies" / "desk.emgdesk") as copy:
        assert [m.code for m in copy.read(list_meetings)] == ["SOM40 technical"]
        assert copy.undo().label == "New meeting SOM40 technical"
    assert len(desk.read(list_meetings)) == 1


def test_a_backup_onto_the_desk_itself_or_a_folder_is_refused(desk: Workspace, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is the desk itself"):
        desk.backup(desk.path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        desk.backup(tmp_path / "folder")
    assert not list(tmp_path.glob("*.part"))


def test_a_backup_over_an_older_desk_replaces_what_was_left_of_it(desk: Workspace, tmp_path: Path) -> None:
    old = tmp_path / "old.emgdesk"
    make_meeting(desk, "SOM40 senior")
    with open_desk(tmp_path / "crashed.emgdesk") as other:
        make_meeting(other, "SOM39 senior")
        for ending in ("", "-wal"):  # as a crash leaves them: the changes stand in the -wal
            shutil.copy(f"{other.path}{ending}", f"{old}{ending}")
        with pytest.raises(OutputError, match="cannot be written: database is locked"):
            desk.backup(other.path)
        assert [m.code for m in other.read(list_meetings)] == ["SOM39 senior"]
    desk.backup(old)
    with open_desk(old) as copy:
        assert [m.code for m in copy.read(list_meetings)] == ["SOM40 senior"]


@pytest.mark.parametrize(
    "name", ["My%20desk.emgdesk", "what?.emgdesk", "a#b.emgdesk", "x&y=z.emgdesk", ":memory:"]
)
def test_a_desk_is_the_file_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with open_desk(Path(name)) as desk:
        make_meeting(desk)
    assert sorted(p.name for p in tmp_path.iterdir()) == [name]
    with open_desk(tmp_path / name) as again:
        assert len(again.read(list_meetings)) == 1


def test_a_closed_desk_is_not_asked(desk: Workspace) -> None:
    desk.close()
    with pytest.raises(DataError, match=r"^desk\.emgdesk is closed\.$"):
        desk.read(list_meetings)
    with pytest.raises(DataError, match=r"^desk\.emgdesk is closed\.$"):
        make_meeting(desk)


def test_only_the_step_expected_is_undone(desk: Workspace) -> None:
    make_meeting(desk, "SOM40 technical")
    first = desk.state().revision
    make_meeting(desk, "SOM40 senior")
    with pytest.raises(DataError, match="last step is “New meeting SOM40 senior”"):
        desk.undo(expected=first)
    assert len(desk.read(list_meetings)) == 2
    assert desk.undo(expected=first + 1).label == "New meeting SOM40 senior"
    assert desk.undo(expected=first).label == "New meeting SOM40 technical"


def test_restoring_brings_the_backup_and_keeps_the_desk(desk: Workspace, tmp_path: Path) -> None:
    make_meeting(desk, "SOM40 technical")
    desk.backup(tmp_path / "copy.emgdesk")
    make_meeting(desk, "SOM40 senior")
    kept = restore_desk(tmp_path / "copy.emgdesk", desk.path)
    assert [m.code for m in desk.read(list_meetings)] == ["SOM40 technical"]
    assert kept is not None
    with open_desk(kept) as old:
        assert [m.code for m in old.read(list_meetings)] == ["SOM40 senior", "SOM40 technical"]


def test_restoring_something_else_is_refused(desk: Workspace, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague")
    before = dump(desk.path)
    with pytest.raises(DataError, match=r"^letter\.txt is not a desk of emgdesk\.$"):
        restore_desk(tmp_path / "letter.txt", desk.path)
    with pytest.raises(DataError, match="does not exist"):
        restore_desk(tmp_path / "gone.emgdesk", desk.path)
    assert dump(desk.path) == before


def refused(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        open_desk(path)
    return str(caught.value)


def test_what_is_no_desk_is_refused_in_a_sentence(tmp_path: Path) -> None:
    text_file = tmp_path / "notes.txt"
    text_file.write_text("not a desk at all")
    assert refused(text_file) == "notes.txt is not a desk of emgdesk."
    assert refused(tmp_path) == f"{tmp_path} is a folder, not a desk file."
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as file:
        file.execute("CREATE TABLE t (a)")
    assert refused(other) == "other.sqlite is a database, but not a desk of emgdesk."
    foreign = tmp_path / "foreign.sqlite"
    with closing(sqlite3.connect(foreign)) as file:
        file.execute("PRAGMA application_id = 1234")
        file.execute("CREATE TABLE t (a)")
    assert refused(foreign) == "foreign.sqlite belongs to another program, not to emgdesk."


def test_a_desk_of_a_newer_version_is_refused_untouched(desk: Workspace) -> None:
    desk.close()
    with closing(sqlite3.connect(desk.path)) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    assert refused(desk.path) == (
        f"desk.emgdesk was made by a newer emgdesk (version 9999 of the file, this program knows up to {HEAD}); "
        "please update the program."
    )


def test_a_damaged_desk_is_refused(desk: Workspace) -> None:
    desk.close()
    whole = desk.path.read_bytes()
    desk.path.write_bytes(whole[:5000] + b"\0" * 3000 + whole[8000:9000])
    assert refused(desk.path) == "desk.emgdesk is damaged and cannot be read; restore it from a backup."


def test_a_locked_desk_is_refused_and_stays_usable(desk: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    make_meeting(desk)
    desk.read(lambda session: session.execute(text("PRAGMA busy_timeout = 50")))
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DataError) as caught:
            make_meeting(desk, "SOM40 senior")
        other.execute("ROLLBACK")
    assert str(caught.value) == (
        "desk.emgdesk is in use by another program; nothing was changed. Close it there and try again."
    )
    make_meeting(desk, "SOM40 senior")
    assert len(desk.read(list_meetings)) == 2


def test_two_programs_on_one_desk_see_each_other(desk: Workspace) -> None:
    with open_desk(desk.path, author="Bo Test") as second:
        make_meeting(desk)
        assert second.undo().label == "New meeting SOM40 technical"
    assert desk.read(list_meetings) == ()
    assert desk.redo().label == "New meeting SOM40 technical"


def test_what_another_program_changed_is_announced_once(desk: Workspace) -> None:
    heard: list[tuple[str, str, list[str]]] = []
    desk.subscribe(lambda changes: heard.append((changes.kind, changes.label, sorted(changes.tables))))
    with open_desk(desk.path, author="Ben") as other:
        other.do("Chapter of Ben", add_chapter, title="Oceans")
        other.do("Setting of Ben", set_setting, name="logo", value="a.png")
        assert desk.catch_up() is not None
        assert desk.catch_up() is None
        assert heard == [("elsewhere", "Setting of Ben", ["chapter", "setting"])]
        other.do("Another chapter", add_chapter, title="Coasts")
        heard.clear()
        desk.do("Mine", add_chapter, title="Rivers")
        assert heard == [("elsewhere", "Another chapter", ["chapter"]), ("do", "Mine", ["chapter"])]
        other.undo()
    assert desk.catch_up() is not None


def test_a_desk_survives_locks_lost_to_a_careless_reader(desk: Workspace) -> None:
    """Whoever opens and closes the file in this process drops SQLite's locks (POSIX)."""

    def elsewhere(code: str) -> None:
        words = ["--database", str(desk.path), "new", "meeting", "--code", code, "--title", code]
        subprocess.run([sys.executable, "-m", "emgdesk", *words], check=True, capture_output=True)

    codes = []
    for number in range(30, 34):
        desk.path.read_bytes()
        elsewhere(f"SOM{number} senior")
        make_meeting(desk, f"SOM{number} technical")
        codes += [f"SOM{number} senior", f"SOM{number} technical"]
        assert sorted(m.code for m in desk.read(list_meetings)) == codes
    elsewhere("SOM34 senior")
    desk.close()
    with open_desk(desk.path) as again:
        assert len(again.read(list_meetings)) == 9
        assert again.verify() == 10


def test_a_copied_desk_keeps_its_history(desk: Workspace, tmp_path: Path) -> None:
    meeting_id = make_meeting(desk)
    make_roster(desk, meeting_id)
    make_person(desk, "Ines Calado", "UNDP", ("ines@undp.example",))
    desk.close()
    shutil.copy(desk.path, tmp_path / "copy.emgdesk")
    with open_desk(tmp_path / "copy.emgdesk") as copy:
        assert copy.verify() == 8
        for _ in range(7):
            copy.undo()
        assert copy.state().undo is None


def test_a_meeting_is_found_by_code_or_symbol_however_spelt(desk: Workspace) -> None:
    make_meeting(desk, "SOM40 mid-term", agenda_symbol="EMG/SOM.40/mid-term/02")
    make_meeting(desk, "SOM40 technical")
    for spelt in ("som40 mid-term", "SOM 40 Mid Term", "som40_midterm", "EMG SOM40 mid-term 02"):
        assert desk.read(find_meeting, code=spelt).code == "SOM40 mid-term"
    with pytest.raises(DataError) as caught:
        desk.read(find_meeting, code="SOM40")
    assert str(caught.value) == (
        "There is no meeting “SOM40” on this desk; its meetings are: SOM40 mid-term, SOM40 technical."
    )
