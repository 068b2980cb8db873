"""CommonMark on the screen and from pasted text."""

import pytest

from emgdesk.ui.widgets.commonmark import from_html, to_html, to_words


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("**bold** and *slanted*", "<p><b>bold</b> and <i>slanted</i></p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("[page](https://example.org/x)", '<p><a href="https://example.org/x">page</a></p>'),
        ("<script>x</script> & more", "<p>&lt;script&gt;x&lt;/script&gt; &amp; more</p>"),
    ],
)
def test_text_is_shown_as_it_prints(qapp, text, html):
    assert to_html(text) == html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>A <b>bold </b>word and <i>another</i></p>", "A **bold** word and *another*"),
        ("<ul><li>a</li><li>b</li></ul><p>end</p>", "- a\n- b\n\nend"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<ul><li>a<ul><li>deep</li></ul></li></ul>", "- a\n   - deep"),
        ('<p><a href="https://example.org">here</a></p>', "[here](https://example.org)"),
        ("<p>5 * 4 [sic]</p>", "5 \\* 4 \\[sic\\]"),
        (
            "<p class=MsoListParagraph>·&nbsp;&nbsp; first</p><p class=MsoListParagraph>· second</p>",
            "- first\n- second",
        ),
        ("<p style='color:red'>plain<o:p></o:p></p><p>&nbsp;</p>", "plain"),
    ],
)
def test_pasted_text_becomes_commonmark(qapp, html, text):
    assert from_html(html) == text


def test_the_words_of_a_text_stand_on_one_line(qapp):
    assert to_words("**One** [page](https://x.org)\n\n- a\n- *b*") == "One page a b"
