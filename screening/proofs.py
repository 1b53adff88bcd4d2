"""What is proved of a questionnaire with its devices, remembered as long as the documents stay as they are: a proof
takes a second, editors open and save often, and all visitors of one day are judged by the same check."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from guides.documents import Document, sha256
from screening.engine import Behaviour, Proof, behaviour, decode, prove

REMEMBERED = 32
"""How many sets of documents: what is live, what is drafted, and one for each change that is scheduled."""


@dataclass(frozen=True, slots=True)
class Hashed:
    """A document, compared by its hash."""

    sha256: str
    document: Document = field(compare=False, repr=False)


class Proofs:
    """A questionnaire with its devices, decoded. Everything else is worked out once, when it is first asked for."""

    def __init__(self, questionnaire: Document, devices: list[Document]) -> None:
        self.questionnaire = questionnaire
        self.devices = devices
        self.check = decode(questionnaire, devices)

    @cached_property
    def proof(self) -> Proof:
        return prove(self.check)

    @cached_property
    def behaviour(self) -> Behaviour:
        """Assumes that promise 5 holds: the path ends."""
        return behaviour(self.check)


def proofs_of(questionnaire: Document, devices: Iterable[Document]) -> Proofs:
    """Raises Undecodable."""
    return proofs_of_hashed(_hashed(questionnaire), map(_hashed, devices))


def proofs_of_hashed(questionnaire: Hashed, devices: Iterable[Hashed]) -> Proofs:
    """The order of the devices makes no difference: they are taken by their keys. Raises Undecodable."""
    return _remembered(questionnaire, tuple(sorted(devices, key=lambda device: str(device.document["key"]))))


def _hashed(document: Document) -> Hashed:
    return Hashed(sha256(document), document)


@lru_cache(maxsize=REMEMBERED)
def _remembered(questionnaire: Hashed, devices: tuple[Hashed, ...]) -> Proofs:
    return Proofs(questionnaire.document, [device.document for device in devices])
