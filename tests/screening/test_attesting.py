"""How an edition of the questionnaire behaves is frozen with it, and replayed by `manage.py verify_editions`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from guides.attesting import attest, attests
from guides.documents import sha256
from guides.models import Edition
from screening import attesting
from screening.engine import ENGINE, PROMISES, behaviour, decode, prove
from tests import factories
from tests.screening import examples

DEVICES = [examples.alpha(), examples.beta(), examples.gamma()]


@pytest.fixture
def published(db, at) -> Edition:
    """The example check with its three devices, as publishing leaves them."""
    for document in DEVICES:
        _published(document, at)
    return _published(examples.questionnaire(), at)


def _published(document: dict, at) -> Edition:
    names = {"slug": document["slug"], "title": document["title"], "sha256": sha256(document)}
    attested = attest(document, at=at)
    return factories.edition(document["kind"], document["key"], at=at, document=document, attested=attested, **names)


def verify() -> tuple[list[str], list[str]]:
    out, err = StringIO(), StringIO()
    try:
        call_command("verify_editions", stdout=out, stderr=err)
    except CommandError as error:
        out.write(f"failed: {error}")
    return out.getvalue().strip().splitlines(), err.getvalue().strip().splitlines()


def test_attested_is_what_was_proved_with_which_devices(published):
    check = decode(examples.questionnaire(), DEVICES)
    assert published.attested == {
        "by": ENGINE,
        "answer_sets": prove(check).answer_sets,
        "promises": {str(number): 0 for number in PROMISES},
        "outcomes": len(behaviour(check).outcomes),
        "digest": behaviour(check).digest,
        "beside": {"alpha": 1, "beta": 1, "gamma": 1},
    }


def test_nothing_is_attested_of_a_device(published):
    assert {edition.key for edition in Edition.objects.of("device") if edition.attested} == set()


def test_verify_editions_finds_every_edition_behaving_as_it_did(published):
    assert verify() == (["4 editions, each as it was published."], [])


def test_verify_editions_judges_with_the_devices_of_then(published, at):
    stricter = {**examples.beta(), "label": [examples.label("feeding", "stop")]}
    fields = {"slug": stricter["slug"], "sha256": sha256(stricter), "document": stricter}
    factories.edition("device", "beta", 2, at=at, **fields)
    assert verify() == (["5 editions, each as it was published."], [])


@pytest.fixture
def forgetful_engine():
    """An engine that has forgotten every rule on breastfeeding, in the place of today's."""

    def forgetful(document, devices):
        known = document["references"]["condition"]
        forgotten = {**known, "feeding": {**known["feeding"], "rules": []}}
        return attesting.proved({**document, "references": {"condition": forgotten}}, devices)

    attests("questionnaire", beside="device")(forgetful)
    yield
    attests("questionnaire", beside="device")(attesting.proved)


def test_verify_editions_names_an_edition_that_behaves_otherwise_today(published, forgetful_engine):
    assert verify() == (
        ["failed: 1 of 4 editions are not what was published."],
        ["questionnaire check, edition 1: it behaves otherwise than when it was published: digest."],
    )


def test_verify_editions_tells_what_another_engine_judges_otherwise(published, at, forgetful_engine):
    same = {name: getattr(published, name) for name in ("document", "sha256", "slug", "title")}
    earlier = {**published.attested, "by": "engine 1"}
    factories.edition("questionnaire", "check", 2, at=at, attested=earlier, **same)
    told, faults = verify()
    assert told == [
        f"questionnaire check, edition 2: {ENGINE} judges it otherwise than engine 1, which published it: digest.",
        "failed: 1 of 5 editions are not what was published.",
    ]
    assert [fault.partition(":")[0] for fault in faults] == ["questionnaire check, edition 1"]


def test_verify_editions_names_an_edition_that_cannot_be_judged_today(published, at):
    factories.edition("questionnaire", "old", at=at, attested={"beside": {"alpha": 1}})
    _, (fault,) = verify()
    assert fault.startswith("questionnaire old, edition 1: today's code cannot judge it: not a questionnaire ")


def test_verify_editions_says_which_were_published_before(db, at):
    factories.edition("questionnaire", "check", at=at)
    assert verify() == (
        [
            "questionnaire check, edition 1: it was published before its behaviour was attested.",
            "1 editions, each as it was published.",
        ],
        [],
    )
