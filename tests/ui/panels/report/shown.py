"""What the report's panel shows, and what stands on the desk."""

from emgdesk.queries.reports import list_report


def sections(workspace, meeting):
    return workspace.read(list_report, meeting_id=meeting)


def told(workspace, meeting):
    return [(s.heading, [p.text or p.kind for p in s.paragraphs]) for s in sections(workspace, meeting)]


def lines(text):
    return [line.text for line in text.view.outline.lines.tree.lines]


def choose(text, opened, words):
    text.view.outline.choose(next(x.id for x in text.view.outline.lines.tree.lines if x.text == words))
    opened.tasks.settle()


def row(workspace, meeting, key):
    return next(p for s in sections(workspace, meeting) for p in s.paragraphs if p.id == key)
