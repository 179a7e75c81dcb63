"""Makes up the projects of the demo portfolio, one after the other, the same for the same seed and day; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count, islice, product
from random import Random
from typing import Any

from pmo_tui.demo import PEOPLE
from pmo_tui.demo.decisions import Taken, decisions
from pmo_tui.demo.lives import CLOSED, IDEA, PLANNING, SCOPING, Life, life
from pmo_tui.demo.past import Now, Past, past
from pmo_tui.demo.reports import report
from pmo_tui.domain.codes import next_code
from pmo_tui.domain.fields import Field, Kind, Value
from pmo_tui.words import numbers

SPONSORS = PEOPLE[:10]
MANAGERS = PEOPLE[10:]

LIVELY = 1_000
"""In a portfolio of more projects each looks back over one report alone, since all have to be written."""

REPORTS = 12
"""How many reports others look back over at the most."""


@dataclass(frozen=True, slots=True)
class Made:
    """A project of the demo: its values by field now, the phase by its place, the decisions, and its past."""

    values: dict[str, Value]
    phase: int
    decisions: list[Taken]
    past: Past


def own_fields(words: dict[str, Any]) -> tuple[Field, ...]:
    """Give the fields that the demo portfolio declares for itself."""
    labels = words["labels"]
    return (
        Field(
            "kind", Kind.CHOICE, labels["kind"], choices=tuple(words["kinds"]), custom=True, group="custom"
        ),
        Field("vendor", Kind.LINE, labels["vendor"], custom=True, group="custom"),
        Field("personal_data", Kind.YES_NO, labels["personal_data"], custom=True, group="custom"),
    )


def projects(number: int, seed: int, today: date, words: dict[str, Any]) -> Iterator[Made]:
    """Make up `number` projects; in another language the words differ and all else is the same."""
    random = Random(f"pmo-tui {seed}")  # noqa: S311 - a made-up portfolio hides nothing
    titles = _titles(random, words)
    most = REPORTS if number <= LIVELY else 1
    for place, (programme, name) in enumerate(islice(titles, number)):
        code = next_code("P", place)
        # The past has a chance of its own, so that it leaves all that follows as it is.
        behind = Random(f"pmo-tui {seed} {code}")  # noqa: S311
        values, now = _project(random, code, programme, name, today, words)
        yield Made(values, now.life.phase, now.decisions, past(behind, now, most))


def _titles(random: Random, words: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """Give programme and name of one project after the other: plain subjects first, then their follow-ups."""
    subjects = [(place, name) for place, p in enumerate(words["programmes"]) for name in p["subjects"]]
    plain = list(subjects)
    random.shuffle(plain)
    yield from plain
    second = list(product(subjects, words["additions"]))
    random.shuffle(second)
    for (place, subject), addition in second:
        yield place, words["second"].format(subject=subject, addition=addition)
    third = list(product(subjects, words["additions"], words["sites"]))
    random.shuffle(third)
    for round_ in count(1):
        for (place, subject), addition, site in third:
            name = words["third"].format(subject=subject, addition=addition, site=site)
            yield place, name if round_ == 1 else f"{name} {round_}"


def _project(
    random: Random, code: str, programme: int, name: str, today: date, words: dict[str, Any]
) -> tuple[dict[str, Value], Now]:
    """Make up one project: its values, and all from which its past follows."""
    course = life(random, today)
    told = _places(random, course, today, words)
    last = report(random, course, today, words, told)
    values: dict[str, Value] = {
        "code": code,
        "name": name,
        "programme": words["programmes"][programme]["name"],
        **_people(random, course),
        **_ranks(random, course),
        **_words_of(random, programme, words, told),
        **{field: getattr(course, field) for field in _FROM_LIFE},
        **last.values,
        **_own(random, course, words, told),
    }
    values["links"] = _links(random, course, code, words)
    taken = decisions(random, course, today, words["words"])
    return values, Now(course, values, last.previous, taken, today, words, told)


_FROM_LIFE = (
    "budget", "forecast", "actual", "start", "finish", "baseline_start", "baseline_finish", "actual_start",
    "actual_finish",
)  # fmt: skip


def _places(random: Random, course: Life, today: date, words: dict[str, Any]) -> dict[str, str]:
    """Give the words that fill the sentences of one project."""
    said = words["words"]
    return {
        "year": str(today.year + random.randint(1, 3)),
        "past": str(today.year - random.randint(2, 6)),
        "department": random.choice(words["departments"]),
        "vendor": random.choice(said["vendors"]),
        "step": random.choice(said["steps"]),
        "slip": str(max(1, course.slip)),
        "overrun": numbers.percent(Decimal(str(round(max(0.1, course.overrun), 1))), signed=False),
    }


def _people(random: Random, course: Life) -> dict[str, Value]:
    """Give manager and sponsor; some managers have much to do, and an idea may have nobody yet."""
    manager = MANAGERS[min(int(random.expovariate(1 / 11)), random.randrange(len(MANAGERS)))]
    sponsor = random.choice(SPONSORS)
    chance = random.random()
    return {
        "pm": None if course.phase == IDEA and chance < 0.6 else manager,
        "sponsor": None if course.phase == IDEA and chance < 0.4 else sponsor,
    }


def _ranks(random: Random, course: Life) -> dict[str, Value]:
    """Give priority and score; of an idea they may be open."""
    priority = random.choices((1, 2, 3, 4), (15, 30, 35, 20))[0]
    score = Decimal(round(random.betavariate(4, 3) * 1000)) / 10
    scored = course.phase > IDEA or random.random() < 0.5
    return {"priority": priority if scored else None, "score": score if scored else None}


def _words_of(
    random: Random, programme: int, words: dict[str, Any], told: dict[str, str]
) -> dict[str, Value]:
    """Give summary, department, tags and objectives."""
    tags = random.sample(words["programmes"][programme]["tags"], random.choice((1, 1, 2)))
    aims = random.sample([aim["name"] for aim in words["objectives"]], random.choice((0, 1, 1, 2)))
    return {
        "summary": random.choice(words["summaries"]["all"]).format(**told),
        "department": told["department"],
        "tags": tuple(sorted(tags)),
        "objectives": tuple(sorted(aims)),
    }


def _own(random: Random, course: Life, words: dict[str, Any], told: dict[str, str]) -> dict[str, Value]:
    """Give the values of the portfolio's own fields."""
    kind, personal = random.choices(words["kinds"], (55, 15, 25, 5))[0], random.random() < 0.35
    return {
        "kind": kind,
        "vendor": told["vendor"] if course.phase >= PLANNING else None,
        "personal_data": personal if course.phase >= SCOPING else None,
    }


def _links(random: Random, course: Life, code: str, words: dict[str, Any]) -> tuple[str, ...]:
    """Give links to places that do not exist."""
    file = f"{words['words']['link']} https://projects.example.org/{code.lower()}"
    wiki = f"{words['words']['wiki']} https://wiki.example.org/{code.lower()}"
    chance = random.random()
    if course.phase == IDEA or chance < 0.25:
        return ()
    return (file, wiki) if chance > 0.7 and course.phase != CLOSED else (file,)
