"""Rows that one person deletes while another has them open: what the second wrote is kept, as new rows."""

from django.test import Client

from guides.models import AnswerItem, Prose
from tests import factories
from tests.guides.admin.filled import address, another_editor, filled, opened

PROSE, LINES = "guides_prose_set", "guides_answeritem_set"


def deleting(client: Client, row, *names: str) -> None:
    """Delete, on the page of ``row``, the inline rows of these names."""
    ticked = {f"{name}-DELETE": "on" for name in names}
    assert client.post(address(row), opened(client, address(row), **ticked)).status_code == 302


def two_texts():
    guide = factories.guide(slug="gel", title="Gel")
    for number, text in enumerate(("One", "Two"), start=1):
        Prose.objects.create(parent=guide, region="main", ordering=number * 10, html=f"<p>{text}</p>")
    return guide


def texts(guide) -> list[str]:
    return list(Prose.objects.filter(parent=guide).order_by("ordering", "pk").values_list("html", flat=True))


def test_a_block_that_somebody_deleted_is_saved_anew(as_editor):
    guide = two_texts()
    mine = opened(as_editor, address(guide), **{f"{PROSE}-0-html": "<p>Mine</p>", f"{PROSE}-1-html": "<p>Also</p>"})
    deleting(another_editor(), guide, f"{PROSE}-0")

    told = as_editor.post(address(guide), mine)
    page = told.content.decode()
    assert "somebody else changed it" in page
    assert "Deleted text “One”." in page
    assert "&lt;p&gt;Mine&lt;/p&gt;" in page, "What the second wrote stays in the form, though its row is gone."
    assert (
        "Deleted meanwhile: text. What stands here of it is kept as a new row; remove it if it is to stay deleted."
    ) in page
    assert texts(guide) == ["<p>Two</p>"]

    assert as_editor.post(address(guide), filled(told)).status_code == 302
    assert texts(guide) == ["<p>Mine</p>", "<p>Also</p>"]


def test_lines_of_the_quick_answer_and_new_rows_survive_together(as_editor):
    guide = factories.guide(slug="gel", title="Gel")
    for text in ("One", "Two", "Three"):
        AnswerItem.objects.create(parent=guide, region="answer", ordering=10, list="helps", text=text)
    mine = opened(as_editor, address(guide), **{f"{LINES}-0-text": "First", f"{LINES}-2-text": "Third"})
    new = {"text": "Fourth", "list": "helps", "region": "answer", "ordering": "20", "parent": guide.pk, "id": ""}
    mine |= {f"{LINES}-3-{name}": value for name, value in new.items()} | {f"{LINES}-TOTAL_FORMS": 4}
    deleting(another_editor(), guide, f"{LINES}-0", f"{LINES}-2")
    told = as_editor.post(address(guide), mine)
    assert "Deleted line of the quick answer “One”. Deleted line of the quick answer “Three”." in told.content.decode()
    assert "line of the quick answer. What stands here of these 2 rows is kept as new ones" in told.content.decode()
    assert as_editor.post(address(guide), filled(told)).status_code == 302
    assert sorted(AnswerItem.objects.values_list("text", flat=True)) == ["First", "Fourth", "Third", "Two"]


def test_what_both_deleted_stays_deleted(as_editor):
    guide = two_texts()
    mine = opened(as_editor, address(guide), **{f"{PROSE}-0-DELETE": "on"})
    deleting(another_editor(), guide, f"{PROSE}-0")
    told = as_editor.post(address(guide), mine)
    assert "Deleted meanwhile" not in told.content.decode()
    assert as_editor.post(address(guide), filled(told)).status_code == 302
    assert texts(guide) == ["<p>Two</p>"]


def test_what_one_deleted_oneself_in_another_tab_is_kept_as_it_stands(as_editor):
    guide = two_texts()
    mine = opened(as_editor, address(guide), title="Mine")
    deleting(as_editor, guide, f"{PROSE}-1")
    response = as_editor.post(address(guide), mine, follow=True)
    assert "Deleted meanwhile: text." in response.content.decode()
    assert texts(guide) == ["<p>One</p>", "<p>Two</p>"]


def test_a_fact_of_a_device(as_editor):
    device = factories.device()
    for value in ("335 µA", "400 µA"):
        factories.fact(device, value=value)
    mine = opened(as_editor, address(device), **{"facts-0-value": "340 µA"})
    deleting(another_editor(), device, "facts-0")
    told = as_editor.post(address(device), mine)
    assert as_editor.post(address(device), filled(told)).status_code == 302
    assert sorted(device.facts.values_list("value", flat=True)) == ["340 µA", "400 µA"]


def test_a_tampered_row_is_refused_and_no_error(as_editor):
    guide = two_texts()
    for wrong in ("²", "no number", "9" * 5000):
        response = as_editor.post(address(guide), opened(as_editor, address(guide), **{f"{PROSE}-0-id": wrong}))
        assert response.status_code == 200
    for wrong in ("²", "no number", "9" * 5000):
        assert as_editor.post(address(guide), opened(as_editor, address(guide), _seen=wrong)).status_code == 302
