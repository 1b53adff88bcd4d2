"""Rows for tests, one plain function for each kind, with nothing in them that the test did not ask for.

Every keyword replaces a field. What has to differ between two rows is an argument, never counted up behind the scenes.
"""

import datetime as dt

from django.contrib.auth.models import Group, User
from django.test import Client

from guides.documents import sha256
from guides.models import (
    Approval,
    Claim,
    Condition,
    Device,
    DeviceFact,
    DeviceModality,
    Edition,
    Evidence,
    Guide,
    LabelStatement,
    Product,
    Rule,
    Source,
    Study,
)
from screening.models import Option, Question, Questionnaire, Scenario


def user(username: str = "ada", *, group: str | tuple[str, ...] = (), **fields) -> User:
    """A person who can sign in with the password "password", in the group or groups that are named."""
    person = User.objects.create_user(username, password="password", **{"is_staff": True, **fields})
    person.groups.set(Group.objects.filter(name__in=[group] if isinstance(group, str) else group))
    return person


def signed_in(user: User) -> Client:
    """A browser in which ``user`` is signed in."""
    client = Client()
    client.force_login(user)
    return client


def source(key: str = "s1", **fields) -> Source:
    return Source.objects.create(**{"key": key, "title": "User manual", "kind": Source.Kind.MANUAL, **fields})


def study(key: str = "rats", **fields) -> Study:
    defaults = {
        "authors": "Cheng and others",
        "year": 1982,
        "title": "The effects of electric currents on rat skin",
        "design": Study.Design.ANIMAL,
        "subjects": "rat skin",
    }
    return Study.objects.create(**{"key": key, **defaults, **fields})


def claim(key: str = "tightens", **fields) -> Claim:
    defaults = {
        "statement": "It tightens skin at once.",
        "verdict": Claim.Verdict.UNPROVEN,
        "explanation": "<p>Nobody has measured it.</p>",
    }
    return Claim.objects.create(**{"key": key, **defaults, **fields})


def evidence(claim: Claim, study: Study, **fields) -> Evidence:
    defaults = {"stance": Evidence.Stance.FOR, "finding": "More ATP was made."}
    return Evidence.objects.create(claim=claim, study=study, **{**defaults, **fields})


def product(key: str = "gel", **fields) -> Product:
    defaults = {"name": "A conductive gel", "reason": "<p>Current needs a conductor.</p>", "disclosure": "Nothing."}
    return Product.objects.create(**{"key": key, **defaults, **fields})


def condition(key: str = "pregnancy", **fields) -> Condition:
    """A condition without rules."""
    return Condition.objects.create(
        **{"key": key, "name": key.replace("-", " "), "group": Condition.Group.PREGNANCY_AGE, **fields}
    )


def rule(condition: Condition, if_present: str = "stop", **fields) -> Rule:
    """A rule about microcurrent that asks where the person is not sure."""
    return Rule.objects.create(
        condition=condition, if_present=if_present, **{"reason": "Nobody has studied it.", **fields}
    )


def device(slug: str = "wave", *, modalities: tuple[str, ...] = ("microcurrent",), **fields) -> Device:
    """A device without facts or a label."""
    defaults = {"title": slug.capitalize(), "maker": "Wave Ltd", "areas": ["cheeks", "jaw"]}
    made = Device.objects.create(**{"slug": slug, **defaults, **fields})
    for position, modality in enumerate(modalities):
        DeviceModality.objects.create(device=made, modality=modality, position=position)
    return made


def fact(device: Device, name: str = "output", value: str = "335 µA", **fields) -> DeviceFact:
    return DeviceFact.objects.create(device=device, name=name, value=value, **{"basis": "maker", **fields})


def label(device: Device, condition: Condition, if_present: str = "stop", **fields) -> LabelStatement:
    defaults = {"words": "Do not use if you have it."}
    return LabelStatement.objects.create(
        device=device, condition=condition, if_present=if_present, **{**defaults, **fields}
    )


def guide(slug: str = "basics", **fields) -> Guide:
    """A guide without blocks; add them with their models."""
    defaults = {"title": slug.capitalize(), "standfirst": "What it is.", "answer": "A small current."}
    return Guide.objects.create(**{"slug": slug, **defaults, **fields})


def questionnaire(slug: str = "check", **fields) -> Questionnaire:
    """A questionnaire without questions."""
    defaults = {
        "title": "Suitability check",
        "introduction": "It asks about you.",
        "review_by": dt.date(2126, 11, 22),
    }
    return Questionnaire.objects.create(**{"slug": slug, **defaults, **fields})


def question(questionnaire: Questionnaire, key: str, *affirms: Condition, **fields) -> Question:
    """A single question with "yes", "no" and "unsure"; "yes" affirms every condition in ``affirms``."""
    defaults = {"topic": key, "kind": Question.Kind.SINGLE, "text": f"Does {key} apply to you?"}
    asked = Question.objects.create(questionnaire=questionnaire, key=key, **{**defaults, **fields})
    option(asked, "yes", Option.Role.AFFIRMS, *affirms, position=0)
    option(asked, "no", Option.Role.DENIES, position=1)
    option(asked, "unsure", Option.Role.UNSURE, position=2)
    return asked


def option(question: Question, key: str, role: str, *affirms: Condition, **fields) -> Option:
    made = Option.objects.create(question=question, key=key, role=role, **{"label": key.capitalize(), **fields})
    made.affirms.set(affirms)
    return made


def scenario(questionnaire: Questionnaire, key: str, answers: dict, expects: dict, **fields) -> Scenario:
    defaults = {"title": key.capitalize(), "answers": answers, "expects": expects}
    return Scenario.objects.create(questionnaire=questionnaire, key=key, **{**defaults, **fields})


def edition(kind: str = "guide", key: str = "basics", number: int = 1, *, at: dt.datetime, **fields) -> Edition:
    """An edition as a row, for tests that are not about publishing; its document holds nothing to read."""
    document = {"schema": 1, "kind": kind, "key": key, "slug": key, "title": key.capitalize(), "references": {}}
    defaults = {
        "slug": key,
        "title": key.capitalize(),
        "document": document,
        "sha256": sha256(document),
        "is_major": True,
        "note": "First edition.",
        "published_at": at,
        "live_from": at,
    }
    if "published_by" not in fields:
        defaults["published_by"] = user(f"publisher-{key}-{number}")
    return Edition.objects.create(kind=kind, key=key, number=number, **{**defaults, **fields})


def approval(edition: Edition, *, at: dt.datetime, **fields) -> Approval:
    """A second person's yes to exactly this edition."""
    defaults = {"kind": edition.kind, "key": edition.key, "sha256": edition.sha256, "at": at}
    statements = {"credential": "Physiotherapist", "conflict_of_interest": "None."}
    if "by" not in fields:
        defaults["by"] = user(f"reviewer-{edition.key}-{edition.number}")
    return Approval.objects.create(**{**defaults, **statements, **fields})
