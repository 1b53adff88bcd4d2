"""Finding devices by what is known of them, or is not."""

from collections.abc import Callable

from django.utils.text import slugify

from guides.documents import Document
from guides.models import Area, Device, DeviceFact, Modality
from guides.pages.device import facts
from guides.pages.facets import UNKNOWN, Facet, Values
from guides.pages.references import References

_UNKNOWN = {UNKNOWN: "Not known"}


def _maker(document: Document) -> Values:
    return {slugify(document["maker"]): document["maker"]}


def _areas(document: Document) -> Values:
    return {code: _capitalised(Area(code).label) for code in document["areas"]} or _UNKNOWN


def _modalities(document: Document) -> Values:
    codes = [row["modality"] for row in document["modalities"]]
    return {code: _capitalised(Modality(code).label) for code in codes} or _UNKNOWN


def _app(document: Document) -> Values:
    """Editions from before the question was asked do not answer it."""
    code = document.get("app")
    return {code: _capitalised(Device.App(code).label)} if code else _UNKNOWN


def _output(document: Document) -> Values:
    bases = {row["basis"] for row in document["facts"] if row["name"] == DeviceFact.Name.OUTPUT}
    if _is_known(document, DeviceFact.Name.OUTPUT):
        return {"published": "A figure is published"}
    return {"not-disclosed": "Not disclosed by the maker"} if DeviceFact.Basis.NOT_DISCLOSED in bases else _UNKNOWN


def _label(document: Document) -> Values:
    return {"on-file": "On file"} if document["label_source"] else {UNKNOWN: "Not on file"}


def _known(name: DeviceFact.Name, words: str) -> Callable[[Document], Values]:
    return lambda document: {"known": words} if _is_known(document, name) else _UNKNOWN


def _is_known(document: Document, name: DeviceFact.Name) -> bool:
    return any(fact.value for fact in facts(document["facts"], References({}), [name]))


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


FACETS: tuple[Facet[Document], ...] = (
    Facet("area", "Made for", _areas, every=True, order=tuple(Area.values)),
    Facet("does", "What it does", _modalities, every=True, order=tuple(Modality.values)),
    Facet("app", "App", _app, order=tuple(Device.App.values)),
    Facet("output", "Output", _output, order=("published", "not-disclosed")),
    Facet("record", "Regulator's record", _known(DeviceFact.Name.CLEARANCE, "On file")),
    Facet("label", "Its label", _label),
    Facet("price", "Price", _known(DeviceFact.Name.PRICE, "Known, with a date or without")),
    Facet("maker", "Maker", _maker),
)
