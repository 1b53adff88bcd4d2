import datetime as dt

from screening.engine import Assessment, DeviceAssessment, Disposition
from screening.engine.model import Device
from screening.recommendation import recommend

FACTS = ("output", "waveform", "levels")


def test_only_what_is_suitable_or_limited_is_recommended():
    found = recommended(*((level.name, level) for level in Disposition))
    assert keys(found) == ["SUITABLE", "LIMITED"], (
        "design.md 6: the recommendation holds devices that are suitable or limited, and no other."
    )


def test_without_limits_comes_first():
    found = recommended(("a", Disposition.LIMITED), ("b", Disposition.SUITABLE))
    assert keys(found) == ["b", "a"]


def test_less_unknown_comes_first_and_a_missing_label_is_unknown_too():
    documents = {"a": document("a", known=1), "b": document("b", known=2, label=None), "c": document("c", known=2)}
    assert keys(recommend(assessment(*((key, Disposition.SUITABLE) for key in documents)), documents)) == [
        "c",
        "a",
        "b",
    ]


def test_otherwise_the_name_decides_whatever_the_order_of_assessment():
    pairs = [("zeta", Disposition.SUITABLE), ("Alpha", Disposition.SUITABLE), ("beta", Disposition.SUITABLE)]
    assert keys(recommended(*pairs)) == keys(recommended(*reversed(pairs))) == ["Alpha", "beta", "zeta"]


def test_money_has_no_part_in_it():
    price = {"name": "price", "value": "$1", "basis": "maker"}
    documents = {"a": document("a", known=1), "b": document("b", known=1)}
    documents["b"]["facts"].append(price)
    found = recommend(assessment(("a", Disposition.SUITABLE), ("b", Disposition.SUITABLE)), documents)
    assert keys(found) == ["a", "b"]
    assert "price" not in found[0].unknown


def test_what_is_not_disclosed_or_not_verified_is_unknown():
    one = document("a", known=3)
    one["facts"][1]["basis"] = "not-disclosed"
    one["facts"][2]["basis"] = "unverified"
    (found,) = recommend(assessment(("a", Disposition.SUITABLE)), {"a": one})
    assert {"waveform", "levels"} <= set(found.unknown)
    assert "output" not in found.unknown


def recommended(*pairs: tuple[str, Disposition]):
    return recommend(assessment(*pairs), {key: document(key, known=1) for key, _ in pairs})


def assessment(*pairs: tuple[str, Disposition]) -> Assessment:
    devices = tuple(DeviceAssessment(Device(key, key, frozenset(), ()), disposition) for key, disposition in pairs)
    return Assessment(devices, {}, complete=True, foregone=False)


def document(key: str, *, known: int, label: str | None = "S1") -> dict:
    facts = [{"name": name, "value": "x", "basis": "maker"} for name in FACTS[:known]]
    return {"key": key, "title": key, "label_source": label, "label_read_on": dt.date.max, "facts": facts}


def keys(found) -> list[str]:
    return [recommendation.assessed.device.key for recommendation in found]
