"""The table of the README, cell by cell: what it gives is given, and everything else is refused."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.admin import site
from django.contrib.admin.models import LogEntry
from django.db import models
from django.test import Client
from django.utils.timezone import now

from guides import previews
from guides.accounts import EDITORS, PUBLISHERS, REVIEWERS
from guides.documents import assemble, sha256
from guides.models import Approval, Edition, Erratum, Expiry, Guide, Withdrawal
from guides.publishing import approve, correct, publish, set_end, withdraw
from tests import factories
from tests.guides.examples import import_guide

README = Path(__file__).parents[3] / "README.md"
GROUPS = (EDITORS, REVIEWERS, PUBLISHERS)
VERBS = ("read", "add", "change", "delete")
STATEMENTS = {"credential": "Physiotherapist", "conflict_of_interest": "None."}
BECAUSE = {"unreviewed_because": "Nobody is there to review it."}
WITHDRAWN = {"reason": "Wrong.", "advice": "Ask."}


def table() -> dict[str, dict[str, str]]:
    """The cells of the README's table, by what stands at the start of the row and by group."""
    lines = README.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("| in the admin |"))
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in _table_lines(lines[start:])]
    (_, *groups), _, *body = rows
    return {what: dict(zip(groups, cells, strict=True)) for names, *cells in body for what in names.split(", ")}


