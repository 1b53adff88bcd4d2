from guides.documents import assemble
from guides.models import Guide, Topic
from guides.publishing import contributors, publish
from tests import factories
from tests.guides.admin.filled import address, filled
from tests.guides.admin.test_record import readonly
from tests.guides.examples import import_guide


def test_an_editor_adds_a_topic(as_editor):
    form = filled(as_editor.get("/admin/guides/topic/add/"))
    as_editor.post("/admin/guides/topic/add/", form | {"key": "care", "name": "Care", "description": "Of skin."})
    assert Topic.objects.values_list("key", "name", "description").get() == ("care", "Care", "Of skin.")


def test_a_topic_needs_name_and_description(as_editor):
    form = filled(as_editor.get("/admin/guides/topic/add/"))
    response = as_editor.post("/admin/guides/topic/add/", form | {"key": "care"})
    assert set(response.context["adminform"].form.errors) == {"name", "description"}


def test_a_topic_is_renamed_and_keeps_its_key(as_editor, editor):
    guide = import_guide()
    topic = Topic.objects.get(key="safety")
    as_editor.post(address(topic), filled(as_editor.get(address(topic))) | {"name": "Who it is for"})
    document = assemble(guide).document
    assert document["topics"] == ["evidence", "safety"]
    assert document["references"]["topic"]["safety"]["name"] == "Who it is for"
    assert editor.pk in contributors(assemble(guide))


def test_a_topic_says_which_drafts_hold_it_and_where_readers_see_it(as_editor, editor, at):
    guide = import_guide()
    edition = publish(guide, by=editor, at=at)
    page = as_editor.get(address(Topic.objects.get(key="safety")))
    assert readonly(page, "held_by") == f'<a href="{address(guide)}">How it works</a>'
    assert readonly(page, "read_in") == f'<a href="{address(edition)}">How it works, edition 1</a>'
    unused = Topic.objects.create(key="unused", name="Unused", description="Of nothing.")
    assert readonly(as_editor.get(address(unused)), "held_by") == "None."


def test_a_guide_is_given_topics_in_its_form(as_editor):
    guide = import_guide()
    chosen = Topic.objects.get(key="evidence")
    form = filled(as_editor.get(address(guide)))
    assert form["topics"] == list(Topic.objects.values_list("pk", flat=True))
    as_editor.post(address(guide), form | {"topics": [chosen.pk]})
    assert assemble(Guide.objects.get(pk=guide.pk)).document["topics"] == ["evidence"]


def test_guides_are_found_by_topic(as_editor):
    import_guide()
    factories.guide(slug="other", title="Other")
    topic = Topic.objects.get(key="safety")
    page = as_editor.get(f"/admin/guides/guide/?topics__id__exact={topic.pk}")
    assert [guide.title for guide in page.context["cl"].result_list] == ["How it works"]
