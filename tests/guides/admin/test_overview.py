"""The first page of the admin, and what it fetches apart from itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guides.admin.overview import ahead
from guides.documents import assemble, sha256
from guides.importing import import_drafts
from guides.models import Device, Guide
from guides.publishing import approve, publish
from tests import factories
from tests.guides import examples
from tests.guides.examples import import_comparing, import_guide

HTMX = {"HX-Request": "true"}
STATEMENTS = {"credential": "Physiotherapist", "conflict_of_interest": "None."}


@pytest.fixture
def guide(db, at) -> Guide:
    """As readers have it, with everything that it names."""
    guide = import_guide()
    for draft in (*Guide.objects.all(), *Device.objects.all()):
        document = assemble(draft).document
        factories.edition(draft.kind, draft.key, at=at, document=document, sha256=sha256(document))
    return guide


def test_the_first_page_says_what_waits(as_editor, at):
    document = {"review_by": "2020-01-01", "references": {}}
    factories.edition(at=at, document=document)
    page = as_editor.get("/admin/").content.decode()
    assert "Reviews overdue: 1" in page
    assert "guide, by 2020-01-01" in page
    assert "Reviews due within" not in page


def test_who_may_not_read_drafts_is_told_of_none(db):
    response = factories.signed_in(factories.user("new")).get("/admin/")
    assert "sections" not in response.context
    assert "What waits" not in response.content.decode()


def test_the_first_page_asks_for_drafts_apart_from_itself(as_editor, guide, django_assert_max_num_queries):
    """With session, person and permissions; not one of them is for a draft."""
    as_editor.get("/admin/")
    with django_assert_max_num_queries(20):
        page = as_editor.get("/admin/").content.decode()
    assert 'hx-get="/admin/drafts-ahead/"' in page
    assert '<a href="/admin/drafts-ahead/">Look for them</a>' in page


def test_drafts_as_readers_have_them_are_not_ahead(guide, at):
    assert ahead(at=at) == []


def test_a_guide_that_compares_devices_is_ahead_once_they_have_newer_editions(db, at):
    guide = import_comparing()
    factories.edition(key=guide.key, at=at, sha256=sha256(assemble(guide, at=at).document))
    assert guide not in [found.draft for found in ahead(at=at)]
    factories.edition("device", "orb", 2, at=at, document={**examples.device(), "areas": ["neck"]})
    assert guide in [found.draft for found in ahead(at=at)]


def test_a_changed_draft_is_ahead_until_it_is_published(guide, editor, at):
    guide.standfirst = "Other words."
    guide.save()
    (found,) = ahead(at=at)
    assert (found.draft, found.live.number, found.is_approved) == (guide, 1, False)
    publish(guide, by=editor, at=at, note="Other words.")
    assert ahead(at=at) == []


def test_a_changed_record_puts_every_draft_ahead_that_shows_it(guide, at):
    guide.guides_claimrow_set.first().claim.evidence.update(finding="Less.")
    assert [found.draft for found in ahead(at=at)] == [guide]


def test_a_draft_that_was_approved_waits_for_its_publisher(guide, reviewer, at):
    guide.standfirst = "Other words."
    guide.save()
    approve(assemble(guide), by=reviewer, at=at, **STATEMENTS)
    assert [found.is_approved for found in ahead(at=at)] == [True]


def test_a_draft_of_which_a_part_was_approved_does_not(guide, reviewer, at):
    guide.standfirst = "Other words."
    guide.save()
    approve(assemble(guide), by=reviewer, at=at, scope="the spelling only", **STATEMENTS)
    assert [found.is_approved for found in ahead(at=at)] == [False], "Rule 5.4: a part is not the whole."


def test_a_draft_that_was_never_published_is_ahead_of_nothing(db, at):
    draft = factories.guide()
    (found,) = ahead(at=at)
    assert (found.draft, found.live) == (draft, None)


def test_drafts_are_looked_for_in_as_many_queries_however_many_there_are(guide, at):
    counted = []
    for slug in ("second", "third"):
        import_drafts(Guide, {slug: examples.guide() | {"key": slug, "slug": slug}})
        import_drafts(Device, {slug: examples.device() | {"key": slug, "slug": slug}})
        with CaptureQueriesContext(connection) as queries:
            assert len(ahead(at=at)) == 2 * (len(counted) + 1)
        counted.append(len(queries))
    assert counted[0] == counted[1] < 100


def test_the_list_is_a_page_and_for_htmx_a_part_of_it(as_reviewer):
    draft = factories.guide()
    whole, part = as_reviewer.get("/admin/drafts-ahead/"), as_reviewer.get("/admin/drafts-ahead/", headers=HTMX)
    line = f'<a href="/admin/guides/guide/{draft.pk}/change/">Basics</a>'
    assert line in whole.content.decode()
    assert line in part.content.decode()
    assert "<html" in whole.content.decode()
    assert "<html" not in part.content.decode()
    assert "HX-Request" in whole["Vary"]
    assert "HX-Request" in part["Vary"]


def test_the_problems_of_a_draft_are_counted_at_an_address_of_their_own(as_reviewer):
    draft = factories.guide(standfirst="")
    part = as_reviewer.get("/admin/drafts-ahead/guide/basics/", headers=HTMX).content.decode()
    assert part.strip() == f'<a href="/admin/guides/guide/{draft.pk}/change/">4 blockers</a>'
    assert as_reviewer.get("/admin/drafts-ahead/guide/basics/").url == f"/admin/guides/guide/{draft.pk}/change/"


@pytest.mark.parametrize("address", ["nothing/basics", "guide/nothing"])
def test_problems_of_what_is_not_there(as_editor, address):
    assert as_editor.get(f"/admin/drafts-ahead/{address}/", headers=HTMX).status_code == 404


@pytest.mark.parametrize("address", ["/admin/drafts-ahead/", "/admin/drafts-ahead/guide/basics/"])
def test_who_may_not_read_drafts_is_refused(db, address):
    factories.guide()
    assert factories.signed_in(factories.user("new")).get(address).status_code == 403
