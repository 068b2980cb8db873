"""Names in every script are shown, whatever fonts the machine has."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics

from emgdesk.ui.fonts import lend_missing_scripts, text_font

NAMES = ("Łukasz Østby", "Светлана", "Ελένη", "محمد", "שרה", "王小明", "山田", "김민수", "สมชาย", "आरव")


def test_every_script_has_a_font(qapp, appearance):
    lend_missing_scripts(qapp)
    for system in (
        "Arabic",
        "Hebrew",
        "Thai",
        "Korean",
        "SimplifiedChinese",
        "Devanagari",
        "Cyrillic",
        "Greek",
    ):
        assert QFontDatabase.families(QFontDatabase.WritingSystem[system]), system
    metrics = QFontMetrics(qapp.font())
    assert [name for name in NAMES if metrics.horizontalAdvance(name) == 0] == []


def test_a_stopgap_is_replaced_and_small_text_made_readable(qapp):
    font = text_font(QFont("DejaVu Sans", 8))
    assert QFontInfo(font).family() == "Noto Sans"
    assert font.pointSizeF() == 10


def test_a_font_known_by_a_generic_name_is_not_replaced_by_one_lent_for_a_script(qapp, appearance):
    before = qapp.font()
    qapp.setFont(text_font(QFont("Sans Serif")))
    resolved = QFontInfo(qapp.font()).family()
    assert qapp.font().families() == [resolved]
    lend_missing_scripts(qapp)
    assert QFontInfo(qapp.font()).family() == resolved
    qapp.setFont(before)
