"""Documents: drafts as plain, JSON-able values. Checks, editions, pages, import and export read nothing else."""

from guides.documents.assemble import REFERABLE, SCHEMA, Assembly, assemble, assemble_each
from guides.documents.canonical import Document, canonical, sha256
from guides.documents.codec import BadDocument, inside, listed, load

__all__ = [
    "REFERABLE",
    "SCHEMA",
    "Assembly",
    "BadDocument",
    "Document",
    "assemble",
    "assemble_each",
    "canonical",
    "inside",
    "listed",
    "load",
    "sha256",
]
