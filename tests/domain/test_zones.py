"""Labels of time zones: what they mean, and when they cannot be right."""

import pytest

from emgdesk.domain.zones import zone_finding, zone_of


@pytest.mark.parametrize(
    ("label", "zone"),
    [
        ("CEST", "Europe/Zurich"), ("cet", "Europe/Zurich"), ("Geneva time", "Europe/Zurich"),
        ("GVA time", "Europe/Zurich"), ("Genève", "Europe/Zurich"), ("CEST (Geneva time)", "Europe/Zurich"),
        ("Central European Summer Time", "Europe/Zurich"), ("EST", "America/New_York"),
        ("EDT", "America/New_York"), ("New York time", "America/New_York"), ("Nairobi", "Africa/Nairobi"),
        ("EAT", "Africa/Nairobi"), ("East Africa Time", "Africa/Nairobi"), ("GMT", "UTC"), ("UTC", "UTC"),
        ("BST", "Europe/London"), ("Bonn time", "Europe/Berlin"), ("Rome time", "Europe/Rome"),
        ("UTC+3", "Etc/GMT-3"), ("GMT -5:00", "Etc/GMT+5"), ("UTC+0", "UTC"), ("UTC+5:30", None),
        ("local time", None), ("", None), ("Somewhere", None),
    ],
)  # fmt: skip
def test_a_label_means_a_zone(label, zone):
    assert zone_of(label) == zone


@pytest.mark.parametrize(
    ("label", "day", "said"),
    [
        ("CEST", "2031-01-15", "CEST is not in use on 15 January 2031; it is CET then."),
        ("CEST (Geneva time)", "2031-01-15", "CEST is not in use on 15 January 2031; it is CET then."),
        ("CET", "2031-05-28", "CET is not in use on 28 May 2031; it is CEST then."),
        ("EST", "2031-07", "EST is not in use in July 2031; it is EDT then."),
        ("BST", "2031-12-01", "BST is not in use on 1 December 2031; it is GMT then."),
        ("CEST", "2031-05-28", ""),
        ("CET", "2031-01-15", ""),
        ("EDT", "2031-03-10", ""),  # clocks change earlier there than in Europe
        ("CEST", "2031-03", ""),  # the month of the change fits both
        ("CET", "2031-03", ""),
        ("Geneva time", "2031-01-15", ""),
        ("UTC", "2031-07-15", ""),
        ("GMT", "2031-07-15", ""),
        ("Somewhere time", "2031-07-15", ""),
        ("CEST", "", ""),
        ("CEST", "to be decided", ""),
    ],
)
def test_a_label_against_its_date(label, day, said):
    assert zone_finding(label, day) == said
