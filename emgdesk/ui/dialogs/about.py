"""What this program is, its version and the licences of what it carries."""

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from emgdesk import __version__
from emgdesk.ui.icons import application_icon
from emgdesk.ui.widgets.text import label


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("About emgdesk")
        picture = label()
        picture.setPixmap(application_icon().pixmap(QSize(64, 64), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label("emgdesk", "title"))
        words.addWidget(label(f"Version {__version__}, with Qt {qVersion()}", "muted"))
        words.addSpacing(8)
        words.addWidget(
            label(
                "The desk of a meetings secretariat: rosters, work plans and printed documents. "
                "It works without a network and sends nothing anywhere.",
                wrap=True,
            )
        )
        words.addWidget(
            label(
                "MIT licence. Icons: Lucide (ISC). Fonts: Noto (SIL Open Font License). "
                "The texts of the licences lie beside them in the program's folder.",
                "muted",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(16)
        layout.addLayout(row)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)
