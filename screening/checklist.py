"""The check as it stands at one moment: the live questionnaire, or its draft, with the live devices."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from guides.documents import Document, sha256
from guides.models import Edition
from screening.engine import ENGINE, Check
from screening.proofs import Hashed, proofs_of, proofs_of_hashed
from screening.review import Review, review


@dataclass(frozen=True, slots=True)
class Checklist:
    """``edition``: the live questionnaire's. ``check``: decoded, ready to judge. ``devices``: documents by key, for
    the words that the engine does not carry. ``is_proved``: just these have been held against every promise about
    rules; after a withdrawal, an earlier edition may meet what it was never proved with."""

    edition: Edition
    check: Check
    devices: dict[str, Document]
    is_proved: bool = False

    @property
    def document(self) -> Document:
        return self.edition.document

    @property
    def review(self) -> Review:
        return review(self.document)


def live_checklist(at: dt.datetime) -> Checklist | None:
    """What visitors are judged by at ``at``; None while no questionnaire is live."""
    edition = Edition.objects.of("questionnaire").live(at).for_readers().first()
    return _checklist(edition, list(Edition.objects.of("device").live(at).for_readers())) if edition else None


def as_if_published(document: Document, devices: Iterable[Document]) -> Checklist:
    """``document`` in an edition that is never saved. Raises Undecodable."""
    named = {name: document[name] for name in ("kind", "key", "slug", "title")}
    edition = Edition(**named, number=0, document=document, sha256=sha256(document))
    by_key = {device["key"]: device for device in devices}
    return Checklist(edition, proofs_of(document, by_key.values()).check, by_key)


def devices_live(at: dt.datetime) -> list[Document]:
    return [edition.document for edition in Edition.objects.of("device").live(at).order_by("key")]


def _checklist(edition: Edition, devices: list[Edition]) -> Checklist:
    proofs = proofs_of_hashed(_hashed(edition), map(_hashed, devices))
    is_proved = _is_attested(edition, devices) or not proofs.proof.breaches
    return Checklist(edition, proofs.check, {device.key: device.document for device in devices}, is_proved)


def _hashed(edition: Edition) -> Hashed:
    return Hashed(edition.sha256, edition.document)


def _is_attested(questionnaire: Edition, devices: list[Edition]) -> bool:
    """True where it was published with just these devices, and the same engine proved it then."""
    then = questionnaire.attested
    beside = {device.key: device.number for device in devices}
    return (then.get("by"), then.get("beside")) == (ENGINE, beside) and not any(then["promises"].values())
