"""One person at one moment: what they are judged by, what they have answered, and where that leads them."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property

from django.urls import reverse

from screening.checklist import Checklist
from screening.engine import Answer, Answers, Assessment, Path, Question, assess, path


@dataclass(frozen=True)
class Visit:
    """Nothing of it is kept: it is worked out anew from the cookie on each request."""

    checklist: Checklist
    answers: Answers
    at: dt.datetime

    @cached_property
    def walked(self) -> Path:
        return path(self.checklist.check, self.answers)

    @cached_property
    def assessment(self) -> Assessment:
        return assess(self.checklist.check, self.answers, self.at.date())

    @property
    def has_outcome(self) -> bool:
        return self.assessment.complete or self.assessment.foregone

    @property
    def here(self) -> str:
        """The address of the first question without an answer; when there is none, of the list of answers."""
        following = self.walked.next
        return step_address(self.walked.ordinal(following.key)) if following else reverse("screening:answers")

    def step(self, number: int) -> Question | None:
        """The question of this number on the person's path; None if they cannot be there yet."""
        following = self.walked.next
        reached = self.walked.ordinal(following.key) if following else len(self.walked.questions)
        return self.walked.questions[number - 1] if 1 <= number <= reached else None

    def answering(self, question: Question, answer: Answer) -> "Visit":
        return replace(self, answers={**self.answers, question.key: answer})

    def after(self, before: "Visit") -> str:
        """The address to go to next: the outcome as soon as an answer has decided it, whatever the rest."""
        if self.assessment.foregone and not before.assessment.foregone:
            return reverse("screening:result")
        return self.here


def step_address(number: int) -> str:
    return reverse("screening:question", args=[number])
