"""The style sheets and the templates of public pages, read as text."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CSS = ROOT / "static" / "css"
TEMPLATES = ROOT / "templates"
CLASSES_SET_IN_PYTHON = ROOT / "guides" / "pages" / "prose.py"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TEMPLATE_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_NAMED_TEMPLATE = re.compile(r'\{% (?:extends|include) "([^"]+)"')
_RUNS = "include run.template"


@cache
def sheets() -> dict[str, str]:
    """The style sheets of public pages by name (``components/button``), without their comments."""
    paths = [path for path in sorted(CSS.rglob("*.css")) if "admin" not in path.relative_to(CSS).parts]
    return {_name(path): _COMMENT.sub("", path.read_text(encoding="utf-8")) for path in paths}


@cache
def templates() -> dict[str, str]:
    """The templates of public pages by name (``guides/guide.html``)."""
    paths = [path for path in sorted(TEMPLATES.rglob("*.html")) if "admin" not in path.relative_to(TEMPLATES).parts]
    return {path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@cache
def classes_in_css(css: str) -> set[str]:
    selectors = re.findall(r"([^{};]+)\{", css)
    return {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}


def classes_in_html(html: str) -> set[str]:
    values = re.findall(r'\sclass="([^"]*)"', html)
    return {name for value in values for name in _TEMPLATE_TAG.sub(" ", value).split()}


def pages() -> list[str]:
    """Templates that are a page: neither a part of one, nor what pages extend."""
    extended = {name for text in templates().values() for name in re.findall(r'\{% extends "([^"]+)"', text)}
    return [name for name, text in templates().items() if text.startswith("{% extends ") and name not in extended]


def parts(page: str) -> set[str]:
    """The templates that ``page`` is made of, itself included."""
    everything, found, waiting = templates(), set(), {page}
    while waiting:
        name = waiting.pop()
        found.add(name)
        text = everything.get(name, "")
        named = set(_NAMED_TEMPLATE.findall(text))
        if _RUNS in text:
            named |= {other for other in everything if other.endswith("_run.html")}
        waiting |= named - found
    return found


def linked(html: str) -> set[str]:
    """Names of the style sheets that a template links."""
    return {name for tag in re.findall(r"\{% stylesheets ([^%]+) %\}", html) for name in re.findall(r'"([^"]+)"', tag)}


def _name(path: Path) -> str:
    return path.relative_to(CSS).with_suffix("").as_posix()
