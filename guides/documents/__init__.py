"""Documents: drafts as plain, JSON-able values. Checks, editions, pages, import and export read nothing else."""

from guides.documents.assemble import Assembly, assemble
from guides.documents.canonical import Document, canonical, sha256
from guides.documents.codec import BadDocument, load

__all__ = ["Assembly", "BadDocument", "Document", "assemble", "canonical", "load", "sha256"]
