"""All texts of a meeting: left-over placeholders, and what they cite and count."""

from collections.abc import Iterator

from emgdesk.domain.dates import written_date
from emgdesk.domain.folding import fold
from emgdesk.queries.findings.cited_meetings import cited_meetings, contradicted
from emgdesk.queries.findings.cited_symbols import Register, cited_symbols
from emgdesk.queries.findings.counts_typed import counted_as, typed_counts
from emgdesk.queries.findings.facts import Checked, shortened
from emgdesk.queries.findings.finding import Finding, found
from emgdesk.queries.findings.placeholders import (
    links_without_address,
    placeholders,
    plain_text,
    single_spaced,
)
from emgdesk.queries.findings.said import Said, all_said


def placeholder(facts: Checked, texts: tuple[Said, ...]) -> Iterator[Finding]:
    """Something was to be filled in and was not."""
    for said in texts:
        for left in placeholders(said.text, marked=said.marked):
            text = f"“{shortened(left)}” is left to be filled in."
            yield found("placeholder", said.spot, text, said.what, left)


def link_without_address(facts: Checked, texts: tuple[Said, ...]) -> Iterator[Finding]:
    """A link was pasted without where it leads."""
    for said in texts:
        for words in links_without_address(said.text) if said.marked else ():
            text = f"The link “{shortened(words)}” leads nowhere."
            yield found("link-without-address", said.spot, text, said.what, words)


def meeting_cited_with_other_date(facts: Checked, texts: tuple[Said, ...]) -> Iterator[Finding]:
    """A text names a SOM with a date on which the register has no segment of it."""
    for said in texts:
        for cited in cited_meetings(plain_text(said.text) if said.marked else single_spaced(said.text)):
            against = contradicted(cited, facts.desk.meetings)
            if against:
                known = ", ".join(f"{m.code} on {written_date(m.date, m.end_date)}" for m in against)
                text = f"The text says “{cited.words}”; the register has {known}."
                yield found("meeting-cited-with-other-date", said.spot, text, said.what, fold(cited.words))


def symbol_cited_unknown(facts: Checked, texts: tuple[Said, ...]) -> Iterator[Finding]:
    """A text cites a document by a symbol that no register has."""
    register = Register(facts.desk.documents, facts.desk.meetings)
    for said in texts:
        for symbol in cited_symbols(said.text):
            if register.lacks(symbol):
                text = f"{symbol} is cited and is in no register of documents."
                yield found("symbol-cited-unknown", said.spot, text, said.what, symbol)


def count_differs(facts: Checked, texts: tuple[Said, ...]) -> Iterator[Finding]:
    """A paragraph says how many attended, and the roster says otherwise."""
    if not facts.numbers.listed.people:
        return
    for said in texts:
        if not (said.report and said.own):
            continue
        for typed in typed_counts(plain_text(said.text), facts.meeting):
            instead = counted_as(typed, facts.numbers.listed)
            if instead:
                text = f"The text says “{typed.words}”; the roster has {instead}."
                yield found("count-differs", said.spot, text, said.what, fold(typed.words))


_ON_TEXTS = (
    placeholder,
    link_without_address,
    symbol_cited_unknown,
    meeting_cited_with_other_date,
    count_differs,
)


def check_texts(facts: Checked) -> Iterator[Finding]:
    """Every rule over every text, read once."""
    texts = all_said(facts)
    for rule in _ON_TEXTS:
        yield from rule(facts, texts)


RULES = (check_texts,)
