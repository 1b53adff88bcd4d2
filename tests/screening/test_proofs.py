import pytest

from screening.engine import Undecodable, decode, prove
from screening.proofs import proof_of
from tests.screening.examples import alpha, questionnaire


def test_proof_of_is_what_the_engine_proves():
    assert proof_of(questionnaire(), [alpha()]) == prove(decode(questionnaire(), [alpha()]))


def test_proof_of_is_remembered_for_equal_documents_only():
    found = proof_of(questionnaire(), [alpha()])
    assert proof_of(questionnaire(), [alpha()]) is found
    assert proof_of({**questionnaire(), "title": "Another"}, [alpha()]) is not found
    assert proof_of(questionnaire(), []) is not found


def test_proof_of_what_cannot_be_followed():
    with pytest.raises(Undecodable):
        proof_of({}, [])
