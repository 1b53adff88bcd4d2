"""Terms as the glossary lists them: by name, with everything that is kept of them."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from guides.pages.prose import Typesetter, anchor_of
from guides.pages.references import Citation, References


@dataclass(frozen=True, slots=True)
class TermEntry:
    anchor: str
    name: str
    also: str
    definition: str
    explanation: SafeString
    citations: list[Citation]


def term_entries(records: dict[str, dict[str, Any]], typesetter: Typesetter, references: References) -> list[TermEntry]:
    by_name = sorted(records.items(), key=lambda item: item[1]["name"].casefold())
    return [
        TermEntry(
            anchor=anchor_of("term", key),
            name=term["name"],
            also=term["also"],
            definition=term["definition"],
            explanation=typesetter.set(term["explanation"]),
            citations=references.cite_all("source", term["sources"]),
        )
        for key, term in by_name
    ]
