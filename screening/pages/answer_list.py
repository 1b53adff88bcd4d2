"""The answers as a list to look through: by topic, follow-ups beside the question that opened them."""

from dataclasses import dataclass

from screening.engine import Kind, Question
from screening.pages.said import Said, said
from screening.visit import Visit

_UNSURE = {
    Kind.WHEN: "We count from today.",
    Kind.WHERE: "No area counts as free of it.",
}
_UNSURE_OTHERWISE = (
    "We take “I am not sure” as a reason to ask a professional, or to stop where the harm could be serious, "
    "and never as a no."
)
_OF_THE_REST = "Here it counts for all that you did not select."


@dataclass(frozen=True, slots=True)
class TopicAnswer:
    """``if_unsure``: what “I am not sure” leads to; empty where they are sure."""

    topic: str
    said: Said
    if_unsure: str
    is_follow_up: bool


def answer_list(visit: Visit) -> tuple[TopicAnswer, ...]:
    """In the order of the path; ``visit`` has an answer to every question on it."""
    topics = {row["key"]: row["topic"] for row in visit.checklist.document["questions"]}
    return tuple(_answer(visit, question, topics[question.key]) for question in visit.walked.questions)


def _answer(visit: Visit, question: Question, topic: str) -> TopicAnswer:
    answer = said(visit.walked, question.key)
    return TopicAnswer(topic, answer, _if_unsure(question, answer), bool(question.asked_after))


def _if_unsure(question: Question, answer: Said) -> str:
    if answer.doubts_the_rest:
        return f"{_UNSURE_OTHERWISE} {_OF_THE_REST}"
    return _UNSURE.get(question.kind, _UNSURE_OTHERWISE) if answer.is_unsure else ""
