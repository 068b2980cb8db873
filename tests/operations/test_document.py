"""Lines of the register and the files kept with them."""

import os
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from emgdesk.errors import DataError, InputError, UsageError
from emgdesk.operations.attaching import LIMIT, FileToAttach, read_file, read_files, size_in_words
from emgdesk.operations.document import (
    add_document,
    attach_file,
    attach_new,
    delete_documents,
    move_document,
    remove_attachment,
    update_document,
    update_documents,
)
from emgdesk.operations.meeting import delete_meeting
from emgdesk.queries.attachments import read_attachment
from emgdesk.queries.documents import list_documents
from emgdesk.workspace import Workspace
from tests.desks import make_meeting
from tests.operations.registers import PDF, make_register


def titles(desk: Workspace, meeting_id: str) -> list[str]:
    return [row.title for row in desk.read(list_documents, meeting_id=meeting_id)]


def stored(desk: Workspace) -> tuple[int, int]:
    """How many files and parts of files the desk holds."""
    with closing(sqlite3.connect(desk.path)) as file:
        count = "SELECT (SELECT count(*) FROM attachment), (SELECT count(*) FROM attachment_part)"
        return file.execute(count).fetchone()


def test_lines_keep_their_order_and_move(desk: Workspace) -> None:
    meeting_id, keys = make_register(desk)
    desk.do(
        "Add", add_document, meeting_id=meeting_id, after_id=keys[0], title="Logistics", language="French"
    )
    assert titles(desk, meeting_id) == ["Provisional agenda", "Logistics", "Progress report", "Note on reefs"]
    desk.do("Move", move_document, document_id=keys[2], offset=-2)
    assert titles(desk, meeting_id) == ["Provisional agenda", "Note on reefs", "Logistics", "Progress report"]
    desk.do("Move", move_document, document_id=keys[0], offset=99)
    assert titles(desk, meeting_id)[-1] == "Provisional agenda"
    row = next(row for row in desk.read(list_documents, meeting_id=meeting_id) if row.title == "Logistics")
    assert (row.status, row.language) == ("planned", "fr")


def test_a_symbol_may_stand_twice(desk: Workspace) -> None:
    meeting_id, _keys = make_register(desk)
    desk.do("Add", add_document, meeting_id=meeting_id, symbol="EMGSOM40 technical 1")
    assert len(desk.read(list_documents, meeting_id=meeting_id)) == 4


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"status": "lost"}, "The status of a document is one of: planned, circulated, final."),
        ({"circulated_on": "28 May"}, "“28 May” is not a date; write 2031-05-28."),
        ({"web_address": "ftp://reef.example"}, "“ftp://reef.example” is no web address; it begins with https://."),
        ({"web_address": "javascript:go()"}, "“javascript:go()” is no web address; it begins with https://."),
        ({"web_address": "reef example"}, "“reef example” is no web address; it begins with https://."),
        ({"number": " ", "symbol": "", "title": ""}, "A document needs a number, a symbol or a title."),
    ],
)  # fmt: skip
def test_what_cannot_stand_in_a_line_is_told(desk: Workspace, fields: dict[str, str], sentence: str) -> None:
    _meeting, keys = make_register(desk)
    with pytest.raises(DataError) as told:
        desk.do("Change", update_document, document_id=keys[0], **fields)
    assert str(told.value) == sentence


def test_several_lines_get_one_value(desk: Workspace) -> None:
    meeting_id, keys = make_register(desk)
    desk.do("Change", update_documents, document_ids=keys[:2], status="circulated", language="english")
    rows = desk.read(list_documents, meeting_id=meeting_id)
    assert [(row.status, row.language) for row in rows] == [("circulated", "en")] * 2 + [("planned", "")]
    with pytest.raises(UsageError):
        desk.do("Change", update_documents, document_ids=keys, attachment_id="x")


def test_a_file_comes_back_as_it_was(desk: Workspace) -> None:
    _meeting, keys = make_register(desk)
    data = os.urandom(2_000_001)
    key = desk.do("Attach", attach_file, document_id=keys[0], name="C:\\notes\\agenda.docx", data=data).value
    held = desk.read(read_attachment, attachment_id=key)
    assert (held.name, held.sha256) == ("agenda.docx", sha256(data).hexdigest())
    assert held.data == data
    assert stored(desk) == (2, 4)


