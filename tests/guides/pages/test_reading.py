import pytest

from guides.pages.reading import WORDS_A_MINUTE, reading_time
from tests.guides.pages import documents


def test_words_between_elements_are_counted_apart():
    document = documents.guide(documents.prose("<p>One two</p><p>three</p>"), title="A", standfirst="B", answer="C")
    assert reading_time(document).words == 6


def test_claims_are_read_and_conditions_are_looked_up():
    blocks = [
        {"kind": "claim", "claim": "lifts"},
        {"kind": "conditions", "at_least": "stop", "conditions": ["epilepsy"]},
    ]
    records = {
        "claim": {"lifts": documents.claim(statement="It lifts", explanation="<p>Not shown.</p>")},
        "condition": {"epilepsy": documents.condition(documents.rule("stop", reason="Many words that nobody counts."))},
    }
    document = documents.guide(*blocks, references=records, title="", standfirst="", answer="")
    assert reading_time(document).words == 4


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (WORDS_A_MINUTE, 1), (WORDS_A_MINUTE + 1, 2)])
def test_minutes_are_rounded_up(words, minutes):
    document = documents.guide(title="word " * words, standfirst="", answer="")
    assert reading_time(document).minutes == minutes
