"""Static files as production serves them: under names with a hash, so that a name that leads nowhere is an error."""

import re

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

from tests.architecture.modules import ROOT


@pytest.fixture
def collected(settings, tmp_path) -> None:
    """All static files, collected; a style sheet that names a file that is not there is refused."""
    hashed = {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": hashed}
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)


def test_templates_name_static_files_that_exist(collected):
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html")]
    names = {name for text in texts for name in re.findall(r"\{% static ['\"]([^'\"]+)", text)}
    assert names
    for name in names:
        staticfiles_storage.stored_name(name)
