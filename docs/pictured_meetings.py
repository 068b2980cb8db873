"""Leads the window through the screens of a meeting: agenda, documents, actions, report, what is printed."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pictured_files import meeting_workbook

Screen = Iterator[tuple[str, Callable[[], object]]]
_PRINTED: dict[str, tuple[str, dict[str, str]]] = {
    "printed-agenda": ("agenda", {"state": "adopted"}),
    "printed-annotated-agenda": ("annotated-agenda", {"room": "3"}),
    "printed-action-points": ("action-points", {}),
    "printed-changes": ("action-points", {"wording": "changes"}),
    "printed-report": ("meeting-report", {"form": "numbered"}),
    "printed-report-items": ("meeting-report", {"form": "items"}),
}


class MeetingScreens:
    """The screens of the meetings with these keys; whatever is changed for a picture is undone after it."""

    def __init__(
        self,
        window: object,
        meetings: Sequence[str],
        folder: Path,
        newest: Callable[[object], object],
        wait: Callable[[int], None],
    ) -> None:
        """`meetings` are the senior segment, the technical one and the mid-term one."""
        self.window, self.folder, self.newest, self.wait = window, folder, newest, wait
        self.senior, self.technical, self.midterm = meetings
        self.page = window.desk.page("meetings")

    def all(self) -> Screen:
        """Each screen's name, and what gives the widget to render once work has settled."""
        yield from self.agenda()
        yield from self.documents()
        yield from self.actions()
        yield from self.report()
        yield from self.beside()
        yield from self.printed()
        yield from self.workbook()

    def shown(self, meeting_id: str, sheet: str) -> object:
        """The panel of a sub-tab of a meeting."""
        self.window.show_place("meetings")
        self.page.view.list.choose(meeting_id)
        panel = self.page.open_sheet(sheet)
        self.window.tasks.settle()
        self.window.activateWindow()
        return panel

    def undo(self) -> None:
        self.window.tasks.settle()
        self.window.services.navigator.undo()
        self.window.tasks.settle()

    def dialog(self) -> object:
        self.window.tasks.settle()
        return self.newest(self.window)

    def agenda(self) -> Screen:
        panel = self.shown(self.technical, "agenda")
        panel.outline.choose(panel.outline.lines.tree.lines[3].id)
        yield "meeting-agenda", lambda: self.window
        panel = self.shown(self.senior, "agenda")
        panel.outline.choose(panel.outline.lines.tree.lines[3].id)
        self.window.tasks.settle()
        panel.detail.edited.emit({"start_time": "15:20"})
        self.window.tasks.settle()
        yield "agenda-overlap", lambda: self.window
        self.undo()

    def documents(self) -> Screen:
        panel = self.shown(self.technical, "documents")
        panel.add_line()
        self.window.tasks.settle()
        yield "meeting-documents", lambda: self.window
        self.undo()
        panel.ask_issue("action-points")
        self.wait(400)
        dialog = self.dialog()
        yield "issue", lambda: dialog
        dialog.reject()

    def actions(self) -> Screen:
        panel = self.shown(self.senior, "actions")
        outline, action = panel.view.outline, panel.view.action
        outline.choose(panel.board.actions[0].id)
        panel.decide("approved")
        self.window.tasks.settle()
        outline.choose(panel.board.actions[1].id)
        yield "meeting-actions", lambda: self.window
        action.tabs.setCurrentIndex(2)
        yield "wordings", lambda: self.window
        action.tabs.setCurrentIndex(3)
        yield "effects", lambda: self.window
        action.tabs.setCurrentIndex(0)
        panel.approve_all()
        self.window.tasks.settle()
        panel.adopt()
        dialog = self.dialog()
        yield "adopt", lambda: dialog
        dialog.reject()
        panel.add_tasks()
        tasks = self.dialog()
        yield "tasks-of-decisions", lambda: tasks
        tasks.reject()
        for _ in range(2):
            self.undo()

    def report(self) -> Screen:
        panel = self.shown(self.technical, "report")
        panel.bar.setCurrentIndex(0)
        text = panel.part(0)
        for name, at in (("meeting-report", 14), ("report-sentence", 1)):
            text.view.outline.choose(text.view.outline.lines.tree.lines[at].id)
            self.wait(1200)  # the preview draws after a pause
            yield name, lambda: self.window
        panel.bar.setCurrentIndex(1)
        yield "notes", lambda: self.window
        panel.bar.setCurrentIndex(2)
        yield "follow-ups", lambda: self.window
        panel.bar.setCurrentIndex(0)
        self.shown(self.technical, "check")
        yield "check", lambda: self.window

    def beside(self) -> Screen:
        self.page.view.list.choose(self.senior)
        self.page.view.tabs.setCurrentIndex(0)
        self.window.tasks.settle()
        self.page._make_next()
        dialog = self.dialog()
        yield "next-meeting", lambda: dialog
        dialog.reject()
        self.window.show_place("rosters")
        self.window.desk.page("rosters").view.list.choose("offices")
        yield "offices", lambda: self.window
        self.window.show_place("meetings")

    def printed(self) -> Screen:
        for name, (document, options) in _PRINTED.items():
            self.window.start_export(document, self.technical, options)
            self.wait(700)
            dialog = self.dialog()
            yield name, lambda dialog=dialog: dialog
            dialog.reject()

    def workbook(self) -> Screen:
        path = meeting_workbook(self.folder, self.window.services.workspace, self.technical)
        self.window.start_import(path, self.technical)
        dialog = self.dialog()
        self.wait(500)
        yield "import-meeting", lambda: dialog
        dialog.done(0)
