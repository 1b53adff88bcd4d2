"""The questions on one person's path, replayed from the answers each time."""

from dataclasses import dataclass

from screening.engine.answers import fault
from screening.engine.model import Answer, Answers, Check, Question


@dataclass(frozen=True, slots=True)
class Path:
    """``questions`` in order, as far as the answers decide; ``answers`` only to those, and only valid ones."""

    questions: tuple[Question, ...]
    answers: dict[str, Answer]

    @property
    def next(self) -> Question | None:
        """The first question without an answer; None when all are answered."""
        return next((question for question in self.questions if question.key not in self.answers), None)

    def ordinal(self, key: str) -> int:
        """The question's number on this path, from 1. Raises StopIteration for a question that is not on it."""
        return next(n for n, question in enumerate(self.questions, start=1) if question.key == key)


def path(check: Check, answers: Answers) -> Path:
    """Follow ``answers`` through the questionnaire; stale and invalid answers are as if never given."""
    questions: list[Question] = []
    counted: dict[str, Answer] = {}
    for question in check.questions:
        if question.asked_after and not counted.get(question.asked_after, frozenset()) & question.asked_if:
            continue
        questions.append(question)
        answer = answers.get(question.key, frozenset())
        if fault(question, answer) is None:
            counted[question.key] = answer
    return Path(tuple(questions), counted)


def answered(check: Check, answers: Answers, question: Question, answer: Answer) -> Answers:
    """``answers`` with this one to ``question``, and without what it outdates.

    When and where were told of what the person had then. Whoever ticks more of what the follow-up is about is asked
    anew, or the old place would count for the new thing. Where it is about one thing only, that cannot be.
    """
    ticked = [option for option in question.options if option.key in answer - answers.get(question.key, frozenset())]
    newly = frozenset().union(*(option.affirms for option in ticked))
    outdated = {other.key for other in check.questions if other.about & newly and _is_about_several(check, other)}
    return {**{key: given for key, given in answers.items() if key not in outdated}, question.key: answer}


def _is_about_several(check: Check, follow_up: Question) -> bool:
    options = (option for question in check.questions for option in question.options)
    return sum(bool(option.affirms & follow_up.about) for option in options) > 1


def leading_to(check: Check, question: Question) -> dict[str, Answer]:
    """The first answers after which it is asked; none where everybody is. Raises StopIteration where nobody is."""
    opener = check.question(question.asked_after)
    if opener is None:
        return {}
    leading = next(option.key for option in opener.options if option.key in question.asked_if)
    return {**leading_to(check, opener), opener.key: frozenset({leading})}
