"""The content of a fresh installation, as YAML documents that go through the same import, checks and `publish()`
as anything an editor writes."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from django.contrib.auth.models import User

from guides.documents import load as load_row
from guides.documents.parsing import read
from guides.importing import import_drafts, import_records
from guides.models import Chart, Claim, Condition, Device, Guide, Product, Source, Study, Synonym, Term, Topic
from guides.publishing import publish

_HERE = Path(__file__).parent

_RECORDS = {
    "sources": Source,
    "studies": Study,
    "terms": Term,
    "topics": Topic,
    "charts": Chart,
    "claims": Claim,
    "products": Product,
    "conditions": Condition,
}
_DRAFTS = {"devices": Device, "guides": Guide}


def load(*, by: User, at: dt.datetime, say: Callable[[str], object]) -> None:
    """Import every record, device and guide and publish the first editions. ``say`` is told of progress.

    Raises BadDocument or NotPublishable where the starter content itself is at fault.
    """
    for name, model in _RECORDS.items():
        rows = read(_HERE / f"{name}.yaml")
        import_records(model, rows, where=f"{name}.yaml")
        say(f"{len(rows)} {name}")
    for name, kind in _DRAFTS.items():
        paths = sorted((_HERE / name).glob("*.yaml"))
        for draft in import_drafts(kind, {f"{name}/{path.name}": read(path) for path in paths}):
            publish(draft, by=by, at=at)
        say(f"{len(paths)} {name}, published")
    for words in read(_HERE / "synonyms.yaml"):
        load_row(Synonym, {"words": words}, where="synonyms.yaml")
