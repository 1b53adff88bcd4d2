"""Rich text, the same everywhere: what editors can write is what the server lets through."""

from html import unescape

from django.utils.html import strip_tags
from django_prose_editor.fields import ProseEditorField, create_sanitizer

LINK_SCHEMES = ("guide", "device", "source", "study", "claim", "condition", "term")
"""Links by identity: ``guide:what-is-microcurrent`` stays right when the guide's address changes."""

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3]},
    "HardBreak": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", *LINK_SCHEMES]},
}

sanitise = create_sanitizer(EXTENSIONS)


def plain(html: str) -> str:
    """The words alone, on one line."""
    return " ".join(unescape(strip_tags(html)).split())


class ProseField(ProseEditorField):
    """HTML of the few elements in ``EXTENSIONS``; everything else is removed when a form or import cleans it."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, extensions=EXTENSIONS, sanitize=True, **kwargs)
