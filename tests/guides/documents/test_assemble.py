import datetime as dt

import pytest

from guides.documents import assemble, assemble_each, sha256
from guides.models import (
    BLOCKS,
    AnswerItem,
    ClaimRow,
    Comparison,
    Condition,
    ConditionList,
    Device,
    Edition,
    Guide,
    Mechanism,
    ProductBlock,
    Prose,
    QuestionAnswer,
    draft_models,
)
from tests import factories
from tests.guides import examples
from tests.guides.pages import documents

pytestmark = pytest.mark.django_db

IMPORTS = {
    "guide": (examples.guide, examples.import_guide),
    "comparing": (examples.comparing, examples.import_comparing),
    "device": (examples.device, examples.import_device),
}


@pytest.mark.parametrize("kind", IMPORTS)
def test_assemble_writes_exactly_what_was_imported(kind, at):
    example, imported = IMPORTS[kind]

    assert assemble(imported(), at=at).document == example()


def test_assemble_gives_every_block_in_its_place_whatever_region_it_says():
    guide = factories.guide()
    Prose.objects.create(parent=guide, region="gone", ordering=1, html="<p>third</p>")
    Prose.objects.create(parent=guide, region="main", ordering=20, html="<p>second</p>")
    Prose.objects.create(parent=guide, region="main", ordering=10, html="<p>first</p>")
    AnswerItem.objects.create(parent=guide, region="answer", ordering=30, list="helps", text="before all")

    blocks = assemble(guide).document["blocks"]

    assert [block.get("html") or block["text"] for block in blocks] == [
        "before all",
        "<p>first</p>",
        "<p>second</p>",
        "<p>third</p>",
    ]


def test_assemble_reads_the_database_not_the_instance():
    guide = factories.guide(title="Saved")
    guide.title = "Not saved"

    assert assemble(guide).document["title"] == "Saved"


def test_assemble_follows_references_of_references():
    """A guide shows a claim, whose explanation cites a study: the study is in the document too."""
    factories.study("rats")
    claim = factories.claim("tightens", explanation='<p>Only <a href="study:rats">rats</a>.</p>')
    guide = factories.guide()
    ClaimRow.objects.create(parent=guide, region="main", claim=claim)

    references = assemble(guide).document["references"]

    assert {kind: list(rows) for kind, rows in references.items()} == {"claim": ["tightens"], "study": ["rats"]}


def test_assemble_ends_where_claims_cite_each_other():
    factories.claim("a", explanation='<p><a href="claim:b">b</a></p>')
    factories.claim("b", explanation='<p><a href="claim:a">a</a></p>')
    guide = factories.guide()
    Prose.objects.create(parent=guide, region="main", html='<p><a href="claim:a">a</a></p>')

    assert set(assemble(guide).document["references"]["claim"]) == {"a", "b"}


def test_assemble_leaves_a_link_to_nothing_without_reference():
    guide = factories.guide()
    Prose.objects.create(parent=guide, region="main", html='<p><a href="source:S404">x</a></p>')

    document = assemble(guide).document

    assert document["references"] == {}
    assert document["blocks"][0]["html"] == '<p><a href="source:S404">x</a></p>'


def test_assemble_sanitises_what_came_into_the_database_unclean():
    guide = factories.guide()
    Prose.objects.create(parent=guide, region="main", html='<p onclick="x()">a<script>alert(1)</script></p>')

    assert assemble(guide).document["blocks"][0]["html"] == "<p>a</p>"


def test_assemble_is_the_same_for_lines_from_a_browser_and_from_a_file():
    """Forms post CRLF: opening and saving a draft must not change its hash, or an approval would be lost."""
    device = factories.device(summary="One.\nTwo.")
    before = sha256(assemble(device).document)
    Device.objects.update(summary="One.\r\nTwo.")

    assert sha256(assemble(device).document) == before


def test_assemble_orders_sources_by_key_on_every_database():
    """PostgreSQL sorts a-b after ab where the server's language says so, SQLite before it."""
    product = factories.product()
    product.sources.set([factories.source("ab"), factories.source("a-b"), factories.source("B")])
    guide = factories.guide()
    ProductBlock.objects.create(parent=guide, region="main", product=product)

    assert assemble(guide).document["references"]["product"]["gel"]["sources"] == ["B", "a-b", "ab"]


