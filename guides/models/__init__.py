from guides.models.area import Area
from guides.models.blocks import (
    BLOCKS,
    AnswerItem,
    Authorship,
    Block,
    ChartBlock,
    ClaimRow,
    ConditionList,
    Consideration,
    Mechanism,
    Phase,
    ProductBlock,
    Prose,
    QuestionAnswer,
    RelatedGuide,
)
from guides.models.condition import Condition, Disposition, Modality, Rule
from guides.models.device import Device, DeviceFact, DeviceModality, LabelStatement
from guides.models.draft import Draft
from guides.models.edition import Approval, Edition, ImmutableError, Withdrawal
from guides.models.evidence import Chart, ChartRange, Claim, Evidence, Source, Study
from guides.models.guide import Guide
from guides.models.product import Product
from guides.models.record import Record
from guides.models.search import SearchSection, SearchWord, SectionWords, Synonym, Wanted

__all__ = [
    "BLOCKS",
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
    "Condition",
    "ConditionList",
    "Consideration",
    "Device",
    "DeviceFact",
    "DeviceModality",
    "Disposition",
    "Draft",
    "Edition",
    "Evidence",
    "Guide",
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
    "SectionWords",
    "Source",
    "Study",
    "Synonym",
    "Wanted",
    "Withdrawal",
]
