"""Documents, workbooks and the demo."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from emgdesk.cli.demo_folder import DESK, DemoFolder
from emgdesk.cli.demonstration import SENIOR, write_documents
from emgdesk.cli.desk import meeting, opened
from emgdesk.cli.naming import find_workstream
from emgdesk.cli.output import Answer
from emgdesk.domain.numbering import counted
from emgdesk.errors import DataError, UsageError
from emgdesk.intake import commit, plan_import
from emgdesk.operations.progress_request import ask_for_progress
from emgdesk.operations.sample import SAMPLE, load_sample
from emgdesk.publishing import (
    Published,
    export_document,
    export_set,
    export_sheets,
    write_progress_sheets,
    write_template,
)
from emgdesk.queries.asked_tasks import find_askable
from emgdesk.queries.inputs.workstream_sheet import ALL
from emgdesk.queries.meetings import find_meeting
from emgdesk.queries.workstreams import list_workstreams
from emgdesk.reports import catalog
from emgdesk.settings import login_name
from emgdesk.workspace import Workspace, open_desk


def options_of(pairs: list[str], what: str = "--option") -> dict[str, str]:
    """{key: value} of KEY=VALUE words. Raises UsageError for a word without "="."""
    values: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key.strip():
            raise UsageError(f"{what} {pair}: write KEY=VALUE.")
        values[key.strip()] = value.strip()
    return values


def run_export(arguments: argparse.Namespace) -> Answer:
    options = options_of(arguments.option)
    with opened(arguments) as desk:
        if arguments.document == "progress-sheets":
            return _ask(desk, arguments.output, options)
        chosen = meeting(desk, arguments.meeting)
        if arguments.workstream:
            options["workstreams"] = _workstream(desk, arguments)
        if arguments.document == "segment-set" and chosen and _is_folder(arguments.output):
            written = export_set(desk, arguments.output, meeting_id=chosen.id, options=options)
            return _answers(written)
        if arguments.document == "workstream" and _is_folder(arguments.output):
            return _answers(export_sheets(desk, arguments.output, options=options))
        published = export_document(
            desk, arguments.document, arguments.output,
            meeting_id=chosen.id if chosen else None, options=options,
        )  # fmt: skip
    return _answer(published)


def _workstream(desk: Workspace, arguments: argparse.Namespace) -> str:
    """The name of the workstream meant. Raises UsageError for a document that is not of workstreams."""
    kind = catalog.document(arguments.document)
    if all(option.key != "workstreams" for option in kind.options):
        raise UsageError(f"{kind.title} is not made of one workstream; leave --workstream out.")
    if arguments.workstream == ALL and any(option.kind == "bodies" for option in kind.options):
        return ALL
    return find_workstream(desk.read(list_workstreams), arguments.workstream).name


def _ask(desk: Workspace, folder: Path, options: Mapping[str, str]) -> Answer:
    """Ask entities for progress, their sheets written into a folder."""
    chosen: Any = catalog.parse_options("progress-sheets", options)
    today = date.today()
    as_of, due = (chosen.as_of or today).isoformat(), chosen.due.isoformat() if chosen.due else ""
    asked = desk.read(
        find_askable, as_of=as_of, entities=chosen.entities, completed=chosen.completed
    )  # fmt: skip
    if not asked:
        raise DataError("No entity answers for a task of the work plan; name those responsible first.")
    write_progress_sheets(desk, folder, request_ids=())  # a folder that cannot be written is told before
    keys = desk.do(
        f"Ask for progress as of {as_of}", ask_for_progress,
        entities=[(one.entity_id, one.name) for one in asked],
        as_of=as_of, asked_on=today.isoformat(), due=due,
    ).value  # fmt: skip
    written = write_progress_sheets(desk, folder, request_ids=keys, completed=chosen.completed)
    answer = _answers(written)
    requests = [
        {"id": key, "entity": one.name, "as_of": as_of, "due": due, "file": str(file.path)}
        for key, one, file in zip(keys, asked, written, strict=True)
    ]
    return replace(answer, data={**answer.data, "requests": requests})


def _is_folder(path: Path) -> bool:
    """Whether the documents of a set go into a folder: one that is there, or a name without ending."""
    return path.is_dir() or not path.suffix


def _answers(written: tuple[Published, ...]) -> Answer:
    each = [_answer(published) for published in written]
    return Answer(
        {"files": [answer.data for answer in each]},
        "\n".join(answer.text for answer in each),
        tuple(warning for answer in each for warning in answer.warnings),
    )


def _answer(published: Published) -> Answer:
    data: dict[str, Any] = {
        "file": str(published.path), "pages": published.pages, "rows": published.rows,
        "warnings": list(published.warnings),
    }  # fmt: skip
    return Answer(data, f"Wrote {published.path} ({_size(published)}).", published.warnings)


def _size(published: Published) -> str:
    if published.pages:
        return counted(published.pages, "page", "pages")
    return counted(published.rows, "row", "rows")


def run_template(arguments: argparse.Namespace) -> Answer:
    write_template(arguments.what, arguments.output)
    return Answer(text=f"Wrote {arguments.output}.")


def demo(arguments: argparse.Namespace) -> Answer:
    """The main job on the sample data: desk, import, every document, all in one folder."""
    folder: Path = arguments.output
    made = DemoFolder(folder)
    made.clear()
    with open_desk(folder / DESK, author=login_name()) as desk:
        made.note(desk.path)
        desk.do("Load the sample desk", load_sample)
        lines = [f"Made {desk.path} with the sample desk.", _import_sample(desk)]
        for published in write_documents(desk, folder):
            made.note(published.path)
            lines.append(f"Wrote {published.path} ({_size(published)}).")
            lines.extend(published.warnings)
    return Answer(text="\n".join(lines))


def _import_sample(desk: Workspace) -> str:
    target = desk.read(find_meeting, code=SENIOR)
    intake = plan_import(desk, SAMPLE / "registrations.xlsx", meeting_id=target.id)
    commit(desk, intake)
    return f"Imported registrations.xlsx into {SENIOR}: {intake.summary()}."
