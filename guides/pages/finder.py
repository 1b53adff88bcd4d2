"""Finding devices by what is known of them, or is not."""

from collections.abc import Callable

from django.utils.text import capfirst, slugify

from guides.documents import Document
from guides.models import Area, Device, DeviceFact, Modality
from guides.pages.device import is_known
from guides.pages.dispositions import modality_words
from guides.pages.facets import UNKNOWN, Facet, Values

_UNKNOWN = {UNKNOWN: "Not known"}
_ZONES = {"face": "Face", "neck": "Neck"}


def _maker(document: Document) -> Values:
    return {slugify(document["maker"]): document["maker"]}


def _zones(document: Document) -> Values:
    """No finer than sources say it: face and neck. Where they say nothing, our own assumption is no answer."""
    if not is_known(document, DeviceFact.Name.ZONES):
        return _UNKNOWN
    named = {"neck" if area == Area.NECK else "face" for area in document["areas"]}
    return {code: words for code, words in _ZONES.items() if code in named} or _UNKNOWN


def _modalities(document: Document) -> Values:
    """Where nobody says which other modes it has, only the current it is sold for, and that the rest is not known."""
    codes = [row["modality"] for row in document["modalities"]]
    if is_known(document, DeviceFact.Name.OTHER_MODES):
        return {code: modality_words(code) for code in codes} or _UNKNOWN
    return {code: modality_words(code) for code in codes[:1]} | {UNKNOWN: "Other modes not known"}


def _app(document: Document) -> Values:
    """Editions from before the question was asked do not answer it."""
    code = document.get("app")
    return {code: capfirst(Device.App(code).label)} if code else _UNKNOWN


def _output(document: Document) -> Values:
    bases = {row["basis"] for row in document["facts"] if row["name"] == DeviceFact.Name.OUTPUT}
    if is_known(document, DeviceFact.Name.OUTPUT):
        return {"published": "A figure is published"}
    return {"not-disclosed": "Not disclosed by the maker"} if DeviceFact.Basis.NOT_DISCLOSED in bases else _UNKNOWN


def _label(document: Document) -> Values:
    return {"on-file": "On file"} if document["label_source"] else {UNKNOWN: "Not on file"}


def _known(name: DeviceFact.Name, words: str) -> Callable[[Document], Values]:
    return lambda document: {"known": words} if is_known(document, name) else _UNKNOWN


FACETS: tuple[Facet[Document], ...] = (
    Facet("area", "Cleared or meant for", _zones, every=True, order=tuple(_ZONES)),
    Facet("does", "What it does", _modalities, every=True, order=tuple(Modality.values)),
    Facet("app", "App", _app, order=tuple(Device.App.values)),
    Facet("output", "Output", _output, order=("published", "not-disclosed")),
    Facet("record", "Regulator's record", _known(DeviceFact.Name.CLEARANCE, "On file")),
    Facet("label", "Its label", _label),
    Facet("price", "Price", _known(DeviceFact.Name.PRICE, "Known, with a date or without")),
    Facet("maker", "Maker", _maker),
)
