"""Who may do what in the admin."""

import pytest
from django.contrib.auth.models import Group, User

from guides.accounts import EDITORS, REVIEWERS, create_account, ensure_groups

pytestmark = pytest.mark.django_db

DRAFTS = {"guide", "device", "questionnaire"}
RECORDS = {"source", "study", "claim", "chart", "condition", "product"}
PARTS = {
    "answeritem", "prose", "claimrow", "mechanism", "chartblock", "phase", "consideration", "conditionlist",
    "questionanswer", "relatedguide", "productblock", "authorship", "evidence", "chartrange", "rule",
    "devicemodality", "devicefact", "labelstatement", "question", "option", "scenario",
    "synonym",
}  # fmt: skip
PUBLISHED = {"edition", "approval", "withdrawal"}


def allowed(group: str) -> dict[str, set[str]]:
    """By verb, the models it may be done to."""
    verbs: dict[str, set[str]] = {}
    for codename in Group.objects.get(name=group).permissions.values_list("codename", flat=True):
        verb, _, model = codename.partition("_")
        verbs.setdefault(verb, set()).add(model)
    return verbs


def test_editors_write_and_publish():
    ensure_groups()
    assert allowed(EDITORS) == {
        "view": DRAFTS | RECORDS | PARTS | PUBLISHED,
        "add": DRAFTS | RECORDS | PARTS | {"edition"},
        "change": DRAFTS | RECORDS | PARTS,
        "delete": PARTS,
    }


def test_reviewers_look_approve_and_withdraw():
    ensure_groups()
    assert allowed(REVIEWERS) == {
        "view": DRAFTS | RECORDS | PARTS | PUBLISHED,
        "add": {"approval", "withdrawal"},
    }


def test_groups_are_put_right_again():
    ensure_groups()
    Group.objects.get(name=EDITORS).permissions.clear()
    reviewers = Group.objects.get(name=REVIEWERS)
    reviewers.permissions.add(*Group.objects.get(name=EDITORS).permissions.all())
    ensure_groups()
    assert "change" in allowed(EDITORS)
    assert "change" not in allowed(REVIEWERS)
    assert Group.objects.count() == 2


def test_an_account_can_sign_in_with_the_password_it_was_given(client):
    ensure_groups()
    password = create_account("edith", EDITORS, email="edith@example.org")
    user = User.objects.get()
    assert client.login(username="edith", password=password)
    assert (user.email, user.is_staff, user.is_superuser) == ("edith@example.org", True, False)
    assert [group.name for group in user.groups.all()] == [EDITORS]


def test_passwords_are_random_and_long():
    ensure_groups()
    passwords = {create_account(name, REVIEWERS) for name in ("a", "b", "c")}
    assert len(passwords) == 3
    assert min(map(len, passwords)) >= 20
