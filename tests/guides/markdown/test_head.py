import pytest

from guides.markdown import headed


@pytest.mark.parametrize(
    ("text", "head", "rest"),
    [
        ("---\ntopics: [a]\n---\n# T\n", "\ntopics: [a]\n", "\n\n\n# T\n"),
        ("---\r\ntopics: [a]\r\n---\r\n# T", "\ntopics: [a]\r\n", "\n\n\n# T"),
        ("---\ntopics:\n  - a\nrank: 3\n---", "\ntopics:\n  - a\nrank: 3\n", "\n\n\n\n"),
        ("# T\n\n---\ntopics: [a]\n---\n", "", "# T\n\n---\ntopics: [a]\n---\n"),
        ("---\n\nText: more.\n\n---\n", "", "---\n\nText: more.\n\n---\n"),
        ("---\nhttp://a.example\n---\n", "", "---\nhttp://a.example\n---\n"),
        ("---\ntopics: [a]\n", "", "---\ntopics: [a]\n"),
    ],
)
def test_a_head_stands_between_two_lines_of_dashes_at_the_very_beginning(text, head, rest):
    """Both parts keep their lines, so that what is said of line 7 is said of line 7 of the file."""
    assert headed(text) == (head, rest)
