"""The style sheets of resources/theme in the colours of the moment."""

import re
from functools import cache
from typing import Protocol

from emgdesk.paths import resources

_NAME = re.compile(r"\{(\w+)\}")


class Colours(Protocol):
    def named(self, tone: str) -> str: ...


def stylesheet(colours: Colours, controls: bool) -> str:
    """The rules for our own widgets; with `controls` plain controls are drawn flat as well."""
    text = _source("window") + (_source("controls") if controls else "")
    icons = (resources() / "icons").as_posix()
    return _NAME.sub(lambda found: icons if found[1] == "icons" else colours.named(found[1]), text)


@cache
def _source(name: str) -> str:
    return (resources() / "theme" / f"{name}.qss").read_text(encoding="utf-8")
