"""Sheets to a workbook, or to a folder of workbooks."""

from emgdesk.reports.renderers.xlsx.cells import LONGEST_TEXT
from emgdesk.reports.renderers.xlsx.writing import write_sheets

__all__ = ["LONGEST_TEXT", "write_sheets"]
