"""Who may do what: editors write and publish, reviewers approve and withdraw. Nobody is both by default."""

import secrets
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import models

from guides.models import BLOCKS, Approval, Draft, Edition, Guide, Record, Synonym, Withdrawal

EDITORS = "editors"
REVIEWERS = "reviewers"

_PUBLISHED = (Edition, Approval, Withdrawal)


def ensure_groups() -> None:
    """Give both groups exactly their permissions. Run it after every migration: new models are included."""
    wholes = [model for model in apps.get_models() if issubclass(model, Draft | Record)]
    parts = [Synonym, *(part for model in wholes for part in _parts(model))]
    _allow(
        EDITORS,
        [
            *_permissions([*wholes, *parts], "add", "change", "view"),
            *_permissions(parts, "delete"),
            *_permissions(_PUBLISHED, "view"),
            *_permissions([Edition], "add"),
        ],
    )
    _allow(
        REVIEWERS,
        [
            *_permissions([*wholes, *parts, *_PUBLISHED], "view"),
            *_permissions([Approval, Withdrawal], "add"),
        ],
    )


def create_account(username: str, group: str, *, email: str = "") -> str:
    """Create an account that can sign in to the admin, in ``group``; return its random password, kept nowhere."""
    password = secrets.token_urlsafe(16)
    user = User.objects.create_user(username, email, password, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return password


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
