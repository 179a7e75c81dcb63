"""A consultant's register of risks as it comes in a spreadsheet: words of its own, pounds, a matrix of four by four."""

from __future__ import annotations

from pathlib import Path

HEADER = (
    "Ref;Risk title;Workstream;Risk owner;Likelihood;Impact;Treatment;Cost if occurs;Raised;Next review;State"
)
ROWS = (
    "CR-01;Key supplier insolvent;ERP finance;Anna Li;4 - Likely;Severe;Treat;£1.2m;03/02/2026;15/12/2026;Live",
    "CR-02;Data migration overruns;ERP finance;Kofi Osei;3 - Possible;Medium;Treat;£250k;03/02/2026;15/12/2026;Live",
    "CR-03;Union objects to new rosters;Payments;TBC;2 - Unlikely;Severe;Tolerate;n/a;04/02/2026;15/12/2026;Live",
    "CR-04;Licence audit;Payments;Anna Li;1 - Remote;Minor;Transfer;£80,000;04/02/2026;16/12/2026;Live",
    "CR-05;Two architects leave;ERP finance;Kofi Osei;4 - Likely;Moderate;Treat;£90k;05/02/2026;16/12/2026;Live",
    "CR-06;Test environment late;ERP finance;Anna Li;3 - Possible;Moderate;Treat;£40k;05/02/2026;16/12/2026;Live",
    "CR-07;Bank changes its format;Payments;Kofi Osei;2 - Unlikely;Medium;Tolerate;£60k;06/02/2026;17/12/2026;Live",
    "CR-08;Budget cut in spring;Payments;Anna Li;2 - Unlikely;Severe;Treat;£500k;06/02/2026;17/12/2026;Live",
    "CR-09;Old system lives on;ERP finance;Kofi Osei;1 - Remote;Minor;Terminate;£10k;06/02/2026;;Retired",
)
"""Nine risks, none of which lacks anything."""

WRONG = (
    "CR-10;Six of five;ERP finance;Anna Li;6;Minor;Treat;£5k;06/02/2026;15/12/2026;Live",
    "CR-11;Reviewed before raised;ERP finance;Anna Li;2 - Unlikely;Minor;Treat;£5k;06/02/2026;15/01/2026;Live",
    "CR-12;Owned by who left;ERP finance;Gone, Gil;2 - Unlikely;Minor;Treat;£5k;06/02/2026;15/12/2026;Live",
    "CR-13;On the moon;Moon base;Anna Li;2 - Unlikely;Minor;Treat;£5k;06/02/2026;15/12/2026;Live",
    "CR-14;Of what was deleted;Short-lived;Anna Li;2 - Unlikely;Minor;Treat;£5k;06/02/2026;15/12/2026;Live",
)
"""Rows of which each has one thing wrong with it."""

MAP = """key = "code"
empty = ["TBC", "n/a"]

[fields]
code = "Ref"
title = "Risk title"
project = "Workstream"
owner = "Risk owner"
cost = "Cost if occurs"

[fields.probability]
column = "Likelihood"
values = { "4*" = "4", "3*" = "3", "2*" = "2", "1*" = "1" }

[fields.impact]
column = "Impact"
values = { "Severe" = "4", "Medium" = "3", "Moderate" = "2", "Minor" = "1" }

[fields.strategy]
column = "Treatment"
values = { "Treat" = "mitigate", "Tolerate" = "accept", "Transfer" = "transfer", "Terminate" = "avoid" }

[fields.status]
column = "State"
values = { "Live" = "open", "Retired" = "closed" }

[fields.raised]
column = "Raised"
format = "DD/MM/YYYY"

[fields.review]
column = "Next review"
format = "DD/MM/YYYY"
"""
"""What these words mean."""


def sent(folder: Path, rows: tuple[str, ...] = ROWS, name: str = "register.csv") -> Path:
    """Write the register as a spreadsheet does."""
    path = folder / name
    path.write_bytes(("\r\n".join((HEADER, *rows)) + "\r\n").encode("cp1252"))
    return path
