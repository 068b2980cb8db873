"""The names of a workstream: in use, former, other spellings, each with its dates."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk.domain.dates import written_date
from emgdesk.errors import EmgdeskError
from emgdesk.operations.workstream_names import add_alias, delete_aliases, update_alias
from emgdesk.queries.workstream_names import IN_USE, NameRow, list_names, name_as_of
from emgdesk.ui.models.columns import Column
from emgdesk.ui.panels.members.columns import stored_day
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.date_field import DateField
from emgdesk.ui.widgets.line_edit import LineEdit
from emgdesk.ui.widgets.room import fit_screen
from emgdesk.ui.widgets.row_table import RowTable
from emgdesk.ui.widgets.text import button, label

_INTRO = (
    "Imports know the workstream by all of these. Former names come from renaming events of its mandate, or "
    "from the dates given here."
)
_KINDS = {"in use": "in use", "former": "former name", "spelling": "spelling"}
_TIP = "A day, a month or a year: 2026-05-28, 2026-05, 2026"
_COLUMNS = (
    Column("name", "Name", 48, editable=True, strong=True, least=24),
    Column("kind", "Is", 14, value=lambda row: _KINDS[row.kind], least=10,
           tone=lambda row: "good" if row.kind == IN_USE else "muted"),
    Column("since", "Since", 16, value=lambda row: written_date(row.since), sort=lambda row: row.since,
           editable=True, tip=_TIP, least=9),
    Column("until", "Until", 16, value=lambda row: written_date(row.until), sort=lambda row: row.until,
           editable=True, tip=_TIP, least=9),
)  # fmt: skip
_SIZE = (780, 460)


class NamesDialog(QDialog):
    """Every edit is one undo step; there is nothing to save."""

    def __init__(self, services: Services, workstream_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Names and spellings")
        self._services, self._workstream_id = services, workstream_id
        self._rows: tuple[NameRow, ...] = ()
        self.banner = Banner()
        self.table = RowTable(_COLUMNS, services.settings, "workstream-names", ("name", "names"))
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._delete)
        self.table.add_row_action("Forget this name\tDel", lambda: self._delete(self.table.selected_ids()))
        self.line = LineEdit()
        self.line.setPlaceholderText("Another way it is or was written")
        self.line.setAccessibleName("Another name")
        self.line.returnPressed.connect(self._add)
        self.day = DateField("today")
        self.day.line.setAccessibleName("What it is called on")
        self.day.setFixedWidth(150)
        self.day.changed.connect(lambda _iso: self._tell())
        self.called = label("", wrap=True)
        self._lay_out()
        services.hub.changed.connect(self._read)
        self._read()

    def _lay_out(self) -> None:
        new = QHBoxLayout()
        new.addWidget(self.line, 1)
        add = button("Add name", self._add, "plus")
        add.setAutoDefault(False)
        new.addWidget(add)
        on = QHBoxLayout()
        on.addWidget(label("What it is called on", "muted"))
        on.addWidget(self.day)
        on.addWidget(self.called, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addWidget(label(_INTRO, "muted", wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(new)
        column.addLayout(on)
        column.addWidget(buttons)
        fit_screen(self, *_SIZE)

    def _read(self, *_changes: object) -> None:
        self._services.read(
            list_names, self._show, latest=(id(self), "names"), workstream_id=self._workstream_id
        )

    def _show(self, rows: tuple[NameRow, ...]) -> None:
        self._rows = rows
        self.table.set_rows(rows)
        self._tell()

    def _tell(self) -> None:
        day = self.day.value()
        self.called.setText(f"“{name_as_of(self._rows, day)}”" if self._rows else "")

    # --- changing -----------------------------------------------------------------------------

    def _add(self) -> None:
        name = self.line.text().strip()
        if name:
            self._services.do(
                f"Also call it {name}", add_alias, lambda _done: self._added(), self._refused,
                workstream_id=self._workstream_id, name=name,
            )  # fmt: skip

    def _added(self) -> None:
        self.line.clear()
        self.banner.hide()

    def _edit(self, ids: tuple[str, ...], key: str, value: object) -> None:
        row = self.table.model.row_of(ids[0])
        if row is None or row.alias_id is None or (row.event_id and key != "name"):
            self.table.model.revert()
            self.banner.tell(
                "The name in use is changed in the overview, and by renaming events of the mandate; what an "
                "event says of a name is corrected there.",
                "info",
            )
            return
        text = str(value) if key == "name" else stored_day(str(value))
        self._services.do(
            f"Change {row.name}", update_alias, lambda _done: self.banner.hide(), self._refused,
            alias_id=row.alias_id, **{key: text},
        )  # fmt: skip

    def _delete(self, ids: tuple[str, ...]) -> None:
        rows = [self.table.model.row_of(key) for key in ids]
        keys = [row.alias_id for row in rows if row is not None and row.alias_id is not None]
        if keys:
            label_ = f"Forget the name {rows[0].name}" if len(keys) == 1 else f"Forget {len(keys)} names"
            self._services.do(label_, delete_aliases, None, self._refused, alias_ids=keys)

    def _refused(self, error: Exception) -> None:
        self.table.model.revert()
        if isinstance(error, EmgdeskError):
            self.banner.tell(str(error), "error")
