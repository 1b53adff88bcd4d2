"""Publishing, the same for guides, devices and the questionnaire: publish, approve, set an end, correct, withdraw."""

from guides.publishing.afterwards import Refused, correct, set_end, withdraw
from guides.publishing.approving import NotApprovable, approve, contributors
from guides.publishing.next_edition import NotPublishable, edition_problems, publish, time_problems

__all__ = [
    "NotApprovable",
    "NotPublishable",
    "Refused",
    "approve",
    "contributors",
    "correct",
    "edition_problems",
    "publish",
    "set_end",
    "time_problems",
    "withdraw",
]
