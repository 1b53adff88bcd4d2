"""The kinds of block a guide is made of, one model each, ordered in one column by the content editor."""

from django.db import models

from guides.models.block import Block
from guides.models.condition import Disposition
from guides.models.device import Device
from guides.models.evidence import Chart, Claim
from guides.models.guide import Guide
from guides.models.image import Image
from guides.models.product import Product
from guides.models.prose import ProseField


class AnswerItem(Block):
    """A line of the quick answer's lists."""

    kind = "answer-item"
    region_key = "answer"

    class List(models.TextChoices):
        HELPS = "helps", "What it may help with"
        EXPECT = "expect", "What to expect"
        DOES_NOT = "does-not", "What it does not do"

    list = models.CharField(max_length=10, choices=List)
    text = models.CharField(max_length=200)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(Block.Meta):
        verbose_name = "line of the quick answer"


class Prose(Block):
    kind = "prose"

    html = ProseField("text", help_text="Start a section with a heading. Explain a term where it first appears.")

    class Meta(Block.Meta):
        verbose_name = "text"
        verbose_name_plural = "text"


class ClaimRow(Block):
    """A claim against its evidence; neighbours of this kind form one table."""

    kind = "claim"

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="+")

    class Meta(Block.Meta):
        verbose_name = "claim against evidence"


class Mechanism(Block):
    """A way in which it might work, with how sure anybody can be."""

    kind = "mechanism"

    class Certainty(models.TextChoices):
        ESTABLISHED = "established", "well established"
        LABORATORY = "laboratory", "seen in the laboratory, not shown on faces"
        PLAUSIBLE = "plausible", "plausible, little tested"
        SPECULATIVE = "speculative", "speculation"

    title = models.CharField(max_length=150)
    certainty = models.CharField("how sure we are", max_length=20, choices=Certainty)
    html = ProseField("text")

    class Meta(Block.Meta):
        verbose_name = "mechanism"


class ChartBlock(Block):
    kind = "chart"

    chart = models.ForeignKey(Chart, on_delete=models.PROTECT, related_name="+")

    class Meta(Block.Meta):
        verbose_name = "chart"


class Phase(Block):
    """A stretch of a timeline; neighbours of this kind form one picture."""

    kind = "phase"

    title = models.CharField(max_length=100)
    starts_week = models.PositiveSmallIntegerField("from week")
    ends_week = models.PositiveSmallIntegerField("to week", null=True, blank=True, help_text="Empty: goes on.")
    sessions = models.CharField(max_length=100, blank=True, help_text="For instance: 5 to 6 times a week.")
    text = models.TextField(blank=True)

    class Meta(Block.Meta):
        verbose_name = "phase of a timeline"
        verbose_name_plural = "phases of a timeline"


class Consideration(Block):
    """Something to look for in a device."""

    kind = "consideration"

    title = models.CharField(max_length=100)
    html = ProseField("text")

    class Meta(Block.Meta):
        verbose_name = "what to look for in a device"
        verbose_name_plural = "what to look for in a device"


class ConditionList(Block):
    """The conditions from the records, with a way into the check."""

    kind = "conditions"
    computed_names = ("conditions",)

    at_least = models.CharField(
        "from",
        max_length=10,
        choices=Disposition,
        default=Disposition.LIMITED,
        help_text="Lists this and stricter ones.",
    )

    class Meta(Block.Meta):
        verbose_name = "list of conditions"

    def listed(self) -> set[str]:
        """The dispositions whose conditions it lists."""
        return set(Disposition.values[Disposition.values.index(self.at_least) :])


class Comparison(Block):
    """Devices side by side. A document holds what the editions live at that moment say of each."""

    kind = "comparison"
    least, most = 2, 4

    devices = models.ManyToManyField(
        Device, related_name="+", help_text="Two to four. They stand in alphabetical order."
    )

    class Meta(Block.Meta):
        verbose_name = "comparison of devices"
        verbose_name_plural = "comparisons of devices"


class QuestionAnswer(Block):
    kind = "question"

    question = models.CharField(max_length=200)
    html = ProseField("answer")

    class Meta(Block.Meta):
        verbose_name = "question and answer"
        verbose_name_plural = "questions and answers"


class RelatedGuide(Block):
    kind = "related"

    guide = models.ForeignKey(Guide, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField("what it adds", max_length=200, blank=True)

    class Meta(Block.Meta):
        verbose_name = "related guide"


class ProductBlock(Block):
    kind = "product"

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")

    class Meta(Block.Meta):
        verbose_name = "recommended product"


class TermList(Block):
    """All terms there are: a guide with this block is the glossary."""

    kind = "terms"
    computed_names = ("terms",)

    class Meta(Block.Meta):
        verbose_name = "list of all terms"
        verbose_name_plural = "lists of all terms"


class Authorship(Block):
    """Who wrote it and how; who approved it and what was corrected are derived, never typed."""

    kind = "authorship"

    html = ProseField("how it was made")

    class Meta(Block.Meta):
        verbose_name = "who wrote it"
        verbose_name_plural = "who wrote it"


BLOCKS: tuple[type[Block], ...] = (
    AnswerItem,
    Prose,
    Image,
    ClaimRow,
    Mechanism,
    ChartBlock,
    Phase,
    Consideration,
    ConditionList,
    Comparison,
    QuestionAnswer,
    RelatedGuide,
    ProductBlock,
    TermList,
    Authorship,
)
BLOCK_OF_KIND: dict[str, type[Block]] = {block.kind: block for block in BLOCKS}
