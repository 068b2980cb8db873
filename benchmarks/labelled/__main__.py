"""Prints how many rows of each kind the blind half holds: `python -m benchmarks.labelled`."""

from __future__ import annotations

from benchmarks.labelled.blind import blind_set


def main() -> None:
    """One line for each kind, then the totals."""
    made = blind_set()
    for kind, count in made.counts().items():
        nobody = sum(row.kind == kind and row.truth is None for row in made.rows)
        print(f"{kind:28}{count:7}{nobody:7} of nobody known")
    print(f"{len(made.people)} people, {len(made.rows)} rows in {len(made.files())} lists")


if __name__ == "__main__":
    main()
