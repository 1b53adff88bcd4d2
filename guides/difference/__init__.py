"""What differs between two documents, in words that mean something to readers: documents in, plain values out."""

from guides.difference.change import Change, Difference, Kind, Section
from guides.difference.compare import difference, safety_changes
from guides.difference.wording import Piece, pieces

__all__ = ["Change", "Difference", "Kind", "Piece", "Section", "difference", "pieces", "safety_changes"]
