"""Banner, cards, steps, empty state: what they show and say."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from emgdesk.ui.widgets.banner import Banner
from emgdesk.ui.widgets.cards import FactCard, Figure, NumbersStrip
from emgdesk.ui.widgets.empty_state import EmptyState, Offer
from emgdesk.ui.widgets.step_list import StepList


def texts(widget):
    return [part.text() for part in widget.findChildren(QLabel) if part.text() and not part.isHidden()]


def test_a_banner_acts_once_and_goes(qtbot):
    banner, acted = Banner(), []
    qtbot.addWidget(banner)
    assert banner.text == ""
    banner.tell("Corrected here.", "info", "Also elsewhere", lambda: acted.append(1))
    assert banner.text == "Corrected here."
    banner.findChild(QPushButton).click()
    assert acted == [1]
    assert banner.text == ""


def test_a_strip_keeps_the_cards_that_stay(qtbot):
    strip, chosen = NumbersStrip(), []
    qtbot.addWidget(strip)
    strip.clicked.connect(chosen.append)
    strip.set_figures((Figure("people", 1040, "people"), Figure("guests", 2, "guests")))
    people = strip.findChild(FactCard)
    strip.set_figures((Figure("people", 3, "people"), Figure("members", 2, "members", "from 1 entity")))
    assert strip.findChild(FactCard) is people
    assert people.accessibleName() == "3 people"
    shown = [card.accessibleName() for card in strip.findChildren(FactCard) if not card.isHidden()]
    assert shown == ["3 people", "2 members from 1 entity"]
    qtbot.keyClick(people, Qt.Key.Key_Return)
    assert chosen == ["people"]


@dataclass(frozen=True)
class Step:
    key: str
    text: str
    button: str
    state: str


def test_steps_lead_somewhere(qtbot):
    steps, chosen = StepList(), []
    qtbot.addWidget(steps)
    steps.chosen.connect(chosen.append)
    steps.show_steps((Step("date", "Decide on a date.", "Enter", "todo"), Step("", "Done.", "", "done")))
    steps.findChild(QPushButton).click()
    assert chosen == ["date"]
    steps.show_steps((Step("print", "Print.", "Preview…", "todo"),))
    assert [button.text() for button in steps.findChildren(QPushButton) if button.isVisibleTo(steps)][
        -1
    ] == "Preview…"


def test_an_empty_state_offers_what_to_do(qtbot):
    acted = []
    empty = EmptyState("users", "Nobody yet", "Import a sheet.", (Offer("Import…", lambda: acted.append(1)),))
    qtbot.addWidget(empty)
    assert texts(empty) == ["Nobody yet", "Import a sheet."]
    empty.findChild(QPushButton).click()
    assert acted == [1]


def test_the_sentence_of_an_empty_state_is_shown_whole(qtbot, appearance):
    state = EmptyState("layers", "Nothing", "A sentence of many words. " * 6)
    qtbot.addWidget(state)
    state.resize(700, 400)
    state.show()
    sentence = next(part for part in state.findChildren(QLabel) if part.text().startswith("A sentence"))
    assert (
        sentence.height() >= sentence.heightForWidth(sentence.width()) > 2 * sentence.fontMetrics().height()
    )
