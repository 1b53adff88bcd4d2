"""The picture that stands for a guide where its address is shared."""

import datetime as dt
from html.parser import HTMLParser
from io import BytesIO

import pytest
from PIL import Image

from tests.guides.pages import documents
from tests.guides.views.editions import end, publish, withdraw

MINUTE = dt.timedelta(minutes=1)
PATH = "/guides/gel/picture.png"

pytestmark = pytest.mark.usefixtures("db", "now")


class Metas(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "meta" and (name := said.get("property") or said.get("name")):
            self.found[name] = said["content"]


def metas(client, path: str) -> dict[str, str]:
    parser = Metas()
    parser.feed(client.get(path).text)
    return {name: said for name, said in parser.found.items() if name.startswith(("og:image", "twitter:"))}


def test_picture_is_a_png_of_the_edition_that_it_stands_for(client, at):
    edition = publish(documents.guide(), at=at)
    response = client.get(PATH)
    assert response["Content-Type"] == "image/png"
    assert edition.sha256 not in response["ETag"], "Another drawing of the same edition is another picture."
    assert client.get(PATH, headers={"If-None-Match": response["ETag"]}).status_code == 304
    assert Image.open(BytesIO(response.content)).size == (1200, 630)
    publish(documents.guide(title="New"), number=2, at=at)
    assert client.get(PATH).content != response.content


def test_page_says_how_large_its_picture_is_and_what_is_on_it(client, at):
    publish(documents.guide(), at=at)
    said = metas(client, "/guides/gel/")
    assert said == {
        "og:image": "http://testserver/guides/gel/picture.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Why gel: a guide by Celliara. What it is for.",
        "twitter:card": "summary_large_image",
    }
    picture = Image.open(BytesIO(client.get(said["og:image"]).content))
    assert picture.size == (int(said["og:image:width"]), int(said["og:image:height"]))


def test_only_the_live_edition_of_a_guide_has_a_picture(client, at):
    publish(documents.guide(), at=at - MINUTE)
    publish(documents.guide(title="New"), number=2, at=at)
    publish(documents.device(), at=at)
    assert metas(client, "/guides/gel/editions/1/") == metas(client, "/devices/wave/") == {}


def test_past_address_of_a_picture_leads_to_the_present_one(client, at):
    publish(documents.guide(slug="old"), at=at - MINUTE)
    publish(documents.guide(), number=2, at=at)
    response = client.get("/guides/old/picture.png")
    assert (response.status_code, response["Location"]) == (301, PATH)


def test_there_is_no_picture_of_what_is_not_live(client, at, now):
    assert client.get(PATH).status_code == 404
    publish(documents.guide(key="later", slug="later"), at=now + MINUTE)
    withdraw(publish(documents.guide(), at=at), at=now)
    end(publish(documents.guide(key="over", slug="over"), at=at), now, at=at)
    paths = ["/guides/later/picture.png", PATH, "/guides/over/picture.png", "/devices/wave/picture.png"]
    assert [client.get(path).status_code for path in paths] == [404] * 4
