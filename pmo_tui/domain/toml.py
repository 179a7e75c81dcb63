"""TOML: a text read into a tree of values, or a refusal that names its file, whatever the text holds."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from pmo_tui.domain.refusal import N_, Refusal

_WHERE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
"""What Python's reader says of a mistake: why, and where it stands."""
FARTHEST = 10**18
"""No number may reach this far: beyond it nothing that is kept could hold one."""


def read_toml(text: str, file: object, number: Callable[[str], Any] = float) -> dict[str, Any]:
    """Read the text of the file called `file`; `number` makes a number of digits with a decimal point.

    Raises Refusal where it is no TOML, or where it holds a number without end or measure.
    """
    import tomllib  # here, for most starts read no file

    try:
        tree = tomllib.loads(text.replace("\r\n", "\n"), parse_float=number)
    except tomllib.TOMLDecodeError as error:
        raise _refusal(file, str(error)) from None
    except (ValueError, ArithmeticError):  # thousands of digits
        raise Refusal(N_("“{file}” holds a number that is too long: shorten it."), file=file) from None
    except RecursionError:
        raise Refusal(N_("“{file}” nests its brackets too deep: take some away."), file=file) from None
    _check(tree, file, "")
    return tree


def _refusal(file: object, said: str) -> Refusal:
    """Give the refusal of a text that is no TOML, from what the reader says: why, and where."""
    where = _WHERE.fullmatch(said)
    if where is None:
        return Refusal(N_("“{file}” is no TOML: {why}."), file=file, why=said)
    why, line, column = where.groups()
    if line is None:
        return Refusal(N_("“{file}” is no TOML, for it ends too early: {why}."), file=file, why=why)
    message = N_("“{file}” is no TOML: line {line}, column {column}: {why}.")
    return Refusal(message, file=file, line=line, column=column, why=why)


def _check(value: object, file: object, key: str) -> None:
    """Refuse a number that is not finite or too far from zero, anywhere in a tree."""
    if isinstance(value, Mapping):
        for name, each in value.items():
            _check(each, file, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for place, each in enumerate(value, 1):
            _check(each, file, f"{key}[{place}]")
    elif not isinstance(value, str) and _too_far(value):
        raise Refusal(N_("“{file}”: {key} must be a number of at most eighteen digits."), file=file, key=key)


def _too_far(value: object) -> bool:
    """Tell whether a value is a number that nothing can hold."""
    if isinstance(value, int):
        return abs(value) >= FARTHEST
    return hasattr(value, "__float__") and not (
        math.isfinite(value) and abs(value) < FARTHEST  # type: ignore[arg-type]
    )
