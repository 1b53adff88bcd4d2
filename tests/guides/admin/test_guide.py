import pytest
from django.contrib.admin import site
from django.contrib.admin.utils import flatten
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guides.admin.guide import SHOWN
from guides.documents import assemble
from guides.models import BLOCKS, Guide, Prose, QuestionAnswer
from tests import factories
from tests.guides.admin.filled import filled, with_row
from tests.guides.examples import import_guide

KEPT_BY_THE_PAGE = {"id", "uid", "parent", "region", "ordering", "width", "height"}


def address(guide: Guide, page: str = "change") -> str:
    return f"/admin/guides/guide/{guide.pk}/{page}/"


def prose(guide: Guide, html: str, **fields) -> Prose:
    return Prose.objects.create(parent=guide, html=html, **{"region": "main", "ordering": 10, **fields})


def saved(client, guide: Guide, change: dict) -> Guide:
    """``guide`` after a save of its form with these values changed."""
    form = filled(client.get(address(guide)))
    response = client.post(address(guide), form | change | {"_continue": "1"})
    assert response.status_code == 302, response.context["errors"]
    return Guide.objects.get(pk=guide.pk)


def test_every_kind_of_block_can_be_edited_in_full():
    assert set(SHOWN) == set(BLOCKS)
    for model, shown in SHOWN.items():
        fields = {field.name for field in model._meta.get_fields()} - KEPT_BY_THE_PAGE
        assert set(flatten(shown.fields)) == fields, f"{model.kind} has fields that editors cannot reach."


def test_every_kind_of_block_belongs_to_its_region():
    regions = {inline.model: inline.regions for inline in site.get_model_admin(Guide).inlines}
    assert regions == {model: {model.region_key} for model in BLOCKS}


def test_saving_without_a_change_changes_nothing(as_editor):
    guide = import_guide()
    before = assemble(guide).document
    assert assemble(saved(as_editor, guide, {})).document == before


def test_a_changed_paragraph_is_saved_as_the_server_allows_it(as_editor):
    guide = factories.guide()
    prose(guide, "<p>Old.</p>")
    pasted = (
        '<h2 style="color:red">New</h2><p onclick="go()">Words <a href="source:s1">s</a> <a href="/guides/gel/">gel</a>'
        ' <a href="javascript:go()">x</a></p><script>go()</script><table><tr><td>cell</td></tr></table>'
    )
    saved(as_editor, guide, {"guides_prose_set-0-html": pasted})
    assert Prose.objects.get().html == (
        '<h2>New</h2><p>Words <a href="source:s1">s</a> <a href="/guides/gel/">gel</a> <a>x</a></p>cell'
    ), "Design, bad input: HTML pasted by an editor is sanitised on the server."


def test_a_block_of_another_kind_goes_between_two(as_editor):
    guide = factories.guide()
    prose(guide, "<p>First.</p>", ordering=10)
    prose(guide, "<p>Second.</p>", ordering=20)
    form = filled(as_editor.get(address(guide)))
    form = with_row(
        form, "guides_questionanswer_set", region="main", ordering=15, question="Is it loud?", html="<p>No.</p>"
    )
    as_editor.post(address(guide), form | {"_continue": "1"})
    blocks = assemble(guide).document["blocks"]
    assert [block.get("question") or block["html"] for block in blocks] == [
        "<p>First.</p>",
        "Is it loud?",
        "<p>Second.</p>",
    ]


def test_an_incomplete_draft_is_saved(as_editor):
    form = filled(as_editor.get("/admin/guides/guide/add/"))
    response = as_editor.post("/admin/guides/guide/add/", form | {"title": "Gel", "slug": "gel", "_continue": "1"})
    guide = Guide.objects.get()
    assert (response.url, guide.key, guide.standfirst) == (address(guide), "gel", "")


def test_copying_blocks_is_not_offered_and_not_done(as_editor):
    guide = factories.guide()
    block = prose(guide, "<p>Only once.</p>")
    saved(
        as_editor,
        guide,
        {"_clone": f"guides.prose:{block.pk}", "_clone_region": "answer", "_clone_ordering": "10"},
    )
    assert Prose.objects.count() == 1, "A copy would have its original's uid, which names it in documents."


def test_the_number_of_queries_does_not_grow_with_the_blocks(as_editor):
    guide = factories.guide()
    claim = factories.claim()
    counts = []
    for size in (1, 3):
        for ordering in range(size):
            prose(guide, "<p>Text.</p>", ordering=ordering)
            QuestionAnswer.objects.create(parent=guide, region="main", ordering=ordering, question="?", html="<p>!</p>")
            guide.guides_claimrow_set.create(region="main", ordering=ordering, claim=claim)
        as_editor.get(address(guide))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            as_editor.get(address(guide))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_draft_is_assembled_once_for_its_page(as_editor):
    """Only assembly reads what a claim rests on."""
    guide = import_guide()
    with CaptureQueriesContext(connection) as queries:
        as_editor.get(address(guide))
    assert sum('FROM "guides_evidence"' in query["sql"] for query in queries) == 1


def test_a_reviewer_is_led_to_the_preview_and_cannot_save(as_reviewer):
    guide = factories.guide()
    response = as_reviewer.get(address(guide))
    assert f'<a href="{response.context["preview"]}">its preview</a>' in response.content.decode()
    assert response.context["inline_admin_formsets"] == []
    assert "content_editor/index.js" not in response.content.decode()
    assert as_reviewer.post(address(guide), {"title": "Mine"}).status_code == 403


@pytest.mark.parametrize("page", ["change", "publish", "approve", "history", "delete"])
def test_nobody_works_here_without_signing_in(client, page, db):
    guide = factories.guide()
    response = client.get(address(guide, page))
    assert response.url == f"/admin/login/?next={address(guide, page)}"
