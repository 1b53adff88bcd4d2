import pytest

from guides.documents import BadDocument, assemble
from guides.importing import import_drafts, import_records, restore
from guides.models import Device, Guide, Prose, RelatedGuide, Source, Topic
from screening.models import Questionnaire
from tests.guides import example_records, examples

pytestmark = pytest.mark.django_db


PROSE = {"kind": "prose", "html": "<p>Text.</p>"}


def guide(**fields) -> dict:
    return {"schema": 1, "kind": "guide", "slug": "a", "title": "A", **fields}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (None, "sources.yaml: expected named values"),
        ([], "sources.yaml: expected named values"),
        ({"S1": None}, "sources.yaml: S1: expected named values"),
        ({"S1": ["title"]}, "sources.yaml: S1: expected named values"),
        ({1: {"title": "Manual", "kind": "manual"}}, r"sources.yaml: 1.key: 1 is no text"),
    ],
)
def test_import_records_says_what_is_no_record(rows, message):
    with pytest.raises(BadDocument, match=message):
        import_records(Source, rows, where="sources.yaml")


@pytest.mark.parametrize(
    ("topics", "message"),
    [
        (["safety", "unheard-of"], r"a\.yaml: topics: there is no topic “unheard-of”\."),
        ("safety", r"a\.yaml: topics: expected"),
    ],
)
def test_a_guide_holds_topics_that_are_on_file(topics, message):
    Topic.objects.create(key="safety", name="Safety", description="Who should not use it.")
    with pytest.raises(BadDocument, match=message):
        import_drafts(Guide, {"a.yaml": guide(topics=topics)})
    assert Guide.objects.count() == 0
    (draft,) = import_drafts(Guide, {"a.yaml": guide(topics=["safety"])})
    assert [topic.key for topic in draft.topics.all()] == ["safety"]


def test_an_edition_of_before_there_were_topics_brings_back_a_draft_without_any():
    draft = examples.import_guide()
    document = examples.guide()
    del document["topics"]
    restore(draft, document, where="edition 1")
    assert assemble(draft).document["topics"] == []


def test_import_records_writes_all_or_none():
    rows = {"S1": {"title": "Manual", "kind": "manual"}, "S2": {"title": "Manual", "kind": "rumour"}}
    with pytest.raises(BadDocument, match=r"sources\.yaml: S2"):
        import_records(Source, rows, where="sources.yaml")
    assert Source.objects.count() == 0


def test_import_drafts_lets_guides_refer_to_each_other():
    documents = {
        slug: {
            "schema": 1,
            "kind": "guide",
            "slug": slug,
            "title": slug,
            "blocks": [{"kind": "related", "guide": other}],
        }
        for slug, other in (("a", "b"), ("b", "a"))
    }
    import_drafts(Guide, documents)
    assert sorted(RelatedGuide.objects.values_list("parent__key", "guide__key")) == [("a", "b"), ("b", "a")]


def test_import_drafts_keeps_the_order_of_blocks():
    guide = examples.import_guide()
    (prose,) = Prose.objects.filter(parent=guide)
    assert (prose.region, prose.uid) == ("main", "b1")
    assert guide.guides_answeritem_set.values_list("region", flat=True).distinct().get() == "answer"


