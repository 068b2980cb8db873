"""A line of what happened: keys, what is spoken, the place that stays."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from emgdesk.ui.widgets.timeline import SIGNS, Happened, Timeline, paint_sign

DRAFT = Happened("a", "empty", "muted", "Draft", "2 May 2031")
FINAL = Happened("b", "check", "good", "Final", "1 June 2031", "To all.", "Printed in DOC/1")


def make(qtbot) -> Timeline:
    made = Timeline("Stages")
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def test_the_newest_point_is_chosen_and_then_stays(qtbot):
    line = make(qtbot)
    line.show_points((DRAFT, FINAL))
    assert line.current_id() == "b"
    line.setCurrentIndex(line.points.index(0))
    line.show_points((DRAFT, FINAL))
    assert line.current_id() == "a"
    line.show_points(())
    assert line.current_id() == ""


def test_all_of_a_point_is_spoken(qtbot):
    line = make(qtbot)
    line.show_points((DRAFT, FINAL))
    spoken = [line.points.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]
    assert spoken == ["Draft. 2 May 2031", "Final. 1 June 2031. To all. Printed in DOC/1"]


def test_its_keys_open_add_and_delete(qtbot):
    line, heard = make(qtbot), []
    line.opened.connect(lambda key: heard.append(("open", key)))
    line.delete_asked.connect(lambda key: heard.append(("delete", key)))
    line.add_asked.connect(lambda: heard.append(("add", "")))
    line.show_points((DRAFT, FINAL))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_F2, Qt.Key.Key_Insert, Qt.Key.Key_Delete):
        QTest.keyClick(line, key)
    assert heard == [("open", "b"), ("open", "a"), ("add", ""), ("delete", "a")]


def test_no_two_signs_look_alike(qapp):
    pictures = set()
    for sign in SIGNS:
        picture = QImage(20, 20, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        paint_sign(painter, QPointF(10, 10), sign, QColor("black"))
        painter.end()
        pictures.add(bytes(picture.constBits()))
    assert len(pictures) == len(SIGNS)
