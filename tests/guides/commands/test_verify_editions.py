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


@pytest.mark.django_db
def test_verify_editions_names_one_that_was_tampered_with(at):
    """The trigger has to be dropped for that: with it, not even SQL can change an edition."""
    factories.edition("guide", "honest", at=at)
    factories.edition("guide", "changed", at=at)
    on_table = " ON guides_edition" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER guides_edition_never_changes{on_table}")
        cursor.execute("""UPDATE guides_edition SET document = '{"title": "Better"}' WHERE key = 'changed'""")
    assert verify() == (
        "failed: 1 of 2 editions are not what was published.",
        "guide changed, edition 1: the document was changed.",
    )
