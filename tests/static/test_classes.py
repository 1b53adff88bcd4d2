"""Classes in templates and classes in style sheets are the same, and each page links the sheets of its own."""

import re

import pytest

from tests.static.stylesheets import (
    CLASSES_SET_IN_PYTHON,
    CSS,
    classes_in_css,
    classes_in_html,
    linked,
    pages,
    parts,
    sheets,
    templates,
)

SET_IN_PYTHON = CLASSES_SET_IN_PYTHON.read_text(encoding="utf-8")


def used() -> set[str]:
    in_templates = {name for text in templates().values() for name in classes_in_html(text)}
    return in_templates | classes_in_html(SET_IN_PYTHON)


def styled() -> set[str]:
    return {name for css in sheets().values() for name in classes_in_css(css)}


def test_every_class_in_a_style_sheet_is_used():
    assert styled() - used() == set(), "style.md: every class in CSS exists in a template."


def test_every_class_in_a_template_is_styled():
    assert used() - styled() == set(), "style.md: every class in a template exists in CSS."


@pytest.mark.parametrize("name", pages())
def test_page_links_the_sheets_of_the_classes_it_shows(name):
    has = set().union(*map(linked, _texts(name)))
    missing = {
        f".{shown} needs {' or '.join(sorted(_sheets_of(shown)))}"
        for text in _texts(name)
        for shown in classes_in_html(text)
        if not _sheets_of(shown) & has
    }
    assert missing == set(), "A page without the sheet of a class that it shows is laid out by chance."


@pytest.mark.parametrize("name", pages())
def test_page_links_no_sheet_that_it_does_not_need(name):
    shown = set().union(*map(classes_in_html, [*_texts(name), SET_IN_PYTHON]))
    assert {sheet for sheet in linked(templates()[name]) if not classes_in_css(sheets()[sheet]) & shown} == set()


def test_every_sheet_is_linked():
    assert sheets().keys() - set().union(*map(linked, templates().values())) == set()


def test_page_for_faults_links_sheets_that_exist():
    names = re.findall(r'href="/static/css/([^"]+)"', templates()["500.html"])
    assert names
    assert [name for name in names if not (CSS / name).exists()] == []


def _texts(page: str) -> list[str]:
    return [templates()[part] for part in parts(page) if part in templates()]


def _sheets_of(name: str) -> set[str]:
    return {sheet for sheet, css in sheets().items() if name in classes_in_css(css)}
