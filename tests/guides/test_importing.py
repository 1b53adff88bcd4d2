import pytest

from guides.documents import BadDocument
from guides.importing import import_drafts, import_records, read
from guides.models import Guide, Prose, RelatedGuide, Source
from tests.guides import examples

pytestmark = pytest.mark.django_db


def guide(**fields) -> dict:
    return {"schema": 1, "kind": "guide", "slug": "a", "title": "A", **fields}


def test_read_names_the_file_and_the_line(tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text("title: [unclosed\nslug: x")
    with pytest.raises(BadDocument, match=r"(?s)broken\.yaml: .*line 2"):
        read(path)


def test_read_refuses_what_is_no_utf_8(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("title: Über".encode("latin-1"))
    with pytest.raises(BadDocument, match=r"latin\.yaml"):
        read(path)


def test_read_runs_no_code(tmp_path):
    path = tmp_path / "hostile.yaml"
    path.write_text("!!python/object/apply:os.system ['true']")
    with pytest.raises(BadDocument, match=r"hostile\.yaml"):
        read(path)


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
        (guide(schema=2), "a.yaml: expected schema 1"),
        (guide(kind="device"), "expected a document of kind “guide”"),
        (guide(slug=None), "a.yaml"),
        (guide(colour="red"), "a.yaml: unknown: colour"),
        (guide(blocks="text"), "a.yaml: blocks: expected a list"),
        (guide(blocks=["text"]), r"a.yaml: blocks\[0\]"),
        (guide(blocks=[{"kind": "poem"}]), r"a.yaml: blocks\[0\]"),
        (guide(blocks=[{"kind": "claim", "claim": "x"}]), r"blocks\[0\].claim"),
    ],
)
def test_import_drafts_says_where_a_document_is_bad(document, where):
    with pytest.raises(BadDocument, match=where):
        import_drafts(Guide, {"a.yaml": document})
    assert Guide.objects.count() == 0
