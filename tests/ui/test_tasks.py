"""Work off the window's thread: answers, failures, cancelling, shutting down."""

import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from emgdesk.errors import CancelledError, DataError
from emgdesk.ui.progress import ProgressDialog
from emgdesk.ui.tasks import Tasks


def test_work_is_done_elsewhere_and_answered_here_in_order(tasks):
    here = QThread.currentThread()
    seen = []
    for number in range(3):
        tasks.run(
            "Count",
            lambda _job, n=number: (n, threading.current_thread().name),
            lambda value: seen.append((*value, QThread.currentThread() is here)),
        )
    tasks.settle()
    assert seen == [(n, "emgdesk-database", True) for n in range(3)]
    assert not tasks.busy


def test_pure_work_has_a_thread_of_its_own(tasks):
    names = []
    tasks.compute("Draw", lambda _job: threading.current_thread().name, names.append)
    tasks.settle()
    assert names == ["emgdesk-work"]


def test_a_sentence_is_shown_to_the_user(tasks):
    def fail(_job):
        raise DataError("The desk is in use.")

    tasks.run("Write", fail)
    tasks.settle()
    assert [str(error) for error in tasks.shown] == ["The desk is in use."]


def test_the_caller_may_show_the_sentence_itself(tasks):
    def fail(_job):
        raise DataError("Taken already.")

    heard = []
    tasks.run("Write", fail, on_failed=heard.append)
    tasks.settle()
    assert [str(error) for error in heard] == ["Taken already."]
    assert tasks.shown == []


def test_an_unexpected_error_is_always_shown(tasks):
    heard = []
    tasks.run("Divide", lambda _job: 1 / 0, on_failed=heard.append)
    tasks.settle()
    assert [type(error) for error in heard] == [ZeroDivisionError]
    assert [type(error) for error in tasks.shown] == [ZeroDivisionError]


def test_only_the_newest_of_a_kind_is_answered(tasks):
    hold, seen = threading.Event(), []
    tasks.run("Hold", lambda _job: hold.wait(10))
    for number in range(4):
        tasks.run("Read", lambda _job, n=number: n, seen.append, quiet=True, latest="rows")
    hold.set()
    tasks.settle()
    assert seen == [3]


def test_newer_drawing_cancels_the_one_under_way(tasks):
    started, outcomes = threading.Event(), []

    def slow(job):
        started.set()
        while True:
            job.check_cancelled()

    tasks.compute("Draw", slow, outcomes.append, outcomes.append, latest="page")
    assert started.wait(10)
    tasks.compute("Draw", lambda _job: "second", outcomes.append, latest="page")
    tasks.settle()
    assert outcomes == ["second"]


def test_work_that_lasts_shows_its_progress_and_can_be_cancelled(qtbot, tasks):
    def slow(job):
        while True:
            job.report("Reading row 7", 7, 10)
            job.check_cancelled()

    ended = []
    tasks.run("Import", slow, on_failed=ended.append, cancellable=True)
    dialogs = lambda: [w for w in QApplication.topLevelWidgets() if isinstance(w, ProgressDialog)]  # noqa: E731
    qtbot.waitUntil(lambda: bool(dialogs()) and dialogs()[0].isVisible())
    assert tasks.running_title == "Import"
    dialogs()[0].reject()
    tasks.settle()
    assert [type(error) for error in ended] == [CancelledError]
    assert tasks.shown == []
    qtbot.waitUntil(lambda: dialogs() == [])


def test_a_dialog_that_cannot_be_cancelled_stays_until_the_end(qtbot, tasks):
    go = threading.Event()
    tasks.run("Write", lambda _job: go.wait(10))
    dialogs = lambda: [w for w in QApplication.topLevelWidgets() if isinstance(w, ProgressDialog)]  # noqa: E731
    qtbot.waitUntil(lambda: bool(dialogs()))
    dialogs()[0].reject()
    dialogs()[0].close()
    assert dialogs()[0].isVisible()
    go.set()
    tasks.settle()
    qtbot.waitUntil(lambda: dialogs() == [])


def test_closing_finishes_writing_and_drops_reading(qapp):
    tasks = Tasks(None, lambda _error: None)
    hold, done = threading.Event(), []
    tasks.run("Hold", lambda _job: hold.wait(10))
    tasks.run("Read", lambda _job: done.append("read"), quiet=True)
    tasks.run("Write", lambda _job: done.append("written"))
    threading.Timer(0.05, hold.set).start()
    tasks.close()
    assert done == ["written"]
    tasks.run("Late", lambda _job: done.append("late"))
    assert done == ["written"]
    assert not tasks.busy


class Owner(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard = []

    def take(self, value: int) -> None:
        self.heard.append(value)


def test_an_answer_to_a_widget_that_has_gone_is_dropped(tasks):
    owner = Owner()
    tasks.run("Read", lambda _job: 1, owner.take)
    delete(owner)
    tasks.settle()
    assert owner.heard == []


def test_the_worker_keeps_no_widget_once_its_work_is_answered(tasks):
    """The last reference to it would else be dropped there, when more work comes."""
    owner = Owner()
    gone = weakref.ref(owner)
    tasks.run("Read", lambda _job, owner=owner: owner, owner.take, lambda _error, owner=owner: None)
    tasks.settle()
    assert owner.heard == [owner]
    owner.heard.clear()
    del owner
    assert gone() is None


def test_work_dropped_at_the_end_keeps_no_widget(qapp):
    tasks, hold, owner = Tasks(None, lambda _error: None), threading.Event(), Owner()
    gone = weakref.ref(owner)
    tasks.run("Hold", lambda _job: hold.wait(10), owner.take)
    tasks.run("Read", lambda _job: 1, owner.take, quiet=True)
    threading.Timer(0.05, hold.set).start()
    tasks.close()
    del owner
    assert gone() is None


def test_settling_gives_up_in_the_end(tasks):
    go = threading.Event()
    tasks.run("Sleep", lambda _job: go.wait(10), quiet=True)
    with pytest.raises(TimeoutError, match="still under way: Sleep"):
        tasks.settle(0.05)
    go.set()
    tasks.settle()
