"""The questionnaire of a fresh installation: published as edition 1, without a clinician's approval, and it says so."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from django.contrib.auth.models import User

from guides.documents.parsing import read
from guides.importing import import_drafts
from guides.publishing import publish
from screening.models import Questionnaire

_FILE = Path(__file__).parent / "questionnaire.yaml"


def load(*, by: User, at: dt.datetime, say: Callable[[str], object]) -> None:
    """Import the questionnaire and publish its first edition; the starter devices must be live already.

    Raises BadDocument or NotPublishable where the starter content itself is at fault.
    """
    (questionnaire,) = import_drafts(Questionnaire, {_FILE.name: read(_FILE)})
    say("the questionnaire, being proved")
    edition = publish(questionnaire, by=by, at=at)
    say(f"{len(edition.document['questions'])} questions, proved and published")
