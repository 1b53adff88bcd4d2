import pytest

from guides.problems import Level
from tests.guides import examples
from tests.guides.problems.spoiling import codes, found, spoiled

pytestmark = pytest.mark.django_db

STUDY = "references.study.cheng-1982"


@pytest.mark.parametrize(
    ("field", "value", "is_right"),
    [
        ("doi", "", True),
        ("doi", "10.1111/jocd.12007", True),
        ("doi", "10.1002/14651858.CD012196.pub2", True),
        ("doi", "10.1016/S0140-6736(97)11096-0", True),
        ("doi", "https://doi.org/10.1111/jocd.12007", False),
        ("doi", "doi:10.1111/jocd.12007", False),
        ("doi", "10.1111", False),
        ("doi", "10.1111/jocd 12007", False),
        ("pmid", "", True),
        ("pmid", "7140077", True),
        ("pmid", "PMID 7140077", False),
        ("pmid", "07140077", False),
        ("pmid", "714007712", False),
    ],
)
def test_a_citation_has_the_form_that_leads_readers_to_it(field, value, is_right, at):
    document = spoiled(examples.guide(), f"{STUDY}.{field}", value)
    assert codes(document, at) == ([] if is_right else [("citation-malformed", f"{STUDY}.{field}")])


@pytest.mark.parametrize(("retraction", "expected"), [("unknown", 1), ("not-retracted", 0), ("retracted", 0)])
def test_unknown_never_reads_as_clean(retraction, expected, at):
    document = spoiled(examples.guide(), f"{STUDY}.retraction", retraction)
    assert codes(document, at) == [("retraction-unknown", f"{STUDY}.retraction")] * expected
    assert {problem.level for problem in found(document, at)} <= {Level.WARNING}


def test_all_of_them_are_named_once(at):
    document = examples.guide()
    first = document["references"]["study"]["cheng-1982"] | {"retraction": "unknown"}
    document["references"]["study"] = {"cheng-1982": first, "other": first | {"authors": "Ito", "year": 1999}}
    (problem,) = found(document, at)
    assert problem.message == "Nobody has looked whether these were retracted: Cheng and others, 1982; Ito, 1999."
