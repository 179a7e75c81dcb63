"""The document: a whole portfolio as values that refer to each other by name and code, never by a number of a table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pmo_tui.domain.comments import Remark, in_order
from pmo_tui.domain.fields import Catalogue, Field
from pmo_tui.domain.portfolio import GateDecision, Objective, Person, Phase, Portfolio, Programme, View
from pmo_tui.domain.projects import Project
from pmo_tui.domain.register import Register
from pmo_tui.domain.risks import DEFAULT_BANDS
from pmo_tui.domain.views import catalogue_of


@dataclass(frozen=True, slots=True)
class PortfolioDocument:
    """Everything of a portfolio but its journal."""

    portfolio: Portfolio = field(default_factory=Portfolio)
    phases: tuple[Phase, ...] = ()
    programmes: tuple[Programme, ...] = ()
    objectives: tuple[Objective, ...] = ()
    people: tuple[Person, ...] = ()
    custom_fields: tuple[Field, ...] = ()
    projects: tuple[Project, ...] = ()
    decisions: tuple[GateDecision, ...] = ()
    views: tuple[View, ...] = ()
    register: Register = field(default_factory=Register)
    comments: tuple[Remark, ...] = ()

    def catalogue_of(self, view: View) -> Catalogue:
        """Give the fields of what a view is of."""
        scales = self.register.scales
        return catalogue_of(view.thing, self.custom_fields, DEFAULT_BANDS if scales is None else scales.bands)

    def ordered(self) -> PortfolioDocument:
        """Give the document in the one order in which it is written: phases by position, the rest by name or code.

        Own fields keep their order, which is theirs to choose; decisions of a project on one day keep theirs.
        """
        return replace(
            self,
            phases=tuple(sorted(self.phases, key=lambda phase: phase.position)),
            programmes=tuple(sorted(self.programmes, key=lambda programme: programme.name)),
            objectives=tuple(sorted(self.objectives, key=lambda objective: objective.name)),
            people=tuple(sorted(self.people, key=lambda person: person.name)),
            projects=tuple(sorted(self.projects, key=lambda project: project.code)),
            decisions=tuple(
                sorted(self.decisions, key=lambda decision: (decision.project, decision.decided_on))
            ),
            register=self.register.ordered(),
            comments=tuple(sorted(self.comments, key=in_order)),
            views=tuple(sorted(self.views, key=lambda view: (view.name, view.owner or "", view.thing))),
        )
