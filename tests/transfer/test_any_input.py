"""Any bytes at all: a file, a map or a portfolio is read or refused with a sentence, and never breaks."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pmo_tui.domain.project_fields import PROJECT_FIELDS
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.text import clean
from pmo_tui.transfer.guessing import guess_map
from pmo_tui.transfer.map_file import parse_map
from pmo_tui.transfer.portfolio_reading import load
from pmo_tui.transfer.reading import read_table
from pmo_tui.transfer.rows import RowReader

ALMOST = st.text(alphabet=st.sampled_from("code,name;budget\t\"\n\r='-1.5éП日\x00\ufeff\u2028"), max_size=200)
BYTES = st.one_of(st.binary(max_size=300), ALMOST.map(lambda text: text.encode("utf-8", "replace")))
Found = TypeVar("Found")


def outcome(read: Callable[..., Found], *given: object) -> tuple[Found | None, str]:
    """Give what was read, or None and the sentence of the refusal; anything else that is raised fails the test."""
    try:
        return read(*given), ""
    except Refusal as refusal:
        return None, str(refusal)


LOOSE = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(
    data=st.one_of(st.binary(max_size=300), ALMOST.map(lambda text: text.encode("utf-8", "replace"))),
    json=st.booleans(),
)
@example(data=b"\xff\xfe\x00\xd8", json=False)
@example(data=b'[{"code": "\\ud800", "budget": 1e999999999, "tags": [[1]]}]', json=True)
@example(data=b'[{"code": ' + b"9" * 5000 + b"}]", json=True)
@LOOSE
def test_any_file_is_read_or_refused(tmp_path: Path, data: bytes, json: bool):
    path = tmp_path / ("x.json" if json else "x.csv")
    path.write_bytes(data)
    table, said = outcome(read_table, path)
    guess, said = outcome(guess_map, table, PROJECT_FIELDS) if table else (None, said)
    if table is None or guess is None:
        assert path.name in said
        return
    reader = RowReader(table, guess.map, PROJECT_FIELDS)
    for row in map(reader.read, table.records):
        [str(reason) for reason in row.reasons]
        assert all(clean(value) == value for value in row.values.values() if isinstance(value, str))


TOML = st.text(alphabet=st.sampled_from("[]{}='\",.\n\\#_ acdefiklmnopstuxy0123"), max_size=80)
STARTS = st.sampled_from(
    ["", "[fields]\n", "[fields.start]\ncolumn = 'x'\n", "[custom.x]\n", "version = 1\n[portfolio]\n"]
)


@given(start=STARTS, text=TOML)
@LOOSE
def test_any_map_and_any_portfolio_is_read_or_refused(tmp_path: Path, start: str, text: str):
    for read in (parse_map, load):
        found, said = outcome(read, start + text, "x.toml")
        assert found is not None or "x.toml" in said


FACTS = st.sampled_from(
    [
        "1",
        "1.5",
        "'x'",
        "true",
        "2026-01-01",
        "2026-01-01T10:00:00",
        "[]",
        "['x']",
        "[1]",
        "{a = 1}",
        "nan",
        "''",
    ]
)
RULE = ("start.column", "start.formats", "start.factor", "start.values", "start.join")
KEYS = st.sampled_from(
    [
        *(
            "key",
            "unmapped",
            "empty",
            "create",
            "file",
            "fields",
            "custom",
            "portfolio",
            "projects",
            "version",
        ),
        *(
            "phases",
            "file.header",
            "portfolio.currency",
            "custom.x.kind",
            "custom.x.choices",
            "custom.x.label",
        ),
        *(f"fields.{key}" for key in RULE),
    ]
)


@given(st.dictionaries(KEYS, FACTS, max_size=4))
@LOOSE
def test_any_value_under_any_key_is_read_or_refused(tree: dict[str, str]):
    text = "\n".join(f"{key} = {fact}" for key, fact in tree.items())
    for read in (parse_map, load):
        found, said = outcome(read, text, "x.toml")
        assert found is not None or "x.toml" in said


@pytest.mark.slow
def test_a_cell_of_a_hundred_megabytes_is_set_apart(tmp_path: Path):
    path = tmp_path / "x.csv"
    path.write_text('code,name\nA,"' + "x\n" * 50_000_000 + '"\nB,y\n')
    table = read_table(path)
    assert [record.cells for record in table.records] == [["B", "y"]]
    assert "longer than" in str(table.broken[0].reason)
