"""Values to compare, read from the words of a device's facts. What the words do not say is None: unknown, never no.

Documents keep facts as people write them, for readers. These are the few forms that are understood:

- price: ``$189 for the kit (list price $207)``: every amount behind a sign of a currency;
- session: ``3 minutes``, ``5 to 20 minutes``, ``About 5 minutes, up to 20``, ``At most 8 minutes``;
- app: ``Works without …``, ``None``, ``No``, ``Optional``; ``Needed …``, ``Required …``; ``Connects …``, ``Pairs …``;
- levels: a number, ``Several …``, ``One …``.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from screening.preferences import Currency

_AMOUNT = re.compile(r"([$£€])\s?(\d[\d,]*(?:\.\d+)?)")
_MINUTES = re.compile(r"(\d+)(?:\s*(?:to|-|\N{EN DASH})\s*(\d+))?\s*minutes?\b(?:, up to (\d+))?", re.IGNORECASE)
_AT_MOST = re.compile(r"^(?:at most|up to|no more than)\b", re.IGNORECASE)
_NUMBER = re.compile(r"^(\d+)\b")


@dataclass(frozen=True, slots=True)
class Minutes:
    """``shortest`` is None where only the longest is said."""

    shortest: int | None
    longest: int


@dataclass(frozen=True, slots=True)
class AppUse:
    """Whether there is an app for it, and whether it is needed."""

    exists: bool | None = None
    needed: bool | None = None


def amounts(price: str) -> dict[Currency, list[Decimal]]:
    """Every amount that is named, the lowest first, by currency."""
    found: dict[Currency, list[Decimal]] = {}
    for sign, number in _AMOUNT.findall(price):
        currency = next(currency for currency in Currency if currency.sign == sign)
        found.setdefault(currency, []).append(Decimal(number.replace(",", "")))
    return {currency: sorted(named) for currency, named in found.items()}


def minutes(session: str) -> Minutes | None:
    """Of several lengths, from the shortest to the longest."""
    spans = list(_MINUTES.finditer(session))
    if not spans:
        return None
    named = [int(number) for span in spans for number in span.groups() if number]
    return Minutes(None if _AT_MOST.match(session) else min(named), max(named))


def app_use(app: str) -> AppUse:
    words = app.casefold()
    if words.startswith("works without"):
        return AppUse(needed=False)
    if _is_one_of(words, "none", "no"):
        return AppUse(exists=False, needed=False)
    if words.startswith("optional"):
        return AppUse(exists=True, needed=False)
    if words.startswith(("needed", "required")):
        return AppUse(exists=True, needed=True)
    return AppUse(exists=True if words.startswith(("connects", "pairs")) else None)


def is_adjustable(levels: str) -> bool | None:
    """Whether there is more than one level to choose from."""
    if number := _NUMBER.match(levels):
        return int(number[1]) > 1
    words = levels.casefold()
    if words.startswith("several"):
        return True
    return False if _is_one_of(words, "one", "none", "no") else None


def _is_one_of(words: str, *wanted: str) -> bool:
    return words.partition(" ")[0].rstrip(",.;") in wanted
