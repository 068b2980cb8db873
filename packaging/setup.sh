#!/bin/sh
# Makes .venv with exactly the pinned packages and sees to the system libraries Qt needs.
#   packaging/setup.sh run   what the program needs
#   packaging/setup.sh dev [COMMAND:PACKAGE]...   that, everything for tests and checks, and these system commands
# Does nothing when nothing changed. PYTHON=/path/to/python chooses the interpreter.
set -eu
cd "$(dirname "$0")/.."
mode=${1:-dev}
if [ $# -gt 0 ]; then shift; fi
log=.venv/setup.log

say() { echo "$*" >&2; }
fail() { say "$*"; exit 1; }

# --- the package manager of Debian and Ubuntu, where it may be used ---------------------------

root_prefix() { # prints what to put before a command that needs root; fails without a way
    if [ "$(id -u)" -eq 0 ]; then echo "env"; return; fi
    command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null && echo "sudo -n env"
}

apt_install() { # apt_install PACKAGE...: install quietly, or fail
    command -v apt-get >/dev/null 2>&1 || return 1
    prefix=$(root_prefix) || return 1
    say "Installing system packages: $*"
    apt="$prefix DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120"
    output=$($apt install -y --no-install-recommends "$@" 2>&1 </dev/null) && return
    output=$($apt update 2>&1 </dev/null && $apt install -y --no-install-recommends "$@" 2>&1 </dev/null) && return
    echo "$output" | tail -n 5 >&2
    return 1
}

# --- Python and .venv -------------------------------------------------------------------------

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3 python}; do
        if new_enough "$candidate"; then echo "$candidate"; return; fi
    done
    return 1
}

make_venv() {
    if ! python=$(find_python); then
        if [ -n "${PYTHON:-}" ]; then fail "emgdesk needs Python 3.11 or newer; $PYTHON is not one."; fi
        if found=$(python3 --version 2>/dev/null); then
            fail "emgdesk needs Python 3.11 or newer; python3 is $found here. Name a newer one: make setup PYTHON=python3.11"
        fi
        if ! apt_install python3 python3-venv || ! python=$(find_python); then
            fail "emgdesk needs Python 3.11 or newer, and none was found: install it (Debian, Ubuntu: python3 python3-venv)."
        fi
    fi
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        apt_install "$package" || apt_install python3-venv ||
            fail "Python's venv module is missing: install $package (apt-get install $package)."
    fi
    say "Setting up .venv with $("$python" --version); this takes a minute or two, once."
    "$python" -m venv --clear .venv || fail "The folder .venv could not be made with $python."
}

install_packages() {
    extra=""
    if [ "$mode" = dev ]; then extra="[dev]"; fi
    if ! .venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check \
        --constraint constraints.txt --editable ".$extra" >"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        fail "The packages could not be installed (see above; all of it is in $log)."
    fi
}

# --- the system libraries of Qt ---------------------------------------------------------------

qt_binaries() { # what the program loads of Qt, and the plugins it opens a window and prints with
    qt=$(.venv/bin/python -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')
    for name in QtCore QtGui QtWidgets QtPdf QtPdfWidgets QtPrintSupport QtSvg; do
        echo "$qt/$name.abi3.so"
    done
    echo "$qt/Qt/plugins/platforms/libqoffscreen.so"
    echo "$qt/Qt/plugins/platforms/libqxcb.so"
    echo "$qt/Qt/plugins/printsupport/libcupsprintersupport.so"
    if [ -n "${WAYLAND_DISPLAY:-}" ]; then echo "$qt/Qt/plugins/platforms/libqwayland.so"; fi
}

missing_libraries() {
    qt_binaries | xargs env LC_ALL=C ldd 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' |
        grep -v '^libQt6' | sort -u || true
}

debian_packages() { # libxcb-cursor.so.0 -> libxcb-cursor0, libX11.so.6 -> libx11-6: Debian's own rule
    sed -E -e 's/^lib(glib|gthread)-2\.0\.so\.0$/libglib2.0-0/' \
        -e 's/([0-9])\.so\.([0-9]+)$/\1-\2/' -e 's/\.so\.([0-9]+)$/\1/' | tr '[:upper:]' '[:lower:]' | sort -u
}

any_font() {
    find /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.fonts" "${HOME:-/nonexistent}/.local/share/fonts" \
        \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) -print 2>/dev/null | head -n 1 | grep -q .
}

see_to_libraries() {
    libraries=$(missing_libraries)
    packages=$(echo "$libraries" | debian_packages)
    any_font || packages="$packages fonts-dejavu-core"
    packages=$(echo $packages)
    if [ -z "$packages" ]; then return; fi
    if apt_install $packages && [ -z "$(missing_libraries)" ]; then return; fi
    if command -v apt-get >/dev/null 2>&1; then
        fail "The window needs system libraries; install them with: sudo apt-get install $packages"
    fi
    fail "The window needs system libraries or fonts that are missing here:" ${libraries:-any TrueType font}
}

# --- only what changed ------------------------------------------------------------------------

stamp="$(cat constraints.txt pyproject.toml packaging/setup.sh | cksum) $(pwd -P)"
done_for() { [ "$(cat ".venv/.set-up-$1" 2>/dev/null)" = "$stamp" ]; }

if ! new_enough .venv/bin/python; then make_venv; fi
if ! done_for "$mode" && ! { [ "$mode" = run ] && done_for dev; }; then
    install_packages
    echo "$stamp" >".venv/.set-up-$mode"
fi
stamp="$stamp ${WAYLAND_DISPLAY:+wayland}" # its plugin needs libraries of its own
if [ "$(uname)" = Linux ] && ! done_for libraries; then
    if [ "$mode" = dev ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        see_to_libraries
        echo "$stamp" >.venv/.set-up-libraries
    fi
fi

for tool in "$@"; do
    command -v "${tool%%:*}" >/dev/null 2>&1 || apt_install "${tool#*:}" ||
        fail "The command ${tool%%:*} is missing: install ${tool#*:} (apt-get install ${tool#*:})."
done
