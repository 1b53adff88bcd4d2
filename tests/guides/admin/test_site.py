from django.contrib.admin import site

from guides.adminsite import EditorsSite


def groups(client) -> dict[str, list[str]]:
    apps = client.get("/admin/").context["app_list"]
    return {app["name"]: [model["name"] for model in app["models"]] for app in apps}


def test_the_admin_is_ours():
    assert isinstance(site, EditorsSite)


def test_the_index_is_ordered_by_what_people_come_to_do(as_editor):
    assert groups(as_editor) == {
        "Write and publish": ["Devices", "Guides", "Questionnaire", "Questions", "Scenarios"],
        "Facts that drafts refer to": [
            "Absolute words",
            "Charts",
            "Claims",
            "Conditions",
            "Products",
            "Sources",
            "Studies",
            "Terms",
        ],
        "How readers find things": ["Topics", "Words that mean the same"],
        "What was published": ["Approvals", "Editions", "Errata", "Expiries", "Withdrawals"],
    }


def test_who_may_sees_people_at_the_end(as_superuser):
    assert list(groups(as_superuser).items())[-1] == (
        "People, and how they sign in",
        [
            "Access attempts",
            "Access failures",
            "Access logs",
            "Groups",
            "Static devices",
            "TOTP devices",
            "Users",
        ],
    )


def test_the_page_of_one_app_lists_it_alone(as_editor):
    (app,) = as_editor.get("/admin/screening/").context["app_list"]
    assert (app["name"], [model["name"] for model in app["models"]]) == (
        "What we ask",
        ["Questionnaire", "Questions", "Scenarios"],
    )


def test_signing_in_says_where_you_are(client):
    page = client.get("/admin/login/").content.decode()
    assert "<h1>Sign in</h1>" in page
    assert "Celliara</a>" in page