def _table_lines(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("|"):
            return
        yield line


TABLE = table()
MODELS = {str(model._meta.verbose_name_plural): model for model in site._registry}


def previewed(client: Client, guide: Guide) -> bool:
    return guide.title in client.get(previews.address(guide, at=now())).content.decode()


def linked(client: Client, guide: Guide) -> bool:
    return client.get("/admin/guides/guide/link-targets/").status_code == 200


def imported(client: Client, guide: Guide) -> bool:
    client.post("/admin/guides/guide/import/", {"text": "# Gel\n\nIt conducts."})
    return Guide.objects.filter(slug="gel").exists()


def approved(client: Client, guide: Guide) -> bool:
    decide(client, guide, "approve", **STATEMENTS)
    return Approval.objects.exists()


def published(client: Client, guide: Guide) -> bool:
    approve(assemble(guide), by=factories.user("second"), at=now(), **STATEMENTS)
    decide(client, guide, "publish")
    return Edition.objects.exists()


def force_published(client: Client, guide: Guide) -> bool:
    decide(client, guide, "publish", **BECAUSE)
    return Edition.objects.exists()


def decide(client: Client, guide: Guide, step: str, **fields: str) -> None:
    """With the hash of what is shown to who may see the page; who may not is told by another."""
    digest = sha256(assemble(guide, at=now()).document)
    client.post(f"/admin/guides/guide/{guide.pk}/{step}/", {"sha256": digest, **fields})


def act(client: Client, guide: Guide, verb: str, **fields: str) -> Edition:
    edition = publish(guide, by=factories.user("publisher"), at=now())
    client.post(f"/admin/guides/edition/{edition.pk}/{verb}/", fields)
    return edition


def withdrawn(client: Client, guide: Guide) -> bool:
    return Withdrawal.objects.filter(edition=act(client, guide, "withdraw", **WITHDRAWN)).exists()


def ended(client: Client, guide: Guide) -> bool:
    return Expiry.objects.filter(edition=act(client, guide, "end", ends_at="2040-01-02T03:04")).exists()


def corrected(client: Client, guide: Guide) -> bool:
    return Erratum.objects.filter(edition=act(client, guide, "correct", text="It was in 1982.")).exists()


def restored(client: Client, guide: Guide) -> bool:
    act(client, guide, "restore")
    return LogEntry.objects.filter(object_id=str(guide.pk), change_message__contains="Brought back").exists()


ACTIONS: dict[str, Callable[[Client, Guide], bool]] = {
    "preview a draft": previewed,
    "choose what to link to": linked,
    "import a guide": imported,
    "approve a draft": approved,
    "publish an approved draft": published,
    "force-publish a guide or device": force_published,
    "withdraw an edition": withdrawn,
    "set the end of an edition": ended,
    "add an erratum": corrected,
    "bring an edition back as the draft": restored,
}
"""Each tries a step and answers whether it was taken: told by the database, or by the page that is shown."""


def test_the_table_names_every_group_and_everything_in_the_admin():
    assert set(TABLE) == {*MODELS, *ACTIONS}
    assert {tuple(cells) for cells in TABLE.values()} == {GROUPS}


@pytest.mark.parametrize("name", sorted(MODELS))
@pytest.mark.parametrize("group", GROUPS)
def test_a_group_may_do_to_a_model_what_its_cell_says_and_nothing_else(db, group, name):
    client = factories.signed_in(factories.user("somebody", group=group))
    address = f"/admin/{MODELS[name]._meta.label_lower.replace('.', '/')}/"
    row = row_of(MODELS[name])
    allowed = {
        "read": client.get(f"{address}{row.pk}/change/").status_code == 200,
        "list": client.get(address).status_code == 200,
        "add": client.post(f"{address}add/", {}).status_code == 200,
        "change": client.post(f"{address}{row.pk}/change/", {}).status_code == 200,
        "delete": client.post(f"{address}{row.pk}/delete/", {"post": "yes"}).status_code == 302,
    }
    cell = TABLE[name][group]
    verbs = set() if cell == "no" else set(cell.split(", "))
    assert {verb for verb in VERBS if allowed[verb]} == verbs
    assert allowed["list"] == ("read" in verbs)
    assert type(row)._default_manager.filter(pk=row.pk).exists() != ("delete" in verbs)


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_group_may_take_the_steps_that_its_cells_say(db, group, action):
    client = factories.signed_in(factories.user("somebody", group=group))
    assert TABLE[action][group] == ("yes" if ACTIONS[action](client, import_guide()) else "no")


def row_of(model: type[models.Model]) -> models.Model:
    """A row of ``model``: the one that is there, or one with nothing but what the database asks for."""
    made = {
        "guide": factories.guide,
        "device": factories.device,
        "source": factories.source,
        "study": factories.study,
        "claim": factories.claim,
        "condition": factories.condition,
        "product": factories.product,
        "questionnaire": factories.questionnaire,
        "question": lambda: factories.question(factories.questionnaire(), "implant"),
        "scenario": lambda: factories.scenario(factories.questionnaire(), "ada", {}, {}),
        "edition": edition,
        "approval": lambda: Approval.objects.create(
            kind="guide", key="x", sha256="0" * 64, by=factories.user("x"), at=now(), **STATEMENTS
        ),
        "withdrawal": lambda: withdraw(edition(), by=factories.user("x"), at=now(), **WITHDRAWN),
        "expiry": lambda: set_end(edition(), by=factories.user("x"), at=now(), ends_at=None),
        "erratum": lambda: correct(edition(), by=factories.user("x"), at=now(), text="It was in 1982."),
        "chart": lambda: model.objects.create(key="c", title="Chart", unit="µA", scale_from=0, scale_to=9),
        "term": lambda: model.objects.create(key="t", name="term"),
        "topic": lambda: model.objects.create(key="t", name="Topic", description="About it."),
        "synonym": lambda: model.objects.create(words="botox, toxin"),
        "absoluteword": lambda: model.objects.create(words="wondrous"),
        "accessattempt": lambda: model.objects.create(username="x", failures_since_start=1),
        "user": lambda: factories.user("x"),
        "group": lambda: model.objects.create(name="x"),
        "totpdevice": lambda: model.objects.create(user=factories.user("x"), name="x"),
        "staticdevice": lambda: model.objects.create(user=factories.user("x"), name="x"),
    }
    return made.get(model._meta.model_name, model.objects.create)()


def edition() -> Edition:
    return factories.edition(at=now())
