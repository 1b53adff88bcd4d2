"""What the starter content promises as a whole. Publishing it has already held each document against the checks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guides import starter as what_we_know
from guides.documents import assemble
from guides.documents.parsing import read
from guides.models import Edition, Guide
from guides.problems import problems
from screening import starter as what_we_ask

WHAT_WE_KNOW = Path(what_we_know.__file__).parent
WHAT_WE_ASK = Path(what_we_ask.__file__).parent

SOURCES, STUDIES, CLAIMS, CHARTS, TERMS, CONDITIONS = (
    read(WHAT_WE_KNOW / f"{name}.yaml") for name in ("sources", "studies", "claims", "charts", "terms", "conditions")
)
DEVICES = {path.stem: read(path) for path in sorted((WHAT_WE_KNOW / "devices").glob("*.yaml"))}
GUIDES = {path.stem: read(path) for path in sorted((WHAT_WE_KNOW / "guides").glob("*.yaml"))}
QUESTIONNAIRE = read(WHAT_WE_ASK / "questionnaire.yaml")

PROMISED_GUIDES = {
    "how-microcurrent-works",
    "what-is-microcurrent",
    "how-often-to-use-microcurrent",
    "nuface-trinity-pro-vs-ziip-halo",
    "who-should-not-use-microcurrent",
    "botox-fillers-and-microcurrent",
    "conductive-gel",
    "microcurrent-ems-tens",
    "does-the-atp-study-prove-it",
    "what-fda-cleared-means",
}
UNKNOWN = {"not-disclosed", "unverified"}
TOLD_BY = re.compile(
    r"\b(says?|said|writes?|reports?|reported|reposted?|quotes?|quoted|speaks?|names?|describes?|calls?|claim(s|ed)?|tell|allows|"
    r"praise|lists?|blogs?|magazines?|article|review(er)?|writers|retailer|distributor|seller|salon|forum|surgeons?|charity|"
    r"dermatologists?|pages?|listed)\b",
    re.IGNORECASE,
)


def facts() -> Iterator[tuple[str, dict]]:
    for device, document in DEVICES.items():
        for fact in document["facts"]:
            yield f"{device}: {fact['name']}", fact


def texts() -> Iterator[tuple[str, str]]:
    """Every rich text, with where it stands."""
    for key, guide in GUIDES.items():
        yield from ((key, block["html"]) for block in guide["blocks"] if "html" in block)
    yield from ((f"claim {key}", claim["explanation"]) for key, claim in CLAIMS.items())
    yield from ((f"term {key}", term["explanation"]) for key, term in TERMS.items() if "explanation" in term)


def test_every_promised_guide_is_there_and_the_glossary():
    assert set(GUIDES) == PROMISED_GUIDES | {"glossary"}


def test_there_is_enough_to_explore():
    assert [len(DEVICES) >= 14, len(TERMS) >= 25, len(CLAIMS) >= 20] == [True, True, True]


def test_every_promised_guide_holds_one_topic_or_two_and_every_topic_is_held():
    held = {key: GUIDES[key]["topics"] for key in PROMISED_GUIDES}
    assert {key: topics for key, topics in held.items() if len(topics) not in (1, 2)} == {}
    assert {topic for topics in held.values() for topic in topics} == set(read(WHAT_WE_KNOW / "topics.yaml"))


@pytest.mark.parametrize("key", sorted(PROMISED_GUIDES))
def test_guide_keeps_what_every_guide_promises(key):
    kinds = {block["kind"] for block in GUIDES[key]["blocks"]}
    assert {"answer-item", "claim", "question", "related", "authorship"} <= kinds
    assert any(block.get("claim") for block in GUIDES[key]["blocks"] if block["kind"] == "answer-item")


def test_guides_lead_to_each_other():
    related = {block["guide"] for guide in GUIDES.values() for block in guide["blocks"] if block["kind"] == "related"}
    assert PROMISED_GUIDES - related == set()


def test_a_record_is_quoted_only_as_it_was_read():
    """What the maker or a regulator says was read on their own page; all else names who reported it."""
    wrong = [
        where
        for where, fact in facts()
        if fact["basis"] in {"maker", "regulator", "measured"} and SOURCES[fact["source"]]["read"] != "first-hand"
    ]
    assert wrong == []


def test_the_regulators_records_are_the_regulators():
    assert [
        where
        for where, fact in facts()
        if fact["basis"] == "regulator" and SOURCES[fact["source"]]["kind"] != "regulator"
    ] == []


def test_what_others_report_says_who_they_are():
    assert [where for where, fact in facts() if fact["basis"] == "reported" and not fact.get("note")] == []


def test_what_is_unknown_has_no_value():
    assert [where for where, fact in facts() if (fact["basis"] in UNKNOWN) == ("value" in fact)] == []


def test_modes_that_a_device_is_said_to_have_are_named_in_its_facts():
    """Else the finder would show our assumption as known."""
    words = {"led": "LED", "heat": "heat|hot|warm", "vibration": "vibration", "hand-return": "hand", "ems": "EMS"}
    named = {device: " ".join(f.get("value", "") for f in row["facts"]) for device, row in DEVICES.items()}
    said = {where.split(":")[0] for where, fact in facts() if fact["name"] == "other-modes" and "value" in fact}
    unnamed = [
        (device, row["modality"])
        for device in sorted(said)
        for row in DEVICES[device]["modalities"][1:]
        if not re.search(words[row["modality"]], named[device], re.IGNORECASE)
    ]
    assert unnamed == [], "design.md 8: what is not verified is not stated."


def test_labels_were_read_first_hand():
    sources = {row["source"] for document in DEVICES.values() for row in document.get("label", ())}
    assert {key for key in sources if SOURCES[key]["read"] != "first-hand"} == set()


def test_a_condition_that_always_stops_rests_on_something_read_first_hand():
    resting = {
        key
        for key, condition in CONDITIONS.items()
        for rule in condition["rules"]
        if any(SOURCES[source]["read"] == "first-hand" for source in rule["sources"])
    }
    assert {key for key, condition in CONDITIONS.items() if condition.get("must_stop")} - resting == set()


def test_what_was_read_second_hand_names_who_says_it():
    silent = [
        (where, sentence)
        for where, html in texts()
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z<])|</?(?:p|li|ul|ol|h2|h3)>", html)
        for source in re.findall(r'href="source:(\w+)"', sentence)
        if SOURCES[source]["read"] == "second-hand" and not TOLD_BY.search(re.sub(r"<[^>]*>", "", sentence))
    ]
    assert silent == [], "A second-hand fact may be told only by saying whose claim it is."


def test_every_study_can_be_found_and_says_whether_its_retraction_was_looked_up():
    assert [key for key, study in STUDIES.items() if not {"doi", "pmid", "url"} & study.keys()] == []
    looked_up = {key for key, study in STUDIES.items() if "retraction" in study}
    assert looked_up == {key for key, study in STUDIES.items() if "retraction_checked_on" in study}


def test_only_what_is_known_to_be_systematic_has_the_design_of_a_systematic_review():
    systematic = re.compile(r"systematic|meta-analysis|cochrane", re.IGNORECASE)
    reviews = {key: study for key, study in STUDIES.items() if study["design"] == "review"}
    doubtful = [key for key, study in reviews.items() if not systematic.search(study["title"] + study["journal"])]
    assert doubtful == [], "content.md, Evidence: the design sets the grade, so none is filed higher than it is known."


def test_what_was_tested_in_people_does_not_hide_among_cells():
    assert [STUDIES[key]["design"] for key in ("seegers-2002", "seegers-2002-volunteers")] == ["cells", "uncontrolled"]


def test_claim_that_no_study_backs_is_not_called_partly_supported():
    unbacked = {key for key, claim in CLAIMS.items() if "no study backs it" in claim["explanation"]}
    assert {CLAIMS[key]["verdict"] for key in unbacked} == {"unproven"}


def test_label_that_was_read_in_part_is_silent_in_that_part_only():
    said = [condition.get("disagreement", "") for condition in CONDITIONS.values()]
    silent = [text for text in said if re.search(r"NuFACE\S* label does not (list|mention)", text)]
    assert len(silent) == 3
    assert [text for text in silent if "in the part that we could read" not in text] == []


def test_waits_of_at_least_so_many_days_have_an_open_end():
    ranges = CHARTS["waits-after-injections"]["ranges"]
    assert [(row.get("low"), row.get("high")) for row in ranges if "or more" in row["effect"]] == [
        (7, None),
        (14, None),
        (14, None),
        (14, None),
    ]


def test_every_condition_is_asked_about_and_has_a_person():
    affirmed_by = {
        condition: (question["key"], option["key"])
        for question in QUESTIONNAIRE["questions"]
        for option in question.get("options", ())
        for condition in option.get("affirms", ())
    }
    assert set(affirmed_by) == set(CONDITIONS)
    given = {
        (question, option)
        for scenario in QUESTIONNAIRE["scenarios"]
        for question, options in scenario["answers"].items()
        if isinstance(options, list)
        for option in options
    }
    assert {condition for condition, answer in affirmed_by.items() if answer not in given} == set()


def test_every_case_of_appendix_a_has_a_person():
    """Case 23 is about reloading a page, which the tests of the check's pages do."""
    numbered = {int(key[1:3]) for key in (row["key"] for row in QUESTIONNAIRE["scenarios"]) if key.startswith("a")}
    assert numbered == {*range(1, 25)} - {23}


def test_every_question_says_why_it_is_asked():
    assert [question["key"] for question in QUESTIONNAIRE["questions"] if not question.get("why")] == []


def test_every_record_is_shown_to_readers(starter_references):
    shown = {"claim": CLAIMS, "study": STUDIES, "chart": CHARTS, "term": TERMS, "condition": CONDITIONS}
    unseen = {kind: sorted(set(rows) - starter_references[kind]) for kind, rows in shown.items()}
    assert {kind: keys for kind, keys in unseen.items() if keys} == {}


@pytest.fixture
def starter_references(starter) -> dict[str, set[str]]:
    """Keys of the records that the live guides hold copies of, by kind."""
    found: dict[str, set[str]] = {}
    for edition in Edition.objects.of("guide"):
        for kind, copies in edition.document["references"].items():
            found.setdefault(kind, set()).update(copies)
    return found


def test_no_guide_has_a_warning_but_that_nobody_looked_for_retractions(starter, at):
    """Which is true: domain.md knows of no study whether it was retracted."""
    found = {
        (guide.key, problem.code)
        for guide in Guide.objects.all()
        for problem in problems(assemble(guide, at=at).document, at=at)
    }
    assert {(key, code) for key, code in found if code != "retraction-unknown"} == set()
