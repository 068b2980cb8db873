"""Leads the window through overview, workstreams, mandates, work plan and what is printed of them."""

from collections.abc import Callable, Iterator

Screen = Iterator[tuple[str, Callable[[], object]]]
_PRINTED: dict[str, tuple[str, dict[str, str]]] = {
    "printed-progress-report": ("progress-report", {"changes": "2026-05-28", "statistics": "yes"}),
    "printed-mandate-chart": ("mandate-chart", {}),
    "printed-workplan-table": ("workplan-table", {}),
    "printed-entity-extract": ("entity-extract", {"entity": "FAO"}),
}


class WorkstreamScreens:
    """The screens of all workstreams and of one, whose short name is `SHOWN`."""

    SHOWN = "CP-PFP"

    def __init__(
        self, window: object, newest: Callable[[object], object], wait: Callable[[int], None]
    ) -> None:
        self.window, self.newest, self.wait = window, newest, wait
        self.page = window.desk.page("workstreams")

    def all(self) -> Screen:
        """Each screen's name, and what gives the widget to render once work has settled."""
        self.window.show_place("overview")
        yield "overview", lambda: self.window
        yield from self.together()
        yield from self.one()
        yield from self.dialogs()
        yield from self.printed()

    def together(self) -> Screen:
        self.window.show_place("workstreams")
        self.window.tasks.settle()
        self.page.view.outline.choose("all")
        for key, name in (("chart", "mandates"), ("update", "quick-update"), ("progress", "progress")):
            self.page.view.all_sheets.open(key)
            self.window.tasks.settle()
            yield name, lambda: self.window

    def one(self) -> Screen:
        from emgdesk.queries.workstreams import list_workstreams

        rows = self.window.services.workspace.read(list_workstreams)
        ids = {row.short_name: row.id for row in rows}
        for key in ("overview", "mandate", "work_plan", "members", "deliverables"):
            self.page.view.outline.choose(ids["IMG-BIO" if key == "deliverables" else self.SHOWN])
            self.page.view.sheets.open(key)
            self.window.tasks.settle()
            yield f"workstream-{key.replace('_', '-')}", lambda: self.window

    def dialogs(self) -> Screen:
        for name, begin in (
            ("roll-forward", self.page.roll_forward),
            ("progress-requests", self.page.ask_for_progress),
        ):
            begin()
            self.window.tasks.settle()
            self.wait(400)
            dialog = self.newest(self.window)
            if name == "progress-requests":
                dialog.ask.folder.setText("Documents/Progress sheets")  # no folder of this machine
            yield name, lambda dialog=dialog: dialog
            dialog.reject()

    def printed(self) -> Screen:
        """The documents, each in the window that prints it."""
        for name, (document, options) in _PRINTED.items():
            self.window.start_export(document, None, options)
            dialog = self.newest(self.window)
            yield name, lambda dialog=dialog: dialog
            dialog.reject()
        self.page.print_this("workstream")
        dialog = self.newest(self.window)
        yield "printed-workstream", lambda: dialog
        dialog.reject()
