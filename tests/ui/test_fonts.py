"""Which fonts are lent to the window, and in which order."""

from PySide6.QtGui import QFontDatabase

from emgdesk.ui.fonts import files_for

System = QFontDatabase.WritingSystem


def test_the_korean_font_comes_last_and_brings_the_chinese_one():
    assert files_for([System.Korean, System.Thai]) == [
        "NotoSansSC-Regular.ttf",
        "NotoSansThai-Regular.ttf",
        "NanumSquareR.ttf",
    ]


def test_only_what_is_missing_is_lent():
    assert files_for([System.Greek]) == ["NotoSans-Regular.ttf"]
    assert files_for([]) == []
