from guides.documents.elsewhere import elsewhere
from tests.guides import examples


def test_addresses_of_records_and_links_are_found_wherever_they_stand(settings):
    settings.ALLOWED_HOSTS = ["www.celliara.example"]
    document = {
        "url": "https://a.example/page?x=1&y=2#part",
        "references": {"study": {"s": {"url": "", "doi": "10.1/2"}}, "source": {"s": {"url": "p. 3 of the manual"}}},
        "blocks": [
            {"html": '<p><a title="t" href="https://b.example/?x=1&amp;y=2">b</a> <a href="guide:c">c</a></p>'},
            {"html": '<a href="mailto:d@d.example">d</a><a href="https://www.celliara.example/guides/e/">e</a>'},
        ],
    }
    assert elsewhere(document) == {
        "https://a.example/page?x=1&y=2",
        "https://b.example/?x=1&y=2",
        "https://doi.org/10.1/2",
    }


def test_everything_in_a_whole_guide(db):
    assert {address.partition("?")[0] for address in elsewhere(examples.guide())} == {
        "https://example.org/gel",
        "https://example.org/mini",
        "https://example.org/k133823",
        "https://example.org/7140077",
        "https://doi.org/10.1097/0000",
    }
