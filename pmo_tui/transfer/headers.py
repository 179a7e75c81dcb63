"""Headers: which column of a file a map means, in spite of case, accents, line breaks and long explanations."""

from __future__ import annotations

from collections.abc import Sequence

from pmo_tui.domain.refusal import N_, Refusal
from pmo_tui.domain.text import nearest
from pmo_tui.transfer.matching import WILDCARD, Matcher, squeezed


def position(name: str, headers: Sequence[str]) -> int | None:
    """Give where the column called `name` is, None where there is none; raises Refusal where several would do.

    `name` is compared as a whole first; a `*` in it stands for anything, so that a beginning is enough.
    """
    wanted = squeezed(name)
    same = [at for at, header in enumerate(headers) if squeezed(header) == wanted]
    if not same and WILDCARD in name:
        matcher = Matcher({name: True})
        same = [at for at, header in enumerate(headers) if matcher.find(header)]
    if len(same) > 1 and headers.count(name) != 1:
        message = N_("“{name}” fits several columns: {columns}. Write more of the one that is meant.")
        raise Refusal(message, name=name, columns=", ".join(f"“{headers[at]}”" for at in same))
    return headers.index(name) if len(same) > 1 else next(iter(same), None)


def required(name: str, headers: Sequence[str], file: str) -> int:
    """Give where the column called `name` is; raises Refusal that names the nearest one where there is none."""
    at = position(name, headers)
    if at is not None:
        return at
    near = nearest(name.replace(WILDCARD, ""), list(headers))
    if near:
        message = N_("“{file}” has no column “{name}”. Did you mean “{near}”?")
        raise Refusal(message, file=file, name=name, near=near)
    message = N_("“{file}” has no column “{name}”. It has: {known}.")
    raise Refusal(message, file=file, name=name, known=", ".join(headers))
