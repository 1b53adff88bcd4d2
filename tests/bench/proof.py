"""The proof of the starter questionnaire, and of made-up ones as questions and devices double."""

import time
from collections.abc import Iterator

from django.utils import timezone

from guides.models import Edition
from screening.engine import Check, behaviour, decode, prove
from screening.engine.model import Question, Rule
from tests.screening.engine.checks import check, device, rule, several, when, where, yes_no

SIZES = ((20, 5), (20, 10), (20, 20), (20, 40), (40, 5), (80, 5))


def measure() -> Iterator[str]:
    yield "questions  rules  devices  proof      behaviour  sets of answers"
    yield f"{_measured(_starter())}  (the starter questionnaire)"
    for questions, devices in SIZES:
        yield _measured(made_up(questions, devices))


def made_up(questions: int, devices: int) -> Check:
    """In every four questions a list of three boxes, its place, a yes or no, and its date; four rules on each device
    for every four questions, of six kinds of devices."""
    asked = [question for n in range(questions // 4) for question in _four(n)]
    judged = [device(f"device-{n}", *_rules(asked, n)) for n in range(devices)]
    return check(*asked, devices=tuple(judged), must_stop=("c0-d",))


def _four(n: int) -> Iterator[Question]:
    yield several(f"q{n}-skin", f"c{n}-a", f"c{n}-b", f"c{n}-c")
    yield where(f"q{n}-where", f"c{n}-a", after=f"q{n}-skin", if_=(f"c{n}-a",))
    yield yes_no(f"q{n}-injected", f"c{n}-d")
    yield when(f"q{n}-when", f"c{n}-d", after=f"q{n}-injected", if_=("has",))


def _rules(asked: list[Question], n: int) -> Iterator[Rule]:
    for number in range(len(asked) // 4):
        yield rule(f"c{number}-a", "LIMITED", where_told=True)
        yield rule(f"c{number}-b", ("WAIT", "ASK", "STOP")[(number + n) % 3])
        yield rule(f"c{number}-c", "LIMITED", areas=frozenset({("jaw", "neck")[n % 2]}))
        yield rule(f"c{number}-d", "STOP" if number == 0 else "WAIT", wait_days=(7, 14, 30)[(number + n) % 3])


def _measured(check: Check) -> str:
    started = time.perf_counter()
    proof = prove(check)
    proved = time.perf_counter()
    behaviour(check)
    done = time.perf_counter()
    rules = sum(len(device.rules) for device in check.devices)
    sizes = f"{len(check.questions):9}  {rules:5}  {len(check.devices):7}"
    return f"{sizes}  {proved - started:7.2f} s  {done - proved:7.2f} s  {proof.answer_sets:.1e}"


def _starter() -> Check:
    """Read from the database that the settings name: a throw-away one in `make bench`."""
    editions = Edition.objects.live(timezone.now())
    questionnaire = editions.of("questionnaire").get().document
    return decode(questionnaire, [edition.document for edition in editions.of("device")])
