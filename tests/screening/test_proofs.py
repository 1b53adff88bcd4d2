import pytest

from screening.engine import Undecodable, behaviour, decode, prove
from screening.proofs import REMEMBERED, proofs_of
from tests.screening.examples import alpha, beta, questionnaire


def test_proofs_are_what_the_engine_proves():
    found, check = proofs_of(questionnaire(), [alpha()]), decode(questionnaire(), [alpha()])
    assert (found.check, found.proof, found.behaviour) == (check, prove(check), behaviour(check))


def test_proofs_are_remembered_for_equal_documents_only():
    found = proofs_of(questionnaire(), [alpha()])
    assert proofs_of(questionnaire(), [alpha()]) is found
    assert proofs_of(questionnaire(), [alpha()]).proof is found.proof
    assert proofs_of({**questionnaire(), "title": "Another"}, [alpha()]) is not found
    assert proofs_of(questionnaire(), []) is not found


def test_proofs_do_not_depend_on_the_order_of_the_devices():
    found = proofs_of(questionnaire(), [alpha(), beta()])
    assert proofs_of(questionnaire(), [beta(), alpha()]) is found
    assert [device.key for device in found.check.devices] == ["alpha", "beta"]


def test_proofs_of_a_dozen_moments_are_all_remembered():
    """An editor's save looks at each moment at which something else is decided to go live, and the next save again."""
    scheduled = [{**questionnaire(), "title": f"Edition {number}"} for number in range(12)]
    assert len(scheduled) < REMEMBERED
    first = [proofs_of(document, [alpha()]) for document in scheduled]
    assert all(proofs_of(document, [alpha()]) is proofs for document, proofs in zip(scheduled, first, strict=True))


def test_proofs_of_what_cannot_be_followed():
    with pytest.raises(Undecodable):
        proofs_of({}, [])
