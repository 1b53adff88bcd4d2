import pytest

from guides.reading_level import grade, word_count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("1,000 µA …", -3.4),
        ("The cat sat on the mat.", -1.45),
        ("The cat sat on the mat. The dog did not.", -1.84),
        ("Electricity", 32.0),  # elec-tric-i-ty
    ],
)
def test_grade(text, expected):
    assert grade(text) == pytest.approx(expected, abs=0.01)


def test_longer_sentences_are_harder():
    assert grade("He ran. He fell. He got up.") < grade("He ran and he fell and he got up.")


def test_longer_words_are_harder():
    assert grade("It may help a bit.") < grade("Improvement remains possible.")


def test_a_line_ends_a_sentence():
    assert grade("One\nTwo\nThree") == grade("One. Two. Three.")


def test_names_with_an_apostrophe_are_one_word():
    assert word_count("The device's label says 3 things; it doesn’t say four.") == 9  # noqa: RUF001
