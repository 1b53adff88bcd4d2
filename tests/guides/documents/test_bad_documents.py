"""What cannot be loaded, and what the refusal says of it."""

import datetime as dt

import pytest

from guides.documents import BadDocument, load
from guides.models import Claim, Condition, Device, Product, Source, Study
from screening.models import Question, Questionnaire
from tests import factories

pytestmark = pytest.mark.django_db

SOURCE = {"key": "S1", "title": "Manual", "kind": "manual"}
STUDY = {"key": "s", "authors": "A", "year": 2020, "title": "T", "design": "rct", "subjects": "x"}
CLAIM = {"key": "c", "statement": "It works."}
CONDITION = {"key": "x", "name": "x", "group": "skin"}
PRODUCT = {"key": "p", "name": "Gel"}
DEVICE = {"key": "d", "slug": "d", "title": "D", "maker": "M"}
FACT = {"name": "output", "value": "1", "basis": "maker"}
STOP = {"if_present": "stop"}


CASES = [
    (Source, None, "here: expected named values."),
    (Source, ["S1"], "here: expected named values."),
    (Source, {**SOURCE, "titel": "x", "autor": "y"}, "here: unknown: autor, titel."),
    (Source, {**SOURCE, "id": 7}, "here: unknown: id."),
    (Source, {"key": "S1", "kind": "manual"}, "here: title: This field cannot be blank."),
    (Source, {**SOURCE, "title": None}, "here: title: This field cannot be null."),
    (Source, {**SOURCE, "title": "x" * 301}, "here: title: Ensure this value has at most 300 characters"),
    (Source, {**SOURCE, "kind": "blog"}, "here: kind: Value 'blog' is not a valid choice."),
    (Source, {**SOURCE, "key": "S 1"}, "here: key: Enter a valid “slug”"),
    (Source, {**SOURCE, "read_on": "22.11.2026"}, "here: read_on: “22.11.2026” value has an invalid date format"),
    (Source, {**SOURCE, "read_on": dt.datetime(2026, 11, 22, 9)}, "here: read_on: "),  # noqa: DTZ001
    (Source, {**SOURCE, "title": "a\0b"}, "here: title: A document cannot contain NUL characters."),
    (Source, {**SOURCE, "title": "\ud83d"}, "here: title: 'utf-8' codec can't encode"),
    (Source, {**SOURCE, "title": ["a"]}, "here: title: ['a'] is no text"),
    (Source, {**SOURCE, "title": dt.date(2026, 11, 22)}, "here: title: 2026-11-22 is no text"),
    (Study, {**STUDY, "doi": 10.5}, "here: doi: 10.5 is no text: put text in quotes"),
    (Study, {**STUDY, "pmid": 7140077}, "here: pmid: 7140077 is no text: put text in quotes"),
    (Study, {**STUDY, "year": "2020"}, "here: year: '2020' is no whole number"),
    (Study, {**STUDY, "year": 2020.5}, "here: year: 2020.5 is no whole number"),
    (Study, {**STUDY, "year": "soon"}, "here: year: “soon” value must be an integer."),
    (Study, {**STUDY, "participants": -1}, "here: participants: Ensure this value is greater than or equal to 0."),
    (Study, {**STUDY, "sham_controlled": "perhaps"}, "here: sham_controlled: “perhaps” value must be either"),
    (Claim, {**CLAIM, "evidence": 5}, "here: evidence: expected a list."),
    (Claim, {**CLAIM, "evidence": {"study": "x"}}, "here: evidence: expected a list."),
    (Claim, {**CLAIM, "evidence": ["x"]}, "here: evidence[0]: expected named values."),
    (
        Claim,
        {**CLAIM, "evidence": [{"stance": "for", "finding": "x", "source": "S404"}]},
        "here: evidence[0].source: there is no source “S404”.",
    ),
    (
        Claim,
        {**CLAIM, "evidence": [{"stance": "for", "finding": "x", "source": 404}]},
        "here: evidence[0].source: there is no source “404”.",
    ),
    (
        Claim,
        {**CLAIM, "evidence": [{"stance": "for", "finding": "x"}]},
        "here: evidence[0]: Name either a study or a source.",
    ),
    (Claim, {**CLAIM, "evidence": [{"claim": "c"}]}, "here: evidence[0]: unknown: claim."),
    (Product, {**PRODUCT, "sources": "S1"}, "here: sources: expected a list."),
    (Product, {**PRODUCT, "sources": ["S404"]}, "here: sources: there is no source “S404”."),
    (Product, {**PRODUCT, "url": "javascript:alert(1)"}, "here: url: Enter a valid URL."),
    (
        Condition,
        {**CONDITION, "rules": [STOP, {**STOP, "areas": ["nose"]}]},
        "here: rules[1]: areas: Unknown area: nose.",
    ),
    (Condition, {**CONDITION, "rules": [{**STOP, "areas": "jaw"}]}, "areas: Expected a list of areas."),
    (Condition, {**CONDITION, "rules": [{**STOP, "areas": 3}]}, "areas: Expected a list of areas."),
    (
        Condition,
        {**CONDITION, "rules": [{**STOP, "areas": [["jaw"], None]}]},
        "areas: Unknown area: ['jaw'], None.",
    ),
    (
        Condition,
        {**CONDITION, "rules": [{**STOP, "areas": [0.5]}]},
        "here: rules[0].areas: A document cannot contain",
    ),
    (
        Condition,
        {**CONDITION, "rules": [{**STOP, "if_unknown": "limited"}]},
        "here: rules[0]: if_unknown: Value 'limited' is not a valid choice.",
    ),
    (Condition, {**CONDITION, "rules": [{**STOP, "wait_days": 3}]}, "here: rules[0]: Days belong to “wait” only."),
    (Device, {**DEVICE, "facts": [FACT, {**FACT, "value": True}]}, "here: facts[1].value: True is no text"),
    (Device, {**DEVICE, "label": [{**STOP, "words": "x", "condition": "y"}]}, "there is no condition “y”."),
    (Device, {**DEVICE, "label": [{**STOP, "words": "x"}]}, "here: label[0]: condition: This field cannot be null."),
]


