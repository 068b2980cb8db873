#!/bin/sh
# Opens the window; where there is no display, says so and does the main job on the sample data.
set -eu
cd "$(dirname "$0")/.."

headless() {
    echo "$1, so no window: the sample desk and its documents go into demo/ instead."
    exec .venv/bin/emgdesk demo --output demo
}
x_answers() {
    .venv/bin/python -c 'import ctypes, sys; sys.exit(not ctypes.CDLL("libX11.so.6").XOpenDisplay(None))' 2>/dev/null
}

if [ "$(uname)" = Linux ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    if [ -z "${DISPLAY:-}" ]; then headless "There is no display here"; fi
    x_answers || headless "The display $DISPLAY does not answer"
fi
exec .venv/bin/emgdesk "$@"
