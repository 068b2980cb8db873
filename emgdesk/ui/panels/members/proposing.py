"""Who might be in a workstream, to be ticked: focal points of the Group, who came to a meeting."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from emgdesk.domain.numbering import counted
from emgdesk.operations.member_names import Whom
from emgdesk.operations.membership import add_members
from emgdesk.queries.member_proposals import Proposal, Source, member_proposals
from emgdesk.ui.dialogs.form_dialog import FormDialog
from emgdesk.ui.panels.members.columns import ROLES
from emgdesk.ui.services import Services
from emgdesk.ui.widgets.room import fit_screen
from emgdesk.ui.widgets.text import label

_INTRO = "Tick who is to be put into the workstream; Space ticks the selected lines."
_SIZE = (720, 520)


class ProposeDialog(FormDialog):
    """`made` carries the keys of the new members."""

    def __init__(
        self, services: Services, workstream_id: str, workstream: str, meeting_id: str, parent: QWidget
    ) -> None:
        super().__init__(services, f"Propose members of {workstream}", "Add", _INTRO, parent)
        self._workstream_id, self._workstream, self._meeting_id = workstream_id, workstream, meeting_id
        self._sources: tuple[Source, ...] = ()
        self.source = QComboBox()
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.source.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.source.currentIndexChanged.connect(self._show_source)
        self.list = QTreeWidget()
        self.list.setHeaderLabels(["Who", "As", "Because"])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemChanged.connect(lambda _item, _column: self._count())
        self.told = label("", "muted", wrap=True)
        self.add_row("&From", self.source)
        self.add_row("&Who", self.list)
        self.form.addRow("", self.told)
        fit_screen(self, *_SIZE)
        services.read(member_proposals, self._show, workstream_id=workstream_id, today=date.today())

    def _show(self, sources: tuple[Source, ...]) -> None:
        self._sources = sources
        with_any = [f"{source.title} ({len(source.proposals)})" for source in sources]
        self.source.addItems(with_any)
        wanted = next((at for at, source in enumerate(sources) if source.id == self._meeting_id), -1)
        first = next((at for at, source in enumerate(sources) if source.proposals), 0)
        self.source.setCurrentIndex(wanted if wanted >= 0 else first)
        self._show_source()
        self.list.setFocus()

    def _shown(self) -> Sequence[Proposal]:
        at = self.source.currentIndex()
        return self._sources[at].proposals if 0 <= at < len(self._sources) else ()

    def _show_source(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._shown():
            who = f"{one.person} ({one.entity})" if one.person and one.entity else one.person or one.entity
            item = QTreeWidgetItem([who, ROLES[one.role], one.detail])
            item.setToolTip(2, one.detail)
            item.setCheckState(0, Qt.CheckState.Checked if one.likely else Qt.CheckState.Unchecked)
            self.list.addTopLevelItem(item)
        self.list.blockSignals(False)
        self._count()

    def ticked(self) -> list[Proposal]:
        """Those that are ticked."""
        return [
            one
            for at, one in enumerate(self._shown())
            if self.list.topLevelItem(at).checkState(0) == Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        number = len(self.ticked())
        self.ok.setText(f"Add {number}" if number else "Add")
        self.ok.setEnabled(number > 0)
        self.ok.setDefault(number > 0)  # a button that was disabled lost it
        nobody = "Nobody is left to propose from here." if not self._shown() else ""
        self.told.setText(nobody)
        self.told.setVisible(bool(nobody))

    def submit(self) -> None:
        chosen = [
            (one.role, Whom(one.entity_id, one.entity, one.person_id, one.person)) for one in self.ticked()
        ]
        words = counted(len(chosen), "member", "members")
        self.send(
            f"Add {words} to {self._workstream}", add_members, workstream_id=self._workstream_id,
            members=tuple(chosen),
        )  # fmt: skip
