"""A meeting workbook on its way in."""
