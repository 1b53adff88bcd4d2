"""Promise 12, held over pages: no product, price or shop link for a device below suitable or limited.

The proof of the rules says what each set of answers leads to; this one looks at the pages that are shown for them. What
a page says depends on two things, and each is gone through: on the reasons, which stand on the pages of a few people
who together are told every one of them, and on the disposition of every device, for which there is one person each.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from html.parser import HTMLParser

from django.template.loader import render_to_string

from screening.checklist import as_if_published
from screening.engine import Answers, Breach, Disposition, telling, told_everything
from screening.engine.proof.breach import DAY_OF_PROOF, told_as
from screening.outcome import result_context
from screening.preference_form import PreferencesForm
from screening.preferences import Currency, Preferences, With
from screening.proofs import REMEMBERED, Proofs
from screening.visit import Visit

NOSY = Preferences(("cheeks",), 1, Currency.USD, With.WITHOUT, With.WITH, With.WITHOUT, 5)
"""Of somebody who would like everything that can be liked: whatever a page could show, it shows to them."""

PROMISE = "The page of every outcome shows no product, price or shop link for a device below suitable or limited."

_CARD = "recommended"
"""The class of the one element in which a device is recommended."""

_ABOUT_THE_CHECK = re.compile(r"#|/check/|/privacy/|/contraindications/")
_LEADS_AWAY = ("href", "action", "formaction", "src", "hx-get", "hx-post")
_PRICE = re.compile(r"[$£€]\s?\d|\d\s?[$£€]|\b(?:USD|GBP|EUR)\b")
_ADDRESS = re.compile(r"https?://|\bwww\.", re.IGNORECASE)

type Render = Callable[[Visit], str]


def has_pages(proofs: Proofs) -> bool:
    """There are results only where there is a device to judge, and the path ends."""
    return bool(proofs.check.devices) and not any(breach.promise == 5 for breach in proofs.proof.breaches)


def prove_pages(proofs: Proofs) -> tuple[Breach, ...]:
    """All breaches of promise 12."""
    return (*broken_by_reasons(proofs), *broken_by_outcomes(proofs))


def broken_by_reasons(proofs: Proofs) -> tuple[Breach, ...]:
    """The breaches in what is said to anybody; quick enough for each time that an editor saves."""
    return tuple(_broken_by_reasons(proofs).values()) if has_pages(proofs) else ()


def broken_by_outcomes(proofs: Proofs) -> tuple[Breach, ...]:
    """The further breaches over every distinct outcome, of one person each. It takes a second or two."""
    return tuple(_broken_by_outcomes(proofs).values()) if has_pages(proofs) else ()


def result_page(visit: Visit) -> str:
    """The main part of the result page, as it is answered to this person."""
    context = result_context(visit, PreferencesForm(given=visit.preferences))
    never_sent = {"csrf_token": "never-sent", "edition": visit.checklist.edition}
    return render_to_string("screening/result.html#main", {**context, **never_sent})


def broken_by_pages(visits: Iterable[Visit], render: Render = result_page) -> Iterator[Breach]:
    """Each way in which the page of one of ``visits`` breaks the promise, with the first person whom it would fail."""
    yield from _broken(visits, render).values()


def _broken(visits: Iterable[Visit], render: Render = result_page) -> dict[str, Breach]:
    found: dict[str, Breach] = {}
    for visit in visits:
        nosy = visit.preferring(NOSY)
        for wrong in _wrong(nosy, render(nosy)):
            if wrong not in found:
                told = told_as(visit.checklist.check, visit.answers)
                message = f"Someone who answers {told} would be shown {wrong}"
                found[wrong] = Breach(12, message, answers=visit.answers)
    return found


@lru_cache(maxsize=REMEMBERED)
def _broken_by_reasons(proofs: Proofs) -> dict[str, Breach]:
    """What is wrong on a page full of reasons is told of the plainest person who reads it."""
    visiting, found = _visiting(proofs), dict[str, Breach]()
    for answers, choices in told_everything(proofs.check):
        if crowded := _broken([visiting(answers)]):
            plain = (visiting(telling(proofs.check, {choice})) for choice in sorted(choices))
            found = {**crowded, **_broken(plain), **found}
    return found


@lru_cache(maxsize=REMEMBERED)
def _broken_by_outcomes(proofs: Proofs) -> dict[str, Breach]:
    visiting, known = _visiting(proofs), _broken_by_reasons(proofs)
    found = _broken(visiting(each.answers) for each in proofs.behaviour.outcomes)
    return {wrong: breach for wrong, breach in found.items() if wrong not in known}


def _visiting(proofs: Proofs) -> Callable[[Answers], Visit]:
    """What makes somebody with these answers of a person who comes on the day of the proof of the rules."""
    checklist = as_if_published(proofs.questionnaire, proofs.devices)
    at = dt.datetime.combine(DAY_OF_PROOF, dt.time(), dt.UTC)
    return lambda answers: Visit(checklist, answers, at)


def _wrong(visit: Visit, html: str) -> Iterator[str]:
    page = _Page()
    page.feed(html)
    page.close()
    within_reach = [each.device for each in visit.assessment.devices if each.disposition <= Disposition.LIMITED]
    titles = {device.title for device in within_reach}
    addresses = {f"/devices/{visit.checklist.devices[device.key]['slug']}/" for device in within_reach}
    yield from (f"a recommendation of “{title}”, which is out of reach." for title in page.cards if title not in titles)
    for link in page.links:
        if link not in addresses and not _ABOUT_THE_CHECK.match(link):
            yield f"a way to {link}, which is neither a device within reach nor a page about the check."
    for text in page.texts_outside_cards:
        if _PRICE.search(text):
            yield f"a price outside of every recommendation: “{text}”"
        if _ADDRESS.search(text):
            yield f"an address outside of every recommendation: “{text}”"


class _Page(HTMLParser):
    """The links of a page, the headings of its cards, and its text outside of them."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.cards: list[str] = []
        self.texts_outside_cards: list[str] = []
        self._open_in_card: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.links += [given[name] or "" for name in _LEADS_AWAY if name in given]
        if self._open_in_card or _CARD in (given.get("class") or "").split():
            self._open_in_card.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """What needs no end tag, such as an input, ends with what it stands in."""
        while self._open_in_card and self._open_in_card.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._open_in_card:
            self.texts_outside_cards.append(" ".join(data.split()))
        elif "h3" in self._open_in_card and data.strip():
            self.cards.append(data.strip())
