"""People's addresses on the clipboard, as the To field of a mail program takes them."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from emgdesk.domain.numbering import counted
from emgdesk.reports.builders.mailboxes import Addressed, address_line, addressees
from emgdesk.ui.services import Navigator, Notice

_NAMED = 8  # people without an address that are named before the others are counted


def copy_address_line(
    people: Sequence[Addressed], navigator: Navigator, unreached: Sequence[str] = ()
) -> None:
    """Copy the addresses of `people`, each once, and say how many there are and who has none.

    `unreached` names the entities nobody is known of to write to.
    """
    addressed, without = addressees(people)
    if addressed:
        QGuiApplication.clipboard().setText(address_line(addressed))
    sentence = _sentence(len(addressed), without) if people or not unreached else "Nothing was copied."
    if unreached:
        sentence = f"{sentence[:-1]}; nobody is known to write to at {_names(unreached)}."
    navigator.notify(Notice(sentence, "info" if without or unreached else "success"))


def _sentence(number: int, without: Sequence[Addressed]) -> str:
    if not number and not without:
        return "There is nobody here to write to; nothing was copied."
    if not number:
        if len(without) == 1:
            return f"Nothing was copied: {without[0].name} has no e-mail."
        return f"Nothing was copied: none of these {len(without)} people has an e-mail."
    copied = f"Copied {counted(number, 'address', 'addresses')}"
    if not without:
        return f"{copied}."
    have = f"{counted(len(without), 'person has', 'people have')} no e-mail"
    return f"{copied}; {have}: {_names([person.name for person in without])}."


def _names(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED] if more > 1 else names)
    return f"{shown} and {more} others" if more > 1 else shown
