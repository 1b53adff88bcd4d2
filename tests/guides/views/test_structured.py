"""What pages tell machines, read by parsers that know nothing of how it was written."""

import datetime as dt
import json
from html.parser import HTMLParser

import pytest

from guides.models import Claim
from guides.structured import RATINGS
from tests.guides.pages import documents
from tests.guides.views.editions import approve, publish, text, withdraw

SITE = "http://testserver"
HOUR = dt.timedelta(hours=1)
PUBLISHER = {"@type": "Organization", "name": "Celliara", "url": f"{SITE}/"}
LIFTS = documents.claim(
    documents.evidence(study="rats"), explanation='<p>Nobody <a href="study:rats">measured</a> it.</p>'
)
RECORDS = {"claim": {"lifts": LIFTS}, "study": {"rats": documents.study()}}

pytestmark = pytest.mark.usefixtures("db", "now")


class Scripts(HTMLParser):
    """The texts of the elements that hold data for machines."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.is_inside = False

    def handle_starttag(self, tag, attrs):
        self.is_inside = (tag, attrs) == ("script", [("type", "application/ld+json")])
        if self.is_inside:
            self.found.append("")

    def handle_data(self, data):
        if self.is_inside:
            self.found[-1] += data

    def handle_endtag(self, tag):
        self.is_inside = False


def things(client, path: str) -> list[dict]:
    """What the page's graph holds; nothing where the page holds no graph."""
    scripts = Scripts()
    scripts.feed(client.get(path).text)
    graphs = [json.loads(script) for script in scripts.found]
    assert [(graph.keys(), graph["@context"]) for graph in graphs] in (
        [],
        [({"@context", "@graph"}, "https://schema.org")],
    )
    return graphs[0]["@graph"] if graphs else []


def named(client, path: str, kind: str) -> list[dict]:
    return [thing for thing in things(client, path) if kind in thing["@type"]]


def trail(*steps: tuple[str, str]) -> dict:
    items = [
        {"@type": "ListItem", "position": n, "name": name, "item": SITE + path}
        for n, (name, path) in enumerate([("Celliara", "/"), *steps], start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def test_guide_is_an_article_about_health(client, at):
    publish(documents.guide(), at=at - 2 * HOUR)
    publish(documents.guide(answer="Other."), number=2, at=at - HOUR)
    publish(documents.guide(answer="Another."), number=3, at=at, is_major=False)
    assert things(client, "/guides/gel/") == [
        {
            "@type": ["MedicalWebPage", "Article"],
            "@id": f"{SITE}/guides/gel/",
            "url": f"{SITE}/guides/gel/",
            "name": "Why gel",
            "headline": "Why gel",
            "description": "What it is for.",
            "image": f"{SITE}/guides/gel/picture.png",
            "inLanguage": "en-GB",
            "version": 3,
            "datePublished": "2026-11-22T10:00:00+00:00",
            "dateModified": "2026-11-22T11:00:00+00:00",
            "isPartOf": {"@type": "WebSite", "name": "Celliara", "url": f"{SITE}/"},
            "publisher": PUBLISHER,
            "author": PUBLISHER,
            "about": [],
        },
        trail(("Guides", "/guides/"), ("Why gel", "/guides/gel/")),
    ]


def test_guide_is_about_what_its_blocks_set_out(client, at):
    blocks = [
        {"kind": "claim", "claim": "lifts"},
        {"kind": "conditions", "at_least": "stop", "conditions": ["epilepsy"]},
        {"kind": "comparison", "devices": ["wave", "dot"]},
        {"kind": "terms", "terms": ["atp"]},
        {"kind": "claim", "claim": "lifts"},
    ]
    references = RECORDS | {
        "term": {"atp": documents.term(), "mentioned": documents.term()},
        "condition": {"epilepsy": documents.condition(documents.rule("stop"))},
        "compared": {"wave": documents.compared(), "dot": documents.compared(title="Dot")},
    }
    publish(documents.guide(*blocks, references=references), at=at)
    assert named(client, "/guides/gel/", "Article")[0]["about"] == [
        {"@type": "Claim", "text": "It lifts"},
        {"@type": "Thing", "name": "epilepsy", "url": f"{SITE}/contraindications/#epilepsy"},
        {"@type": "Thing", "name": "Wave"},
        {"@type": "Thing", "name": "Dot"},
        {"@type": "DefinedTerm", "name": "ATP", "description": "What cells run on."},
    ]


def test_device_is_a_page_about_a_thing_and_no_product(client, at):
    publish(documents.device(), at=at)
    page, crumbs = things(client, "/devices/wave/")
    assert (page["@type"], page["about"]) == ("MedicalWebPage", [{"@type": "Thing", "name": "Wave"}])
    assert page["description"] == "A small device."
    assert crumbs == trail(("Devices", "/devices/"), ("Wave", "/devices/wave/"))
    assert '"Product"' not in json.dumps([page, crumbs])


def test_page_is_reviewed_where_exactly_its_edition_is_and_as_a_whole(client, at):
    approve(publish(documents.guide(), at=at - HOUR), at=at - HOUR)
    assert named(client, "/guides/gel/", "Article")[0]["lastReviewed"] == "2026-11-22"
    second = publish(documents.guide(answer="Other."), number=2, at=at)
    assert not {"reviewedBy", "lastReviewed"} & named(client, "/guides/gel/", "Article")[0].keys()
    approve(second, at=at + HOUR)
    assert named(client, "/guides/gel/", "Article")[0]["reviewedBy"] == [
        {
            "@type": "Person",
            "name": "cleo",
            "hasCredential": {"@type": "EducationalOccupationalCredential", "name": "Physiotherapist"},
        }
    ]
    assert "Independently reviewed by cleo, Physiotherapist" in text(client.get("/guides/gel/"))


def test_review_of_a_part_is_no_review_of_the_page(client, at):
    approve(publish(documents.guide(), at=at), at=at, scope="The physiology")
    assert not {"reviewedBy", "lastReviewed"} & named(client, "/guides/gel/", "Article")[0].keys()


def test_questions_of_a_guide_are_told_with_their_answers_in_plain_words(client, at):
    html = '<p>Water &amp; salt <a href="study:rats">[rats]</a>.</p><p>No oil.</p>'
    block = {"kind": "question", "question": "What is in it?", "html": html}
    publish(documents.guide(block, references=RECORDS), at=at)
    assert named(client, "/guides/gel/", "FAQPage") == [
        {
            "@type": "FAQPage",
            "@id": f"{SITE}/guides/gel/#questions",
            "isPartOf": {"@id": f"{SITE}/guides/gel/"},
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": "What is in it?",
                    "acceptedAnswer": {"@type": "Answer", "text": "Water & salt. No oil."},
                }
            ],
        }
    ]


