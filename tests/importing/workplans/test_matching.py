"""Which workstream a name means: surely, perhaps, or none."""

import pytest

from emgdesk.importing.snapshot import KnownWorkstream
from emgdesk.importing.workplans.index import WorkstreamIndex

BODIES = (
    "Consultations on Reef Health and Fair Ports (RHFP) in the United Nations system",
    "The IMG on Coastal Light Management in the United Nations system",
    "Task Team on Harbour Litter and Microplastics",
    "UN Sand Coalition",
    "Consultative Process on Dunes",
    "Consultative Process on a UN System-Wide Plan of Reefs (SWPR) on the Sea",
)


@pytest.fixture
def index() -> WorkstreamIndex:
    return WorkstreamIndex(KnownWorkstream(name, name, (name,)) for name in BODIES)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Consultations on Reef Health & Fair Ports in the UN system", 0),
        ("Issue Management Group on Coastal Light Management in the UN System", 1),
        ("the task team on harbour litter and microplastics", 2),
        ("Consultative Process on a UN System-Wide Plan of Reefs on the Sea", 5),
    ],
)
def test_writings_of_one_name_are_sure(index, name, body):
    assert index.find((name,)) == BODIES[body]


@pytest.mark.parametrize(
    ("name", "body", "why"),
    [
        ("Consultative Process on Advancing Reef Health and Fair Ports in the UN System", 0, "the same words and more"),
        ("Consultative Process on Reef Health and Fair Ports", 0, "the same words"),
        ("IMG on Coastal Light Management", 1, "the same words"),
        ("Task Team on Harbour Litter", 2, "the same words and more"),
        ("Task Team on Harbour Litter and Microplastic", 2, "the same words"),
        ("Coalition on Sand", 3, "the same words"),
        ("Consultative Process on Dunes and Beaches", 4, "the same words and more"),
        ("The SWPR process", 5, "“SWPR” is another name of it"),
    ],
)  # fmt: skip
def test_likely_ones_are_asked(index, name, body, why):
    assert index.find((name,)) is None
    best = index.alike(name)[0]
    assert (best.person_id, best.why) == (BODIES[body], why)


@pytest.mark.parametrize(
    "name",
    [
        "Task Team on Reef Health and Fair Ports in the UN system",  # of another kind
        "Sand Task Team",
        "UN Coalition on Combating Harbour Fog",
        "Coastal Peer Reviews of United Nations Entities",
        "Issue Management Group on Coastal Noise",
        "Consultative Process on Beaches",
    ],
)
def test_others_are_new(index, name):
    assert index.find((name,)) is None
    assert index.alike(name) == ()


def known(key, name, *dated, **more):
    return KnownWorkstream(key, name, (name,), dated=dated, **more)


def test_a_former_name_is_the_body_it_became():
    index = WorkstreamIndex((known("w1", "IMG on Reefs", ("Consultative Process on Reefs", "", "2030-05")),))
    assert index.find(("Consultative process on reefs",)) == "w1"


def test_a_name_two_bodies_bore_is_that_of_the_day_or_asked():
    old = known("w1", "Coalition on Reefs", ("Task Team on Reefs", "2028", "2030-05"))
    index = WorkstreamIndex((old, known("w2", "Task Team on Reefs", ("Task Team on Reefs", "2031", ""))))
    assert index.find(("Task Team on Reefs",)) == "w2"
    twins = WorkstreamIndex((known("w1", "Reef Team"), known("w2", "The Reef Team")))
    assert twins.find(("Reef Team",)) is None
    assert [(one.person_id, one.why) for one in twins.alike("Reef Team")] == [
        ("w1", "the same name, which several bear or bore"), ("w2", "the same name, which several bear or bore"),
    ]  # fmt: skip
