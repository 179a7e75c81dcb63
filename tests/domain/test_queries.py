"""The query language: what reads as what, what is refused and how, and what holds for any text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmo_tui.domain.fields import Field, Kind
from pmo_tui.domain.project_fields import BUILT_IN, with_custom
from pmo_tui.domain.queries.hints import Spoken, being_typed, suggest
from pmo_tui.domain.queries.reading import LONGEST, parse
from pmo_tui.domain.queries.terms import ANY, NONE, Empty, Match, Op, Query, SortKey, Span, Text, Word
from pmo_tui.domain.queries.terms import ME as ME_WORDS
from pmo_tui.domain.refusal import Refusal
from pmo_tui.domain.risk_fields import RISK_FIELDS
from pmo_tui.domain.spellings import FRENCH, HEALTHS, YES_NO
from tests.query_texts import CATALOGUE, ME, TODAY, queries, scraps, terms

NO_DAY = (
    "“finish” takes a day or a period such as 2026-10-01, 2026-10, 2026-Q4, 2026, today or -30d, not “{}”."
)


def read(text: str, *, me: str | None = ME, live: bool = False) -> Query:
    """Read a query on the test's catalogue and day."""
    return parse(text, CATALOGUE, today=TODAY, me=me, live=live)


def only(text: str) -> Word | Match:
    """Read a query of one term."""
    (term,) = read(text).terms
    return term


