"""The check as it stands at one moment: the live questionnaire with the live devices."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from guides.documents import Document
from guides.models import Edition
from screening.engine import ENGINE, Check, decode, prove
from screening.review import Review, review


@dataclass(frozen=True, slots=True)
class Checklist:
    """``edition``: the live questionnaire's. ``check``: decoded, ready to judge. ``devices``: documents by key, for
    the words that the engine does not carry. ``is_proved``: just these have been held against every promise; after a
    withdrawal, an earlier edition may meet what it was never proved with."""

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
    return checklist(edition, at) if edition else None


def checklist(edition: Edition, at: dt.datetime) -> Checklist:
    """One edition of the questionnaire with the devices live at ``at``."""
    devices = list(Edition.objects.of("device").live(at).for_readers())
    editions = _Editions((edition, *devices))
    documents = {device.key: device.document for device in devices}
    return Checklist(edition, _decoded(editions), documents, _attested(edition, devices) or _proved(editions))


class _Editions:
    """A questionnaire and its devices, compared by hash: a decoded check is kept for as long as it is the live one."""

    def __init__(self, editions: tuple[Edition, ...]) -> None:
        self.editions = editions
        self.hashes = tuple(edition.sha256 for edition in editions)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Editions) and self.hashes == other.hashes

    def __hash__(self) -> int:
        return hash(self.hashes)


@lru_cache(maxsize=4)
def _decoded(editions: _Editions) -> Check:
    questionnaire, *devices = (edition.document for edition in editions.editions)
    return decode(questionnaire, devices)


def _attested(questionnaire: Edition, devices: list[Edition]) -> bool:
    """True where it was published with just these devices, and the same engine proved it then."""
    then = questionnaire.attested
    beside = {device.key: device.number for device in devices}
    return (then.get("by"), then.get("beside")) == (ENGINE, beside) and not any(then["promises"].values())


@lru_cache(maxsize=4)
def _proved(editions: _Editions) -> bool:
    """Worked out once, in a second or so, for each set of editions that is live together."""
    return not prove(_decoded(editions)).breaches
