"""Fields of the guide that stand above an article."""

import datetime as dt

from guides.markdown import Known, Placed, article, parted

DATE = dt.date(2027, 5, 1)


def test_head_and_article_stay_on_their_lines():
    assert parted("---\nreview_by: 2027-05-01\n---\n# Gel\n") == ("\nreview_by: 2027-05-01\n", "\n\n\n# Gel\n")
    assert parted("# Gel\n\n---\n\nx\n\n---\n") == ("", "# Gel\n\n---\n\nx\n\n---\n")
    assert parted("---\nnever closed") == ("", "---\nnever closed")


def test_fields_above_an_article_are_fields_of_the_guide():
    given = {"review_by": (2, DATE), "slug": (3, "why-gel"), "standfirst": (4, "Short."), "answer": (5, None)}
    made = article("\n\n\n\n\n\n# Gel\n\nWhy.", known=Known(), given=given)
    assert made.document == {
        "schema": 1,
        "kind": "guide",
        "slug": "why-gel",
        "title": "Gel",
        "standfirst": "Short.",
        "review_by": DATE,
        "blocks": [{"kind": "prose", "html": "<p>Why.</p>"}],
    }
    assert made.placed[0] == Placed(2, "2027-05-01", "review_by")
    assert made.lines == {"review_by": 2, "slug": 3, "standfirst": 4, "title": 7, "blocks[0]": 9}


def test_a_name_that_no_field_has_is_reported():
    made = article("# Gel", known=Known(), given={"author": (3, "Jane")})
    assert made.document == {"schema": 1, "kind": "guide", "slug": "gel", "title": "Gel", "blocks": []}
    assert [(placed.line, placed.what) for placed in made.not_placed] == [
        (3, "“author: Jane”: no field of a guide that can stand above an article, and left out")
    ]


def test_a_title_above_an_article_goes_before_another_in_it():
    given = {"title": (2, "Gel")}
    assert article("# Gel\n\nWhy.", known=Known(), given=given).document["standfirst"] == "Why."
    other = article("# Conductive gel", known=Known(), given=given).document
    assert (other["title"], other["slug"]) == ("Gel", "gel")
    assert other["blocks"] == [{"kind": "prose", "html": "<h2>Conductive gel</h2>"}]
