#!/bin/sh
# Writes constraints.txt from what .venv holds; lines for other systems (with a marker) are kept.
set -eu
cd "$(dirname "$0")/.."
new=$(mktemp)
trap 'rm -f "$new"' EXIT
{
    sed -n '/^#/p' constraints.txt
    {
        grep '^[^#]*;' constraints.txt || true
        .venv/bin/python -m pip --disable-pip-version-check freeze --all --exclude-editable --exclude pip
    } | sort -f
} >"$new"
cat "$new" >constraints.txt
