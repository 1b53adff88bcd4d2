"""The editors' side: drafts, the records they refer to, and what was published."""

from guides.admin.condition import ConditionAdmin
from guides.admin.device import DeviceAdmin
from guides.admin.edition import ApprovalAdmin, EditionAdmin, WithdrawalAdmin
from guides.admin.evidence import ChartAdmin, ClaimAdmin, SourceAdmin, StudyAdmin
from guides.admin.guide import GuideAdmin
from guides.admin.product import ProductAdmin
from guides.admin.synonym import SynonymAdmin
from guides.admin.term import TermAdmin
from guides.admin.topic import TopicAdmin
from guides.admin.word import AbsoluteWordAdmin

__all__ = [
    "AbsoluteWordAdmin",
    "ApprovalAdmin",
    "ChartAdmin",
    "ClaimAdmin",
    "ConditionAdmin",
    "DeviceAdmin",
    "EditionAdmin",
    "GuideAdmin",
    "ProductAdmin",
    "SourceAdmin",
    "StudyAdmin",
    "SynonymAdmin",
    "TermAdmin",
    "TopicAdmin",
    "WithdrawalAdmin",
]
