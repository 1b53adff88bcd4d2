"""What pages say, in the words of schema.org: documents and what is derived of their editions in, plain values out.

Nothing is said here that its page does not show. A verdict becomes a rating by its place among the four (``RATINGS``);
devices are not called products, since nobody can buy them here; a page is reviewed only where exactly its edition is.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse

from guides.documents import Document
from guides.models import Claim
from guides.pages.addresses import address, record_address
from guides.pages.editions import EditionPage, History
from guides.pages.grades import verdict
from guides.pages.prose import Typesetter, anchor_of
from guides.pages.references import References
from guides.pages.topics import Topic
from guides.search.words import plain

RATINGS = {Claim.Verdict.REFUTED: 1, Claim.Verdict.UNPROVEN: 2, Claim.Verdict.PARTLY: 3, Claim.Verdict.SUPPORTED: 4}

_NAME = "Celliara"
_LISTS = {"guide": ("Guides", "guides:guide_list"), "device": ("Devices", "guides:device_list")}

type Thing = dict[str, Any]


def edition_data(document: Document, past: History, site: str) -> Thing | None:
    """Of the page of a guide's or device's live edition; None where none is live. ``site`` is its scheme and host."""
    if past.live is None:
        return None
    page = site + address(document["kind"], document["slug"])
    about = _guide if document["kind"] == "guide" else _device
    name, view = _LISTS[document["kind"]]
    things = [_page(document, past, past.live, page, site) | about(document, site)]
    if document["kind"] == "guide":
        things += _parts(document, past.live, page, site)
    return _graph(*things, _breadcrumbs(site, (name, reverse(view)), (document["title"], page.removeprefix(site))))


def claim_data(key: str, document: Document, since: dt.datetime, site: str) -> Thing:
    """Of the page of a claim, as ``document``, a live guide's, holds it ``since`` then."""
    claim, own = document["references"]["claim"][key], reverse("guides:claim", args=[key])
    name, view = "Is it true that …?", "guides:claim_list"
    reviews = _claim_reviews([(site + own, claim)], document, since, site)
    return _graph(*reviews, _breadcrumbs(site, (name, reverse(view)), (claim["statement"], own)))


def topic_data(topic: Topic, site: str) -> Thing:
    """Of the page of a topic: where it stands."""
    name, view = _LISTS["guide"]
    return _graph(_breadcrumbs(site, (name, reverse(view)), (topic.name, topic.address)))


def _graph(*things: Thing) -> Thing:
    return {"@context": "https://schema.org", "@graph": list(things)}


def _page(document: Document, past: History, live: EditionPage, page: str, site: str) -> Thing:
    last_major = past.last_major(live.number) or live
    return {
        "@type": "MedicalWebPage",
        "@id": page,
        "url": page,
        "name": document["title"],
        "inLanguage": "en-GB",
        "version": live.number,
        "datePublished": past.editions[-1].live_from.isoformat(),
        "dateModified": last_major.live_from.isoformat(),
        "isPartOf": {"@type": "WebSite", "name": _NAME, "url": f"{site}/"},
        "publisher": _publisher(site),
        **_reviewed(live),
    }


def _reviewed(live: EditionPage) -> Thing:
    """Who said yes to the whole of exactly this edition; a part of it is not the page."""
    reviews = [review for review in live.reviews if not review.is_of_a_part]
    if not reviews:
        return {}
    people = [
        {
            "@type": "Person",
            "name": review.by,
            "hasCredential": {"@type": "EducationalOccupationalCredential", "name": review.credential},
        }
        for review in reviews
    ]
    return {"reviewedBy": people, "lastReviewed": max(review.at for review in reviews).date().isoformat()}


def _guide(document: Document, site: str) -> Thing:
    return {
        "@type": ["MedicalWebPage", "Article"],
        "headline": document["title"],
        "description": document["standfirst"],
        "image": site + reverse("guides:guide_picture", args=[document["slug"]]),
        "author": _publisher(site),
        "about": list(_subjects(document, site)),
    }


