"""What somebody would like of a device. It orders what is within their reach, and never touches what is."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Self


class Currency(StrEnum):
    """What a budget, and a price, can be in."""

    USD = "USD"
    GBP = "GBP"
    EUR = "EUR"

    @property
    def sign(self) -> str:
        return {Currency.USD: "$", Currency.GBP: "£", Currency.EUR: "€"}[self]

    @property
    def label(self) -> str:
        return {Currency.USD: "US dollars", Currency.GBP: "pounds", Currency.EUR: "euros"}[self]


class With(StrEnum):
    """Whether something should be there or not. Who does not mind says neither."""

    WITH = "with"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Each is empty where the person does not mind. ``minutes``: how long a session may take at most."""

    areas: tuple[str, ...] = ()
    budget: int | None = None
    currency: str = ""
    app: str = ""
    levels: str = ""
    light: str = ""
    minutes: int | None = None

    def __bool__(self) -> bool:
        return self != Preferences(currency=self.currency)

    def written(self) -> dict[str, Any]:
        """As the cookie holds them: only what was said."""
        return {name: value for name, value in asdict(self).items() if value} if self else {}

    @classmethod
    def read(cls, written: Mapping[str, Any]) -> Self:
        """From what `written` gave. Raises TypeError for anything else."""
        known = {field.name for field in fields(cls)}
        if unknown := set(written) - known:
            raise TypeError(f"no preferences: {sorted(unknown)}")
        given: dict[str, Any] = {**written, "areas": tuple(written.get("areas", ()))}
        return cls(**given)


NO_PREFERENCES = Preferences()
