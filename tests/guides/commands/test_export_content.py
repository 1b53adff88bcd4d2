from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from guides.models import AbsoluteWord
from tests import factories

pytestmark = pytest.mark.django_db


def test_export_says_how_much_and_where(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    factories.source()
    out = StringIO()
    call_command("export_content", str(tmp_path / "out"), stdout=out)
    assert out.getvalue() == f"{1 + AbsoluteWord.objects.count()} rows in {tmp_path / 'out'}.\n"


def test_export_refuses_a_folder_that_exists(tmp_path):
    with pytest.raises(CommandError, match="cannot be made: File exists"):
        call_command("export_content", str(tmp_path))


def test_import_refuses_a_folder_without_content(tmp_path):
    with pytest.raises(CommandError, match=r"content\.jsonl cannot be read: No such file"):
        call_command("import_content", str(tmp_path))