def span(text: str) -> tuple[object, object]:
    """Give the bounds of the one value of a query."""
    term = only(text)
    assert isinstance(term, Match)
    (operand,) = term.operands
    assert isinstance(operand, Span)
    return operand.low, operand.high


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        # the example of the guide
        (
            'rag:red phase:delivery,closing pm:dupont budget>1M -programme:Legacy "free words" sort:-score',
            'health:red phase:delivery,closing pm:dupont budget>1M -programme:Legacy "free words" sort:-score',
        ),
        ("", ""),
        ("  erp   réseau ", "erp réseau"),
        ("-erp", "-erp"),
        ("a - b", "a b"),
        ('""', ""),
        ('"-erp" -"-erp"', '"-erp" -"-erp"'),
        ('"say \\"yes\\""', '"say \\"yes\\""'),
        ("slip>10d tag:cloud updated<2026-10-01", "slip>10d tags:cloud updated<2026-10-01"),
        # health, in both languages
        ("météo:vert,ambre,rouge,gris", "health:green,amber,red,grey"),
        ("rag:g,a,R,-", "health:green,amber,red,grey"),
        ("rag>=orange", "health>=amber"),
        ("health_cost:red coûts:red", "health_cost:red health_cost:red"),
        # amounts
        ('budget:"1 200" budget:1,2', "budget:1.2k budget:1,2"),
        ("budget>1,5M", "budget>1.5M"),
        ("budget>1,250M budget<0,500", "budget>1.25M budget<0.5"),
        ("budget>=1200000 bac<500K", "budget>=1.2M budget<500k"),
        ("budget:1M..5M forecast:..2.5M actual:1k..", "budget:1M..5M forecast:..2.5M actual:1k.."),
        # numbers
        ("overrun>10,5% overrun>10.50", "overrun>10.5% overrun>10.5%"),
        ("slip>10 slip>2w slip<-5j", "slip>10d slip>14d slip<-5d"),
        ("prio:1,2", "priority:1,2"),
        # days
        ("finish:2026-q4 finish:2026T4 finish:2026-1", "finish:2026-Q4 finish:2026-Q4 finish:2026-01"),
        (
            "updated<-30j updated>+3m finish<aujourd'hui finish>hier",
            "updated<-30d updated>+3m finish<today finish>-1d",
        ),
        # text
        ("pm:me sponsor:moi", "pm:me sponsor:me"),
        ('pm:"me" name:"none" name:none', 'pm:"me" name:"none" name:none'),
        ("pm:aucun sponsor:rempli tag:vide", "pm:none sponsor:any tags:none"),
        ("chef_de_projet=dupont", "pm=dupont"),
        ("pm!=dupont -pm!=dupont -pm=dupont", "pm!=dupont pm=dupont pm!=dupont"),
        ("tag!=cloud budget!=1M", "-tags:cloud -budget:1M"),
        ('code:P-0001,"a,b:c"', 'code:P-0001,"a,b:c"'),
        ("tag:cloud,", "tags:cloud"),
        ("budget:>1M name==x", "budget>1M name=x"),
        # choices that have an order
        (
            "risque>=elevé risk<crit -risk:..moderate risk:élevé..",
            "risk>=high risk<critical -risk:..moderate risk:high..",
        ),
        ("risk>=amber risk:red", "health_risk>=amber health_risk:red"),
        # a portfolio's own fields
        ("size:grand secret:oui carbon>1.5", "size:grand secret:yes carbon>1.5"),
        # order and groups: the last one stands
        ("sort:name tri:-note,nom,score", "sort:-score,name"),
        ("group:phase groupe:prog", "group:programme"),
        ("sort:name erp group:pm", "erp sort:name group:pm"),
    ],
)
def test_reads_as(text: str, canonical: str) -> None:
    assert str(read(text)) == canonical


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("rag:", "Write a value right after “rag:”, as in rag:amber."),
        ("budget>", "Write a value right after “budget>”, as in budget>1.2M."),
        ("pm:,", "Write a value right after “pm:”, as in pm:word."),
        ('name:"', 'A quote is never closed: end “"” with ".'),
        ("budget > 1M", "Write the field right before “>” and the value right after, as in budget>1M."),
        ("bugdet>1M", "There is no field “bugdet”. Did you mean “budget”?"),
        ("12:30", "There is no field “12”; to search for the words, put quotes around them: \"12:30\"."),
        ("sort:-scor", "There is no field “scor”. Did you mean “score”?"),
        ("rag:blue", "“rag” takes green, amber, red or grey (or g, a, r, -), not “blue”."),
        ("budget>many", "“budget” takes an amount such as 500k, 1.2M or \"1 200 000\", not “many”."),
        ("finish<2026-13", NO_DAY.format("2026-13")),
        ("finish<0000", NO_DAY.format("0000")),
        ("finish>+999999y", NO_DAY.format("+999999y")),
        ("finish<10/31/2026", NO_DAY.format("10/31/2026")),
        ("prio:1.5", "“prio” takes a whole number such as 3, not “1.5”."),
        ("prio>1.000", "“prio” takes a whole number such as 3, not “1.000”."),
        ("budget>1,250", "“1,250” can be read as 1250 or as 1.250: write the one you mean."),
        ("score:x", "“score” takes a number such as 3.5, not “x”."),
        ("overrun:10$", "“overrun” takes a percentage such as 10%, not “10$”."),
        ("slip:10m", "“slip” takes a number of days such as 10d or 2w, not “10m”."),
        ("secret:maybe", "“secret” takes yes or no, not “maybe”."),
        ("secret:yes..no", "“secret” takes yes or no, not “yes..no”."),
        ("size:huge", "“size” is one of Small, Middle, Très grand, not “huge”."),
        ("size>small", "“size” has no order for “>”: write size:value or size=value."),
        ("risk>=huge", "“risk” is one of low, moderate, high, critical, not “huge”."),
        ("risk>i", "“risk” is one of low, moderate, high, critical, not “i”."),
        ("risk>", "Write a value right after “risk>”, as in risk>critical."),
        ("risk>high,low", "“>” takes one value, not “high,low”: write risk:high,low."),
        ("risk:high..low", "The range “high..low” runs backwards: write the smaller value first."),
        ("risk:..", "“risk” is one of low, moderate, high, critical, not “..”."),
        ("phase>delivery", "“phase” has no order for “>”: write phase:value or phase=value."),
        ("rag>=none", "“>=” takes one value, not “none”: write rag:none."),
        ("budget>1M..2M", "“>” takes one value, not “1M..2M”: write budget:1M..2M."),
        ("rag>a,r", "“>” takes one value, not “a,r”: write rag:a,r."),
        ("budget:5M..1M", "The range “5M..1M” runs backwards: write the smaller value first."),
        ("budget:..", "“budget” takes an amount such as 500k, 1.2M or \"1 200 000\", not “..”."),
        ("sort:tags", "One can't sort or group by “tags”: it holds long text or several values."),
        ("-sort:name", "“-sort:name” names nothing to sort by: write sort:name or sort:-score,name."),
        ("sort:", "“sort:” names nothing to sort by: write sort:name or sort:-score,name."),
        ("group:pm,phase", "“group:pm,phase” names no field to group by: write one, as in group:phase."),
        ("a" * (LONGEST + 1), "The query is too long: write at most 4000 characters."),
    ],
)  # fmt: skip
def test_refuses_with_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert str(refused.value) == sentence


