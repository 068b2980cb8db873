"""Codes of meetings follow one another."""

import pytest

from emgdesk.domain.codes import next_code


@pytest.mark.parametrize(
    ("code", "following"),
    [
        ("SOM31 mid-term", "SOM31 technical"),
        ("SOM31 technical", "SOM31 senior"),
        ("SOM 31 Senior Segment", "SOM32 mid-term"),
        ("IMG-BIO 2", "IMG-BIO 3"),
        ("Nexus 2026-9b", "Nexus 2026-10b"),
        ("SOM31", "SOM32"),
        ("Retreat", ""),
    ],
)
def test_a_code_proposes_the_one_after_it(code: str, following: str) -> None:
    assert next_code(code) == following
