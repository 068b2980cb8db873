"""Filter as you type over 100,000 rows: how long each key holds the window's thread.

The real table is typed into, key by key, with what people type: a rare name, a
frequent letter, two words, and deleting again. The figure is the longest time
from the key to the painted rows. `python -m benchmarks.filtering` prints it.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

ROWS = 100_000
TYPED = ("adeyemi okoro", "a", "e unep", "solberg ruth fao", "zzz")


def measure() -> dict[str, float]:
    """Milliseconds of the slowest and of the mean key."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from emgdesk.settings import Settings
    from emgdesk.ui.models.filtering import Haystack
    from emgdesk.ui.panels.roster.columns import COLUMNS
    from emgdesk.ui.widgets.row_table import RowTable

    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        table = RowTable(COLUMNS, Settings(Path(folder) / "settings.json"), "bench")
        table.resize(1100, 600)
        rows = _rows(ROWS)
        table.set_rows(rows, Haystack.over(rows, table.model.searched()))
        table.show()
        application.processEvents()
        times = []
        for text in TYPED:
            for key in (*text, *"\b" * len(text)):
                start = time.perf_counter()
                if key == "\b":
                    table.filter.backspace()
                else:
                    QTest.keyClicks(table.filter, key)
                application.processEvents()
                table.view.viewport().repaint()
                times.append((time.perf_counter() - start) * 1000)
        table.close()
    return {"slowest key": max(times), "mean key": sum(times) / len(times)}


def _rows(count: int) -> list[object]:
    """Roster rows of people with invented names."""
    from dataclasses import fields

    from emgdesk.queries.roster import RosterRow

    given = (
        "Ruth",
        "Ngozi",
        "Amélie",
        "Jorge",
        "Светлана",
        "Łukasz",
        "Hanneke",
        "María Fernanda",
        "Bao",
        "Ödön",
    )
    family = (
        "Solberg",
        "Adeyemi-Okoro",
        "Dürst",
        "Peña Ibáñez",
        "Воронова",
        "Østby",
        "van der Wielen",
        "Quispe",
    )
    entities = ("UNEP", "FAO", "WWF", "EMG", "UNESCO", "IMO", "UNDP", "")
    blank: dict[str, object] = {field.name: "" for field in fields(RosterRow)}
    blank |= {"position": 0, "other_meetings": 1, "entity_id": None}
    return [
        RosterRow(
            **{
                **blank,
                "id": f"line {n}",
                "name": f"{given[n % 10]} {family[n // 10 % 8]} {n}",
                "entity": entities[n % 7],
                "function": f"Programme officer {n % 97}",
                "email": f"person.{n}@example.org",
                "attendance": "registered",
            }
        )
        for n in range(count)
    ]


if __name__ == "__main__":
    for name, value in measure().items():
        sys.stdout.write(f"{name}: {value:.1f} ms\n")
