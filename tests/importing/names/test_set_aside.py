import pytest

from emgdesk.importing.names.set_aside import no_person

TELEPHONE = "A telephone that dialled in, no person's name"
ROOM, BOT = "A room system, no person", "A note-taking program, no person"
DEVICE, OFFICE = "A device, no person's name", "The account of an office, no person"


def known(text: str) -> bool:
    return text.upper() in ("UNEP", "EMG", "FAO", "SUN")


@pytest.mark.parametrize(
    ("reason", "names"),
    [
        (TELEPHONE, ("+41 22 555 01 80", "+41225550180", "41 22 *** 80", "Anonymous caller", "Phone user 3",
                     "Call-in User_1", "Anonymer Anrufer", "Appelant anonyme")),
        (ROOM, ("Room S-227", "Conference Room XII (Geneva)", "Salle XX", "Salle de conférence 3", "Cisco Room Kit",
                "Polycom", "MTR-GVA-01", "Geneva Room 3", "FAO HQ Meeting Room", "UNEP - Room S-227", "Teams Room 4B")),
        (BOT, ("Otter.ai", "Fireflies Notetaker", "read.ai meeting notes", "Ada's AI notetaker",
               "Ada Moss's Notetaker (Otter.ai)", "tl;dv")),
        (OFFICE, ("EMG Secretariat", "UNEP EMG", "Secretariat", "IT Support", "French Interpreter", "FAO",
                  "Interpreter (FR)")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("attended", [False, True])
def test_machines_and_offices_are_no_people(reason, names, attended):
    said = [no_person(name, attended=attended, is_entity=known) for name in names]
    assert said == [f"{reason} ({name})." for name in names]


@pytest.mark.parametrize(
    "name",
    [
        "iPhone",
        "Ada's iPhone",
        "iPhone de Ada",
        "iPhone 13 Pro",
        "Galaxy S21",
        "SM-G991B",
        "DESKTOP-7F3K",
        "OPPO A5 2020",
    ],
)
def test_a_device_names_nobody_in_a_list_of_who_was_there(name):
    assert no_person(name, attended=True) == f"{DEVICE} ({name})."
    assert no_person(name) == ""


@pytest.mark.parametrize("name", ["Guest", "Guest 2", "User_1", "Zoom user", "Unknown", "Participant 3"])
def test_what_says_nothing_names_nobody_in_a_list_of_who_was_there(name):
    assert no_person(name, attended=True) == f"No name ({name})."


@pytest.mark.parametrize(
    "name",
    [
        "Rick Hall", "Adrian Room", "Room, Adrian", "Hall, Anna", "Sala Mohamed", "Room Anna", "ANA LOPEZ", "Li Wei",
        "Olga Office", "Host Ada", "Fathom Ada", "Otter Lind", "Guest Lee", "Mark Read", "Pixel Adams", "Honor Blake",
        "Laura Sala V", "Caller Ada", "Phone Win Tun", "Chloe Salle", "Sun", "Anna-Maria O'Neil", "Maria Services",
        "王明", "Ada",
    ],
)  # fmt: skip
def test_people_with_such_names_are_people(name):
    assert no_person(name, attended=True, is_entity=known) == ""


def test_an_address_of_that_name_speaks_for_a_person():
    assert no_person("Hall B", "b.hall@x.example") == ""
    assert no_person("Hall B", "rooms@x.example") == f"{ROOM} (Hall B)."
    assert no_person("Otter.ai", "otter.ai@x.example") == f"{BOT} (Otter.ai)."
