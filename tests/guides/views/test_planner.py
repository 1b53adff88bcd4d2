import pytest
import vobject

from tests.guides.pages import documents
from tests.guides.views.editions import publish

pytestmark = pytest.mark.usefixtures("db", "now")

QUERY = "device=wave&start=2026-12-01&weeks=1&first=0&then="


@pytest.fixture
def site(at) -> None:
    schedule = documents.fact("schedule", "5 days a week", source="S1")
    publish(documents.device(facts=[schedule], references={"source": {"S1": documents.source()}}), at=at)
    publish(documents.device(key="ems", slug="ems", title="EMS", is_reference=True), at=at)
    publish(documents.guide(documents.phase("Loading", 1, 4)), at=at)


def test_whoever_comes_with_nothing_is_asked(client, site):
    response = client.get("/planner/")
    assert (response.status_code, response.context["form"].is_bound) == (200, False)
    assert [value for value, _ in response.context["form"].fields["device"].choices] == ["", "wave"]
    assert [device.title for device in response.context["advice"]] == ["Wave"]
    assert [phase.title for phase in response.context["pattern"].phases] == ["Loading"]
    assert "Start the suitability check" in response.text


def test_device_can_be_chosen_before_the_rest(client, site):
    response = client.get("/planner/?device=wave")
    assert response.status_code == 200
    assert '<option value="wave" selected>Wave</option>' in response.text


def test_what_is_published_of_the_chosen_device_stands_apart(client, site, at):
    publish(documents.device(key="dot", slug="dot", title="Dot"), at=at)
    context = client.get("/planner/?device=wave").context
    assert [(advice.title, advice.facts[0].value) for advice in context["published"]] == [("Wave", "5 days a week")]
    assert (context["advice"], context["silent"]) == ([], 1)


def test_device_of_which_nobody_says_how_often_is_said_to_be_one(client, at):
    publish(documents.device(), at=at)
    assert "We could not find out how often its maker wants it used." in client.get("/planner/?device=wave").text


def test_plan_with_a_device_under_a_past_address_is_the_plan_with_it(client, site, at):
    publish(documents.device(slug="new-wave", title="Wave"), number=2, at=at)
    response = client.get(f"/planner/?{QUERY.removesuffix('&then=')}")
    assert (response.status_code, response.context["device"].slug) == (200, "new-wave")
    assert "/planner/plan.ics?device=new-wave&amp;start=2026-12-01" in response.text


@pytest.mark.parametrize("slug", ["gone", "ems"])
def test_device_that_is_not_to_be_planned_with_is_refused_in_words_of_our_own(client, site, slug):
    response = client.get(f"/planner/?{QUERY.removesuffix('&then=')}&device={slug}")
    assert response.status_code == 422
    link = '<a class="error-summary-link" href="#planner-device">The device that you asked for is not in the list'
    assert link in response.text


@pytest.mark.parametrize(("slug", "leads_here"), [("wave", True), ("ems", False)])
def test_page_of_a_device_leads_here_unless_it_is_for_comparison_only(client, site, slug, leads_here):
    assert (f"/planner/?device={slug}" in client.get(f"/devices/{slug}/").text) is leads_here


def test_plan_stands_in_the_address(client, site):
    response = client.get(f"/planner/?{QUERY.removesuffix('&then=')}")
    assert (response.status_code, response.context["device"].title) == (200, "Wave")
    assert [session.day.isoformat() for session in response.context["plan"].sessions] == ["2026-12-07"]
    assert "/planner/plan.ics?device=wave&amp;start=2026-12-01&amp;weeks=1&amp;first=0" in response.text


def test_wrong_address_is_answered_with_what_is_wrong(client, site):
    response = client.get("/planner/?start=x&weeks=1&first=0")
    assert response.status_code == 422
    assert "<title>Error: Routine planner" in response.text
    assert '<a class="error-summary-link" href="#planner-start">Write the first day as a date.</a>' in response.text


def test_plan_is_a_calendar_file(client, site):
    response = client.get(f"/planner/plan.ics?{QUERY.removesuffix('&then=')}")
    assert (response["Content-Type"], response["Cache-Control"]) == (
        "text/calendar; charset=utf-8",
        "public, max-age=300",
    )
    assert response["Content-Disposition"] == 'attachment; filename="microcurrent.ics"'
    (entry,) = vobject.readOne(response.content.decode()).vevent_list
    assert entry.summary.value == "Microcurrent: Wave"
    assert entry.description.value.startswith("Take the suitability check first: http://testserver/check/\n")


def test_calendar_keeps_its_identifiers_when_the_device_gets_another_address(client, site, at):
    def identifiers() -> list[str]:
        file = client.get(f"/planner/plan.ics?{QUERY.removesuffix('&then=')}").content.decode()
        return [entry.uid.value for entry in vobject.readOne(file).vevent_list]

    before = identifiers()
    publish(documents.device(slug="new-wave", title="Wave"), number=2, at=at)
    assert identifiers() == before


def test_calendar_without_a_device_names_none(client, site):
    (entry,) = vobject.readOne(client.get("/planner/plan.ics?start=2026-12-01&weeks=1&first=0").text).vevent_list
    assert entry.summary.value == "Microcurrent"


def test_wrong_address_of_a_calendar_leads_to_the_page_that_says_so(client, site):
    response = client.get("/planner/plan.ics?start=x")
    assert (response.status_code, response["Location"]) == (302, "/planner/?start=x")


@pytest.mark.parametrize("count", [1, 3])
def test_planner_asks_the_database_the_same_number_of_times(client, site, at, django_assert_num_queries, count):
    for n in range(count):
        publish(documents.device(key=f"d{n}", slug=f"d{n}"), at=at)
        publish(documents.guide(key=f"g{n}", slug=f"g{n}"), at=at)
    with django_assert_num_queries(3):
        client.get("/planner/")
