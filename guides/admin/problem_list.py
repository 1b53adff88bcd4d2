"""Problems of the assembled document, listed each time a draft or a part of it is opened or saved."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html

from guides.admin.places import Place, page, place
from guides.documents import Assembly, assemble
from guides.models import Draft
from guides.problems import Level, Problem, problems


@dataclass(frozen=True, slots=True)
class ListedProblem:
    problem: Problem
    place: Place

    @property
    def is_blocker(self) -> bool:
        return self.problem.level == Level.BLOCKER


@dataclass(frozen=True, slots=True)
class ProblemList:
    draft: Draft
    listed: list[ListedProblem]

    @property
    def has_blockers(self) -> bool:
        return any(item.is_blocker for item in self.listed)

    @property
    def in_words(self) -> str:
        """For instance: “2 blockers and 1 warning”."""
        blockers = sum(item.is_blocker for item in self.listed)
        counts = [(blockers, "blocker"), (len(self.listed) - blockers, "warning")]
        return " and ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count)

    @property
    def whose(self) -> str:
        return str(self.draft._meta.verbose_name)


def problem_list(draft: Draft, found: list[Problem], assembly: Assembly) -> ProblemList:
    return ProblemList(draft, [ListedProblem(problem, place(problem.where, assembly)) for problem in found])


def problems_of(draft: Draft, *, at: dt.datetime) -> ProblemList:
    """While it is edited: the slow checks are made before it is published."""
    return _problems_of(draft, assemble(draft, at=at), at)


def _problems_of(draft: Draft, assembly: Assembly, at: dt.datetime) -> ProblemList:
    return problem_list(draft, problems(assembly.document, at=at, quickly=True), assembly)


class ListsProblems:
    """A ModelAdmin whose change form lists the problems of the draft that the row is, or is a part of."""

    change_form_template = "admin/problems_change_form.html"

    def draft_of(self, obj: Any) -> Draft:
        return obj

    def context_of(self, obj: Any, assembly: Assembly, *, at: dt.datetime) -> dict[str, Any]:
        """What else the form shows of the draft as it is now, assembled once for all of it."""
        return {}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], add: bool = False, obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        if obj is not None:
            draft, at = self.draft_of(obj), timezone.now()
            assembly = assemble(draft, at=at)
            context |= self.context_of(obj, assembly, at=at)
            if not context["is_popup"]:
                context["problem_list"] = _problems_of(draft, assembly, at)
        return super().render_change_form(request, context, add=add, obj=obj, **kwargs)

    def response_post_save_add(self, request: HttpRequest, obj: models.Model) -> HttpResponse:
        self._tell(request, obj)
        return super().response_post_save_add(request, obj)

    def response_post_save_change(self, request: HttpRequest, obj: models.Model) -> HttpResponse:
        self._tell(request, obj)
        return super().response_post_save_change(request, obj)

    def _tell(self, request: HttpRequest, obj: models.Model) -> None:
        """“Save” leads away from the form, so what is left to do is said in a message."""
        found = problems_of(self.draft_of(obj), at=timezone.now())
        if found.listed:
            text = 'The {} “{}” still has {}: <a href="{}">see what to do</a>.'
            messages.warning(request, format_html(text, found.whose, found.draft, found.in_words, page(obj)))
