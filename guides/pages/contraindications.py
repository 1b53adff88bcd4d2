"""Everything that can be a reason not to use a device, in one place."""

from dataclasses import dataclass
from itertools import chain

from guides.models import Disposition
from guides.pages.chart import Chart, chart
from guides.pages.conditions import ConditionGroup, RuleLine, condition_groups
from guides.pages.pictures import Picture, Span, draw, round_marks
from guides.pages.prose import Typesetter
from guides.pages.records import Held
from guides.pages.references import Reference, References


@dataclass(frozen=True, slots=True)
class Wait:
    """How long at least to wait after something. ``disagreement`` says what other sources say.

    Only of conditions where waiting is all there is to do: a number of days beside something that has to be shown to
    somebody first would read as leave.
    """

    name: str
    anchor: str
    days: int
    rule: RuleLine
    disagreement: str


@dataclass(frozen=True, slots=True)
class Waits:
    picture: Picture
    rows: list[Wait]


@dataclass(frozen=True, slots=True)
class Contraindications:
    """``waits`` is None where nothing has a wait in days. ``told`` are pictures of what people are told: no study."""

    groups: list[ConditionGroup]
    count: int
    waits: Waits | None
    told: list[Chart]
    references: list[Reference]


def contraindications(
    conditions: dict[str, Held], sources: dict[str, Held], charts: dict[str, Held]
) -> Contraindications:
    """``conditions`` by key, which is their anchor too: ``#pregnancy``."""
    references = References({"source": {key: held.record for key, held in sources.items()}})
    records = {key: held.record for key, held in conditions.items() if held.record["rules"]}
    groups = condition_groups(records, Typesetter(references, {}, here=frozenset(records)), references, anchor=str)
    waits = _waits(groups)
    told = [
        chart(f"chart-{key}", held.record, references)
        for key, held in sorted(charts.items())
        if not held.record["study"]
    ]
    return Contraindications(groups, len(records), waits, told, list(references))


def _waits(groups: list[ConditionGroup]) -> Waits | None:
    entries = chain.from_iterable(group.conditions for group in groups)
    rows = [
        Wait(entry.name, entry.anchor, rule.wait_days, rule, entry.disagreement)
        for entry in entries
        for rule in entry.rules
        if rule.wait_days and entry.strictest.disposition.code == Disposition.WAIT
    ]
    if not rows:
        return None
    rows.sort(key=lambda row: (row.days, row.name))
    scale = 0, rows[-1].days
    spans = [Span(f"{row.name}: {row.days} days", 0, row.days) for row in rows]
    return Waits(draw(spans, scale, round_marks(scale)), rows)
