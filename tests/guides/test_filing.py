"""Which editions hold which topics, as rows beside them."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError

from guides.archive import export_content, import_content
from guides.filing import file_edition, rebuild
from guides.models import Edition, EditionTopic, Guide, Topic
from guides.publishing import publish
from tests import factories
from tests.guides import examples
from tests.guides.pages import documents
from tests.guides.test_archive import empty, lines

pytestmark = pytest.mark.django_db

HELD = {"topic": {"safety": documents.topic(), "use": documents.topic()}}


def filed() -> list[tuple[str, int, str]]:
    rows = EditionTopic.objects.order_by("edition__number", "key", "edition__key")
    return list(rows.values_list("edition__key", "edition__number", "key"))


def test_publishing_files_an_edition_under_its_topics(at):
    guide = examples.import_guide()
    publish(guide, by=factories.user(), at=at)
    assert filed() == [("how-it-works", 1, "evidence"), ("how-it-works", 1, "safety")]
    guide.topics.remove(Topic.objects.get(key="safety"))
    publish(guide, by=factories.user("bob"), at=at)
    assert filed()[2:] == [("how-it-works", 2, "evidence")]


def test_no_row_stands_there_twice(at):
    edition = factories.edition(at=at, document=documents.guide(references=HELD))
    file_edition(edition)
    with pytest.raises(IntegrityError):
        file_edition(edition)


def test_rebuilding_writes_what_documents_say(at):
    factories.edition(at=at, document=documents.guide(references=HELD))
    factories.edition(number=2, at=at, document=documents.guide(references={"topic": {"use": documents.topic()}}))
    factories.edition(number=3, at=at, document=documents.guide())
    EditionTopic.objects.create(edition=Edition.objects.get(number=3), key="left-over")
    assert rebuild() == 3
    key = Edition.objects.first().key
    assert filed() == [(key, 1, "safety"), (key, 1, "use"), (key, 2, "use")]


def test_the_command_says_how_many_are_filed(at):
    factories.edition(at=at, document=documents.guide(references=HELD))
    out = StringIO()
    call_command("rebuild_topics", stdout=out)
    assert (out.getvalue(), len(filed())) == ("1 edition filed under their topics.\n", 2)


def test_an_archive_has_topics_in_it_and_files_editions_anew(starter, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    export_content(tmp_path / "archive")
    before, held = filed(), [set(guide.topics.all()) for guide in Guide.objects.all()]
    empty()
    import_content(tmp_path / "archive")
    assert filed() == before != []
    assert [set(guide.topics.all()) for guide in Guide.objects.all()] == held
    assert "guides.editiontopic" not in {row["model"] for row in lines(tmp_path / "archive")}
