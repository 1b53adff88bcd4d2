import pytest

from tests import factories
from tests.guides import examples
from tests.guides.problems.spoiling import codes, found

pytestmark = pytest.mark.django_db


def test_an_address_that_another_one_had(at):
    factories.edition("guide", "older", slug="how-it-works", title="The older guide", at=at)
    (problem,) = found(examples.guide(), at)
    assert (problem.code, problem.where) == ("address-taken", "slug"), "Rule 5.6: old paths lead to the present one."
    assert problem.message == "The address “how-it-works” belongs to “The older guide”, which had it before."


def test_its_own_old_address(at):
    factories.edition("guide", "how-it-works", at=at)
    factories.edition("device", "mini", slug="how-it-works", at=at)
    assert codes(examples.guide(), at) == []
