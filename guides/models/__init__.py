from guides.models.append_only import ImmutableError
from guides.models.approval import Approval
from guides.models.area import Area
from guides.models.block import Block
from guides.models.blocks import (
    BLOCK_OF_KIND,
    BLOCKS,
    AnswerItem,
    Authorship,
    ChartBlock,
    ClaimRow,
    Comparison,
    ConditionList,
    Consideration,
    Mechanism,
    Phase,
    ProductBlock,
    Prose,
    QuestionAnswer,
    RelatedGuide,
    TermList,
)
from guides.models.condition import Condition, Disposition, Modality, Rule
from guides.models.device import Device, DeviceFact, DeviceModality, LabelStatement
from guides.models.draft import Draft, draft_model, draft_models
from guides.models.edition import Edition
from guides.models.erratum import Erratum
from guides.models.evidence import Chart, ChartRange, Claim, Evidence, Source, Study
from guides.models.external_link import ExternalLink
from guides.models.guide import Guide
from guides.models.image import Image
from guides.models.product import Product
from guides.models.record import Record
from guides.models.search import SearchSection, SearchWord, Synonym
from guides.models.section_words import SectionNames, SectionWords, Wanted
from guides.models.term import Term
from guides.models.topic import EditionTopic, Topic
from guides.models.withdrawal import Expiry, Withdrawal
from guides.models.word import AbsoluteWord

__all__ = [
    "BLOCKS",
    "BLOCK_OF_KIND",
    "AbsoluteWord",
    "AnswerItem",
    "Approval",
    "Area",
    "Authorship",
    "Block",
    "Chart",
    "ChartBlock",
    "ChartRange",
    "Claim",
    "ClaimRow",
    "Comparison",
    "Condition",
    "ConditionList",
    "Consideration",
    "Device",
    "DeviceFact",
    "DeviceModality",
    "Disposition",
    "Draft",
    "Edition",
    "EditionTopic",
    "Erratum",
    "Evidence",
    "Expiry",
    "ExternalLink",
    "Guide",
    "Image",
    "ImmutableError",
    "LabelStatement",
    "Mechanism",
    "Modality",
    "Phase",
    "Product",
    "ProductBlock",
    "Prose",
    "QuestionAnswer",
    "Record",
    "RelatedGuide",
    "Rule",
    "SearchSection",
    "SearchWord",
    "SectionNames",
    "SectionWords",
    "Source",
    "Study",
    "Synonym",
    "Term",
    "TermList",
    "Topic",
    "Wanted",
    "Withdrawal",
    "draft_model",
    "draft_models",
]
