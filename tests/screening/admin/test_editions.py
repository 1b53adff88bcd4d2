"""Editions of the questionnaire in the admin: where readers find them, and how they are taken back."""

from guides.models import Edition, Withdrawal


def address(edition: Edition, verb: str) -> str:
    return f"/admin/guides/edition/{edition.pk}/{verb}/"


def test_an_edition_leads_to_its_own_page(as_editor, draft, live):
    text = as_editor.get(address(live, "change")).content.decode()
    assert f'href="/check/editions/{live.number}/"' in text
    assert as_editor.get(f"/check/editions/{live.number}/").status_code == 200


def test_withdrawing_asks_nothing_that_means_nothing_for_the_check(as_editor, draft, live):
    form = as_editor.get(address(live, "withdraw")).context["form"]
    assert list(form.fields) == ["reason", "advice"], "No page of a guide or device takes the place of the check."
    sent = {"reason": "A rule was wrong.", "advice": "Answer again.", "way": "gone"}
    assert as_editor.post(address(live, "withdraw"), sent).status_code == 302
    assert Withdrawal.objects.get(edition=live).way == Withdrawal.Way.BANNER
