import datetime as dt

from guides.pages.comparison import Comparison, comparison
from guides.pages.references import References
from tests.guides.pages import documents


def test_devices_stand_in_the_order_of_the_alphabet_with_their_editions():
    shown = _comparison(zeta=documents.compared(title="zeta", slug="z"), alpha=documents.compared(title="Alpha"))
    assert [(device.title, device.edition, device.live_from) for device in shown.devices] == [
        ("Alpha", 1, dt.date(2026, 11, 22)),
        ("zeta", 1, dt.date(2026, 11, 22)),
    ]
    assert shown.query == "?device=wave&device=z"


def test_values_that_differ_come_first_and_the_same_ones_apart():
    shown = _of_facts(
        [documents.fact("output", "80 µA"), documents.fact("medium", "Gel")],
        [documents.fact("output", "400 µA"), documents.fact("medium", "gel", "regulator")],
    )
    assert (_names(shown.different), _names(shown.same)) == (["Output"], ["Conductor"])


def test_unknown_beside_something_known_is_a_difference_and_never_a_no():
    shown = _of_facts([documents.fact("app", "Needed")], [documents.fact("app", "", "unverified")])
    assert _names(shown.different) == ["App"]
    known, unknown = (cell.facts[0] for cell in shown.different[0].cells)
    assert (known.value, unknown.value, unknown.basis) == ("Needed", "", "We could not verify this")


def test_unknown_for_all_is_not_the_same():
    shown = _of_facts([documents.fact("output", "", "unverified")], [documents.fact("output", "", "not-disclosed")])
    assert (_names(shown.different), _names(shown.same)) == ([], [])
    assert "Output" in _names(shown.unknown)


def test_several_values_are_compared_whatever_their_order():
    prices = [documents.fact("price", "$379"), documents.fact("price", "£379")]
    assert "Price" in _names(_of_facts(prices, prices[::-1]).same)


def test_current_and_labels_are_compared_and_not_what_only_the_check_assumes():
    modalities = [{"modality": "microcurrent", "optional": False}, {"modality": "led", "optional": True}]
    both = {"areas": ["jaw", "neck"], "modalities": modalities}
    shown = _comparison(
        a=documents.compared(title="A", label_source="S1", label_read_on="2026-11-20", **both),
        b=documents.compared(title="B", **both),
    )
    assert [(row.name, row.cells[0].facts[0].value) for row in shown.same] == [("Sold as", "Microcurrent")]
    assert {"Areas it is cleared or meant for", "Other modes"} <= set(_names(shown.unknown))
    (label,) = shown.different
    on_file, not_on_file = (cell.facts[0] for cell in label.cells)
    assert (on_file.value, on_file.as_of, on_file.citation.title) == ("On file", dt.date(2026, 11, 20), "Manual")
    assert (not_on_file.value, not_on_file.basis) == ("", "Not on file")


def test_only_live_devices_are_linked():
    compared = {"a": documents.compared(title="A"), "b": documents.compared(title="B")}
    shown = comparison(compared, References({}), {("device", "b"): "/devices/b/"})
    assert [device.address for device in shown.devices] == [None, "/devices/b/"]


def _of_facts(*facts: list[dict]) -> Comparison:
    return _comparison(**{f"d{n}": documents.compared(*rows, title=f"D{n}") for n, rows in enumerate(facts)})


def _comparison(**compared: dict) -> Comparison:
    return comparison(compared, References({"source": {"S1": documents.source()}}), {})


def _names(rows: list) -> list[str]:
    return [row.name for row in rows]
