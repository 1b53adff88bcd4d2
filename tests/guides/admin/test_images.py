"""A picture on its way: from an editor's file over the document to the page."""

from io import BytesIO

import PIL.Image
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from guides.documents import BadDocument, assemble
from guides.importing import import_drafts
from guides.models import Guide, Image
from guides.pages.images import Image as Shown
from guides.pages.images import image
from tests import factories
from tests.guides.admin.filled import filled, with_row
from tests.guides.problems.spoiling import codes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def png(width: int = 1000, height: int = 500) -> SimpleUploadedFile:
    file = BytesIO()
    PIL.Image.new("L", (width, height)).save(file, "PNG")
    return SimpleUploadedFile("face.png", file.getvalue(), "image/png")


def picture(**fields) -> Image:
    described = {"alt": "A face", "credit": "Celliara"} | fields
    return Image.objects.create(parent=factories.guide(), region="main", ordering=10, file=png(), **described)


def block(image: Image) -> dict:
    return assemble(image.parent).document["blocks"][0]


def test_a_document_names_the_files_of_all_sizes_that_the_picture_has():
    written = block(picture())
    assert (written["file"], written["width"], written["height"]) == ("pictures/face.png", 1000, 500)
    assert sorted(written["sizes"], key=int) == ["480", "960", "1000"]
    for name in written["sizes"].values():
        assert default_storage.exists(name)


def test_a_page_offers_the_sizes_to_the_browser():
    written = block(picture(caption="At rest"))
    sizes = {width: f"/media/{name}" for width, name in written["sizes"].items()}
    assert image(written) == Shown(
        src=sizes["960"],
        srcset=f"{sizes['480']} 480w, {sizes['960']} 960w, {sizes['1000']} 1000w",
        width=1000,
        height=500,
        alt="A face",
        caption="At rest",
        credit="Celliara",
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"alt": ""}, [("image-alt", "blocks[0].alt")]),
        ({"alt": "", "decorative": True}, []),
        ({"decorative": True}, [("image-alt", "blocks[0].alt")]),
        ({"credit": ""}, [("image-without-credit", "blocks[0].credit")]),
    ],
)
def test_what_a_picture_needs(fields, expected, at):
    document = assemble(picture(**fields).parent).document
    assert [found for found in codes(document, at) if found[0].startswith("image")] == expected


def test_a_decoration_is_passed_over_when_read_aloud():
    assert image(block(picture(alt="", decorative=True))).alt == ""


def test_an_editor_adds_a_picture(as_editor):
    guide = factories.guide()
    address = f"/admin/guides/guide/{guide.pk}/change/"
    form = with_row(filled(as_editor.get(address)), "guides_image_set", region="main", ordering=10, file=png(), alt="A")
    assert as_editor.post(address, form).status_code == 302
    assert Image.objects.get().width == 1000


def test_what_is_no_picture_is_refused(as_editor):
    guide = factories.guide()
    address = f"/admin/guides/guide/{guide.pk}/change/"
    script = SimpleUploadedFile("face.svg", b"<svg><script>x()</script></svg>", "image/svg+xml")
    form = with_row(filled(as_editor.get(address)), "guides_image_set", region="main", ordering=10, file=script)
    assert as_editor.post(address, form).status_code == 200
    assert not Image.objects.exists()


@pytest.mark.parametrize("name", ["pictures/gone.png", "../../secret"])
def test_a_document_can_only_name_media_that_are_there(name):
    document = {
        "schema": 1,
        "kind": "guide",
        "slug": "a",
        "title": "A",
        "blocks": [{"kind": "image", "file": name}],
    }
    with pytest.raises(BadDocument, match=r"blocks\[0\]\.file: there is no file “.*” among the media"):
        import_drafts(Guide, {"a.yaml": document})
