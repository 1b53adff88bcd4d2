"""One person at one moment: what they are judged by, what they have answered, and where that leads them."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property

from django.urls import reverse

from screening.answers import AfterStop
from screening.checklist import Checklist
from screening.engine import Answer, Answers, Assessment, Disposition, Path, Question, answered, assess, path
from screening.preferences import NO_PREFERENCES, Preferences
from screening.review import held_back_to_ask


@dataclass(frozen=True)
class Visit:
    """Nothing of it is kept: it is worked out anew from the cookie on each request.

    ``updated``: how many questions have just changed under the person's hands; None if nothing has. ``has_moved``:
    the answers were given to another edition, and the browser does not know yet that they are taken for this one.
    ``preferences`` order what is recommended, and judge nothing.
    """

    checklist: Checklist
    answers: Answers
    at: dt.datetime
    after_stop: AfterStop = AfterStop.NOTHING
    updated: int | None = None
    has_moved: bool = False
    preferences: Preferences = NO_PREFERENCES

    @cached_property
    def walked(self) -> Path:
        return path(self.checklist.check, self.answers)

    @cached_property
    def assessment(self) -> Assessment:
        """Past the review date of the rules, no device is within reach."""
        today = self.at.date()
        assessment = assess(self.checklist.check, self.answers, today)
        return held_back_to_ask(assessment) if self.checklist.review.is_past(today) else assessment

    @property
    def has_outcome(self) -> bool:
        return self.assessment.complete or self.assessment.foregone

    @property
    def changed_after_stop(self) -> bool:
        """An answer that had stopped the person was changed afterwards: a clinician may want to ask about it."""
        return self.after_stop is AfterStop.CHANGED_IT

    @cached_property
    def stopped_by(self) -> frozenset[str]:
        """The questions whose answers make some device a stop, as far as the person has been told so; with those that
        led to them, for another answer there would take the stop back too."""
        if not self.has_outcome:
            return frozenset()
        reasons = (reason for assessed in self.assessment.devices for reason in assessed.reasons)
        stopping = {key for reason in reasons if reason.disposition is Disposition.STOP for key in reason.by}
        for question in reversed(self.walked.questions):
            if question.key in stopping and question.asked_after:
                stopping.add(question.asked_after)
        return frozenset(stopping)

    def has_to_be_sure(self, question: Question) -> bool:
        """Whoever was stopped by their answer is asked, once, whether it was a mistake before they can change it."""
        return question.key in self.stopped_by and self.after_stop is AfterStop.NOTHING

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
        takes_back = question.key in self.stopped_by and answer != self.walked.answers[question.key]
        return replace(
            self,
            answers=answered(self.checklist.check, self.answers, question, answer),
            after_stop=AfterStop.CHANGED_IT if takes_back else self.after_stop,
            updated=None,
        )

    def asked_whether_sure(self) -> "Visit":
        return replace(self, after_stop=AfterStop.WAS_ASKED)

    def preferring(self, preferences: Preferences) -> "Visit":
        return replace(self, preferences=preferences)

    def after(self, before: "Visit") -> str:
        """The address to go to next: the outcome as soon as an answer has decided it, whatever the rest."""
        if self.assessment.foregone and not before.assessment.foregone:
            return reverse("screening:result")
        return self.here


def step_address(number: int) -> str:
    return reverse("screening:question", args=[number])
