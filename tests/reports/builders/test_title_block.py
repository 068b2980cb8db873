import pytest

from emgdesk.reports.builders.meeting import MeetingFacts, title_block

SOM = "40th Senior Officials Meeting of the Environment Management Group"


@pytest.mark.parametrize(
    ("title", "segment", "line"),
    [
        (SOM, "senior", "Senior Segment, 2 October 2031"),
        (SOM, "technical", "Technical Segment, 2 October 2031"),
        (SOM, "mid-term", "Mid-Term Technical Segment, 2 October 2031"),
        (SOM, "", "2 October 2031"),
        (f"{SOM}, Senior Segment", "senior", "2 October 2031"),
        (f"{SOM} – technical", "technical", "2 October 2031"),
        ("SOM40 senior", "senior", "2 October 2031"),
        ("SOM40 mid-term", "mid-term", "2 October 2031"),
    ],
)
def test_the_line_of_the_date_names_the_segment_where_the_title_does_not(title, segment, line):
    block = title_block(MeetingFacts(title, "2 October 2031", segment=segment))
    assert block.left == (title, line)
