import datetime as dt

import pytest

from tests.guides.pages import documents
from tests.guides.views.editions import publish, withdraw

pytestmark = pytest.mark.usefixtures("db", "now")

DAY = dt.timedelta(days=1)
RCT = documents.study(title="A trial", design="rct", participants=40)
RATS = documents.study(title="Rat skin", design="cells")
LIFTS = documents.claim(documents.evidence(study="rct"), documents.evidence(study="rats", stance="against"))


def guide(key: str, **references):
    return documents.guide(key=key, slug=key, title=key.capitalize(), references=references)


@pytest.fixture
def guides(at) -> None:
    publish(guide("a", claim={"lifts": LIFTS}, study={"rct": RCT, "rats": RATS}), at=at)


def test_studies_of_all_live_guides_are_listed_the_strongest_first(client, guides, at):
    publish(guide("b", study={"review": documents.study(title="A review", design="review")}), at=at)
    withdraw(publish(guide("c", study={"wrong": documents.study()}), at=at), at=at)
    studies = client.get("/evidence/").context["narrowed"].items
    assert [(study.key, [bearing.stance for bearing in study.bearings]) for study in studies] == [
        ("review", []),
        ("rct", ["for"]),
        ("rats", ["against"]),
    ]


def test_where_copies_differ_the_one_that_went_live_last_counts(client, guides, at):
    publish(guide("0-later", study={"rct": RCT | {"title": "A trial, corrected"}}), at=at + DAY / 2)
    titles = [study.title for study in client.get("/evidence/").context["narrowed"].items]
    assert titles == ["A trial, corrected", "Rat skin"]


@pytest.mark.parametrize(
    ("query", "keys"),
    [("design=rct", ["rct"]), ("subject=cells", ["rats"]), ("claim=lifts", ["rct", "rats"]), ("x=y", ["rct", "rats"])],
)
def test_studies_are_narrowed_by_what_is_ticked(client, guides, query, keys):
    assert [study.key for study in client.get(f"/evidence/?{query}").context["narrowed"].items] == keys


def test_findings_are_counted_by_design(client, guides):
    tally = client.get("/evidence/?design=rct").context["tally"]
    assert [(row.design, row.counts) for row in tally.rows] == [
        ("Randomised trial", [1, 0, 0]),
        ("Cells or tissue in a dish", [0, 1, 0]),
    ]


def test_charts_of_live_guides_are_shown_with_their_study(client, at):
    record = documents.chart(documents.chart_range("ATP", 10, 1000), study="rct")
    publish(guide("a", chart={"atp": record}, study={"rct": RCT}), at=at)
    (chart,) = client.get("/evidence/").context["charts"]
    assert (chart.title, chart.citation.title) == ("ATP", "A trial")


def test_claims_are_listed_by_what_they_say(client, guides, at):
    publish(guide("b", claim={"tones": documents.claim(statement="A tone", grade="none")}), at=at)
    claims = client.get("/claims/").context["narrowed"].items
    assert [(claim.key, claim.studies, claim.is_stale) for claim in claims] == [("tones", 0, False), ("lifts", 2, True)]
    assert [claim.key for claim in client.get("/claims/?grade=none").context["narrowed"].items] == ["tones"]


def test_claim_is_shown_as_the_guide_that_went_live_last_states_it(client, guides, at):
    newer = LIFTS | {"statement": "It lifts a little"}
    publish(guide("0-later", claim={"lifts": newer}, study={"rct": RCT, "rats": RATS}), at=at + DAY / 2)
    context = client.get("/claims/lifts/").context
    assert (context["page"].row.statement, context["newest"].title) == ("It lifts a little", "0-later")
    assert {edition.title for edition in context["guides"]} == {"A", "0-later"}


def test_claim_shows_both_sides_and_why_a_study_does_not_count(client, guides):
    page = client.get("/claims/lifts/").context["page"]
    assert [(side.heading, [why for _, why in side.findings]) for side in page.sides] == [
        ("What speaks for it", [""]),
        ("What speaks against it", ["It is no study in people, and others are."]),
    ]
    assert len(page.references) == 2


def test_claim_that_no_live_guide_states_is_not_found(client, guides, at):
    withdraw(publish(guide("c", claim={"gone": LIFTS}, study={"rct": RCT, "rats": RATS}), at=at), at=at)
    assert [client.get(f"/claims/{key}/").status_code for key in ("gone", "never")] == [404, 404]


def test_conditions_of_guides_and_check_stand_under_their_own_keys(client, at):
    wait = documents.rule("wait", wait_days=14, sources=["S1"])
    publish(guide("a", condition={"botox": documents.condition(wait, name="Botox", group="procedures")}), at=at)
    check = {"condition": {"pregnancy": documents.condition(documents.rule("stop"), name="a pregnancy")}}
    publish(documents.guide(kind="questionnaire", key="check", slug="check", references=check), at=at)
    response = client.get("/contraindications/")
    page = response.context["page"]
    assert [entry.anchor for group in page.groups for entry in group.conditions] == ["pregnancy", "botox"]
    assert 'id="pregnancy"' in response.text
    assert [(wait.name, wait.days) for wait in page.waits.rows] == [("Botox", 14)]


def test_charts_of_what_people_are_told_stand_beside_the_waits(client, at):
    told = documents.chart(documents.chart_range("A blog", 0, 7) | {"source": "S1"}, title="Waits")
    seen = documents.chart(study="rct", title="ATP")
    sources = {"S1": documents.source(title="Blog")}
    publish(guide("a", chart={"told": told, "seen": seen}, source=sources, study={"rct": RCT}), at=at)
    (chart,) = client.get("/contraindications/").context["page"].told
    assert (chart.title, chart.rows[0].citation.title) == ("Waits", "Blog")
    assert [chart.title for chart in client.get("/evidence/").context["charts"]] == ["ATP"]


def test_where_copies_of_a_condition_differ_what_the_check_judges_by_counts(client, at):
    check = {"condition": {"x": documents.condition(documents.rule("stop"), name="as the check says")}}
    publish(documents.guide(kind="questionnaire", key="check", slug="check", references=check), at=at)
    publish(guide("a", condition={"x": documents.condition(documents.rule("ask"), name="softer")}), at=at + DAY / 2)
    ((entry,),) = [group.conditions for group in client.get("/contraindications/").context["page"].groups]
    assert (entry.name, entry.strictest.disposition.code) == ("As the check says", "stop")


@pytest.mark.parametrize("path", ["/evidence/", "/claims/", "/contraindications/"])
def test_page_stands_without_anything_public(client, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"), [("/evidence/", 2), ("/claims/", 2), ("/claims/lifts/", 4), ("/contraindications/", 3)]
)
def test_page_asks_the_database_the_same_number_of_times(client, at, django_assert_num_queries, path, queries, count):
    for n in range(count):
        publish(guide(f"g{n}", claim={"lifts": LIFTS}, study={"rct": RCT, "rats": RATS}), at=at)
    with django_assert_num_queries(queries):
        client.get(path)
