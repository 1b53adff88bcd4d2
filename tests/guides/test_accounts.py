"""Who may do what in the admin."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command

from guides.accounts import EDITORS, PUBLISHERS, REVIEWERS, client_address, create_account, ensure_groups

pytestmark = pytest.mark.django_db

DRAFTS = {"guide", "device", "questionnaire"}
RECORDS = {"source", "study", "claim", "chart", "condition", "product", "term", "topic"}
PARTS = {
    "answeritem", "prose", "claimrow", "mechanism", "chartblock", "phase", "consideration", "conditionlist",
    "comparison", "image", "questionanswer", "relatedguide", "productblock", "termlist", "authorship", "evidence",
    "chartrange", "rule", "devicemodality", "devicefact", "labelstatement", "question", "option", "scenario",
}  # fmt: skip
PUBLISHED = {"edition", "approval", "withdrawal", "expiry", "erratum"}


def allowed(group: str) -> dict[str, set[str]]:
    """By verb, the models it may be done to."""
    verbs: dict[str, set[str]] = {}
    for codename in Group.objects.get(name=group).permissions.values_list("codename", flat=True):
        verb, _, model = codename.rpartition("_")
        verbs.setdefault(verb, set()).add(model)
    return verbs


READ = DRAFTS | RECORDS | PARTS | PUBLISHED | {"absoluteword", "synonym"}
WRITTEN = READ - PUBLISHED


def test_editors_write():
    assert allowed(EDITORS) == {
        "view": READ,
        "add": WRITTEN,
        "change": WRITTEN,
        "delete": PARTS | {"absoluteword", "synonym"},
    }


def test_reviewers_look_and_approve():
    assert allowed(REVIEWERS) == {"view": READ, "add": {"approval"}}


def test_publishers_look_publish_and_withdraw():
    assert allowed(PUBLISHERS) == {
        "view": READ,
        "add": {"edition", "withdrawal", "erratum", "expiry"},
        "force_publish": {"edition"},
    }


def test_every_migration_puts_the_groups_right_again():
    Group.objects.get(name=EDITORS).permissions.clear()
    Group.objects.get(name=REVIEWERS).permissions.add(*Permission.objects.filter(codename="change_guide"))
    Group.objects.get(name=PUBLISHERS).delete()
    call_command("migrate", verbosity=0)
    assert "change" in allowed(EDITORS)
    assert "change" not in allowed(REVIEWERS)
    assert "add" in allowed(PUBLISHERS)


def test_permissions_that_are_missing_are_made():
    """As for a model whose app is migrated after ours."""
    Permission.objects.filter(codename="view_question").delete()
    ensure_groups()
    assert "question" in allowed(REVIEWERS)["view"]


def test_an_account_can_sign_in_with_the_password_it_was_given(client):
    password = create_account("edith", EDITORS, PUBLISHERS, email="edith@example.org")
    user = User.objects.get()
    assert client.post("/admin/login/", {"username": "edith", "password": password}).status_code == 302
    assert (user.email, user.is_staff, user.is_superuser) == ("edith@example.org", True, False)
    assert {group.name for group in user.groups.all()} == {EDITORS, PUBLISHERS}


def test_passwords_are_random_and_long():
    passwords = {create_account(name, REVIEWERS) for name in ("a", "b", "c")}
    assert len(passwords) == 3
    assert min(map(len, passwords)) >= 20


@pytest.mark.parametrize(
    ("said", "address"),
    [("203.0.113.7", "203.0.113.7"), ("2001:db8::7", "2001:db8::7"), ("", "127.0.0.1"), ("1.2.3.4, 5", "127.0.0.1")],
)
def test_nginx_says_where_somebody_comes_from(rf, said, address):
    request = rf.get("/", headers={"X-Real-IP": said, "X-Forwarded-For": "198.51.100.1"})
    assert client_address(request) == address
