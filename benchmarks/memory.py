"""How much memory this process has needed so far."""

from pathlib import Path

import psutil


def peak() -> int:
    """The largest resident size of this program, in bytes; on other systems than Linux the present one.

    Not `ru_maxrss`: that one begins with what the parent process held.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return int(psutil.Process().memory_info().rss)