@pytest.mark.parametrize(("model", "data", "message"), CASES, ids=range(len(CASES)))
def test_what_is_wrong_is_refused_and_named(model, data, message):
    with pytest.raises(BadDocument) as refused:
        load(model, data, where="here")

    assert message in str(refused.value)
    assert str(refused.value).startswith(refused.value.where)


def test_two_records_with_one_key_are_refused():
    load(Source, SOURCE, where="here")

    with pytest.raises(BadDocument, match="here: key: Source with this Key already exists"):
        load(Source, SOURCE, where="here")


@pytest.mark.parametrize("key", ["metal", "pregnancy/maybe", "a/b/c", "", 5])
def test_an_option_that_does_not_exist_is_refused(key):
    asked = factories.questionnaire()
    factories.question(asked, "pregnancy")
    data = {"key": "week", "topic": "t", "kind": "single", "text": "?", "ask_if": [key]}

    with pytest.raises(BadDocument, match=f"here: ask_if: there is no option “{key}”."):
        load(Question, data, where="here", questionnaire=asked, position=1)


def test_an_option_that_two_questionnaires_have_is_refused():
    for slug in ("one", "two"):
        factories.question(factories.questionnaire(slug), "pregnancy")

    data = {"key": "week", "topic": "t", "kind": "single", "text": "?", "ask_if": ["pregnancy/yes"]}
    with pytest.raises(BadDocument, match="there is no option"):
        load(Question, data, where="here", questionnaire=Questionnaire.objects.get(slug="one"), position=1)


@pytest.mark.parametrize("value", [0.5, {"q": [1.5]}, {"q": "a\0"}, {True: "x"}], ids=repr)
def test_free_json_holds_nothing_that_has_no_canonical_form(value):
    """Or publishing would fail on it later."""
    data = {"slug": "check", "title": "Check", "scenarios": [{"key": "k", "title": "t", "answers": value}]}

    with pytest.raises(BadDocument) as refused:
        load(Questionnaire, data, where="here")

    assert refused.value.where == "here: scenarios[0].answers"
