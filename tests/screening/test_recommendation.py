import datetime as dt

from screening.engine import Assessment, DeviceAssessment, Disposition
from screening.engine.model import Device
from screening.preferences import NO_PREFERENCES, Currency, Preferences, With
from screening.recommendation import ORDER, order, recommend
from tests.screening.examples import visit

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
    assert keys(
        recommend(assessment(*((key, Disposition.SUITABLE) for key in documents)), documents, NO_PREFERENCES)
    ) == [
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
    found = recommend(assessment(("a", Disposition.SUITABLE), ("b", Disposition.SUITABLE)), documents, NO_PREFERENCES)
    assert keys(found) == ["a", "b"]
    assert "price" not in found[0].unknown


def test_what_is_not_disclosed_or_not_verified_is_unknown():
    one = document("a", known=3)
    one["facts"][1]["basis"] = "not-disclosed"
    one["facts"][2]["basis"] = "unverified"
    (found,) = recommend(assessment(("a", Disposition.SUITABLE)), {"a": one}, NO_PREFERENCES)
    assert {"waveform", "levels"} <= set(found.unknown)
    assert "output" not in found.unknown


def test_what_fits_comes_first_then_what_goes_against_least():
    apps = {"fits": "Works without an app", "against": "Needed to choose the programme", "unknown": ""}
    documents = {key: with_app(key, value) for key, value in apps.items()}
    judged = assessment(*((key, Disposition.SUITABLE) for key in apps))
    found = recommend(judged, documents, Preferences(app=With.WITHOUT))
    assert keys(found) == ["fits", "unknown", "against"]
    assert [recommendation.points[0].fits for recommendation in found] == [True, None, False]


def test_no_preference_brings_a_limited_device_before_one_without_limits():
    documents = {"limited": with_app("limited", "None"), "suitable": with_app("suitable", "Needed")}
    judged = assessment(("limited", Disposition.LIMITED), ("suitable", Disposition.SUITABLE))
    assert keys(recommend(judged, documents, Preferences(app=With.WITHOUT))) == ["suitable", "limited"]


EVERY_PREFERENCE = [
    Preferences(areas, budget, currency, app, levels, light, minutes)
    for areas in ((), ("forehead",), ("cheeks", "neck"))
    for budget, currency in ((None, ""), (1, Currency.USD), (1000, Currency.EUR))
    for app in ("", *With)
    for levels in ("", With.WITH)
    for light in ("", *With)
    for minutes in (None, 5, 20)
]


def test_preferences_never_touch_a_disposition():
    person = visit(medicines={"has"}, skin={"thyroid", "melasma"})
    judged = {assessed.device.key: assessed.disposition for assessed in person.assessment.devices}
    within_reach = {key for key, disposition in judged.items() if disposition <= Disposition.LIMITED}
    assert set() < within_reach < set(judged)
    for preferences in EVERY_PREFERENCE:
        preferring = person.preferring(preferences)
        assert preferring.assessment == person.assessment, "design.md 2: it orders what the assessment recommends."
        assert set(keys(recommend(person.assessment, person.checklist.devices, preferences))) == within_reach


def test_the_order_is_told_in_words():
    assert order(NO_PREFERENCES) == ORDER
    assert order(Preferences(currency=Currency.GBP)) == ORDER
    assert "What is not known never counts as fitting." in order(Preferences(minutes=5))


def with_app(key: str, value: str) -> dict:
    basis = "maker" if value else "unverified"
    facts = [{"name": "app", "value": value, "basis": basis}]
    return {**document(key, known=0), "facts": facts}


def recommended(*pairs: tuple[str, Disposition]):
    return recommend(assessment(*pairs), {key: document(key, known=1) for key, _ in pairs}, NO_PREFERENCES)


def assessment(*pairs: tuple[str, Disposition]) -> Assessment:
    devices = tuple(DeviceAssessment(Device(key, key, frozenset(), ()), disposition) for key, disposition in pairs)
    return Assessment(devices, {}, complete=True, foregone=False)


def document(key: str, *, known: int, label: str | None = "S1") -> dict:
    facts = [{"name": name, "value": "x", "basis": "maker"} for name in FACTS[:known]]
    return {"key": key, "title": key, "label_source": label, "label_read_on": dt.date.max, "facts": facts}


def keys(found) -> list[str]:
    return [recommendation.assessed.device.key for recommendation in found]
