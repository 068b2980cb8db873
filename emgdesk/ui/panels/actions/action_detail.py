"""The chosen action: its wording, what the meeting made of it, all wordings, effects and reservations."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from emgdesk.domain.effects import effect_sentence
from emgdesk.domain.mandates import EVENTS
from emgdesk.queries.actions import ActionRow, ActionSectionRow, EffectRow
from emgdesk.ui.panels.actions.lines import OUTCOMES, TONES
from emgdesk.ui.panels.actions.list_pane import ListPane
from emgdesk.ui.panels.actions.rich_field import RichField
from emgdesk.ui.panels.actions.section_detail import STYLES
from emgdesk.ui.panels.actions.wordings_pane import WordingsPane
from emgdesk.ui.widgets.changes_html import changes_html
from emgdesk.ui.widgets.chips import Chip
from emgdesk.ui.widgets.facts_form import Fact, FactGroup, FactsForm
from emgdesk.ui.widgets.flow import FlowLayout
from emgdesk.ui.widgets.room import Room
from emgdesk.ui.widgets.text import label, tool

BY_LEVEL, LABELLED, BARE = "as the level", "yes", "no"
WORDING, ADOPTED, COMPARE, EFFECTS, RESERVATIONS = range(5)
DECISIONS = (
    ("approved", "Approve", "check", "F5"), ("amended", "With changes…", "pencil", "F6"),
    ("deferred", "Defer", "clock", "F7"), ("withdrawn", "Withdraw", "x", "F8"),
)  # fmt: skip
_ARROWS = "QTabBar QToolButton { padding: 0; margin: 0; }"  # else they have no room for their arrow
_SAID = {
    "approved": "Adopted as it was proposed.",
    "amended": "Adopted as it was proposed.",
    "deferred": "Deferred: no wording was adopted.",
    "withdrawn": "Withdrawn: no wording was adopted.",
}
_LONG, _PAUSE = 5_000, 300  # letters, milliseconds
_PRINTED = FactGroup(
    "",
    (
        Fact("stem", "Stem", "long", hint="The Senior Officials:", tip="Printed where it changes"),
        Fact("lettered", "Prints a label", "choice", (LABELLED, BARE)),
        Fact("children_style", "Labels below it", "choice", (BY_LEVEL, *STYLES.values())),
    ),
)
_EFFECT = FactGroup(
    "",
    (
        Fact("kind", "Effect", "choice", EVENTS),
        Fact("workstream", "Workstream", hint="that of the section"),
        Fact("until", "Until", hint="a date, SOM 32, a condition; empty: the next SOM"),
        Fact("other_workstream", "Other workstream", hint="absorbed, became part of, split, taken up under"),
        Fact("new_name", "New name"),
        Fact("new_kind", "New kind"),
    ),
)
_RESERVATION = FactGroup(
    "", (Fact("entity", "Entity", hint="as it prints"), Fact("text", "Reservation", "lines"))
)


class ActionDetail(QWidget):
    """`edited(id, fields)` for `update_action`; `decided(outcome)` for what is chosen in the outline."""

    edited = Signal(str, dict)
    stem_edited = Signal(str, str)
    decided = Signal(str)
    amended = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._action: ActionRow | None = None
        self.title = label(role="heading")
        self.outcome = Chip()
        self.caption = label(role="muted")
        self.wording = RichField("What is decided or asked for")
        self.printed = FactsForm((_PRINTED,), label_width=104)
        self.adopted = RichField("The wording that was adopted", preview=False)
        self.differences = QTextBrowser()
        self.differences.setAccessibleName("Differences")
        self.differences.setProperty("quiet", True)
        self.wordings = WordingsPane()
        self.effects = ListPane(
            "Add effect",
            "What this decision does to the mandate of a workstream, once it is adopted.",
            _EFFECT,
        )
        self.withdraw = tool("Withdraw the adoption", lambda: None, "undo-2", tip="Take its effects back")
        self.effects.tools.insertWidget(2, self.withdraw)
        self.reservations = ListPane("Add reservation", "No entity has a reservation.", _RESERVATION)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("sheets")
        self.tabs.tabBar().setObjectName("parts")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setStyleSheet(_ARROWS)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.outcome)
        head.addWidget(self.caption, 1)
        self.decisions = QWidget()
        flow = FlowLayout(0, self.decisions)
        self.buttons = {}
        for outcome, words, icon, key in DECISIONS:
            made = tool(words, partial(self.decided.emit, outcome), icon, tip=f"{words.rstrip('…')} ({key})")
            self.buttons[outcome] = made
            flow.addWidget(made)
        self.tabs.addTab(self._wording_tab(), "Wording")
        self.tabs.addTab(self._adopted_tab(), "Adopted")
        self.tabs.addTab(Room(self.wordings), "Compare")
        self.tabs.addTab(self.effects, "Effects")
        self.tabs.addTab(self.reservations, "Reservations")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(4)
        for part in (head, self.decisions):
            row = QHBoxLayout()
            row.setContentsMargins(16, 0, 12, 0)
            row.addLayout(part) if isinstance(part, QHBoxLayout) else row.addWidget(part, 1)
            layout.addLayout(row)
        layout.addWidget(self.tabs, 1)

    def _wording_tab(self) -> QWidget:
        return _column((self.wording, 1), (self.printed, 0))

    def _adopted_tab(self) -> QWidget:
        self.what_changed = label("What changed", "group")
        return _column((self.adopted, 3), (self.what_changed, 0), (self.differences, 2))

    def _wire(self) -> None:
        self.wording.edited.connect(lambda owner, text: self.edited.emit(owner, {"text": text}))
        self.adopted.edited.connect(self.amended)
        self._typing = QTimer(self, interval=_PAUSE, singleShot=True)  # a long text is compared in a pause
        self._typing.timeout.connect(self._show_differences)
        self.adopted.editor.edit.textChanged.connect(self._adopted_typed)
        self.printed.edited.connect(self._printed_edited)

    def show_action(self, row: ActionRow, section: ActionSectionRow, count: int) -> None:
        """Show an action; `count` are chosen in the outline, which the buttons decide on together."""
        if self._action is None or self._action.id != row.id:
            self.effects.forget()
            self.reservations.forget()
        self._action = row
        self.title.setText(f"{row.citation} and {count - 1} more" if count > 1 else row.citation)
        self.outcome.set(OUTCOMES[row.outcome], TONES.get(row.outcome, ""))
        self.caption.setText("made in the room" if row.made_in_room else "")
        self.wording.show_text(row.text, row.id)
        self.printed.show_values(
            {
                "stem": row.stem,
                "lettered": LABELLED if row.lettered else BARE,
                "children_style": STYLES.get(row.children_style, BY_LEVEL),
            }
        )
        self.printed.widget("stem").setEnabled(row.parent_id is None)
        self.adopted.show_text(row.adopted_text or row.text, row.id)
        self._show_differences()
        self._show_effects(row, section)
        self.reservations.show_items(
            [(one.id, f"{one.entity}: {one.text}") for one in row.reservations],
            {one.id: {"entity": one.entity, "text": one.text} for one in row.reservations},
        )
        for at, word, found in (
            (EFFECTS, "Effects", len(row.effects)), (RESERVATIONS, "Reservations", len(row.reservations)),
        ):  # fmt: skip
            self.tabs.setTabText(at, f"{word} ({found})" if found else word)

    def _show_effects(self, row: ActionRow, section: ActionSectionRow) -> None:
        self.effects.show_items(
            [(one.id, _effect_line(one, section)) for one in row.effects],
            {
                one.id: {
                    "kind": one.kind, "workstream": one.workstream, "until": one.until,
                    "other_workstream": one.other_workstream,
                    "new_name": one.new_name, "new_kind": one.new_kind,
                }
                for one in row.effects
            },
        )  # fmt: skip
        applied = any(one.applied for one in row.effects)
        self.withdraw.setVisible(applied)
        self.effects.form.setEnabled(not applied)
        self.effects.delete.setEnabled(bool(row.effects) and not applied)

    def propose(self, workstreams: Sequence[str], entities: Sequence[str], kinds: Sequence[str]) -> None:
        """What to propose while workstreams, entities and kinds are typed."""
        self.effects.propose(
            {"workstream": workstreams, "other_workstream": workstreams, "new_kind": kinds}
        )  # fmt: skip
        self.reservations.propose({"entity": entities})

    def begin_changes(self) -> None:
        """Go to the adopted wording, to write down what was changed."""
        self.tabs.setCurrentIndex(ADOPTED)
        self.adopted.setFocus()

    def show_effects(self) -> None:
        """Go to the effects, to complete one."""
        self.tabs.setCurrentIndex(EFFECTS)
        self.effects.list.setFocus()

    def revert(self) -> None:
        """An edit was refused."""
        for field in (self.wording, self.adopted, self.printed, self.effects.form, self.reservations.form):
            field.revert()

    def _adopted_typed(self) -> None:
        if len(self.adopted.text()) > _LONG:
            self._typing.start()
        else:
            self._show_differences()

    def _show_differences(self) -> None:
        row = self._action
        if row is None:
            return
        now = self.adopted.text()
        same = now == row.text
        said = _SAID.get(row.outcome, "Write here what was changed in the meeting.")
        self.what_changed.setText("What changed")
        self.differences.setHtml(f"<p>{said}</p>" if same else changes_html(row.text, now))

    def _printed_edited(self, key: str, text: str) -> None:
        if self._action is None:
            return
        if key == "stem":
            self.stem_edited.emit(self._action.id, text)
            return
        value: Any = text == LABELLED
        if key == "children_style":
            value = next((style for style, words in STYLES.items() if words == text), "")
        self.edited.emit(self._action.id, {key: value})

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "what_changed"):
            self._show_differences()


def _column(*parts: tuple[QWidget, int]) -> QWidget:
    held = QWidget()
    layout = QVBoxLayout(held)
    layout.setContentsMargins(16, 8, 16, 10)
    layout.setSpacing(8)
    for part, stretch in parts:
        layout.addWidget(part, stretch)
    return Room(held)


def _effect_line(row: EffectRow, section: ActionSectionRow) -> str:
    words = effect_sentence(
        row.kind, other=row.other_workstream, new_name=row.new_name, new_kind=row.new_kind, until=row.until
    )
    name = row.workstream or section.workstream or "(no workstream)"
    told = " (applied)" if row.applied else " (in the history already)" if row.entered else ""
    return f"{name}: {words}" + told
