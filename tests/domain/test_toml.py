"""TOML: any text is a tree or a sentence that names the file, wherever it is read."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.toml import read_toml
from pmo_tui.settings.config import load as read_settings
from pmo_tui.transfer.map_file import parse_map
from pmo_tui.transfer.portfolio_reading import load

WRONG = {
    "a = ": "is no TOML",
    "a = 2026-02-31": "is no TOML",
    f"a = {'9' * 5000}": "holds a number that is too long",
    f"a = {'[' * 3000}{']' * 3000}": "nests its brackets too deep",
    f"[a]\nb = [1, 0x{'f' * 5000}]": "a.b[2] must be a number",
    "a = nan": "“x.toml”: a must be a number of at most eighteen digits.",
    "a = -inf": "a must be a number",
    "[a]\nb = 1e999999": "a.b must be a number",
}


def _settings(text: str, file: str, folder: Path) -> object:
    """Read settings from a file of that name."""
    (folder / file).write_text(text)
    return read_settings(folder / file)


@pytest.mark.parametrize("text", WRONG)
@pytest.mark.parametrize("read", [parse_map, load, _settings])
def test_what_can_t_be_read_is_refused_wherever_it_is_read(
    read: Callable[..., object], text: str, tmp_path: Path
):
    with pytest.raises(Refusal) as refused:
        read(text, "x.toml", *([tmp_path] if read is _settings else []))
    assert "x.toml" in str(refused.value)
    assert WRONG[text].replace("“x.toml”", "x.toml”") in str(refused.value)


def test_a_number_too_long_for_decimals_is_refused():
    with pytest.raises(Refusal, match="too long"):
        read_toml("a = 1e99999999999999999999999", "x.toml", Decimal)


def test_numbers_texts_and_days_are_read():
    tree = read_toml("a = 1.5\r\nb = 'inf'\nc = 2026-11-23\nd = [true, -999999999999999999]", "x", Decimal)
    assert (tree["a"], tree["b"], tree["c"].year) == (Decimal("1.5"), "inf", 2026)
    assert tree["d"] == [True, -(10**18) + 1]


@pytest.mark.parametrize("factor", ["nan", "inf", "-1", "0", "true", "1e400"])
def test_a_factor_must_be_a_number_above_0(factor: str):
    with pytest.raises(Refusal, match=r"x\.toml.*fields\.budget\.factor must be a number"):
        parse_map(f"[fields.budget]\ncolumn = 'B'\nfactor = {factor}", "x.toml")
