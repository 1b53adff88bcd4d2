"""The draft questionnaire as a check, with the devices that are live: what visitors would be judged by."""

import datetime as dt

from guides.documents import assemble
from screening.checklist import Checklist, as_if_published, devices_live
from screening.models import Questionnaire


def drafted(draft: Questionnaire, *, at: dt.datetime) -> Checklist:
    """As if it were published ``at``. Raises Undecodable."""
    return as_if_published(assemble(draft, at=at).document, devices_live(at))