def test_nobody_is_me_without_a_login() -> None:
    with pytest.raises(Refusal, match="is nobody yet: say who you are"):
        read("pm:me", me=None)
    assert only('pm:"me"') == Match("pm", Op.HAS, (Text("me"),))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("finish:2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("finish:03/04/2026", date(2026, 4, 3), date(2026, 4, 3)),
        ("finish:3.4.26..05/04/26", date(2026, 4, 3), date(2026, 4, 5)),
        ("finish:2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("finish:2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("finish:9999", date(9999, 1, 1), date(9999, 12, 31)),
        ("finish:2026-01..2026-06", date(2026, 1, 1), date(2026, 6, 30)),
        ("finish:today", TODAY, TODAY),
        ("finish:-30d", date(2026, 10, 24), date(2026, 10, 24)),
        ("finish:+2s", date(2026, 12, 7), date(2026, 12, 7)),
        ("finish:+3m", date(2027, 2, 23), date(2027, 2, 23)),
        ("finish:-1a", date(2025, 11, 23), date(2025, 11, 23)),
        ("budget:1.2M", 120_000_000, 120_000_000),
        ("budget:1M..", 100_000_000, None),
        ("overrun:..10%", None, Decimal(10)),
        ("slip:2w", 14, 14),
        ("rag:amber..red", 2, 3),
        ("secret:no", 0, 0),
    ],
)
def test_bounds(text: str, low: object, high: object) -> None:
    assert span(text) == (low, high)


def test_the_end_of_a_month_stays_in_the_month() -> None:
    (term,) = parse("finish:+1m", CATALOGUE, today=date(2027, 1, 31)).terms
    assert term == Match("finish", Op.HAS, (Span(date(2027, 2, 28), date(2027, 2, 28), "+1m"),))


def test_parts_of_a_query() -> None:
    query = read("-erp pm:me,none budget>=1M sort:-score,name group:phase")
    assert query.terms == (
        Word("erp", negated=True),
        Match("pm", Op.HAS, (Text(ME, me=True), Empty())),
        Match("budget", Op.AT_LEAST, (Span(100_000_000, 100_000_000, "1M"),)),
    )
    assert query.sort == (SortKey("score", descending=True), SortKey("name"))
    assert query.group == "phase"


def test_a_field_called_groupe_is_asked_for_and_group_still_groups() -> None:
    catalogue = with_custom((Field("groupe", Kind.LINE, "Groupe", custom=True),))
    query = parse("groupe:alpha group:groupe", catalogue, today=TODAY)
    assert query == Query((Match("groupe", Op.HAS, (Text("alpha"),)),), group="groupe")


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("rag:red budget>", "health:red"),
        ("rag:red rag:", "health:red"),
        ("rag:red bugdet:1", "health:red"),
        ('rag:red programme:"Dig', "health:red programme:Dig"),
        ('rag:red "free wo', 'health:red "free wo"'),
        ('"a\\', "a"),
        ("rag:am", ""),
        ("finish<2026-1", "finish<2026-01"),
    ],
)
def test_half_typed_text_is_read_as_far_as_it_goes(text: str, canonical: str) -> None:
    assert str(read(text, live=True)) == canonical


