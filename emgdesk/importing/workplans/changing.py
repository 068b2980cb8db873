"""What a row may change of that of the desk, and cells that were emptied to empty those of the desk."""

from collections import Counter
from collections.abc import Mapping

from emgdesk.domain.numbering import counted
from emgdesk.importing.plan import Update


class Clearing:
    """Cells emptied to empty those of the desk: done by "replace", else counted by sheet."""

    def __init__(self, update: Update) -> None:
        self.update = update
        self._kept: Counter[str] = Counter()

    def note(self, changes: dict[str, tuple[str, str]], sheet: str, emptied: Mapping[str, str]) -> None:
        """Note as changes what the desk holds under the names of cells that were emptied."""
        held = {name: old for name, old in emptied.items() if old}
        if self.update == "replace":
            changes |= {name: (old, "") for name, old in held.items()}
        else:
            self._kept[sheet] += len(held)

    def told(self) -> list[str]:
        """A sentence for each sheet on cells that were emptied and change nothing."""
        return [
            f"{counted(n, 'emptied cell', 'emptied cells')} of sheet “{sheet}” "
            f"{'changes' if n == 1 else 'change'} nothing; “replace” clears them."
            for sheet, n in self._kept.items()
            if n
        ]


def note_change(changes: dict[str, tuple[str, str]], field: str, old: str, new: str, update: Update) -> None:
    """Note `new` for `field` if the policy lets it replace `old`; an empty one says nothing."""
    if new and new != old and update != "add-only" and (not old or update == "replace"):
        changes[field] = (old, new)
