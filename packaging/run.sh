#!/bin/sh
# Opens the window; where there is no display, says so and does the main job on the sample data.
set -eu
cd "$(dirname "$0")/.."
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display here, so no window: the sample desk and its documents go into demo/ instead."
    exec .venv/bin/emgdesk demo --output demo
fi
exec .venv/bin/emgdesk "$@"
