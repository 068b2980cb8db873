import pytest

from emgdesk.errors import InputError, UsageError
from emgdesk.importing.rosters.mapping import map_roster
from tests.importing.files import roster


def columns(*rows):
    return dict(map_roster(roster(*rows)).columns)


@pytest.mark.parametrize(
    ("header", "row", "fields"),
    [
        (("Nom", "Prénom", "Organisation", "Courriel"), ("Moss", "Ada", "FAO", "a@x.example"),
         {"family": "Nom", "given": "Prénom", "entity": "Organisation", "email": "Courriel"}),
        (("Nom et prénom", "Organisme", "Fonction"), ("Ada Moss", "FAO", "Cheffe"),
         {"name": "Nom et prénom", "entity": "Organisme", "function": "Fonction"}),
        (("Nombre", "Apellidos", "Institución", "Correo electrónico"), ("Ada", "Moss", "FAO", "a@x.example"),
         {"given": "Nombre", "family": "Apellidos", "entity": "Institución", "email": "Correo electrónico"}),
        (("Nombre completo", "País"), ("Ada Moss", "Perú"), {"name": "Nombre completo", "country": "País"}),
        (("Name", "Vorname", "E-Mail"), ("Moss", "Ada", "a@x.example"),
         {"family": "Name", "given": "Vorname", "email": "E-Mail"}),
        (("ID", "Name", "First Name", "Last Name"), (7, "Ada Moss", "Ada", "Moss"),
         {"name": "Name", "given": "First Name", "family": "Last Name"}),
        (("Your full name", "What is your organization?", "What is your job title?"), ("Ada Moss", "FAO", "Head"),
         {"name": "Your full name", "entity": "What is your organization?", "function": "What is your job title?"}),
        (("NAME:", "Organization /\nEntity ", "Tel."), ("Ada Moss", "FAO", "+41 22"),
         {"name": "NAME:", "entity": "Organization / Entity", "phone": "Tel."}),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_words(header, row, fields):
    assert columns(header, row) == fields


def test_attendance_that_offers_modes_is_the_mode():
    header = ("Name", "Attendance (online/in person)")
    assert columns(header, ("Ada Moss", "online"), ("Bo Lind", "in person"))["mode"] == header[1]
    assert columns(header, ("Ada Moss", None))["mode"] == header[1]
    assert columns(("Name", "Attendance"), ("Ada Moss", "yes"))["attendance"] == "Attendance"


def test_a_title_column_is_one_of_titles_or_of_functions():
    assert columns(("Title", "Name"), ("Ms", "Ada Moss"), (None, "Bo Lind"))["title"] == "Title"
    assert columns(("Title", "Name"), ("Adviser", "Ada Moss"), ("Head", "Bo Lind"))["function"] == "Title"


def test_of_two_e_mail_columns_the_one_with_addresses_is_taken():
    mapped = map_roster(
        roster(("Email", "Name", "Your e-mail address"), ("anonymous", "Ada Moss", "a@x.example"))
    )
    assert mapped.columns["email"] == "Your e-mail address"
    assert mapped.unused == ("Email",)


def test_addresses_are_found_under_an_unknown_header():
    assert columns(("Name", "Reach me at"), ("Ada Moss", "a@x.example"))["email"] == "Reach me at"


def test_a_state_nobody_understands_is_left_unused():
    mapped = map_roster(roster(("Name", "Status"), ("Ada Moss", "P-4"), ("Bo Lind", "D-1")))
    assert mapped.unused == ("Status",)


def test_running_numbers_and_empty_columns_are_not_reported():
    mapped = map_roster(roster(("No.", "Name", "Blank", "Shoe size"), (1, "Ada Moss", None, 38)))
    assert mapped.unused == ("Shoe size",)


def test_columns_can_be_told():
    rows = (("Name", "Entity", "Body"), ("Ada Moss", "x", "FAO"))
    told = map_roster(roster(*rows), overrides={"entity": "body", "notes": "Entity"})
    assert dict(told.columns) == {"name": "Name", "entity": "Body", "notes": "Entity"}
    assert told.records[0].entity == "FAO"


def test_an_empty_header_leaves_a_field_out():
    rows = (("Name", "Entity"), ("Ada Moss", "FAO"))
    assert dict(map_roster(roster(*rows), overrides={"entity": ""}).columns) == {"name": "Name"}


def test_what_is_remembered_yields_to_what_is_told_and_to_what_is_gone():
    rows = (("Name", "Entity", "Body"), ("Ada Moss", "x", "FAO"))
    remembered = {"entity": "Body", "phone": "Gone"}
    assert map_roster(roster(*rows), remembered=remembered).records[0].entity == "FAO"
    told = map_roster(roster(*rows), remembered=remembered, overrides={"entity": "Entity"})
    assert told.records[0].entity == "x"


def test_unknown_fields_and_headers_are_refused():
    rows = (("Name", "Entity"), ("Ada Moss", "FAO"))
    with pytest.raises(UsageError) as field:
        map_roster(roster(*rows), overrides={"shoe": "Entity"})
    assert str(field.value).startswith("There is no field “shoe”; the fields are title, given,")
    with pytest.raises(InputError) as header:
        map_roster(roster(*rows), overrides={"entity": "Organ"})
    assert str(header.value) == "list.xlsx has no column “Organ”; its columns are “Name”, “Entity”."


def test_a_header_nobody_knows_can_be_told():
    told = map_roster(roster(("Wer?", "Woher?"), ("Ada Moss", "FAO")), overrides={"name": "Wer?"})
    assert [(one.name, one.row) for one in told.records] == [("Ada Moss", 2)]


def test_samples_show_what_stands_under_a_header():
    mapped = map_roster(
        roster(("Name", "Entity"), ("Ada Moss", "FAO"), ("Bo Lind", "FAO"), ("Cy Rook", "ECE"))
    )
    assert mapped.samples["Entity"] == ("FAO", "ECE")


def test_a_header_of_great_length_is_cut_in_the_sentence():
    long = "Your organisation, as you would like it to be printed in the list of participants of the meeting"
    with pytest.raises(InputError) as header:
        map_roster(roster(("Name", long), ("Ada Moss", "FAO")), overrides={"entity": "Organ"})
    cut = "Your organisation, as you would like it to be printed in th…"
    assert str(header.value) == f"list.xlsx has no column “Organ”; its columns are “Name”, “{cut}”."
    with pytest.raises(InputError) as names:
        map_roster(roster(("Seats", "x" * 1_000_000), (1, "FAO")))
    seen = f"“Seats”, “{'x' * 59}…”"
    assert (
        str(names.value)
        == f"list.xlsx has no column of names in sheet “Sheet1”; the headers seen are {seen}."
    )
