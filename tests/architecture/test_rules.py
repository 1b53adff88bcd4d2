"""Where each rule of the design is proved: whoever removes the last test of a rule is told so here."""

import ast

import pytest

from tests.architecture.modules import ROOT

PROVED_IN = {
    "architecture/test_imports.py": {
        "3, screening may import guides, never the other way": "test_knowledge_flows_one_way",
        "3, the engine imports the standard library only": "test_the_engine_imports_the_standard_library_only",
        "3, no imports inside functions": "test_imports_stand_at_the_top",
        "8, the engine has no clock": "test_the_engine_has_no_clock",
    },
    "architecture/test_modules.py": {
        "4, no module over 250 lines": "test_modules_have_at_most_250_lines",
        "4, files are named for the thing in them": "test_files_are_named_for_the_thing_in_them",
    },
    "architecture/test_tables.py": {
        "5.1, the database refuses to change an edition": "test_the_database_refuses_to_change_a_row",
        "7, no table could hold an answer": "test_no_table_could_hold_an_answer",
    },
    "architecture/test_templates.py": {
        "8, strict Content-Security-Policy": "test_template_keeps_to_the_strict_policy",
    },
    "guides/admin/test_publishing.py": {
        "5.4, whoever contributed does not approve": "test_nobody_approves_what_they_worked_on",
        "5.5, a major change needs a note": "test_a_major_change_needs_a_note",
    },
    "guides/test_publishing.py": {
        "5.5, a softened disposition is justified": "test_a_softened_disposition_is_justified_or_not_published",
    },
    "guides/pages/test_comparison.py": {
        "8, unknown is never a no": "test_unknown_beside_something_known_is_a_difference_and_never_a_no",
    },
    "guides/pages/test_facets.py": {
        "8, what people would expect: no dead end": "test_no_option_is_a_dead_end",
    },
    "guides/views/test_devices.py": {
        "8, both answers carry Vary: HX-Request": "test_caches_are_told_that_there_are_two_answers",
        "8, no nonce on a public page": "test_script_of_a_public_page_carries_no_nonce",
    },
    "guides/search/test_find.py": {
        "2, a live edition is live everywhere at its moment": "test_an_edition_is_found_from_its_moment_on",
        "2, a withdrawn edition is gone everywhere at its moment": (
            "test_a_withdrawn_edition_is_gone_at_its_moment_and_the_one_before_it_is_back"
        ),
    },
    "guides/views/test_editions.py": {
        "5.4, reviewed is derived, never typed": "test_edition_without_approval_is_not_called_reviewed",
        "5.6, old addresses lead on, without chains": "test_past_address_leads_to_the_present_one_in_one_step",
        "5.6, old addresses lead on, without loops": "test_address_that_came_back_does_not_loop",
    },
    "guides/views/test_structured.py": {
        "5.4, reviewed is told to machines where exactly that edition is": (
            "test_page_is_reviewed_where_exactly_its_edition_is_and_as_a_whole"
        ),
    },
    "guides/views/test_schedule.py": {
        "2, one rule decides what is live, at read time": (
            "test_edition_scheduled_a_minute_ahead_goes_live_everywhere_at_once"
        ),
    },
    "guides/views/test_public.py": {
        "8, any cache may keep a public page": "test_any_cache_may_keep_a_public_page",
        "8, public pages are the same for everybody": "test_page_is_the_same_for_somebody_who_is_signed_in",
    },
    "journeys/test_visiting.py": {
        "8, works without JavaScript": "test_a_visitor_reads_the_lead_guide_and_is_recommended_devices",
        "8, WCAG 2.2 AA": "test_public_page_is_accessible",
    },
    "journeys/test_check.py": {
        "8, WCAG 2.2 AA, in the check": "test_every_kind_of_page_and_result_is_accessible",
        "6, promise 12, beside a stop": "test_who_has_a_pacemaker_is_stopped_and_sees_no_product",
    },
    "screening/test_page_proof.py": {
        "6, promise 12, a card in the wrong branch": "test_m12_a_card_in_the_wrong_branch_is_found",
        "6, promise 12, every sentence": "test_promise_12_every_sentence_is_read_by_somebody",
        "6, promise 12, no shop": "test_promise_12_no_page_leads_to_a_source_which_may_be_a_shop",
    },
    "screening/test_broken_promises.py": {
        "1, publishing is refused where promise 12 would break": "test_promise_12_a_questionnaire_that_names_a_price",
    },
    "screening/test_recommendation.py": {
        "2, preferences order and never judge": "test_preferences_never_touch_a_disposition",
        "2, money has no part in the order": "test_money_has_no_part_in_it",
    },
    "screening/test_result_pages.py": {
        "6, promise 12": "test_promise_12_no_page_of_the_starter_shows_a_product_out_of_reach",
    },
    "screening/views/test_editions.py": {
        "8, any cache may keep the editions of the check": "test_any_cache_may_keep_it_and_it_sets_no_cookie",
        "8, the editions of the check are the same for everybody": "test_it_is_the_same_for_somebody_with_answers",
    },
    "screening/test_nothing_kept.py": {
        "7, no answer is stored": "test_no_answer_is_found_in_the_database_or_in_what_is_asked_of_it",
        "7, no answer in a log": "test_no_answer_is_found_in_logs_mail_or_caches",
        "7, no answer in an address": "test_no_answer_is_found_in_addresses_or_headers",
    },
    "screening/test_recall.py": {
        "8, public pages set no cookie": "test_public_pages_are_the_same_for_them",
    },
    "screening/engine/test_assess.py": {
        "6, the order of rules never matters": "test_assess_gives_the_same_whatever_the_order_of_the_rules",
    },
    "screening/engine/proof/test_flow.py": {
        "6, promise 5": "test_promise_5_a_path_that_does_not_end",
        "6, promise 6": "test_promise_6_a_question_no_answer_leads_to",
    },
    "screening/engine/proof/test_joint.py": {
        "6, every distinct outcome is known": "test_distinct_outcomes_are_those_of_brute_force_with_the_same_counts",
    },
    "screening/test_attesting.py": {
        "5.1, an edition behaves as it did when it was published": (
            "test_verify_editions_names_an_edition_that_behaves_otherwise_today"
        ),
    },
    "screening/engine/proof/test_promises_one_by_one.py": {
        "6, promise 8": "test_promise_8_answers_off_the_path_change_nothing",
        "6, promise 10": "test_promise_10_come_back_is_the_latest_end_and_never_beside_a_stop",
        "6, promise 11": "test_promise_11_only_areas_that_no_reason_leaves_out_are_allowed",
    },
    "screening/engine/proof/test_prove.py": {
        "6, promise 1": "test_promise_1_a_stop_condition_that_does_not_stop",
        "6, promise 2": "test_promise_2_not_sure_counting_as_no",
        "6, promise 3": "test_promise_3_a_condition_nobody_asked_about",
        "6, promise 4": "test_promise_4_a_device_that_is_nowhere_to_be_used_without_a_reason",
        "6, promise 7": "test_promise_7_a_yes_that_is_milder_than_a_no",
        "6, promise 9": "test_promise_9_a_rule_milder_than_the_label",
        "6, the proof agrees with brute force": "test_prove_counts_what_brute_force_counts",
    },
}


@pytest.mark.parametrize("module", PROVED_IN)
def test_rules_have_their_tests(module):
    tree = ast.parse((ROOT / "tests" / module).read_text(encoding="utf-8"))
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    homeless = {rule: test for rule, test in PROVED_IN[module].items() if test not in functions}
    assert homeless == {}, "Rules of design.md, by section, whose test is gone; move it here, or name its new home."