@pytest.mark.parametrize(
    ("document", "where"),
    [
        ([], "expected named values"),
        (guide(schema=2), "a.yaml: schema: expected schema 1"),
        (guide(kind="device"), "a.yaml: kind: expected a document of kind “guide”"),
        (guide(slug=None), "a.yaml"),
        (guide(colour="red"), "a.yaml: unknown: colour"),
        (guide(colour="red") | {None: 1, 7: 1}, "a.yaml: unknown: 7, None, colour"),
        (guide(review_by="soon"), "a.yaml: review_by: “soon” value has an invalid date format"),
        (guide(review_by=[1]), r"a.yaml: review_by: \[1\] is none of the values that can stand here"),
        (guide(blocks="text"), "a.yaml: blocks: expected a list"),
        (guide(blocks=["text"]), r"a.yaml: blocks\[0\]"),
        (guide(blocks={"prose": "text"}), "a.yaml: blocks: expected a list"),
        (guide(blocks=[{"kind": "poem"}]), r"a.yaml: blocks\[0\].kind: expected"),
        (guide(blocks=[{"kind": ["prose"]}]), r"a.yaml: blocks\[0\]"),
        (guide(blocks=[PROSE, {**PROSE, "region": "answer"}]), r"a.yaml: blocks\[1\]: unknown: region"),
        (
            guide(blocks=[{**PROSE, "uid": "x"}, PROSE, {**PROSE, "uid": "x"}]),
            r"a.yaml: blocks\[2\].uid: another block",
        ),
        (guide(blocks=[{**PROSE, "uid": "00000001"}, PROSE]), r"a.yaml: blocks\[1\].uid: another block"),
        (guide(key="Not a key"), "a.yaml: key: Enter a valid"),
        (guide(blocks=[{"kind": "claim", "claim": "x"}]), r"blocks\[0\].claim"),
    ],
)
def test_import_drafts_says_where_a_document_is_bad(document, where):
    with pytest.raises(BadDocument, match=where):
        import_drafts(Guide, {"a.yaml": document})
    assert Guide.objects.count() == 0


def test_a_block_without_a_name_gets_one():
    blocks = [PROSE, {**PROSE, "uid": None}, {**PROSE, "uid": ""}, {**PROSE, "uid": "mine"}]
    import_drafts(Guide, {"a.yaml": guide(blocks=blocks)})
    assert sorted(Prose.objects.values_list("uid", flat=True)) == ["00000000", "00000001", "00000002", "mine"]


def test_only_guides_have_blocks():
    document = {"schema": 1, "kind": "device", "slug": "a", "title": "A", "maker": "M", "blocks": []}
    with pytest.raises(BadDocument, match=r"a\.yaml: unknown: blocks"):
        import_drafts(Device, {"a.yaml": document})


def test_one_bad_document_lets_none_in():
    documents = {"a.yaml": guide(), "b.yaml": guide(slug="b", blocks=[{"kind": "poem"}])}
    with pytest.raises(BadDocument, match=r"b\.yaml"):
        import_drafts(Guide, documents)
    assert Guide.objects.count() == 0


def test_a_draft_is_not_imported_twice():
    import_drafts(Guide, {"a.yaml": guide()})
    with pytest.raises(BadDocument, match=r"a\.yaml: .*already exists"):
        import_drafts(Guide, {"a.yaml": guide()})


def test_rich_text_is_sanitised_on_the_way_in():
    html = '<p onclick="x()">Text <a href="javascript:x()">link</a></p><script>y()</script>'
    import_drafts(Guide, {"a.yaml": guide(blocks=[{"kind": "prose", "html": html}])})
    assert Prose.objects.get().html == "<p>Text <a>link</a></p>"


def test_the_questionnaire_comes_out_as_it_went_in():
    """Guides know nothing of it: it is imported and assembled by what its models say of themselves."""
    document = examples.guide()
    example_records.import_references(document)
    questionnaire = {
        "schema": 1,
        "kind": "questionnaire",
        "key": "check",
        "slug": "check",
        "title": "Check",
        "introduction": "It asks.",
        "review_by": "2027-05-22",
        "questions": [
            question("implant", options=[option("yes", "affirms", ["implant"]), option("unsure", "unsure", [])]),
            question("where", kind="where", ask_if=["implant/unsure", "implant/yes"], about=["implant"]),
        ],
        "scenarios": [
            {"key": "s", "title": "S", "answers": {"implant": ["yes"], "when": 5}, "expects": {"every": {"a": None}}}
        ],
        "references": {"condition": example_records.CONDITIONS, "source": example_records.SOURCES},
    }
    (draft,) = import_drafts(Questionnaire, {"check": questionnaire})
    assert assemble(draft).document == questionnaire


def question(key: str, **fields) -> dict:
    defaults = {"kind": "single", "text": "?", "hint": "h", "why": "w", "ask_if": [], "about": [], "options": []}
    return {"key": key, "topic": key, **defaults, **fields}


def option(key: str, role: str, affirms: list[str]) -> dict:
    return {"key": key, "label": key, "hint": "h", "role": role, "affirms": affirms}
