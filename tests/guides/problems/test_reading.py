import pytest

from guides.problems import Level
from tests.guides import examples
from tests.guides.problems.spoiling import codes, found, spoiled

pytestmark = pytest.mark.django_db

EASY = "<p>The current is weak. It runs from one end to the other. You may not feel it at all.</p>" * 4
HARD = (
    "<p>Notwithstanding considerable methodological heterogeneity, contemporary investigations demonstrate"
    " electrophysiological modifications attributable to microcurrent stimulation, although generalisability"
    " remains fundamentally questionable.</p>"
) * 4


def test_a_hard_section_is_named_by_its_heading(at):
    document = spoiled(examples.guide(), "blocks.3.html", f"<h2>Easy</h2>{EASY}<h2>Hard</h2>{HARD}")
    (problem,) = found(document, at)
    assert (problem.code, problem.level, problem.where) == ("hard-to-read", Level.WARNING, "blocks[3].html")
    assert problem.message == "“Hard” asks for a reading age of 44; we aim at about 12."


def test_one_without_a_heading_is_named_by_its_first_words(at):
    document = spoiled(examples.guide(), "blocks.11.html", HARD)
    (problem,) = found(document, at)
    assert problem.message.startswith("The text that begins “Notwithstanding considerable methodological")


def test_of_few_words_nothing_is_said(at):
    assert codes(spoiled(examples.guide(), "blocks.11.html", HARD[:200]), at) == []
