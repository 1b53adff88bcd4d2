from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from guides.models import Edition
from tests import factories


def verify() -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    try:
        call_command("verify_editions", stdout=out, stderr=err)
    except CommandError as error:
        out.write(f"failed: {error}")
    return out.getvalue().strip(), err.getvalue().strip()


@pytest.mark.django_db
def test_verify_editions_of_an_empty_database():
    assert verify() == ("0 editions, each as it was published.", "")


def test_verify_editions_of_the_starter_content(starter):
    assert verify() == (f"{Edition.objects.count()} editions, each as it was published.", "")


def tampered(change: str) -> None:
    """The trigger has to be dropped for that: with it, not even SQL can change an edition."""
    on_table = " ON guides_edition" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER guides_edition_never_changes{on_table}")
        cursor.execute(f"UPDATE guides_edition SET {change} WHERE key = 'changed'")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("""document = '{"title": "Better"}'""", "the document was changed."),
        ("sha256 = '" + "0" * 64 + "'", "the document was changed."),
        (
            """document = '{"title": 0.5}'""",
            "the document was changed: A document cannot contain floats: write the number as text.",
        ),
        ("title = 'Better', slug = 'better'", "the document says something else of its slug, title."),
    ],
    ids=["document", "hash", "float", "row"],
)
def test_verify_editions_names_one_that_was_tampered_with(change, fault, at):
    factories.edition("guide", "honest", at=at)
    factories.edition("guide", "changed", at=at)
    tampered(change)
    assert verify() == (
        "failed: 1 of 2 editions are not what was published.",
        f"guide changed, edition 1: {fault}",
    ), "Rule 5.1: a document is what its sha256 says."


@pytest.mark.django_db
def test_verify_editions_names_every_one(at):
    factories.edition("guide", "changed", 1, at=at)
    factories.edition("guide", "changed", 2, at=at)
    tampered("""document = '{}'""")
    out, err = verify()
    assert out == "failed: 2 of 2 editions are not what was published."
    assert err.splitlines() == [f"guide changed, edition {number}: the document was changed." for number in (2, 1)]
