"""A question in words: when it is asked, and what each answer means."""

from collections.abc import Iterable

from django.db import models
from django.utils.html import format_html, format_html_join

from screening.models import Option, Question


def outlined(questions: models.QuerySet[Question]) -> models.QuerySet[Question]:
    """The questions with all that their outlines need."""
    return questions.prefetch_related("options__affirms", "ask_if__question", "about")


def outline(question: Question) -> str:
    """The question as a paragraph and a list, for the admin's pages."""
    opened_by = list(question.ask_if.all())
    options = [
        (option.label, meaning(option.role, map(str, option.affirms.all()))) for option in question.options.all()
    ]
    return format_html(
        '<p>{} {}</p><ul class="outline">{}</ul>',
        asked([option.label for option in opened_by], opened_by[0].question.text if opened_by else ""),
        supplied(question.kind, map(str, question.about.all())),
        format_html_join("", "<li>“{}” {}</li>", options),
    )


def asked(answers: list[str], earlier_question: str) -> str:
    if not answers:
        return "Asked of everybody."
    return f"Asked only after {' or '.join(f'“{answer}”' for answer in answers)} to “{earlier_question}”"


def meaning(role: str, conditions: Iterable[str]) -> str:
    """What the check takes from an answer."""
    match role:
        case Option.Role.AFFIRMS:
            return f"means: {'; '.join(conditions) or 'nothing yet'}"
        case Option.Role.DENIES:
            return "means: none of what this question is about"
        case Option.Role.UNSURE:
            return "leaves open all that is not answered with yes"
        case _:
            raise ValueError(role)


def supplied(kind: str, about: Iterable[str]) -> str:
    """How a question without options of its own is answered, and what it is about."""
    ways = {Question.Kind.WHERE.value: "by choosing areas", Question.Kind.WHEN.value: "by giving a date"}
    return (
        f"Answered {ways[kind]}, or “I am not sure”. About: {'; '.join(about) or 'nothing yet'}."
        if kind in ways
        else ""
    )
