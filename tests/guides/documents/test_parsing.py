"""YAML as somebody wrote it, and what is said of it where it is none."""

import pytest

from guides.documents import BadDocument
from guides.documents.parsing import lines, parse, read


def test_read_names_the_file_and_the_line(tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text("slug: x\ntitle: [unclosed\nslug: x")
    with pytest.raises(BadDocument, match=r"broken\.yaml, line 2: a bracket is opened here and not closed"):
        read(path)


def test_read_refuses_what_is_no_utf_8(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("title: Über".encode("latin-1"))
    with pytest.raises(BadDocument, match=r"latin\.yaml"):
        read(path)


def test_read_runs_no_code(tmp_path):
    path = tmp_path / "hostile.yaml"
    path.write_text("!!python/object/apply:os.system ['true']")
    with pytest.raises(BadDocument, match=r"hostile\.yaml, line 1: a word begins with “!”"):
        read(path)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: 2\na: 3", 3, "“a” stands here twice."),
        ("S1:\n  title: x\n  rules:\n    - reason: y\n      reason: z", 5, "“reason” stands here twice."),
        ("a: 1\n[a]: 1", 2, "a name has to be plain text, without brackets."),
        ("a:\n  on: 2026-13-45", 2, "“2026-13-45” looks like a date or a number, and is none: correct it, or"),
        ("a: !!timestamp x", 1, "“x” looks like a date or a number, and is none"),
        ("a: !!int ''", 1, "“” looks like a date or a number, and is none"),
        ("a: !!bool x", 1, "“x” looks like a date or a number, and is none"),
        ("a: " + "9" * 5000, 1, f"“{'9' * 40}” looks like a date or a number, and is none"),
        ("!!map x", 1, "a word begins with “!”: put it in quotes."),
        ("a: 1\nb: Gel: why", 2, "a colon with a space after it stands inside a text: put the text in quotes."),
        ("a:\n\tb: 1", 2, "a tab stands before the text: indent with spaces."),
        ("a: 1\nb: @x", 2, "a text begins with “@”: put it in quotes."),
        ("a: *x", 1, "“*x” begins with a star, as if it named another part: put it in quotes."),
        ("a: &x 1\nb: &x 2", 2, "the word after “&” names another part already: put it in quotes."),
        ("a: 1\nb: 'x\n\nc: 1", 2, "quotation marks are opened here and not closed."),
        ("a: [1,\n", 2, "a bracket is opened here and not closed."),
        ("a: {: 1}", 1, "a value is missing here, or begins with a sign that has to stand in quotes."),
        ("a:\n- b\nc\n", 3, "this is neither “name: value” nor indented as a part of what stands above."),
        ("- 1\nb: 2", 2, "this line is not indented like those that it belongs to."),
        ("a: 1\nb: \x07", 2, "a character stands here that cannot be printed."),
        ("---\na: 1\n---\nb: 2", 3, "a second document begins here: one file holds one."),
    ],
)
def test_what_is_no_yaml_is_said_in_plain_words_with_its_line(text, line, message):
    with pytest.raises(BadDocument) as refused:
        parse(text, where="a.yaml")
    assert str(refused.value).startswith(f"a.yaml, line {line}: {message}")


def test_one_name_in_two_places_is_kept():
    text = "S1: {title: a}\nS2: {title: a}\nS3: &c {title: b}\nS4: *c"
    assert parse(text, where="a.yaml") == {
        "S1": {"title": "a"},
        "S2": {"title": "a"},
        "S3": {"title": "b"},
        "S4": {"title": "b"},
    }


def test_each_value_has_its_line():
    assert lines("a: 1\n\nb:\n- c: |\n    long\n  d: 2\n- x") == {
        "": 1,
        "a": 1,
        "b": 3,
        "b[0]": 4,
        "b[0].c": 4,
        "b[0].d": 6,
        "b[1]": 7,
    }
    assert lines("") == {}