@pytest.mark.parametrize("text", ["rag: ", "rag: erp", "bugdet:1 e"])
def test_what_was_left_behind_is_refused_while_typing(text: str) -> None:
    with pytest.raises(Refusal):
        read(text, live=True)


@given(scraps)
@example('"\\')
@example("a..b:c")
@example("budget:1..2..3")
def test_any_text_is_read_or_refused(text: str) -> None:
    for live in (False, True):
        try:
            query = read(text, live=live)
        except Refusal:
            continue
        assert read(str(query)) == query


@given(queries)
def test_canonical_text_reads_back_as_the_same(text: str) -> None:
    query = read(text)
    assert read(str(query)) == query
    assert str(read(str(query))) == str(query)


@given(terms)
def test_a_dash_negates_and_nothing_else(text: str) -> None:
    plain, negated = text.removeprefix("-"), "-" + text.removeprefix("-")
    if not read(plain).terms:
        return
    first, second = only(plain), only(negated)
    assert first.negated != second.negated
    assert str(first).lstrip("-").replace("!=", "=") == str(second).lstrip("-").replace("!=", "=")


@given(st.text(max_size=15), st.integers(0, 15))
def test_hints_never_fail(text: str, cursor: int) -> None:
    assert all(isinstance(hint, str) for hint in suggest(text, cursor, CATALOGUE))


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("rag:red bud", ["budget:"]),
        ("-spons", ["-sponsor:"]),
        ("gro", ["group:"]),
        (
            "mét",
            [
                "météo:",
                "météo_précédente:",
                "météo_calculée:",
                "météo_délais:",
                "météo_coûts:",
                "météo_périmètre:",
                "météo_ressources:",
                "météo_risques:",
            ],
        ),
        ("rag:red,g", ["rag:red,grey", "rag:red,green"]),
        ("secret:", ["secret:yes", "secret:no", "secret:none", "secret:any"]),
        ("pm:m", ["pm:me"]),
        ("size:s", ["size:Small"]),
        ("size:tr", ['size:"Très grand"']),
        ("decision:arre", ["decision:arreter", "decision:arrete", "decision:arret"]),
        ("sort:-scor", ["sort:-score"]),
        ("nothing:x", []),
    ],
)
def test_hints(text: str, hints: list[str]) -> None:
    assert suggest(text + " tail", len(text), CATALOGUE) == hints


NAMES = {
    "person": ["Anna Lind", "Hugo Lambert", "Lamia Hugo"],
    "phase": ["Delivery", "Idea"],
    "tags": ["cloud"],
    "department": ["IT, ops"],
}


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("pm:lam", ['pm:"Lamia Hugo"', 'pm:"Hugo Lambert"']),
        ('rag:red pm:"Hugo L', ['pm:"Hugo Lambert"']),
        ('pm:"Hugo Lambert",an', ['pm:"Hugo Lambert","Anna Lind"', 'pm:"Hugo Lambert",any']),
        ("phase:idea,de", ["phase:idea,Delivery"]),
        ("tag:c", ["tag:cloud"]),
        ("dept:i", ['dept:"IT, ops"']),
        ('"free words', []),
    ],
)
def test_hints_know_the_names_in_use(text: str, hints: list[str]) -> None:
    assert suggest(text + " tail", len(text), CATALOGUE, NAMES) == hints
    assert text.endswith(being_typed(text + " tail", len(text)))


def french(words: Sequence[str]) -> Sequence[str]:
    """Give the words that are French."""
    return [word for word in words if word in FRENCH]


