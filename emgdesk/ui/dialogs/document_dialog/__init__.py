"""A document as it will be printed, its options beside it; print it or save it."""

from emgdesk.ui.dialogs.document_dialog.dialog import DocumentDialog

__all__ = ["DocumentDialog"]
