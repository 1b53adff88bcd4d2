"""Dispositions and areas in words, the same wherever a page names them."""

from dataclasses import dataclass

from django.utils.text import capfirst

from guides.models import Area, Disposition, Modality

_WORDS = {
    "limited": ("Use with limits", "Some areas are left out, or it needs care."),
    "wait": ("Wait", "Not now. Possible again after a time, or once it is over."),
    "ask": ("Ask a clinician first", "Only after somebody who knows your health has said yes."),
    "stop": ("Do not use", "The label says no, or harm could be serious."),
}


@dataclass(frozen=True, slots=True)
class DispositionWords:
    code: str
    words: str
    meaning: str


def disposition(code: str) -> DispositionWords:
    words, meaning = _WORDS[Disposition(code)]
    return DispositionWords(code, words, meaning)


def strictness(code: str) -> int:
    """The higher, the stricter."""
    return Disposition.values.index(code)


def modality_words(code: str) -> str:
    return capfirst(Modality(code).label)


def areas_words(codes: list[str]) -> str:
    """``["jaw", "neck"]`` as “jaw and neck”."""
    labels = [Area(code).label for code in codes]
    return " and ".join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)
