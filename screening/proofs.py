"""Proofs, remembered as long as the documents stay as they are: one takes a second, and editors open and save often."""

from functools import lru_cache

from guides.documents import Document, sha256
from screening.engine import Proof, decode, prove


def proof_of(questionnaire: Document, devices: list[Document]) -> Proof:
    """What `prove` says of the questionnaire with these devices. Raises Undecodable."""
    return _proof(_Documents((questionnaire, *devices)))


class _Documents:
    """A questionnaire and its devices, compared by their hashes."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self.documents = documents
        self.hashes = tuple(sha256(document) for document in documents)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Documents) and self.hashes == other.hashes

    def __hash__(self) -> int:
        return hash(self.hashes)


@lru_cache(maxsize=8)
def _proof(documents: _Documents) -> Proof:
    questionnaire, *devices = documents.documents
    return prove(decode(questionnaire, devices))
