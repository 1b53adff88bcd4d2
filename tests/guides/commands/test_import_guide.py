from io import StringIO

import pytest
import yaml
from django.core.management import CommandError, call_command

from guides.models import Guide
from tests import factories

pytestmark = pytest.mark.django_db

ARTICLE = "# Gel\n\nWhy it matters.\n\n## Claims\n\n| Claim | Evidence |\n|---|---|\n| Water will do | weak |\n\n---\n"


def run(*arguments: object) -> list[str]:
    out = StringIO()
    call_command("import_guide", *map(str, arguments), stdout=out)
    return out.getvalue().splitlines()


def test_it_prints_address_blocks_and_problems(tmp_path):
    (tmp_path / "gel.md").write_text(ARTICLE)
    lines = run(tmp_path / "gel.md")
    assert lines[:8] == [
        "gel: a draft, not published.",
        "  line 1: Gel → title",
        "  line 3: Why it matters. → standfirst",
        "  line 5: Claims → text",
        "  line 9: Water will do → claim against evidence",
        "Without a place of its own, and kept as text:",
        "  line 11: a line across the page: headings separate sections here",
        "Problems before it can be published:",
    ]
    assert "  Blocker: The claim “Water will do” has no evidence. Add a study or source, for or against." in lines


def test_a_guide_is_exported_and_imported_under_another_address(tmp_path):
    factories.guide(slug="gel", title="Gel", standfirst="Why it matters.")
    out = StringIO()
    call_command("export_guide", "gel", stdout=out)
    assert yaml.safe_load(out.getvalue())["standfirst"] == "Why it matters."
    (tmp_path / "gel.yaml").write_text(out.getvalue())
    assert run(tmp_path / "gel.yaml", "--slug", "gel-2")[0] == "gel-2: a draft, not published."
    assert Guide.objects.get(slug="gel-2").standfirst == "Why it matters."


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no.md", "cannot be read: No such file or directory"),
        ("word.docx", r"word\.docx is neither Markdown nor YAML"),
        ("untitled.md", r"untitled\.md: the article has no title"),
    ],
)
def test_one_clear_sentence_for_what_cannot_be_imported(tmp_path, name, message):
    (tmp_path / "untitled.md").write_text("Text.")
    with pytest.raises(CommandError, match=message):
        run(tmp_path / name)


def test_export_of_a_guide_that_does_not_exist():
    with pytest.raises(CommandError, match="No guide has the address “nowhere”"):
        call_command("export_guide", "nowhere")