def _device(document: Document, site: str) -> Thing:
    return {"description": document["summary"], "about": [{"@type": "Thing", "name": document["title"]}]}


def _subjects(document: Document, site: str) -> Iterator[Thing]:
    """What the guide's blocks set out: claims that it weighs, conditions, devices that it compares, words."""
    for kind, key in dict.fromkeys(_set_out(document)):
        record = document["references"].get(kind, {}).get(key)
        match kind:
            case "claim":
                yield {"@type": "Claim", "text": record["statement"]}
            case "condition":
                yield {"@type": "Thing", "name": record["name"], "url": f"{site}{record_address(kind, key)}"}
            case "compared" if record:
                yield {"@type": "Thing", "name": record["title"]}
            case "term":
                yield {"@type": "DefinedTerm", "name": record["name"], "description": record["definition"]}


def _set_out(document: Document) -> Iterator[tuple[str, str]]:
    for block in document["blocks"]:
        match block:
            case {"kind": "claim", "claim": key}:
                yield "claim", key
            case {"kind": "conditions", "conditions": keys}:
                yield from (("condition", key) for key in keys)
            case {"kind": "comparison", "devices": keys}:
                yield from (("compared", key) for key in keys)
            case {"kind": "terms", "terms": keys}:
                yield from (("term", key) for key in keys)


def _parts(document: Document, live: EditionPage, page: str, site: str) -> Iterator[Thing]:
    """The questions that a guide answers, and the claims that it weighs."""
    if questions := [block for block in document["blocks"] if block["kind"] == "question"]:
        yield {
            "@type": "FAQPage",
            "@id": f"{page}#questions",
            "isPartOf": {"@id": page},
            "mainEntity": [_question(block, document) for block in questions],
        }
    keys = dict.fromkeys(block["claim"] for block in document["blocks"] if block["kind"] == "claim")
    records = document["references"].get("claim", {})
    claims = [(f"{page}#{anchor_of('claim', key)}", records[key]) for key in keys]
    yield from _claim_reviews(claims, document, live.live_from, site)


def _question(block: dict[str, Any], document: Document) -> Thing:
    answer = {"@type": "Answer", "text": _words(block["html"], document)}
    return {"@type": "Question", "name": block["question"], "acceptedAnswer": answer}


def _claim_reviews(
    claims: Iterable[tuple[str, dict[str, Any]]], document: Document, since: dt.datetime, site: str
) -> Iterator[Thing]:
    """Of the claims, each with where it is judged, on which there is a verdict."""
    for url, claim in claims:
        if judged := verdict(claim["verdict"]):
            yield {
                "@type": "ClaimReview",
                "url": url,
                "datePublished": since.isoformat(),
                "author": _publisher(site),
                "claimReviewed": claim["statement"],
                "itemReviewed": {"@type": "Claim", "text": claim["statement"]},
                "reviewBody": _words(claim["explanation"], document),
                "reviewRating": {
                    "@type": "Rating",
                    "ratingValue": RATINGS[Claim.Verdict(judged.code)],
                    "worstRating": min(RATINGS.values()),
                    "bestRating": max(RATINGS.values()),
                    "alternateName": judged.words,
                    "ratingExplanation": judged.meaning,
                },
            }


def _publisher(site: str) -> Thing:
    return {"@type": "Organization", "name": _NAME, "url": f"{site}/"}


def _breadcrumbs(site: str, *steps: tuple[str, str]) -> Thing:
    """From the front page to this one; ``steps`` are names with addresses."""
    whole = [(_NAME, reverse("guides:home")), *steps]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": site + own}
        for position, (name, own) in enumerate(whole, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _words(html: str, document: Document) -> str:
    return plain(Typesetter(References(document["references"]), {}).set(html))