def test_the_same_bytes_are_kept_once_and_until_the_last_line_lets_go(desk: Workspace) -> None:
    meeting_id, keys = make_register(desk)
    for key in (keys[0], keys[2]):
        desk.do("Attach", attach_file, document_id=key, name="again.pdf", data=PDF)
    assert stored(desk) == (1, 1)
    assert {row.attachment for row in desk.read(list_documents, meeting_id=meeting_id)} == {"progress.pdf"}
    desk.do("Delete", delete_documents, document_ids=keys[:1])
    desk.do("Remove", remove_attachment, document_id=keys[1])
    assert stored(desk) == (1, 1)
    desk.do("Attach", attach_file, document_id=keys[2], name="other.pdf", data=b"other")
    assert stored(desk) == (1, 1)
    assert desk.read(list_documents, meeting_id=meeting_id)[1].attachment_size == 5
    desk.do("Delete", delete_meeting, meeting_id=meeting_id)
    assert stored(desk) == (0, 0)
    for _ in range(5):
        desk.undo()
    assert stored(desk) == (1, 1)
    (file,) = {row.attachment_id for row in desk.read(list_documents, meeting_id=meeting_id)} - {None}
    assert desk.read(read_attachment, attachment_id=file).data == PDF


def test_a_line_without_file_has_none_to_remove(desk: Workspace) -> None:
    _meeting, keys = make_register(desk)
    with pytest.raises(DataError) as told:
        desk.do("Remove", remove_attachment, document_id=keys[0])
    assert str(told.value) == "No file is attached to this line."


def test_files_become_new_lines(desk: Workspace) -> None:
    meeting_id, _keys = make_register(desk)
    files = [FileToAttach("9_Concept_note.pdf", b"one"), FileToAttach("Budget.xlsx", b"two")]
    desk.do("Attach", attach_new, meeting_id=meeting_id, files=files)
    rows = desk.read(list_documents, meeting_id=meeting_id)[3:]
    assert [(row.number, row.title, row.attachment) for row in rows] == [
        ("04", "Concept note", "9_Concept_note.pdf"),
        ("05", "Budget", "Budget.xlsx"),
    ]
    desk.undo()
    assert (len(desk.read(list_documents, meeting_id=meeting_id)), stored(desk)) == (3, (1, 1))


def test_a_damaged_file_is_not_handed_out(desk: Workspace) -> None:
    meeting_id, keys = make_register(desk)
    with closing(sqlite3.connect(desk.path)) as file, file:
        file.execute("UPDATE attachment_part SET data = 'AAAA'")
    key = desk.read(list_documents, meeting_id=meeting_id)[1].attachment_id or ""
    with pytest.raises(DataError) as told:
        desk.read(read_attachment, attachment_id=key)
    assert str(told.value) == "“progress.pdf” is damaged in the desk; attach it again."
    with pytest.raises(DataError) as told:
        desk.read(read_attachment, attachment_id=keys[0])
    assert str(told.value) == "This file is no longer on the desk."


def refused(path: Path) -> str:
    with pytest.raises(InputError) as told:
        read_file(path)
    assert told.value.place == str(path)
    return str(told.value)


def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "film.mp4"
    with huge.open("wb") as file:
        file.truncate(2 << 30)
    huge.chmod(0)  # who opened it would be refused for another reason, or run out of patience
    sentence = "“film.mp4” has 2.0 GB; a file of up to 25 MB can be attached. Enter its web address instead."
    assert refused(huge) == sentence
    small = tmp_path / "small.txt"
    small.write_text("x")
    with pytest.raises(InputError) as told:
        read_files([small, huge])
    assert str(told.value) == sentence


def test_the_largest_file_is_taken_and_one_byte_more_is_not(desk: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    path.write_bytes(b"x" * LIMIT)
    assert len(read_file(path).data) == LIMIT
    _meeting, keys = make_register(desk)
    with pytest.raises(InputError):
        desk.do("Attach", attach_file, document_id=keys[0], name="large.bin", data=b"x" * (LIMIT + 1))


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.pdf") == f"“gone.pdf” is no longer in {tmp_path}."
    assert refused(tmp_path) == f"“{tmp_path.name}” is a folder; attach the files in it one by one."
    (tmp_path / "empty.pdf").touch()
    assert refused(tmp_path / "empty.pdf") == "“empty.pdf” is empty; there is nothing to attach."


def test_a_device_is_not_read(tmp_path: Path) -> None:
    device = Path(os.devnull)
    assert refused(device) == f"“{device.name}” is no file that could be attached."


def test_sizes_are_said_as_people_say_them() -> None:
    assert [size_in_words(size) for size in (1, 348_160, 1 << 20, 26 << 20, 5 << 29)] == [
        "1 KB", "340 KB", "1.0 MB", "26.0 MB", "2.5 GB",
    ]  # fmt: skip


def test_a_line_needs_its_meeting(desk: Workspace) -> None:
    with pytest.raises(DataError) as told:
        desk.do("Add", add_document, meeting_id="x", title="Nowhere")
    assert str(told.value) == "This meeting is no longer on the desk."
    with pytest.raises(DataError):
        desk.do("Add", add_document, meeting_id=make_meeting(desk))
