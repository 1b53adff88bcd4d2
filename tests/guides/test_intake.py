import datetime as dt

import pytest
import yaml

from guides.documents import BadDocument, assemble
from guides.intake import import_file
from guides.markdown import Placed
from guides.models import Claim, Guide, Source, Topic
from tests import factories
from tests.guides import example_records, examples

pytestmark = pytest.mark.django_db

ARTICLE = b"# Gel\n\nWhy it matters.\n\n| Claim | Evidence |\n|---|---|\n| Water will do | weak |\n"


def test_an_article_becomes_a_draft_with_its_claims():
    imported = import_file("gel.md", ARTICLE)
    assert (imported.guide.slug, imported.guide.title, imported.guide.standfirst) == ("gel", "Gel", "Why it matters.")
    assert Claim.objects.get().statement == "Water will do"
    assert imported.placed[-1] == Placed(7, "Water will do", "claim against evidence")
    assert not imported.guide.editions.exists(), "An import is always a draft."


def test_the_head_of_an_article_names_its_topics(at):
    for key in ("evidence", "safety"):
        Topic.objects.create(key=key, name=key.title(), description="About it.")
    head = b"---\r\ntopics: [safety, evidence]\r\nreview_by: 2027-05-22\r\n---\r\n"
    imported = import_file("gel.md", head + ARTICLE)
    document = assemble(imported.guide).document
    assert (document["topics"], document["review_by"], document["title"]) == (
        ["evidence", "safety"],
        "2027-05-22",
        "Gel",
    )
    assert imported.placed[0] == Placed(1, "the head of the file", "topics, review_by")
    assert imported.placed[-1] == Placed(11, "Water will do", "claim against evidence")
    assert imported.not_placed == []


def test_an_article_finds_what_is_on_file(at):
    Claim.objects.create(key="water", statement="Water will do.", verdict="refuted", explanation="<p>No.</p>")
    Guide.objects.create(slug="what-is-it", title="What is it?")
    text = ARTICLE + b"\n## Related guides\n\n- [What is it?](/guides/what-is-it/): short\n"
    document = assemble(import_file("gel.md", text).guide).document
    assert [block.get("claim") or block.get("guide") for block in document["blocks"]] == ["water", None, "what-is-it"]
    assert Claim.objects.get().verdict == "refuted"


def test_a_document_comes_back_as_it_was_exported():
    document = examples.guide() | {"key": "copy", "slug": "copy"}
    Guide.objects.create(slug="conductive-gel", title="Conductive gel")
    factories.device(slug="dot", title="Dot")
    imported = import_file("copy.yaml", yaml.safe_dump(document).encode())
    assert assemble(imported.guide).document == document
    assert len(imported.placed) == len(document["blocks"])


def test_a_document_leaves_records_on_file_as_they_are():
    Guide.objects.create(slug="conductive-gel", title="Conductive gel")
    example_records.import_references(examples.guide())
    Source.objects.filter(key="S1").update(title="Known here by another name")
    import_file("copy.yaml", yaml.safe_dump(examples.guide() | {"key": "copy", "slug": "copy"}).encode())
    assert Source.objects.get(key="S1").title == "Known here by another name"


def test_another_address_can_be_given(at):
    first = import_file("gel.md", ARTICLE).guide
    assert import_file("gel.md", ARTICLE, slug="gel-2").guide.key == "gel-2"
    with pytest.raises(
        BadDocument, match=r"gel\.md, line 1: key: .*exists\. slug: Guide with this Address already exists"
    ):
        import_file("gel.md", ARTICLE)
    assert list(Guide.objects.values_list("slug", flat=True).order_by("slug")) == [first.slug, "gel-2"]


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.md", b"No title.", "a.md: the article has no title"),
        ("a.md", b"# A\n\nna\xefve", "a.md: line 3 is not encoded in UTF-8"),
        ("a.md", b"x" * 2_000_001, "a.md: the file has 2,000,001 bytes; 2,000,000 are the most"),
        ("a.md", b"---\ntopics: [none-such]\n---\n# A", "a.md, line 2: topics: there is no topic “none-such”"),
        ("a.md", b"---\ntopics: safety\n---\n# A", "a.md, line 2: topics: expected a list"),
        ("a.yaml", b"- 1", "a.yaml, line 1: expected named values"),
        ("a.yaml", b"schema: 1\nkind: device", "a.yaml, line 2: kind: expected a document of kind “guide”"),
        ("a.yaml", b"references: {claim: [1]}", "a.yaml, line 1: references.claim: expected named values"),
        ("a.yaml", b"a: &a [*a]", "a.yaml: it contains itself, or is nested too deeply"),
        ("a.yaml", b"[" * 5000, "a.yaml: it contains itself, or is nested too deeply"),
    ],
)
def test_a_file_at_fault_is_refused_whole(name, raw, message):
    with pytest.raises(BadDocument, match=message):
        import_file(name, raw)
    assert (Guide.objects.count(), Claim.objects.count()) == (0, 0)


