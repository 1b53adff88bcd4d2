from guides.search.sections import Section, sections
from tests.guides.pages import documents


def test_a_guide_is_read_section_by_section_under_the_anchors_of_its_page():
    document = documents.guide(
        {"kind": "answer-item", "list": "helps", "text": "A firmer look", "claim": None},
        documents.prose("<p>Before.</p><h2>What it is</h2><p>A current.</p><h3>How weak</h3><p>Very.</p>"),
        documents.prose("<p>More of it.</p>"),
        {"kind": "question", "question": "Does it hurt?", "html": "<p>No.</p>"},
    )
    assert list(sections(document)) == [
        Section(
            "guide", "gel", "Why gel", "", "",
            "What it is for. It carries the current. What it may help with: A firmer look. Before.",
        ),
        Section("guide", "gel", "Why gel", "What it is", "what-it-is", "A current."),
        Section("guide", "gel", "Why gel", "How weak", "how-weak", "Very. More of it."),
        Section("guide", "gel", "Why gel", "Does it hurt?", "does-it-hurt", "No."),
    ]  # fmt: skip


def test_timelines_charts_and_products_belong_to_the_section_before_them():
    references = {
        "chart": {"atp": documents.chart(documents.chart_range("ATP", 10, 500))},
        "product": {
            "gel": {"name": "A gel", "what_it_is": "Water", "reason": "<p>Wet.</p>", "disclosure": "", "sources": []}
        },
    }
    document = documents.guide(
        documents.prose("<h2>Weeks</h2>"),
        documents.phase("Loading", 1, 4, sessions="daily", text="Begin."),
        {"kind": "chart", "chart": "atp"},
        {"kind": "product", "product": "gel"},
        references=references,
    )
    assert [section.text for section in sections(document)][1] == (
        "Loading. Weeks 1 to 4. daily. Begin. ATP: ATP raised 10 to 500 µA. A gel. Water. Wet."
    )


def test_records_are_found_where_the_guide_shows_them():
    document = documents.guide(
        {"kind": "claim", "claim": "lifts"},
        {"kind": "conditions", "conditions": ["epilepsy"], "at_least": "limited"},
        references={
            "claim": {"lifts": documents.claim(), "unseen": documents.claim(statement="Unseen")},
            "condition": {"epilepsy": documents.condition(documents.rule("stop", reason="Labels say so."))},
            "study": {"cheng": documents.study()},
            "source": {"s1": documents.source()},
        },
    )
    found = {(section.kind, section.key): section for section in sections(document)}
    assert {subject: section.anchor for subject, section in found.items()} == {
        ("guide", "gel"): "",
        ("claim", "lifts"): "claim-lifts",
        ("claim", "unseen"): "",
        ("condition", "epilepsy"): "condition-epilepsy",
        ("study", "cheng"): "",
    }
    assert found["claim", "lifts"].text == "Not shown. Nobody has measured it."
    assert (found["condition", "epilepsy"].title, found["condition", "epilepsy"].text) == (
        "Epilepsy",
        "Do not use. Labels say so.",
    )
    assert found["study", "cheng"].title == "Electric currents and ATP (Cheng N, 1982)"


def test_a_device_is_read_with_its_facts_and_its_label():
    document = documents.device(
        facts=[documents.fact("output", "335 µA")],
        label=[documents.label_line("epilepsy", "stop")],
        references={"condition": {"epilepsy": documents.condition(documents.rule("stop"))}},
    )
    opening, facts, label = sections(document)
    assert (opening.heading, opening.text) == ("", "Wave Ltd. A small device.")
    assert (facts.anchor, facts.text.partition(" Waveform")[0]) == ("facts", "Output: 335 µA.")
    assert (label.anchor, label.text) == ("label", "Epilepsy: Do not use. Do not use.")


def test_a_questionnaire_is_no_page_to_find():
    assert list(sections({"kind": "questionnaire", "key": "check", "title": "Check"})) == []


def test_comparisons_and_captions_are_read_and_lists_of_records_are_left_to_the_records():
    image = {
        "sizes": {"480": "box.png"},
        "width": 480,
        "height": 240,
        "alt": "A box",
        "decorative": False,
        "credit": "Us",
    }
    document = documents.guide(
        documents.prose("<h2>Side by side</h2>"),
        {"kind": "comparison", "devices": ["arc", "orb"]},
        {"kind": "terms", "terms": ["atp"]},
        {"kind": "image", **image, "caption": "18 volts, says the box."},
        references={
            "compared": {
                "arc": documents.compared(documents.fact("output", "335 µA"), slug="arc", title="Arc"),
                "orb": documents.compared(documents.fact("output", basis="not-disclosed"), slug="orb", title="Orb"),
            },
            "term": {"atp": documents.term()},
        },
    )
    _, compared, term = sections(document)
    assert compared.text == "Output. Arc: 335 µA; Orb: Not disclosed by the maker. 18 volts, says the box."
    assert (term.kind, term.key, term.text) == ("term", "atp", "What cells run on.")
