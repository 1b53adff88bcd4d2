from django.test import Client

from tests import factories

ADDRESS = "/admin/guides/guide/link-targets/"


def test_everything_that_rich_text_can_link_to_is_offered_by_name(as_editor):
    factories.guide(slug="gel", title="Gel")
    factories.study("rats")
    targets = {target["value"]: target["label"] for target in as_editor.get(ADDRESS).json()}
    assert targets["guide:gel"] == "Gel (guide)"
    assert targets["study:rats"].endswith("(study)")
    assert len(targets) == 2


def test_strangers_are_sent_to_sign_in(db):
    assert Client().get(ADDRESS).status_code == 302
