"""Promise 12, held over pages: no product, price or shop link for a device below suitable or limited.

The proof of the rules says what each set of answers leads to; this one looks at the page that is shown for it.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser

from django.template.loader import render_to_string

from screening.checklist import Checklist
from screening.engine import Breach, Disposition, distinct_outcomes
from screening.engine.proof.breach import DAY_OF_PROOF, told_as
from screening.fact_values import amounts
from screening.outcome import Outcome, outcome, result_context
from screening.preference_form import PreferencesForm
from screening.preferences import Currency, Preferences, With
from screening.visit import Visit

NOSY = Preferences(("cheeks",), 1, Currency.USD, With.WITHOUT, With.WITH, With.WITHOUT, 5)
"""Of somebody who would like everything that can be liked: whatever a page could show, it shows to them."""

PROMISE = "The page of every outcome shows no product, price or shop link for a device below suitable or limited."

_CARD = "recommended"
"""The class of the one element in which a device is recommended."""

_ABOUT_THE_CHECK = re.compile(r"#|/check/|/privacy/")

type Render = Callable[[Visit], str]


def prove_pages(checklist: Checklist) -> tuple[Breach, ...]:
    """The breaches of promise 12 over every distinct outcome: one person each, on the day of the proof of the rules."""
    at = dt.datetime.combine(DAY_OF_PROOF, dt.time(), dt.UTC)
    everybody = (Visit(checklist, each.answers, at) for each in distinct_outcomes(checklist.check))
    return tuple(broken_by_pages(everybody))


def result_page(visit: Visit) -> str:
    """The main part of the result page, as it is answered to this person."""
    context = result_context(visit, PreferencesForm(given=visit.preferences))
    never_sent = {"csrf_token": "never-sent", "edition": visit.checklist.edition}
    return render_to_string("screening/result.html#main", {**context, **never_sent})


def broken_by_pages(visits: Iterable[Visit], render: Render = result_page) -> Iterator[Breach]:
    """Each way in which the page of one of ``visits`` breaks the promise, with the person whom it would fail."""
    for visit in visits:
        told = told_as(visit.checklist.check, visit.answers)
        nosy = visit.preferring(NOSY)
        for wrong in _wrong(nosy, render(nosy)):
            yield Breach(12, f"Someone who answers {told} would be shown {wrong}", answers=visit.answers)


def _wrong(visit: Visit, html: str) -> Iterator[str]:
    page = _Page()
    page.feed(html)
    within_reach = [each.device for each in visit.assessment.devices if each.disposition <= Disposition.LIMITED]
    titles = {device.title for device in within_reach}
    addresses = {f"/devices/{visit.checklist.devices[device.key]['slug']}/" for device in within_reach}
    allowed = addresses | _sources(outcome(visit))
    yield from (f"a recommendation of “{title}”, which is out of reach." for title in page.cards if title not in titles)
    for link in page.links:
        if link not in allowed and not _ABOUT_THE_CHECK.match(link):
            yield f"a way to {link}, which is neither a device within reach nor the source of a reason."
    if prices := amounts(page.text_outside_cards):
        yield f"a price outside of every recommendation, in {', '.join(currency.label for currency in prices)}."


def _sources(found: Outcome) -> set[str]:
    return {
        source.url
        for because in found.because
        for condition in because.conditions
        for statement in condition.statements
        for source in statement.sources
    }


class _Page(HTMLParser):
    """The links of a page, the headings of its cards, and its text outside of them."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.cards: list[str] = []
        self._outside: list[str] = []
        self._open_in_card: list[str] = []

    @property
    def text_outside_cards(self) -> str:
        return " ".join(self._outside)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.links += [given[name] or "" for name in ("href", "action") if name in given]
        if self._open_in_card or _CARD in (given.get("class") or "").split():
            self._open_in_card.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """What needs no end tag, such as an input, ends with what it stands in."""
        while self._open_in_card and self._open_in_card.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._open_in_card:
            self._outside.append(data)
        elif "h3" in self._open_in_card and data.strip():
            self.cards.append(data.strip())