BLOCKS = b"schema: 1\nkind: guide\nslug: a\ntitle: A\nblocks:\n"
EVIDENCE = b"schema: 1\nkind: guide\nreferences:\n  claim:\n    c:\n      statement: x\n      evidence:\n        -\n"


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.yaml", b"schema: 1\nkind: guide\nslug: a\n", "a.yaml, line 1: title: This field cannot be blank."),
        ("a.yaml", b"slug: a\nkind: guide\nschema: 2", "a.yaml, line 3: schema: expected schema 1."),
        ("a.yaml", BLOCKS + b"- kind: prose\n  html: x\n- kind: poem", r"a.yaml, line 8: blocks\[1\].kind: expected"),
        (
            "a.yaml",
            BLOCKS + b"- kind: claim\n\n  claim: c",
            r"a.yaml, line 8: blocks\[0\].claim: there is no claim “c”.",
        ),
        ("a.yaml", BLOCKS + b"- kind: phase\n  weeks: 1", r"a.yaml, line 7: blocks\[0\]: unknown: weeks."),
        ("a.yaml", BLOCKS + b"-\n  kind: prose", r"a.yaml, line 7: blocks\[0\]: html: This field cannot be blank."),
        ("a.yaml", BLOCKS.replace(b"slug: a", b"slug: a b"), r"a.yaml, line 3: key: Enter a valid .*\. slug: Enter"),
        (
            "a.yaml",
            EVIDENCE + b"          stance: for\n          finding: x\n          study: s",
            r"a.yaml, line 11: references.claim.c.evidence\[0\].study: there is no study “s”.",
        ),
        ("a.md", b"\n# " + b"Gel " * 100, r"a.md, line 2: title: .*at most 150 characters \(it has 399\)"),
        (
            "a.md",
            b"# A\n\nB\n\n- **Weeks 1-4**: x\n- **Week " + b"9" * 30 + b"**: x",
            r"a.md, line 6: blocks\[1\]: starts_week: ",
        ),
        ("a.md", b"# A\n\nB\n\n## FAQ\n\n**?**\n\nx\n\n###\n\nx", r"a.md, line 11: blocks\[2\]: question: "),
        ("a.md", b"---\nreview_by: soon\n---\n# A", "a.md, line 2: review_by: “soon” value has an invalid date format"),
        ("a.md", b"---\nrank: 1\nauthor: Ada\n---\n# A", "a.md, line 3: unknown: author."),
        ("a.md", b"---\nrank: 1\ntitle: B\n---\n# A", "a.md, line 3: title: the article itself says it, so leave it"),
        ("a.md", b"---\nrank: 1\ntitle: Gel: why\n---\n", "a.md, line 3: a colon with a space after it stands inside"),
    ],
)
def test_a_fault_is_told_with_its_line_and_field(name, raw, message):
    with pytest.raises(BadDocument, match=message):
        import_file(name, raw)


def test_a_document_that_would_grow_without_end_is_refused():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{new}: &{new} [{','.join(['*' + old] * 10)}]\n" for old, new in zip("abcdef", "bcdefg", strict=True)
    )
    with pytest.raises(BadDocument, match=r"it would grow to more than 200,000 values"):
        import_file("bomb.yaml", bomb.encode())


def test_hostile_html_in_an_article_is_text():
    html = (
        import_file("a.md", b"# A\n\nB\n\n<script>x()</script> [l](javascript:x())").guide.guides_prose_set.get().html
    )
    assert html == "<p>&lt;script&gt;x()&lt;/script&gt; [l](javascript:x())</p>"


def test_the_head_of_an_article_says_when_its_review_is_due():
    imported = import_file("gel.md", b"---\r\nreview_by: 2027-05-01\r\nrank: 4\r\n---\r\n" + ARTICLE)
    assert (imported.guide.slug, imported.guide.review_by, imported.guide.rank) == ("gel", dt.date(2027, 5, 1), 4)
    assert imported.placed[0] == Placed(1, "the head of the file", "review_by, rank")
    assert imported.placed[-1] == Placed(11, "Water will do", "claim against evidence")
