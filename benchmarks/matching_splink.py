"""The public library: splink (MIT), probabilistic record linkage after Fellegi and Sunter, on DuckDB.

It gets the names as the program reads them from the cells, blocks on family name, on given
name, on the beginnings of both and on the address, compares by Jaro-Winkler with term
frequencies and estimates its weights by expectation maximisation on each half itself. The
two thresholds, sure and possible, are chosen in its favour on the informed half.
"""

import logging
from collections.abc import Callable

import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.labelled.shape import LabelledSet
from benchmarks.matching import sheet
from benchmarks.verdicts import Tally, Verdict
from emgdesk.domain.folding import fold, words
from emgdesk.domain.people import split_name
from emgdesk.importing.rosters.mapping import map_roster

_SHOWN = 5
_POSSIBLE = (0.001, 0.01, 0.05, 0.2, 0.5, 0.8)
_SURE = (0.9, 0.99, 0.999, 0.9999, 0.99999)
_QUESTIONS = 150.0  # per 1,000 rows at most: thresholds that ask about everything are no choice
Scored = dict[int, list[tuple[float, str]]]


def _fields(name: str, given: str, family: str, emails: list[str], entity: str) -> dict[str, object]:
    if not (given and family):
        given, family = split_name(name)
    return {
        "given": " ".join(words(given)) or None,
        "family": " ".join(words(family)) or None,
        "initial": fold(given)[:1] or None,
        "start": fold(family)[:3] or None,
        "emails": emails or None,
        "entity": fold(entity) or None,
    }


def _people(made: LabelledSet) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "unique_id": one.key,
            **_fields(one.name, one.given, one.family, [m.lower() for m in one.emails], one.entity),
        }
        for one in made.people
    )


def _rows(made: LabelledSet) -> pd.DataFrame:
    """The rows as read from their cells, numbered in the order of the lists."""
    found = []
    start = 0
    for rows in made.files():
        for one in map_roster(sheet(rows)).records:
            fields = _fields(
                one.name, one.given, one.family, [one.email.lower()] if one.email else [], one.entity
            )
            found.append({"unique_id": str(start + one.row - 2), **fields})
        start += len(rows)
    return pd.DataFrame(found)


def _settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("given", [0.94, 0.88, 0.8]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("family", [0.94, 0.88, 0.8]).configure(
                term_frequency_adjustments=True
            ),
            cl.ArrayIntersectAtSizes("emails", [1]),
            cl.ExactMatch("entity"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("family"),
            block_on("given", "start"),
            block_on("initial", "start"),
            block_on("given", "entity"),
            block_on("emails", arrays_to_explode=["emails"]),
        ],
        retain_intermediate_calculation_columns=False,
    )


def _scores(made: LabelledSet) -> Scored:
    """For every row the people it may be, with splink's probability, the likeliest first."""
    linker = Linker(
        [_people(made), _rows(made)], _settings(), DuckDBAPI(), input_table_aliases=["people", "rows"]
    )
    logging.getLogger("splink").setLevel(logging.ERROR)
    rules = [block_on("emails", arrays_to_explode=["emails"]), block_on("given", "family")]
    linker.training.estimate_probability_two_random_records_match(rules, recall=0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("family"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("given"))
    found: Scored = {}
    table = linker.inference.predict(threshold_match_probability=_POSSIBLE[0]).as_pandas_dataframe()
    for chance, people, rows in zip(
        table.match_probability, table.unique_id_l, table.unique_id_r, strict=True
    ):
        found.setdefault(int(rows), []).append((chance, people))
    return {number: sorted(scored, reverse=True) for number, scored in found.items()}


def _verdicts(made: LabelledSet, scored: Scored, sure: float, possible: float) -> list[Verdict]:
    return [_verdict(scored.get(number, []), sure, possible) for number in range(len(made.rows))]


def _verdict(scored: list[tuple[float, str]], sure: float, possible: float) -> Verdict:
    near = [one for one in scored if one[0] >= possible]
    if near and near[0][0] >= sure and (len(near) < 2 or near[1][0] < sure):
        return Verdict(sure=near[0][1])
    asked = tuple(person for _, person in near[:_SHOWN])
    return Verdict(asked=asked, question=bool(asked))


def _goodness(made: LabelledSet, scored: Scored, thresholds: tuple[float, float]) -> tuple[bool, float]:
    rows = [row for rows in made.files() for row in rows]
    figures = Tally(rows, _verdicts(made, scored, *thresholds), 0.0).figures()
    return figures.questions <= _QUESTIONS, figures.precision + figures.found


def linked(tuned_on: LabelledSet) -> tuple[str, Callable[[LabelledSet], list[Verdict]]]:
    """How the thresholds were chosen, and splink as a matcher of whole sets."""
    scored = _scores(tuned_on)
    pairs = [(sure, possible) for sure in _SURE for possible in _POSSIBLE]
    sure, possible = max(pairs, key=lambda pair: _goodness(tuned_on, scored, pair))

    def matched(made: LabelledSet) -> list[Verdict]:
        return _verdicts(made, _scores(made), sure, possible)

    return f"splink (sure from {sure}, asked from {possible})", matched