@pytest.mark.parametrize(
    ("at_least", "listed"),
    [
        ("limited", ["ab", "asked", "limited", "stopped"]),
        ("wait", ["ab", "asked", "stopped"]),
        ("ask", ["ab", "asked", "stopped"]),
        ("stop", ["ab", "stopped"]),
    ],
)
def test_assemble_lists_the_conditions_that_are_strict_enough(at_least, listed):
    rules = {"stopped": ["stop", "limited"], "asked": ["ask"], "limited": ["limited"], "ab": ["stop"]}
    for key, dispositions in rules.items():
        condition = factories.condition(key)
        for disposition in dispositions:
            factories.rule(condition, disposition)
    factories.condition("no-rules")
    guide = factories.guide()
    ConditionList.objects.create(parent=guide, region="main", at_least=at_least)

    document = assemble(guide).document

    assert document["blocks"][0]["conditions"] == listed
    assert sorted(document["references"]["condition"]) == listed


def test_assemble_freezes_what_the_live_editions_say_of_compared_devices(at):
    """Not what their drafts say, nor an edition that is yet to come."""
    guide, _ = _comparing("wave", at=at)
    later = at + dt.timedelta(days=1)
    _edition("wave", 2, at=later, maker="Newer Ltd")

    document = assemble(guide, at=at).document

    assert document["references"]["device"] == {"wave": {"title": "Wave"}}
    (wave,) = document["references"]["compared"].values()
    assert (wave["maker"], wave["edition"], wave["live_from"]) == ("Old Ltd", 1, "2026-11-22")
    assert list(document["references"]["source"]) == ["S1"]
    assert assemble(guide, at=later).document["references"]["compared"]["wave"]["maker"] == "Newer Ltd"


def test_assemble_leaves_out_compared_devices_that_are_not_live(at):
    guide, _ = _comparing("wave", at=at)

    assert "compared" not in assemble(guide, at=at - dt.timedelta(seconds=1)).document["references"]


def _comparing(slug: str, *, at: dt.datetime) -> tuple[Guide, Edition]:
    guide = factories.guide()
    Comparison.objects.create(parent=guide, region="main").devices.add(factories.device(slug))
    return guide, _edition(slug, 1, at=at, maker="Old Ltd")


def _edition(slug: str, number: int, *, at: dt.datetime, maker: str) -> Edition:
    document = documents.device(
        key=slug,
        slug=slug,
        maker=maker,
        facts=[documents.fact("output", "80 µA", source="S1")],
        references={"source": {"S1": documents.source(), "S2": documents.source()}},
    )
    return factories.edition("device", slug, number, at=at, document=document, sha256=sha256(document))


@pytest.mark.parametrize("count", [1, 3])
def test_assemble_takes_the_same_queries_for_one_block_of_a_kind_and_for_three(count, django_assert_num_queries):
    """The guide 1, its topics 1, each of 15 kinds of block 1, what is compared 1, what conditions give 1, who has which
    address 3; claims with evidence 2, products with sources 2, conditions with rules with sources 3, devices, sources
    and studies 1 each."""
    guide = factories.guide()
    for index in range(count):
        claim = factories.claim(f"c{index}", explanation=f'<p><a href="source:s{index}">x</a></p>')
        factories.evidence(claim, factories.study(f"r{index}"))
        source = factories.source(f"s{index}")
        condition = factories.condition(f"x{index}")
        factories.rule(condition).sources.add(source)
        product = factories.product(f"p{index}")
        product.sources.add(source)
        device = factories.device(f"d{index}")
        place = {"parent": guide, "region": "main", "ordering": index}
        ClaimRow.objects.create(claim=claim, **place)
        ProductBlock.objects.create(product=product, **place)
        ConditionList.objects.create(**place)
        Comparison.objects.create(**place).devices.add(device)
        for model in (Prose, QuestionAnswer, Mechanism):
            model.objects.create(html=f'<p><a href="/devices/d{index}/">x</a></p>', **place)

    with django_assert_num_queries(32):
        document = assemble(guide).document

    assert {kind: len(rows) for kind, rows in document["references"].items()} == dict.fromkeys(
        ["claim", "condition", "device", "product", "source", "study"], count
    )


def test_assembly_holds_every_row_whose_change_is_a_contribution():
    guide = examples.import_guide()

    rows = assemble(guide).rows

    assert sorted({row._meta.model_name for row in rows} - {model._meta.model_name for model in BLOCKS}) == [
        "chart",
        "claim",
        "condition",
        "guide",
        "product",
        "source",
        "study",
        "term",
        "topic",
    ]
    assert [row for row in rows if isinstance(row, Guide)] == [guide], (
        "A guide that is linked to is not part of this one."
    )
    assert Condition.objects.get(key="implant") in rows


def test_many_are_assembled_as_each_of_them_alone(starter, at):
    drafts = [draft for model in draft_models().values() for draft in model.objects.all()]
    assert len(drafts) > 25
    together = list(assemble_each(drafts, at=at))
    for draft, made in zip(drafts, together, strict=True):
        alone = assemble(draft, at=at)
        assert (made.document, set(made.rows)) == (alone.document, set(alone.rows)), draft
