"""YAML, as somebody wrote it: its values, on which line each stands, and what is wrong with it in plain words."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from guides.documents.codec import BadDocument

MOST_BYTES = 2_000_000
MOST_VALUES = 200_000

_IN_PLAIN_WORDS = {
    r"mapping values are not allowed": "a colon with a space after it stands inside a text: put the text in quotes",
    r"found character '\\t'": "a tab stands before the text: indent with spaces",
    r"found character '(.)' that cannot start": r"a text begins with “\1”: put it in quotes",
    r"found undefined alias '(.*)'": r"“*\1” begins with a star, as if it named another part: put it in quotes",
    r"found unexpected end of stream": "quotation marks are opened here and not closed",
    r"expected ',' or '[]}]'": "a bracket is opened here and not closed, or a comma is missing",
    r"expected the node content, but found '<stream end>'": "a bracket is opened here and not closed",
    r"expected the node content": "a value is missing here, or begins with a sign that has to stand in quotes",
    r"second occurrence": "the word after “&” names another part already: put it in quotes",
    r"could not find expected ':'": "this is neither “name: value” nor indented as a part of what stands above",
    r"expected <block end>|expected '<document start>'": "this line is not indented like those that it belongs to",
    r"could not determine a constructor|expected an? \w+ node": "a word begins with “!”: put it in quotes",
    r"unhashable": "a name has to be plain text, without brackets",
    r"special characters are not allowed": "a character stands here that cannot be printed",
    r"but found another document": "a second document begins here: one file holds one",
}
_BEGUN_EARLIER = {
    "while scanning a quoted scalar",
    "while scanning a simple key",
    "while parsing a flow sequence",
    "while parsing a flow mapping",
}
"""Faults that the parser notices lines after the place where they are."""


def read(path: Path) -> Any:
    """The values in a YAML file. Raises BadDocument as `decode` and `parse` do."""
    return parse(decode(path.read_bytes(), where=path.name), where=path.name)


def decode(raw: bytes, *, where: str) -> str:
    """The text of a file. Raises BadDocument for one that is too large, or no UTF-8."""
    if len(raw) > MOST_BYTES:
        raise BadDocument(where, f"the file has {len(raw):,} bytes; {MOST_BYTES:,} are the most that is read.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadDocument(where, f"line {line} is not encoded in UTF-8: save the file in that encoding.") from error


def parse(text: str, *, where: str) -> Any:
    """The values in a YAML text. Raises BadDocument for what is no YAML or no date, says a thing twice, or would
    become enormous by naming parts of itself again and again."""
    try:
        values = yaml.load(text, Loader=_Loader)  # noqa: S506 -- a SafeLoader
        if _size(values, {}) > MOST_VALUES:
            raise BadDocument(where, f"it would grow to more than {MOST_VALUES:,} values.")
    except RecursionError as error:
        raise BadDocument(where, "it contains itself, or is nested too deeply.") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise BadDocument(f"{where}, line {line}", f"{_plain(error.reason)}.") from error
    except yaml.MarkedYAMLError as error:
        raise BadDocument(f"{where}, line {_line(error)}", f"{_plain(error.problem or '')}.") from error
    return values


def lines(text: str) -> dict[str, int]:
    """On which line each value stands, by its place in the document, in a text that `parse` takes."""
    root = yaml.compose(text, Loader=_Loader)
    return dict(_places(root, "", 1)) if root else {}


def _places(node: yaml.Node, place: str, line: int) -> Iterator[tuple[str, int]]:
    yield place, line
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _places(value, f"{place}.{name.value}" if place else name.value, name.start_mark.line + 1)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _places(item, f"{place}[{index}]", item.start_mark.line + 1)


def _line(error: yaml.MarkedYAMLError) -> int:
    mark = error.context_mark if error.context in _BEGUN_EARLIER else error.problem_mark
    return mark.line + 1


def _plain(problem: str) -> str:
    for pattern, words in _IN_PLAIN_WORDS.items():
        if found := re.search(pattern, problem):
            return found.expand(words)
    return problem


class _Loader(yaml.SafeLoader):
    """Refuses a name that stands twice in one place, where YAML would let the last one win in silence; and says on
    which line a value stands that looks like a date or a number, and is none."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: list[Any] = []
        for name, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if name.value in seen:
                problem = f"“{name.value}” stands here twice"
                raise yaml.constructor.ConstructorError(problem=problem, problem_mark=name.start_mark)
            seen.append(name.value)
        return super().construct_mapping(node, deep)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, AttributeError, LookupError) as error:
            problem = f"“{node.value:.40}” looks like a date or a number, and is none: correct it, or put it in quotes"
            raise yaml.constructor.ConstructorError(problem=problem, problem_mark=node.start_mark) from error


def _size(value: Any, seen: dict[int, int]) -> int:
    """How many values it has when written out; each part that is named again is counted once more, walked once.
    Raises RecursionError for one that contains itself."""
    parts = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else ()
    if id(value) not in seen:
        seen[id(value)] = 1 + sum(_size(part, seen) for part in parts)
    return seen[id(value)]
