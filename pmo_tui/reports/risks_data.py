"""The report on risks for programs: everything under English stable names, amounts in currency units, ISO dates."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pmo_tui.domain.exposures import PERCENTILES
from pmo_tui.domain.money import Cents
from pmo_tui.domain.risks import Side
from pmo_tui.reports.risks import REGISTER
from pmo_tui.services.risk_changes import Standing
from pmo_tui.services.risk_matrix import Matrix
from pmo_tui.services.risk_reports import RiskReport
from pmo_tui.transfer.csv_writing import to_csv
from pmo_tui.transfer.json_writing import json_text, to_plain


def risks_csv(report: RiskReport) -> str:
    """Give the register as CSV."""
    return to_csv([row.item for row in report.rows], [report.catalogue.get(name) for name in REGISTER])


def risks_json(report: RiskReport) -> str:
    """Give the whole report as JSON."""
    codes = {row.id: row.item.code for row in report.rows}
    fields = tuple(report.catalogue)
    found = {
        "report": "risks",
        "portfolio": report.portfolio.name,
        "currency": report.portfolio.currency,
        "query": report.query,
        "date": report.today,
        "since": report.since,
        "author": report.author,
        "figures": _figures(report),
        "matrix": {which: _matrix(each, codes) for which, each in report.matrices.items()},
        "largest": [
            {"code": risk.code, "side": risk.value("side"), "exposure": _units(risk.value("exposure"))}
            for risk in report.outlook.top
        ],
        "programmes": [
            {
                "programme": each.programme,
                "open": each.risks,
                "net": _units(each.net),
                "reserve": _units(each.held),
                "drawn": _units(each.drawn),
                "short": _units(each.short),
            }
            for each in report.outlook.covers
        ],
        "changes": [
            {
                "code": change.row.item.code,
                "title": change.row.value("title"),
                "happened": list(change.happened),
                "before": _standing(change.before),
                "after": _standing(change.after),
                "reason": change.row.value("reason"),
            }
            for change in report.changes
        ],
        "risks": [to_plain(row.item, fields) for row in report.rows],
    }
    return _nested(found) + "\n"


def _figures(report: RiskReport) -> dict[str, Any]:
    """Give the key figures, each total with how many risks it stands on."""
    open_, exposure, reserve = report.open_rows, report.outlook.exposure, report.outlook.reserve
    return {
        "risks": len(report.rows),
        "open": len(open_),
        "threats": len(report.of_side(Side.THREAT)),
        "opportunities": len(report.of_side(Side.OPPORTUNITY)),
        "scored": sum(row.value("score") is not None for row in open_),
        "bands": report.bands,
        "above_appetite": sum(row.value("over") is True for row in open_),
        "reviews_overdue": sum(row.overdue is not None for row in open_),
        "exposure": {
            "threats": _sum(exposure.threats, report.valued(Side.THREAT)),
            "opportunities": _sum(exposure.opportunities, report.valued(Side.OPPORTUNITY)),
            "net": _sum(exposure.net, (exposure.valued, exposure.of)),
        },
        "percentiles": {
            f"p{each}": _units(report.outlook.distribution.percentile(each)) for each in PERCENTILES
        },
        "reserve": {
            name: _sum(reserve.sum(name).amount, (reserve.sum(name).over, reserve.count))
            for name in ("reserve", "drawn")
        },
    }


def _sum(cents: Cents, known: tuple[int, int]) -> dict[str, Any]:
    """Give a sum with on how many of how many risks it stands."""
    over, of = known
    return {"amount": _units(cents), "over": over, "of": of}


def _matrix(found: Matrix, codes: Mapping[int, str]) -> dict[str, Any]:
    """Give a matrix by its cells."""
    return {
        "cells": [
            {
                "probability": probability,
                "impact": impact,
                "band": found.scales.bands[cell.grade.band].name,
                "count": len(cell.keys),
                "codes": [codes[key] for key in cell.keys],
            }
            for (probability, impact), cell in found.cells.items()
        ],
        "side": found.side.value,
        "without_score": len(found.unscored),
        "other_side": found.others,
        "over": found.over,
    }


def _standing(standing: Standing) -> dict[str, Any]:
    """Give what a risk stood for."""
    return {
        "score": None if standing.grade is None else standing.grade.score,
        "exposure": _units(standing.exposure),
    }


def _units(cents: object) -> Decimal | None:
    """Give an amount in currency units."""
    return Decimal(cents) / 100 if isinstance(cents, int) else None


def _nested(value: Any) -> str:
    """Give values within each other as JSON."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json_text(name)}: {_nested(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_nested, value)) + "]"
    return json_text(value)
