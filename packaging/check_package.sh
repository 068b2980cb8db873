#!/bin/sh
# Tries the built program away from the project and its .venv: command line, reading child, fonts,
# migrations, PDF, and the window on a screen of its own. Says what it tried; fails at the first fault.
# PICTURE=file.png keeps a picture of the screen.
set -eu
cd "$(dirname "$0")/.."
place=$(mktemp -d)
screen=""
window=""
finish() {
    if [ -n "$window" ]; then kill "$window" 2>/dev/null || true; fi
    if [ -n "$screen" ]; then kill "$screen" 2>/dev/null || true; fi
    rm -rf "$place"
}
trap finish EXIT INT TERM

cp -R dist/emgdesk "$place/program"
mkdir "$place/home"
emgdesk() {
    env -i PATH=/usr/bin:/bin HOME="$place/home" LANG=C.UTF-8 DISPLAY="${display:-}" "$place/program/emgdesk" "$@"
}
fail() { echo "$*" >&2; exit 1; }
expect() { # expect TEXT FILE: the PDF says so
    pdftotext -layout "$2" - | grep -q -- "$1" || fail "$2 does not say: $1"
}

echo "A sheet through the reading child:"
.venv/bin/python packaging/sample_sheet.py "$place/people.xlsx"
emgdesk --database "$place/desk.emgdesk" new meeting --code "TEST 1" --title "First sitting of the test" >/dev/null
emgdesk --database "$place/desk.emgdesk" import "$place/people.xlsx" --meeting "TEST 1" --json >"$place/answer.json"
grep -q '"committed": *true' "$place/answer.json" || fail "the import was not committed: $(cat "$place/answer.json")"
emgdesk --database "$place/desk.emgdesk" list participants --meeting "TEST 1" --json | grep -q "Østby" ||
    fail "an imported person is not on the roster"

echo "A PDF with the shipped fonts:"
emgdesk --database "$place/desk.emgdesk" export participants --meeting "TEST 1" --output "$place/annex.pdf" >/dev/null
expect "Østby" "$place/annex.pdf"
expect "王小明" "$place/annex.pdf"

echo "The main job on the sample data:"
emgdesk demo --output "$place/demo" >/dev/null
[ "$(find "$place/demo" -name '*.pdf' | wc -l)" -gt 0 ] || fail "demo wrote no PDF"

echo "The window:"
mkfifo "$place/number"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$place/number" >/dev/null 2>&1 &
screen=$!
read -r number <"$place/number"
display=":$number"
emgdesk --database "$place/desk.emgdesk" >"$place/window.log" 2>&1 &
window=$!
DISPLAY=$display timeout 60 xdotool search --sync --onlyvisible --name emgdesk >/dev/null ||
    fail "no window appeared: $(cat "$place/window.log")"
sleep 2
kill -0 "$window" 2>/dev/null || fail "the window closed by itself: $(cat "$place/window.log")"
if [ -n "${PICTURE:-}" ]; then DISPLAY=$display import -window root "$PICTURE"; fi
[ ! -s "$place/window.log" ] || fail "the window complained: $(cat "$place/window.log")"
echo "The built program works."
