"""Who may do what: editors write, reviewers approve, publishers publish and withdraw. The README has the table."""

import secrets
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.validators import validate_ipv46_address
from django.db import models
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from django.http import HttpRequest

from guides.models import (
    BLOCKS,
    AbsoluteWord,
    Approval,
    Draft,
    Edition,
    Erratum,
    Expiry,
    Guide,
    Record,
    Synonym,
    Withdrawal,
)

EDITORS = "editors"
REVIEWERS = "reviewers"
PUBLISHERS = "publishers"

_PUBLISHED = (Edition, Approval, Withdrawal, Expiry, Erratum)


@receiver(post_migrate, sender=apps.get_app_config("guides"))
def ensure_groups(**signal: object) -> None:
    """Give each group exactly its permissions, whatever was changed by hand.

    Runs after every ``migrate``, and not as a migration: a migration runs once, before Django has made the permissions
    of the models it creates, and would never hear of models that come later.
    """
    wholes = [model for model in apps.get_models() if issubclass(model, Draft | Record)]
    parts = [part for model in wholes for part in _parts(model)]
    written = [*wholes, *parts, AbsoluteWord, Synonym]
    # Django makes them app by app, each after its own signal, which may come later than ours.
    for label in {model._meta.app_label for model in written}:
        create_permissions(apps.get_app_config(label), verbosity=0)
    reading = _permissions([*written, *_PUBLISHED], "view")
    writing = [*_permissions(written, "add", "change"), *_permissions([*parts, AbsoluteWord, Synonym], "delete")]
    _allow(EDITORS, [*reading, *writing])
    _allow(REVIEWERS, [*reading, *_permissions([Approval], "add")])
    publishing = [
        *_permissions([Edition, Withdrawal, Erratum, Expiry], "add"),
        *_permissions([Edition], "force_publish"),
    ]
    _allow(PUBLISHERS, [*reading, *publishing])


def create_account(username: str, *groups: str, email: str = "") -> str:
    """Create an account that can sign in to the admin, in ``groups``; return its random password, kept nowhere."""
    password = secrets.token_urlsafe(16)
    user = User.objects.create_user(username, email, password, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return password


def client_address(request: HttpRequest) -> str | None:
    """Where somebody who signs in comes from: from whom nginx says, since it replaces what the browser said.

    Without nginx in front nobody outside this machine reaches the server, which listens on 127.0.0.1 only.
    """
    named = request.headers.get("X-Real-IP", "")
    try:
        validate_ipv46_address(named)
    except ValidationError:
        return request.META.get("REMOTE_ADDR")
    return named


def _parts(model: type[models.Model]) -> Iterator[type[models.Model]]:
    """The models of the rows that belong to rows of ``model``, however deep."""
    if issubclass(model, Guide):
        yield from BLOCKS
    for name in getattr(model, "children", ()):
        child = model._meta.get_field(name).related_model
        yield child
        yield from _parts(child)


def _allow(group: str, permissions: Iterable[Permission]) -> None:
    Group.objects.get_or_create(name=group)[0].permissions.set(permissions)


def _permissions(of: Iterable[type[models.Model]], *verbs: str) -> models.QuerySet[Permission]:
    types = ContentType.objects.get_for_models(*of)
    names = [f"{verb}_{model._meta.model_name}" for model in types for verb in verbs]
    return Permission.objects.filter(content_type__in=types.values(), codename__in=names)
