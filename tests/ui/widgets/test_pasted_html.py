"""What Word, mails and web pages put on the clipboard, as CommonMark."""

import pytest

from emgdesk.ui.widgets.commonmark import from_html, to_html

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><title>Draft</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {font-family:Calibri;} p.MsoNormal {margin:0cm} --></style>
<script>document.write("never")</script></head>
<body lang=EN-US style='tab-interval:36.0pt'><div class=WordSection1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Decision</b> of the <i>Group</i><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst><![if !supportLists]><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>map the reefs;</p>
<p class=MsoListParagraphCxSpLast><![if !supportLists]><span style='mso-list:Ignore'>2.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>report back.</p>
<table border=1><tr><td><p class=MsoNormal>Task</p></td><td><p class=MsoNormal>Due</p></td></tr>
<tr><td>Map</td><td>June</td></tr></table>
<p class=MsoNormal>So it was<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>"""


def test_a_page_of_word_becomes_its_words(qapp):
    assert from_html(WORD) == (
        "**Decision** of the *Group*\n\n1. map the reefs;\n2. report back.\n\n"
        "Task | Due\n\nMap | June\n\nSo it was\\[1\\]."
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p>Before</p><script>alert("x")</script><style>p{color:red}</style><p>After</p>', "Before\n\nAfter"),
        ("<p>A<!-- hidden words -->B</p>", "AB"),
        ("<p><!--[if gte vml 1]><v:shape id='x'/><![endif]--><![if !vml]><img src='x'><![endif]>Map</p>", "Map"),
        ('<p>a<span style="display:none">x</span><span style="mso-hide:all">y</span>b</p>', "ab"),
        ("<p><del>old</del><ins>new</ins></p>", "new"),
        ("<iframe>inner</iframe><object>obj</object><noscript>no</noscript><p>p</p>", "p"),
        ('<p>One <img src="https://example.org/t.gif" onerror="x()"> two</p>', "One two"),
        ('<p><a href="javascript:alert(1)">click</a> <a href="file:///etc/x">file</a></p>', "click file"),
        ('<a href="https://x.org/a b(c)">page</a>', "[page](https://x.org/a%20b%28c%29)"),
        ('<a href="mailto:a@example.org">mail</a>', "[mail](mailto:a@example.org)"),
        ("<table><tr><td>a</td><td>b<br>c</td></tr></table>", "a | b\nc"),
        (
            "<table><tr><td>a</td><td><table><tr><td>in</td><td>side</td></tr></table></td></tr></table>",
            "a | in | side",
        ),
        ("<p>_under_ `code` snake_case</p><p># five</p><p>&gt; six</p>",
         "\\_under\\_ \\`code\\` snake_case\n\n\\# five\n\n\\> six"),
        ("<p>open <b>bold <i>both</p><p>next", "open **bold** ***both***\n\nnext"),
        ("</p></td></tr></b>stray", "stray"),
        ("<head><title>x<body><p>kept", "kept"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_is_no_text_goes(qapp, html, text):
    assert from_html(html) == text


def test_words_that_look_like_marks_read_the_same(qapp):
    assert to_html(from_html("<p>_under_ 5*4 # &gt; `x` [^1]</p>")) == "<p>_under_ 5*4 # &gt; `x` [^1]</p>"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>1. January was cold</p><p>2030) so</p>", "1\\. January was cold\n\n2030\\) so"),
        ("<p>- foo</p><p>+ bar</p><p>&gt;q</p>", "\\- foo\n\n\\+ bar\n\n\\>q"),
        ("<p>-3 degrees</p><p>1.5 m</p><p>#4</p>", "-3 degrees\n\n1.5 m\n\n#4"),
        ("<p>Title<br>---</p><p>~~~</p>", "Title\n\\---\n\n\\~~~"),
        ("<ul><li>1. one</li><li>- two</li></ul>", "- 1\\. one\n- \\- two"),
        ('<ol start="5"><li>five</li><li>six</li></ol>', "5. five\n6. six"),
        ("<p><b>bold.</b>next and <b>so.</b> End</p>", "**bold**.next and **so.** End"),
        ("<p>x<i>(y)</i>z</p>", "x(*y*)z"),
        ("<p>a<b>.</b>b</p>", "a.b"),
        ("<p><b><i>both!</i></b>x</p>", "***both***!x"),
    ],
)
def test_plain_lines_stay_text_and_marks_count(qapp, html, text):
    assert from_html(html) == text


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>1. January was cold</p>", "<p>1. January was cold</p>"),
        ("<p>- foo</p><p>2) x</p>", "<p>- foo</p><p>2) x</p>"),
        ("<p><b>bold.</b>next</p>", "<p><b>bold</b>.next</p>"),
        ("<p>x<i>(y)</i>z</p>", "<p>x(<i>y</i>)z</p>"),
        ('<ol start="5"><li>five</li></ol>', '<ol start="5"><li>five</li></ol>'),
    ],
)
def test_it_is_shown_as_it_was_copied(qapp, html, shown):
    assert to_html(from_html(html)) == shown
