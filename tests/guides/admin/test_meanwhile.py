from guides.models import Guide, Source
from tests import factories
from tests.guides.admin.filled import address, another_editor, filled, opened


def test_the_second_is_told_what_the_first_changed_and_loses_nothing(as_editor):
    guide = factories.guide(slug="gel", title="Gel")
    mine = opened(as_editor, address(guide), title="Mine")
    other = another_editor()
    other.post(address(guide), opened(other, address(guide), standfirst="Theirs"))

    response = as_editor.post(address(guide), mine)
    page = response.content.decode()
    assert "While you were working on “Gel”, somebody else changed it" in page
    assert "Erik Lund, at " in page
    assert "Changed Standfirst." in page
    assert 'value="Mine"' in page, "What the second wrote stays in the form."
    assert Guide.objects.get().standfirst == "Theirs", "Nothing is saved until the second has been told."

    assert as_editor.post(address(guide), filled(response)).status_code == 302
    assert Guide.objects.get().title == "Mine"


def test_ones_own_changes_are_no_surprise(as_editor):
    guide = factories.guide(slug="gel", title="Gel")
    first, second = (opened(as_editor, address(guide), title=title) for title in ("One", "Two"))
    assert as_editor.post(address(guide), first).status_code == 302
    assert as_editor.post(address(guide), second).status_code == 302
    assert Guide.objects.get().title == "Two"


def test_records_are_looked_after_as_well(as_editor):
    source = factories.source()
    mine = opened(as_editor, address(source), title="Mine")
    other = another_editor()
    other.post(address(source), opened(other, address(source), title="Theirs"))
    assert "somebody else changed it" in as_editor.post(address(source), mine).content.decode()
    assert Source.objects.get().title == "Theirs"


def test_a_number_that_is_none_is_not_taken_for_one(as_editor):
    guide = factories.guide(slug="gel", title="Gel")
    mine = opened(as_editor, address(guide), title="Mine", _seen="²")
    assert as_editor.post(address(guide), mine).status_code == 302
