"""The example check, live."""

import pytest

from guides.models import Edition
from tests.screening.examples import alpha, beta, gamma, questionnaire
from tests.screening.live import publish


@pytest.fixture
def check(db) -> Edition:
    """Edition 1 of the example questionnaire; with it, its three devices are live."""
    for document in (alpha(), beta(), gamma()):
        publish(document)
    return publish(questionnaire())
