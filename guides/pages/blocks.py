"""The blocks of a guide as its page shows them: neighbours of one kind stand together as a run."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.utils.safestring import SafeString

from guides.documents import Document
from guides.models import Mechanism as MechanismBlock
from guides.pages.addresses import Addresses
from guides.pages.chart import Chart, chart
from guides.pages.claims import ClaimRow, claim_row
from guides.pages.comparison import Comparison, comparison
from guides.pages.conditions import ConditionGroup, condition_groups
from guides.pages.images import Image, image
from guides.pages.prose import Heading, Typesetter
from guides.pages.references import Citation, References
from guides.pages.terms import TermEntry, term_entries
from guides.pages.timeline import timeline

type Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Run:
    """One or more neighbouring blocks of a kind, and the template that shows ``content``."""

    template: str
    content: Any


@dataclass(frozen=True, slots=True)
class Titled:
    """A mechanism (``tag`` says how sure we are), something to look for, or a question with its answer."""

    heading: Heading
    html: SafeString
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    title: str
    address: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Product:
    name: str
    what_it_is: str
    reason: SafeString
    disclosure: str
    citations: list[Citation]


class Runs:
    """Sets the blocks of one document, in the order of the page, so that references are numbered as they come."""

    def __init__(
        self, document: Document, typesetter: Typesetter, references: References, addresses: Addresses
    ) -> None:
        self._records = document["references"]
        self._typesetter = typesetter
        self._references = references
        self._addresses = addresses

    def set(self, blocks: Iterable[Block]) -> list[Run]:
        """Raises KeyError for a kind of block that no page knows."""
        show = {
            "prose": self._prose,
            "image": self._images,
            "claim": self._claims,
            "mechanism": self._titled,
            "chart": self._charts,
            "phase": timeline,
            "consideration": self._titled,
            "conditions": self._conditions,
            "comparison": self._comparisons,
            "question": self._titled,
            "related": self._related,
            "product": self._products,
            "terms": self._terms,
            "authorship": self._prose,
        }
        return [
            Run(f"components/{kind}_run.html", show[kind](list(run)))
            for kind, run in groupby(blocks, itemgetter("kind"))
        ]

    def _prose(self, run: list[Block]) -> list[SafeString]:
        return [self._typesetter.set(block["html"]) for block in run]

    def _images(self, run: list[Block]) -> list[Image]:
        return [image(block) for block in run]

    def _claims(self, run: list[Block]) -> list[ClaimRow]:
        claims = [(block["claim"], self._records["claim"][block["claim"]]) for block in run]
        return [claim_row(key, claim, self._typesetter, self._references) for key, claim in claims]

    def _titled(self, run: list[Block]) -> list[Titled]:
        return [self._titled_block(block) for block in run]

    def _titled_block(self, block: Block) -> Titled:
        heading = self._typesetter.heading(block.get("title") or block["question"], level=3)
        certainty = block.get("certainty")
        tag = MechanismBlock.Certainty(certainty).label.capitalize() if certainty else ""
        return Titled(heading, self._typesetter.set(block["html"]), tag)

    def _charts(self, run: list[Block]) -> list[Chart]:
        return [
            chart(f"chart-{block['uid']}", self._records["chart"][block["chart"]], self._references) for block in run
        ]

    def _conditions(self, run: list[Block]) -> list[ConditionGroup]:
        keys = dict.fromkeys(key for block in run for key in block["conditions"])
        records = {key: self._records["condition"][key] for key in keys}
        return condition_groups(records, self._typesetter, self._references)

    def _comparisons(self, run: list[Block]) -> list[Comparison]:
        frozen = self._records.get("compared", {})
        return [
            comparison(
                {key: frozen[key] for key in block["devices"] if key in frozen}, self._references, self._addresses
            )
            for block in run
        ]

    def _related(self, run: list[Block]) -> list[Related]:
        titles = self._records["guide"]
        return [
            Related(titles[block["guide"]]["title"], self._addresses.get(("guide", block["guide"])), block["reason"])
            for block in run
        ]

    def _products(self, run: list[Block]) -> list[Product]:
        return [self._product(self._records["product"][block["product"]]) for block in run]

    def _terms(self, run: list[Block]) -> list[TermEntry]:
        records = {key: self._records["term"][key] for block in run for key in block["terms"]}
        return term_entries(records, self._typesetter, self._references)

    def _product(self, record: dict[str, Any]) -> Product:
        return Product(
            name=record["name"],
            what_it_is=record["what_it_is"],
            reason=self._typesetter.set(record["reason"]),
            disclosure=record["disclosure"],
            citations=self._references.cite_all("source", record["sources"]),
        )
