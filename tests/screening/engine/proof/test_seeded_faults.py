"""The faults that a prover has to find, by name: M1 to M5 and M8, M9 in a questionnaire, the others in the engine.

A faulty engine is ours with one step written wrongly. It is held to ours, answer by answer, or to the outcomes that the
proof counts; those come of notes, not of paths, so that a fault of the path or the statuses is not made in both. M12,
a page in the wrong branch, is not about answers: promise 12 is proved over the rendered pages.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from screening.engine import Answers, Check, Disposition, Status, distinct_outcomes, path, prove
from screening.engine.answers import told_date
from screening.engine.assess import judge, reasons
from screening.engine.model import Floor, Kind, Option, Role
from screening.engine.path import Path
from screening.engine.told import Told, told
from tests.screening.engine.checks import TODAY, check, device, every_answer_set, rule, several, when, where, yes_no

NECK = frozenset({"neck"})

SOUND = check(
    yes_no("heart", "pacemaker"),
    several("skin", "acne", "wound"),
    where("acne-where", "acne", after="skin", if_=("acne",)),
    yes_no("injected", "botox"),
    when("injected-when", "botox", after="injected", if_=("has",)),
    devices=(
        device(
            "mini",
            rule("pacemaker", "STOP", "STOP"),
            rule("acne", "LIMITED", where_told=True),
            rule("wound", "LIMITED", areas=NECK),
            rule("botox", "WAIT", wait_days=14),
            areas=("jaw", "neck"),
            floors=(Floor("pacemaker", Disposition.STOP),),
        ),
    ),
    must_stop=("pacemaker",),
)

type Engine = Callable[[Check, Answers], Disposition]


def sound(check: Check, answers: Answers) -> Disposition:
    return judged(check, told(check, path(check, answers)))


def judged(check: Check, statuses: dict[str, Told], today: dt.date = TODAY) -> Disposition:
    (one,) = check.devices
    return judge(one, reasons(one, statuses, today)).disposition


def milder(engine: Engine, check: Check = SOUND) -> int:
    """For how many sets of answers ``engine`` is milder than ours."""
    return sum(engine(check, answers) < sound(check, answers) for answers in every_answer_set(check))


def agrees(engine: Engine) -> bool:
    """Whether ``engine`` leads as many sets of answers to each disposition as the proof has counted."""
    counted = Counter(engine(SOUND, answers) for answers in every_answer_set(SOUND))
    return counted == {outcome.dispositions["mini"]: outcome.count for outcome in distinct_outcomes(SOUND)}


def found(check: Check) -> set[int]:
    return {breach.promise for breach in prove(check).breaches}


def test_the_sound_check_and_engine_have_no_fault():
    assert found(SOUND) == set()
    assert agrees(sound)


def test_m1_one_rule_treats_not_sure_as_no():
    one = device("mini", rule("pregnancy", "STOP", "SUITABLE"))
    (breach,) = prove(check(yes_no("baby", "pregnancy"), devices=(one,))).breaches
    assert (breach.promise, breach.count, breach.answers) == (2, 1, {"baby": {"not-sure"}})


def first_match(check: Check, answers: Answers) -> Disposition:
    """M2: the first rule that has something to say decides."""
    (one,) = check.devices
    statuses = told(check, path(check, answers))
    by_rule = (reasons(replace(one, rules=(rule,)), statuses, TODAY) for rule in reversed(one.rules))
    return next((judge(one, only).disposition for only in by_rule if only), Disposition.SUITABLE)


def blank_is_absent(check: Check, answers: Answers) -> Disposition:
    """M3: what nobody was asked about is taken for a no."""
    statuses = told(check, path(check, answers))
    return judged(check, {key: said if said.by else Told(Status.ABSENT) for key, said in statuses.items()})


def test_m2_the_first_match_decides():
    # Botulinum toxin in doubt 40, or a wait 80 + 28; it being over or none, a wound or acne first 76 + 14.
    assert milder(first_match) == 238
    assert not agrees(first_match)


def drops_a_doubt(check: Check, answers: Answers) -> Disposition:
    """Like M1: “not sure” beside a yes is forgotten, so that what was not ticked counts as denied."""
    return sound(check, {key: answer - {"not-sure"} or answer for key, answer in answers.items()})


def test_a_doubt_beside_a_yes_is_dropped():
    # A wound, or acne in one of two places; no toxin, one that is over, or a wait of two kinds.
    assert milder(drops_a_doubt) == 3 * 4
    assert not agrees(drops_a_doubt)


def test_m3_a_follow_up_that_is_not_asked_counts_as_no():
    asked = check(
        yes_no("metal", "anything"),
        yes_no("metal-kind", "screw", after="metal", if_=("has",)),
        devices=(device("mini", rule("screw", "STOP")),),
    )
    assert found(asked) == set()
    assert milder(blank_is_absent, asked) == 1
    assert blank_is_absent(asked, {"metal": frozenset({"not-sure"})}) is Disposition.SUITABLE


def test_m4_a_rule_on_a_condition_that_no_question_asserts():
    (breach,) = prove(check(yes_no("baby", "pregnancy"), devices=(device("mini", rule("pregnacy", "STOP")),))).breaches
    assert breach.message == "The rule on “pregnacy” for Mini can never be reached: no question asks about it."


def test_m5_a_rule_milder_than_the_makers_label():
    one = device("mini", rule("epilepsy", "ASK"), floors=(Floor("epilepsy", Disposition.STOP),))
    (breach,) = prove(check(yes_no("seizures", "epilepsy"), devices=(one,))).breaches
    assert (breach.promise, breach.answers) == (9, {"seizures": {"has"}})


def reads_stale_answers(check: Check, answers: Answers) -> Disposition:
    """M6: every answer counts, whether or not its question is on the path."""
    return judged(check, told(check, Path(check.questions, dict(answers))))


def test_m6_a_stale_answer_is_read():
    asked = check(
        yes_no("baby", "pregnancy"),
        yes_no("trimester", "pregnancy", after="baby", if_=("not-sure",)),
        devices=(device("mini", rule("pregnancy", "STOP")),),
    )
    off_path = {"baby": frozenset({"none"}), "trimester": frozenset({"has"})}
    assert reads_stale_answers(asked, off_path) is Disposition.STOP
    assert sound(asked, off_path) is Disposition.SUITABLE


def blank_box_is_none(check: Check, answers: Answers) -> Disposition:
    """M7: a list of boxes left blank is read as “none of these”."""
    blank = {q.key: frozenset({"none"}) for q in check.questions if q.kind is Kind.SEVERAL}
    return sound(check, {**blank, **answers})


def test_m7_a_blank_box_is_read_as_none():
    unanswered = {"heart": frozenset({"none"}), "injected": frozenset({"none"})}
    assert blank_box_is_none(SOUND, unanswered) is Disposition.SUITABLE
    assert sound(SOUND, unanswered) is Disposition.ASK
    assert path(SOUND, {**unanswered, "skin": frozenset()}).next == SOUND.question("skin")


def test_m8_an_option_that_asserts_nothing():
    mute = Option("has", "Yes", Role.AFFIRMS)
    question = replace(yes_no("baby"), options=(mute, *yes_no("baby").options[1:]))
    (breach,) = prove(check(question, devices=(device("mini"),))).breaches
    assert breach.message == "“Yes” to “baby?” means nothing: it affirms no condition."


def test_m9_one_of_a_devices_two_conditions_is_never_asked_about():
    one = device("mini", rule("metal", "ASK"), rule("sunburn", "WAIT", "SUITABLE"))
    breaches = prove(check(yes_no("implant", "metal"), devices=(one,))).breaches
    assert {breach.promise: breach.count for breach in breaches} == {2: 1, 3: 1, 6: 0}


def ignores_areas(check: Check, answers: Answers) -> Disposition:
    """M10: areas that are left out are forgotten."""
    (one,) = check.devices
    given = reasons(one, told(check, path(check, answers)), TODAY)
    return judge(one, tuple(replace(reason, left_out=frozenset()) for reason in given)).disposition


def test_m10_the_areas_left_out_are_ignored():
    assert milder(ignores_areas) > 0
    assert not agrees(ignores_areas)


def rounds_dates_down(check: Check, answers: Answers) -> Disposition:
    """M11: a date counts as the first day of its month, so that a wait is over too early."""
    statuses = told(check, path(check, answers))
    first = {key: replace(said, on=said.on.replace(day=1) if said.on else None) for key, said in statuses.items()}
    return judged(check, first)


def test_m11_a_date_is_rounded_down():
    on = {"heart": {"none"}, "skin": {"none"}, "injected": {"has"}, "injected-when": {"1999-12-20"}}
    answers = {key: frozenset(answer) for key, answer in on.items()}
    assert told_date(answers["injected-when"]) == TODAY - dt.timedelta(days=12)
    assert (sound(SOUND, answers), rounds_dates_down(SOUND, answers)) == (Disposition.WAIT, Disposition.SUITABLE)
