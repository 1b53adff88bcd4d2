import pytest

from guides.models import Disposition
from guides.pages.dispositions import areas_words, disposition, modality_words, strictness


def test_every_disposition_has_words_and_a_meaning():
    shown = [disposition(code) for code in Disposition.values]
    assert [(words.code, bool(words.words and words.meaning)) for words in shown] == [
        (code, True) for code in Disposition.values
    ]


def test_words_of_a_disposition_never_promise_safety():
    said = " ".join(f"{disposition(code).words} {disposition(code).meaning}" for code in Disposition.values).lower()
    assert not {"safe", "approved", "eligible"} & set(said.replace(".", " ").split()), (
        "design.md 6: the words never say safe, approved or eligible."
    )


def test_strictness_grows_from_limited_to_stop():
    assert sorted(["stop", "limited", "ask", "wait"], key=strictness) == ["limited", "wait", "ask", "stop"]


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ([], ""),
        (["neck"], "neck"),
        (["jaw", "neck"], "jaw and neck"),
        (["eyes", "jaw", "neck"], "around the eyes, jaw and neck"),
    ],
)
def test_areas_in_words(codes, words):
    assert areas_words(codes) == words


def test_modality_keeps_its_capitals():
    assert [modality_words("led"), modality_words("heat")] == ["LED light", "Heat"]