def review(url: str, published: str) -> dict:
    return {
        "@type": "ClaimReview",
        "url": SITE + url,
        "datePublished": published,
        "author": PUBLISHER,
        "claimReviewed": "It lifts",
        "itemReviewed": {"@type": "Claim", "text": "It lifts"},
        "reviewBody": "Nobody measured it.",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 2,
            "worstRating": 1,
            "bestRating": 4,
            "alternateName": "Not shown",
            "ratingExplanation": "Nobody has shown it. That is not the same as showing that it is false.",
        },
    }


def test_claim_is_reviewed_on_its_own_page_and_where_a_guide_weighs_it(client, at):
    publish(documents.guide({"kind": "claim", "claim": "lifts"}, references=RECORDS), at=at)
    published = "2026-11-22T12:00:00+00:00"
    assert named(client, "/guides/gel/", "ClaimReview") == [review("/guides/gel/#claim-lifts", published)]
    assert things(client, "/claims/lifts/") == [
        review("/claims/lifts/", published),
        trail(("Is it true that …?", "/claims/"), ("It lifts", "/claims/lifts/")),
    ]


def test_topic_tells_where_it_stands(client, at):
    publish(documents.guide(references={"topic": {"safety": documents.topic()}}), at=at)
    assert things(client, "/topics/safety/") == [trail(("Guides", "/guides/"), ("Safety", "/topics/safety/"))]


def test_claim_without_a_verdict_is_not_rated(client, at):
    references = {"claim": {"lifts": documents.claim(verdict="")}}
    publish(documents.guide({"kind": "claim", "claim": "lifts"}, references=references), at=at)
    assert named(client, "/claims/lifts/", "ClaimReview") + named(client, "/guides/gel/", "ClaimReview") == []


def test_ratings_are_the_verdicts_from_the_worst_to_the_best():
    assert RATINGS == {"refuted": 1, "unproven": 2, "partly": 3, "supported": 4}
    assert set(RATINGS) == set(Claim.Verdict)


def test_only_the_live_page_tells(client, at):
    publish(documents.guide(), at=at - HOUR)
    publish(documents.guide(answer="Other."), number=2, at=at)
    assert things(client, "/guides/gel/editions/1/") == things(client, "/guides/gel/editions/2/") == []
    for edition in (1, 2):
        withdraw(publish(documents.device(maker=str(edition)), number=edition, at=at), at=at)
    assert things(client, "/devices/wave/") == []


def test_no_text_can_end_the_data_or_begin_anything(client, at):
    hostile = '</script><script>alert("1")</script><!-- & \u2028'
    publish(documents.guide(title=hostile, standfirst=hostile), at=at)
    (article,) = named(client, "/guides/gel/", "Article")
    assert (article["headline"], article["description"]) == (hostile, hostile)
    assert "<script>" not in client.get("/guides/gel/").text
