import re

import pytest

pytestmark = pytest.mark.usefixtures("db", "now")


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/", ["Celliara"]),
        ("/guides/", ["Guides"]),
        ("/devices/compare/", ["Devices"]),
        ("/evidence/", ["Evidence"]),
        ("/claims/", ["Evidence"]),
        ("/check/", ["Check"]),
        ("/how-we-work/", ["How we work"]),
        ("/planner/", []),
    ],
)
def test_header_marks_the_part_of_the_site_that_a_page_belongs_to(client, path, current):
    header = client.get(path).text.partition("</header>")[0]
    marked = re.findall(r'<a [^>]*aria-current="(?:page|true)"[^>]*>(.*?)</a>', header, re.DOTALL)
    assert [re.sub(r"<[^>]+>", "", words).strip() for words in marked] == current


@pytest.mark.parametrize(("path", "boxes"), [("/", 1), ("/search/", 0)])
def test_header_has_the_box_to_search_in_but_on_the_page_that_has_its_own(client, path, boxes):
    assert client.get(path).text.count('data-placement="header"') == boxes
