"""Time-ordered keys made by the program (UUID version 7, RFC 9562), as 32 hex digits."""

import os
import threading
import time

_LOCK = threading.Lock()
_last = [0]


def new_key() -> str:
    """A key that sorts after every key this process made before."""
    return new_keys(1)[0]


def new_keys(count: int) -> list[str]:
    """`count` keys in rising order; one call is much cheaper than `count` calls.

    The 12 bits after the version and the first 14 after the variant hold a
    counter within the millisecond, so order holds inside one burst too.
    """
    with _LOCK:
        first = max(_last[0] + 1, time.time_ns() // 1_000_000 << 26)
        _last[0] = first + count
    noise = os.urandom(6 * count).hex()
    return [_format(first + n, noise[12 * n : 12 * n + 12]) for n in range(count)]


def _format(ticks: int, noise: str) -> str:
    high = ticks >> 14 & 0xFFF
    low = 0x8000 | ticks & 0x3FFF
    return f"{ticks >> 26:012x}7{high:03x}{low:04x}{noise}"
