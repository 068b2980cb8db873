"""Writes a small registration sheet of invented people: the file to be written is the one argument."""

import sys

from openpyxl import Workbook

ROWS = [
    ("Registrations", None, None),
    ("Name", "Entity", "Email"),
    ("Ingrid Østby", "UNEP", "ingrid.ostby@example.org"),
    ("王小明", "UNDP", "wang.xiaoming@example.org"),
    ("Людмила Серова", "FAO", "l.serova@example.org"),
    ("سمير الحداد", "ESCWA", "samir@example.org"),
]

book = Workbook()
for row in ROWS:
    book.active.append(row)
book.save(sys.argv[1])
