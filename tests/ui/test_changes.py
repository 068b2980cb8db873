"""Screens learn of changes on their own thread, before the change is answered."""

import threading

from PySide6.QtCore import QThread

from emgdesk.operations.meeting import create_meeting
from emgdesk.ui.changes import ChangeHub, keys_of, touched
from emgdesk.workspace import ChangeSet, open_desk


def test_a_change_arrives_here_before_its_answer(tmp_path, tasks):
    here, order = QThread.currentThread(), []
    with open_desk(tmp_path / "desk.emgdesk") as desk:
        hub = ChangeHub(desk)
        hub.changed.connect(
            lambda changes: order.append(
                (changes.label, QThread.currentThread() is here, threading.active_count() > 1)
            )
        )
        tasks.run(
            "New",
            lambda _job: desk.do("New meeting", create_meeting, code="REEF 1"),
            lambda _done: order.append("answer"),
        )
        tasks.settle()
    assert order == [("New meeting", True, True), "answer"]


def test_what_a_change_touched():
    changes = ChangeSet(3, "Edit", "do", {"person": frozenset({"a"}), "entity": frozenset()})
    assert touched(changes, "meeting", "person")
    assert not touched(changes, "meeting")
    assert keys_of(changes, "person") == {"a"}
    assert keys_of(changes, "meeting") == frozenset()
    assert keys_of(changes, "entity") is None