def english(words: Sequence[str]) -> Sequence[str]:
    """Give the words that are not French."""
    return [word for word in words if word not in FRENCH]


@pytest.mark.parametrize(
    ("text", "spoken", "hints"),
    [
        ("météo:", french, ["gris", "vert", "ambre", "rouge", "aucun", "rempli"]),
        ("rag:gree", french, ["green"]),
        ("rag:r", english, ["red"]),
        ("secret:", french, ["oui", "non", "aucun", "rempli"]),
        ("pm:m", french, ["moi"]),
        ("pm:m", english, ["me"]),
    ],
)
def test_hints_are_of_the_language_spoken_where_such_fit(text: str, spoken: Spoken, hints: list[str]) -> None:
    head = text[: text.index(":") + 1]
    assert suggest(text, len(text), CATALOGUE, None, spoken) == [head + hint for hint in hints]


def test_names_of_another_language_are_offered_where_no_other_fits() -> None:
    assert suggest("com", 3, CATALOGUE, None, french) == ["computed:", "commanditaire:", "commentaire_météo:"]
    assert "commanditaire:" not in suggest("com", 3, CATALOGUE, None, english)
    assert suggest("comma", 5, CATALOGUE, None, english) == ["commanditaire:"]


def test_every_french_word_is_one_that_is_read() -> None:
    names = (field.aliases for field in BUILT_IN)
    assert set().union(*names, *HEALTHS.values(), *YES_NO.values(), ME_WORDS, NONE, ANY) >= FRENCH


@given(st.text(st.sampled_from('ab "\\,:'), max_size=15), st.integers(0, 15))
def test_the_word_being_typed_ends_at_the_cursor(text: str, cursor: int) -> None:
    before = text[:cursor]
    word = being_typed(text, cursor)
    assert before.endswith(word)
    assert before.removesuffix(word)[-1:] in {"", " "}


NAMED = {"phase": ["Delivery", "Idea", "Set-up"]}


@pytest.mark.parametrize("text", ["phase:deli", "phase=idea", "phase:none", "-phase:up,idea", "name:delivry"])
def test_a_phase_that_there_is_can_be_asked_for(text: str) -> None:
    assert parse(text, CATALOGUE, today=TODAY, named=NAMED).terms


@pytest.mark.parametrize("text", ["phase:delivry", "phase=deli", "-phase:idea,x"])
def test_a_phase_that_there_is_not_is_told_with_those_there_are(text: str) -> None:
    with pytest.raises(Refusal, match="“phase” is one of Delivery, Idea, Set-up, not"):
        parse(text, CATALOGUE, today=TODAY, named=NAMED)


@pytest.mark.parametrize(
    "text", ["rag:red or rag:amber", "rag:red OU slip>1d", "(rag:red)", "(rag:red", "erp (rag:red)"]
)
def test_or_and_brackets_are_told_to_be_none_of_the_language(text: str) -> None:
    with pytest.raises(Refusal, match="in a query: write"):
        read(text)


@pytest.mark.parametrize("text", ["this or that", "or", "rag:red or", "(erp)", '"(rag:red)"'])
def test_words_that_look_like_it_are_searched(text: str) -> None:
    assert any(isinstance(term, Word) for term in read(text).terms)


@pytest.mark.parametrize("live", [False, True])
@pytest.mark.parametrize("text", ["probability:6", "probability=0", "probability:2..9", "-impact:1,7"])
def test_a_number_outside_the_range_of_its_field_is_refused_with_the_range(text: str, live: bool):
    with pytest.raises(Refusal, match=r"goes from 1 to 5: \d is outside of it"):
        parse(text, RISK_FIELDS, today=TODAY, live=live)


def test_a_number_within_the_range_of_its_field_is_read():
    text = "probability:1..5 impact>4 impact<6"
    assert str(parse(text, RISK_FIELDS, today=TODAY)) == text
