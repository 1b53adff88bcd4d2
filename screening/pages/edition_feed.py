"""The editions of the questionnaire as an Atom feed: a new one, and a withdrawal, reach whoever follows it."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from screening.pages.edition_history import CheckEdition


def edition_feed(editions: Iterable[CheckEdition], *, root: str) -> str:
    """``root``: the address of this site, without a slash at its end. A withdrawal makes an entry new again."""
    feed = Atom1Feed(
        title="Editions of the suitability check",
        link=root + reverse("screening:edition_list"),
        description="Every edition of the questions and rules of the check.",
        feed_url=root + reverse("screening:edition_feed"),
        language="en",
    )
    for edition in editions:
        address = root + reverse("screening:edition", args=[edition.number])
        feed.add_item(
            title=_title(edition),
            link=address,
            unique_id=address,
            description=edition.withdrawn.reason if edition.withdrawn else edition.note,
            pubdate=edition.live_from,
            updateddate=edition.withdrawn.at if edition.withdrawn else edition.live_from,
        )
    return feed.writeString("utf-8")


def _title(edition: CheckEdition) -> str:
    named = f"Edition {edition.number} of “{edition.title}”"
    return f"Withdrawn: {named}" if edition.withdrawn else named
