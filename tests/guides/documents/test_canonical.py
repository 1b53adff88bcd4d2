import hashlib

import pytest

from guides.documents import canonical, sha256


def test_canonical_is_utf8_json_with_sorted_keys_and_no_white_space():
    assert canonical({"b": [1, True, None], "a": "10 µA"}) == '{"a":"10 µA","b":[1,true,null]}'.encode()


def test_canonical_is_equal_however_the_keys_are_ordered():
    one = {"kind": "guide", "blocks": [{"uid": "1", "html": "<p>x</p>"}], "references": {"b": {}, "a": {}}}
    other = {"references": {"a": {}, "b": {}}, "blocks": [{"html": "<p>x</p>", "uid": "1"}], "kind": "guide"}

    assert canonical(one) == canonical(other)


def test_canonical_keeps_the_order_of_lists():
    assert canonical({"list": [1, 2]}) != canonical({"list": [2, 1]})


@pytest.mark.parametrize(
    "value",
    [1.5, 1.0, float("nan"), [1.5], (1.5,), {"deep": [{"deeper": 0.1}]}],
    ids=repr,
)
def test_canonical_refuses_floats_wherever_they_are(value):
    with pytest.raises(TypeError, match="floats"):
        canonical({"value": value})


@pytest.mark.parametrize("value", ["\0", "a\0b", ["\0"], {"\0": "a name"}], ids=repr)
def test_canonical_refuses_nul_which_postgresql_cannot_store(value):
    with pytest.raises(ValueError, match="NUL"):
        canonical({"value": value})


def test_canonical_lets_text_about_nul_pass():
    """Six ordinary characters that look like what JSON writes for NUL."""
    assert canonical({"value": r"\u0000"}) == rb'{"value":"\\u0000"}'


def test_canonical_refuses_half_of_a_character():
    with pytest.raises(ValueError, match="surrogates"):
        canonical({"value": "\ud83d"})


@pytest.mark.parametrize("name", [1, None, True, 1.5], ids=repr)
def test_canonical_refuses_names_that_json_would_turn_into_text(name):
    with pytest.raises(TypeError, match="names its values with text"):
        canonical({"value": {name: "x"}})


def test_canonical_refuses_what_json_has_no_word_for():
    with pytest.raises(TypeError, match="not JSON serializable"):
        canonical({"value": {1, 2}})


def test_sha256_is_the_hash_of_the_canonical_form():
    document = {"title": "Größe", "schema": 1}

    assert sha256(document) == hashlib.sha256('{"schema":1,"title":"Größe"}'.encode()).hexdigest()
