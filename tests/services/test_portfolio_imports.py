"""Reading a whole portfolio: every text as it is kept, nothing that contradicts itself, all of it or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmo_tui.domain.refusal import Refusal
from pmo_tui.services import exports, journal, portfolio, portfolio_imports, views
from pmo_tui.services.session import Session, open_session
from pmo_tui.words import say, use

START = "version = 1\n[portfolio]\nname = 'x'\n"
PHASES = "[[phases]]\nname = 'Idea'\n[[phases]]\nname = 'Done'\nclosed = true\n"
RISK = "[[risks]]\ncode = 'R1'\ntitle = 'x'\nside = 'threat'\nstatus = 'open'\n"
SCALES = "[[risk_bands]]\nname = 'a'\nleast = 1\n" + "".join(
    f"[[risk_steps]]\naxis = '{axis}'\nword = '{step}'\nleast = {step * 20}\nmost = {step * 20 + 20}\n"
    for axis in ("probability", "impact")
    for step in range(5)
)
PROJECT = "[[projects]]\ncode = 'A1'\nname = 'x'\nphase = 'Idea'\n"

WRONG = {
    START: "phases: A portfolio needs at least one phase: add [[phases]] with a name.",
    START + PHASES + "[[phases]]\nname = ' IDÉA '": "phases[3].name: There is “IDÉA” twice, case and accents",
    START + PHASES + "wip_limit = 0": "phases[2].wip_limit: The limit of a phase is 1 at least",
    START + PHASES + "[[programmes]]\nname = 'A'\n[[programmes]]\nname = 'a'": "programmes[2].name: There is “a”",
    START + PHASES + "[[objectives]]\nname = 'A'\n[[objectives]]\nname = 'a'": "objectives[2].name",
    START + PHASES + "[[people]]\nname = 'Zoé'\n[[people]]\nname = 'zoe'": "people[2].name",
    START + PHASES + "[[people]]\nname = 'A'\nlogin = 'a'\n[[people]]\nname = 'B'\nlogin = 'a'": "people[2].login",
    START + PHASES + PROJECT.replace("A1", "É1") + PROJECT.replace("A1", "e1"): "projects[2].code: There is “e1”",
    START + PHASES + PROJECT.replace("'Idea'", "'Nowhere'"): "projects[1].phase: The file has no “Nowhere”",
    START + PHASES + PROJECT + "pm = 'Zoé'": "projects[1].pm: The file has no “Zoé”",
    START + PHASES + PROJECT + "objectives = ['G']": "projects[1].objectives: The file has no “G”",
    START + PHASES + PROJECT + "links = ['x']": "projects[1].links: “x” is no link",
    START + PHASES + PROJECT + "score = 1e13": "projects[1].score: Score is too large a number",
    START + PHASES + PROJECT.replace("'A1'", "' '"): "projects[1].code",
    START + "overrun_amber = 20\n" + PHASES: "portfolio.overrun_red: overrun_amber is 20 and overrun_red only 10",
    START + "slip_amber = -1\n" + PHASES: "portfolio.slip_amber: slip_amber can't be below 0",
    START + "report_stale = 0\n" + PHASES: "portfolio.report_stale: report_stale is a number of days",
    START + "currency = ' '\n" + PHASES: "portfolio.currency: A portfolio needs a currency",
    START + "fiscal_month = 0\n" + PHASES: "portfolio.fiscal_month: fiscal_month must be a month",
    START + PHASES + "[[views]]\nname = 'V'\nquery = 'budjet>1'": "views[1].query: There is no field “budjet”",
    START + PHASES + "[[views]]\nname = 'V'\ncolumns = ['nam']": "views[1].columns: There is no field “nam”",
    START + PHASES + "[[views]]\nname = 'V'\ngroup = 'x y z'": "views[1].group: There is no field",
    START + PHASES + "[[views]]\nname = 'V'\nsort = ['-budgett']": "views[1].sort: There is no field “budgett”. Did",
    START + PHASES + "[[views]]\nname = 'V'\nsort = ['tags']": "views[1].sort: One can't sort or group by “tags”",
    START + PHASES + "needs = ['budgett']": "phases[2].needs: There is no field “budgett”. Did you mean “budget”?",
    START + PHASES + "needs = ['slip']": "phases[2].needs: Slip follows from other fields and can't be set.",
    START + PHASES + "[[views]]\nname = 'V'\n[[views]]\nname = 'v'": "views[2].name: There is “v” twice",
    START + PHASES + "[[custom_fields]]\nkey = 'budget'\nlabel = 'B'": "custom_fields[1].key: “budget” can't be the",
    START + PHASES + "[[custom_fields]]\nkey = 'Éa'\nlabel = 'B'": "custom_fields[1].key: “Éa” can't be the key",
    START + PHASES + "[[custom_fields]]\nkey = 'a'\nlabel = 'B'\n" * 2: "custom_fields[2].key: There is “a” twice",
    START + PHASES + "[[custom_fields]]\nkey = 'a'\nlabel = 'B'\nkind = 'choice'": "“a” has nothing to choose",
    START + PHASES + "[[decisions]]\nproject = 'A9'\ngate = 'G'\ndecision = 'go'\ndecided_on = 2026-01-01":
        "decisions[1].project: The file has no “A9”",
    START + PHASES + f"[[people]]\nname = '{'x' * 10_001}'": "people[1].name is too long: at most 10000 characters",
    START + PHASES + RISK + "level = 'project'": "risks[1]: A risk at this level (Project) needs to be of one",
    START + PHASES + RISK + "level = 'portfolio'\nstrategy = 'exploit'": "risks[1]: “Exploit” is no response to this",
    START + PHASES + RISK + "level = 'portfolio'\ncost = 1\ncost_low = 5": "risks[1]: The three costs must rise",
    START + PHASES + RISK + "level = 'portfolio'\nreserve = -5": "risks[1]: Reserve can't be below 0",
    START + PHASES + RISK + "level = 'portfolio'\nraised = 2026-02-01\nreview = 2026-01-01":
        "risks[1]: The next review 2026-01-01 lies before the risk was raised",
    START + PHASES + "[[risk_bands]]\nname = 'a'\nleast = 1\n[[risk_bands]]\nname = 'A'\nleast = 9":
        "risk_bands: Two bands have the same name",
    START + PHASES + SCALES + "[[risk_appetite]]\nlevel = 'project'\nmost = 26": "risk_appetite: A limit",
}  # fmt: skip


@pytest.mark.parametrize("sentence", WRONG.values())
def test_what_is_wrong_is_named_with_file_and_key_and_nothing_is_imported(
    session: Session, tmp_path: Path, sentence: str
):
    text = next(text for text, told in WRONG.items() if told == sentence)
    before, mark = exports.portfolio(session), journal.mark(session)
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        portfolio_imports.read_portfolio(session, path)
    assert str(refused.value).startswith("“x.toml”: ")
    assert sentence in str(refused.value)
    assert (exports.portfolio(session), journal.mark(session)) == (before, mark)


def test_the_sentence_within_the_sentence_is_said_in_the_language_spoken(session: Session, tmp_path: Path):
    path = tmp_path / "x.toml"
    path.write_text(START + PHASES + "[[views]]\nname = 'V'\nquery = 'budjet>1'", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        portfolio_imports.read_portfolio(session, path)
    use("fr")
    assert "budjet" in say(refused.value)
    assert "There is no field" not in say(refused.value)


def test_every_text_is_read_as_it_is_kept(session: Session, tmp_path: Path):
    raw = r'"  a\u001b[31m\t\u0065\u0301\u202e  "'
    text = (
        f"version = 1\n[portfolio]\nname = {raw}\ncurrency = {raw}\n"
        f"[[phases]]\nname = {raw}\ngate = {raw}\n"
        f"[[programmes]]\nname = {raw}\ndescription = {raw}\n[[objectives]]\nname = {raw}\n"
        f"[[people]]\nname = {raw}\nlogin = {raw}\nemail = {raw}\n"
        f"[[custom_fields]]\nkey = 'c'\nlabel = {raw}\nkind = 'choice'\nchoices = [{raw}]\n"
        f"[[projects]]\ncode = {raw}\nname = {raw}\nphase = {raw}\nhealth_cost_comment = {raw}\n"
        f"[[decisions]]\nproject = {raw}\ngate = {raw}\ndecision = 'go'\ndecided_on = 2026-01-01\n"
        f"from_phase = {raw}\ndecided_by = {raw}\nconditions = {raw}\nnote = {raw}\n"
        f"[[views]]\nname = {raw}\nowner = {raw}\nquery = {raw}\n"
    )
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    portfolio_imports.read_portfolio(session, path)
    kept = exports.portfolio(session)
    assert kept.count("a�[31m é�") + kept.count("a�[31m\té�") == text.count("\\u001b")
    assert not {"\x1b", "\u202e", "e\u0301"} & set(kept)
    assert "\\u001b" not in kept.lower()
    assert "\\u202e" not in kept.lower()


WHOLE = START + "currency = 'CHF'\n" + PHASES + PROJECT


def test_what_somebody_has_set_is_not_written_over(session: Session, tmp_path: Path):
    path = tmp_path / "x.toml"
    path.write_text(WHOLE, encoding="utf-8")
    portfolio.change_settings(session, portfolio.surroundings(session).portfolio.version, currency="GBP")
    with pytest.raises(
        Refusal, match="read into an empty database only, and this one has settings of its own"
    ):
        portfolio_imports.read_portfolio(session, path)
    journal.undo(session)
    first = portfolio.surroundings(session).phases[0]
    with session.writing("renamed") as group:
        group.change("phase", first.id, first.version, {"name": "Mine"})
    with pytest.raises(Refusal, match="this one has phases of its own"):
        portfolio_imports.read_portfolio(session, path)


def test_a_database_in_which_all_was_taken_back_is_empty_again(session: Session, tmp_path: Path):
    path = tmp_path / "x.toml"
    path.write_text(WHOLE, encoding="utf-8")
    portfolio_imports.read_portfolio(session, path)
    journal.undo(session)
    assert len(portfolio_imports.read_portfolio(session, path).projects) == 1


def test_a_database_that_was_set_up_in_another_language_is_empty(tmp_path: Path):
    path = tmp_path / "x.toml"
    path.write_text(WHOLE, encoding="utf-8")
    use("fr")
    french = open_session(tmp_path / "fr.db", create=True)
    use("en")
    assert len(portfolio_imports.read_portfolio(french, path).projects) == 1
    french.close()


def test_the_fields_of_a_view_are_kept_by_their_own_names(session: Session, tmp_path: Path):
    path = tmp_path / "x.toml"
    view = "[[views]]\nname = 'V'\ncolumns = ['nom', 'chef de projet']\nsort = ['-note']\ngroup = 'étape'\n"
    path.write_text(WHOLE + view, encoding="utf-8")
    portfolio_imports.read_portfolio(session, path)
    [kept] = views.views(session)
    assert (kept.columns, kept.sort, kept.group) == (("name", "pm"), ("-score",), "phase")
