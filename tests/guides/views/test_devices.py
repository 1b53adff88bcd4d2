import pytest

from tests.guides.pages import documents
from tests.guides.views.editions import publish, withdraw

pytestmark = pytest.mark.usefixtures("db", "now")


@pytest.fixture
def devices(at) -> None:
    for slug in ("a", "b", "c", "d", "e"):
        publish(documents.device(key=slug, slug=slug, title=slug.upper()), at=at)


def test_devices_are_listed_by_name_and_those_for_comparison_apart(client, at):
    for slug, is_reference in (("b", False), ("c", True), ("a", False)):
        publish(documents.device(key=slug, slug=slug, title=slug, is_reference=is_reference), at=at)
    context = client.get("/devices/").context
    assert [device.title for device in context["devices"]] == ["a", "b"]
    assert [device.title for device in context["for_comparison"]] == ["c"]


def test_order_of_the_alphabet_knows_no_capitals(client, at):
    for slug, title in (("z", "ZIIP+"), ("n", "NuFACE"), ("e2", "eSkin lift"), ("e1", "eSkin lift")):
        publish(documents.device(key=slug, slug=slug, title=title), at=at)
    assert [device.slug for device in client.get("/devices/").context["devices"]] == ["e1", "e2", "n", "z"]


@pytest.fixture
def with_neck(devices, at) -> None:
    zones = documents.fact("zones", "Neck only")
    publish(documents.device(key="n", slug="n", title="N", areas=["neck"], facts=[zones]), at=at)


def test_devices_are_narrowed_by_what_is_ticked(client, with_neck):
    response = client.get("/devices/?area=neck&area=nonsense")
    assert [device.title for device in response.context["devices"]] == ["N"]
    assert "1 device with microcurrent" in response.text
    assert 'rel="canonical" href="http://testserver/devices/"' in response.text


def test_htmx_gets_the_list_alone_with_its_count(client, with_neck):
    response = client.get("/devices/?area=neck", headers={"HX-Request": "true"})
    assert response.text.strip().startswith('<div class="narrowed" id="narrowed">')
    assert '<p hx-swap-oob="innerHTML:#narrowed-status">1 device found</p>' in response.text


@pytest.mark.parametrize(
    ("headers", "is_whole"),
    [({}, True), ({"HX-Request": "true"}, False), ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, True)],
)
def test_caches_are_told_that_there_are_two_answers(client, with_neck, headers, is_whole):
    response = client.get("/devices/", headers=headers)
    assert (response["Vary"], response["Cache-Control"]) == ("HX-Request", "public, max-age=300")
    assert response.text.startswith("<!doctype html>") is is_whole


def test_script_of_a_public_page_carries_no_nonce(client, with_neck):
    response = client.get("/devices/")
    assert "htmx-2.min.js" in response.text
    assert "nonce" not in response.text + response["Content-Security-Policy"], "design.md 8: identical for everybody."


def compare(client, *slugs: str):
    return client.get("/devices/compare/", {"device": slugs})


def test_devices_are_compared_side_by_side(client, devices):
    response = compare(client, "b", "a", "b")
    assert response.status_code == 200
    assert [device.title for device in response.context["comparison"].devices] == ["A", "B"]
    assert 'rel="canonical" href="http://testserver/devices/compare/?device=a&amp;device=b"' in response.text


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ([], 200, "Choose 2 to 4 devices"),
        (["a"], 200, "Choose at least one more device."),
        (["a", "b", "c", "d", "e"], 200, "You chose 5. At most 4 fit beside each other"),
        (["nothing"], 404, "There is no device “nothing” here"),
        (["a", "nothing"], 404, "Choose at least one more device."),
        (["\0", "'"], 404, "There is no device"),
    ],
)
def test_what_cannot_be_compared_is_said_beside_the_list(client, devices, asked, status, says):
    response = compare(client, *asked)
    assert (response.status_code, response.context["comparison"]) == (status, None)
    assert says in response.text
    assert [(edition.slug, is_picked) for edition, is_picked in response.context["choices"]] == [
        (slug, slug in asked) for slug in ("a", "b", "c", "d", "e")
    ]


def test_two_that_are_there_are_compared_though_a_third_is_not(client, devices):
    response = compare(client, "a", "nothing", "b")
    assert response.status_code == 200
    assert (len(response.context["comparison"].devices), response.context["missing"]) == (2, ["nothing"])


def test_past_address_of_a_device_leads_to_the_present_one(client, devices, at):
    publish(documents.device(key="a", slug="new-a", title="A"), number=2, at=at)
    assert [device.slug for device in compare(client, "a", "b").context["comparison"].devices] == ["new-a", "b"]


def test_so_many_past_addresses_are_looked_up_and_no_more(client, devices, django_assert_max_num_queries):
    with django_assert_max_num_queries(2 + 5 * 4):
        response = compare(client, *(f"gone-{n}" for n in range(100)))
    assert (response.status_code, response.context["missing"]) == (404, [f"gone-{n}" for n in range(5)])
    assert "You asked for 95 more that are not in the list below. We did not look for them" in response.text


def test_present_devices_beyond_the_most_stay_ticked(client, devices, at):
    publish(documents.device(key="f", slug="f", title="F"), at=at)
    response = compare(client, *"abcdef")
    assert "You chose 6. At most 4 fit beside each other" in response.text
    assert [is_picked for _, is_picked in response.context["choices"]] == [True] * 6


def test_withdrawn_device_is_not_compared(client, devices, at, now):
    withdraw(publish(documents.device(key="z", slug="z"), at=at), at=now)
    assert compare(client, "a", "z").context["missing"] == ["z"]


def test_values_are_cited_where_they_come_from(client, at):
    for slug, value in (("a", "80 µA"), ("b", "400 µA")):
        fact = documents.fact("output", value, source=slug)
        references = {"source": {slug: documents.source(title=f"Manual of {slug}")}}
        publish(documents.device(key=slug, slug=slug, title=slug, facts=[fact], references=references), at=at)
    context = compare(client, "a", "b").context
    assert [reference.title for reference in context["references"]] == ["Manual of a", "Manual of b"]


@pytest.mark.parametrize("count", [2, 4])
def test_comparison_asks_the_database_the_same_number_of_times(client, devices, django_assert_num_queries, count):
    with django_assert_num_queries(2):
        compare(client, *"abcd"[:count])
