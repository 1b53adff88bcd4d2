"""A small draft, ahead of a small live edition, with one device that is live."""

import datetime as dt

import pytest

from guides.documents import assemble, sha256
from guides.models import Draft, Edition
from screening.models import Questionnaire
from tests import factories


@pytest.fixture
def draft(db) -> Questionnaire:
    """Metal is asked about, then where it is; then fever. Metal: ask. Fever: stop."""
    metal, fever = factories.condition("metal-in-face"), factories.condition("fever")
    factories.rule(metal, "ask")
    factories.rule(fever, "stop")
    made = factories.questionnaire()
    first = factories.question(made, "metal", metal, position=10)
    where = factories.question(made, "where", kind="where", position=20, text="Where is it?")
    where.options.all().delete()
    where.ask_if.set(first.options.filter(key="yes"))
    where.about.set([metal])
    factories.question(made, "fever", fever, position=30)
    factories.scenario(made, "quiet", {"metal": ["no"], "fever": ["no"]}, {"every": {"disposition": "suitable"}})
    return made


@pytest.fixture
def live(draft, at) -> Edition:
    """The draft and the device Wave, as they are, are what visitors have."""
    frozen(factories.device(), at)
    return frozen(draft, at)


def frozen(draft: Draft, at: dt.datetime) -> Edition:
    """Its next edition, without the checks of publishing, which are not what is tried here."""
    document = assemble(draft).document
    fields = {"title": draft.title, "slug": draft.slug, "document": document, "sha256": sha256(document)}
    return factories.edition(draft.kind, draft.key, draft.editions.count() + 1, at=at, **fields)
