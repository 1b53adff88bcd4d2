from guides.search.excerpts import WORDS, excerpt

FILLING = " ".join(f"w{n}" for n in range(60))


def shown(text: str, *asked_for: str) -> str:
    return "".join(f"[{piece.text}]" if piece.is_asked_for else piece.text for piece in excerpt(text, set(asked_for)))


def test_words_are_marked_whatever_their_form():
    assert shown("Pacemakers stop. A pacemaker does not.", "pacemak") == "[Pacemakers] stop. A [pacemaker] does not."


def test_words_are_marked_without_what_stands_around_them():
    assert (
        shown("(Gel), Trinity+ and the maker\u2019s.", "gel", "triniti", "maker")
        == "([Gel]), [Trinity]+ and the [maker\u2019s]."
    )


def test_an_excerpt_begins_where_the_sentence_does():
    text = f"{FILLING}. Then the gel dries. {FILLING}"
    assert shown(text, "gel").startswith("… Then the [gel] dries. w0")


def test_an_excerpt_is_of_one_length_and_says_what_it_leaves_out():
    pieces = excerpt(f"{FILLING} gel {FILLING}", {"gel"})
    assert (pieces[0].text, pieces[-1].text) == ("… ", "…")
    assert len("".join(piece.text for piece in pieces[1:-1]).split()) == WORDS


def test_the_place_with_most_of_what_was_asked_for_is_shown():
    assert "[gel] and [water]" in shown(f"A gel. {FILLING} {FILLING}. Both gel and water.", "gel", "water")


def test_a_text_without_it_is_shown_from_its_beginning():
    assert shown("Nothing here.", "gel") == "Nothing here."


def test_no_text_no_excerpt():
    assert excerpt("", {"gel"}) == []
