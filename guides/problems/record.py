"""Checks of the records that a document refers to."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from guides.documents import Document
from guides.problems.problem import Problem, blocker, check


@check("guide")
def claims(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for key, claim in document["references"].get("claim", {}).items():
        where = f"references.claim.{key}"
        for name, what in {"verdict": "verdict", "explanation": "explanation"}.items():
            if not claim[name]:
                message = f"The claim “{claim['statement']}” has no {what}."
                yield blocker("claim-incomplete", f"{where}.{name}", message, "Add it where the claim is kept.")
        if not claim["evidence"]:
            message = f"The claim “{claim['statement']}” has no evidence."
            yield blocker(
                "claim-without-evidence", f"{where}.evidence", message, "Add a study or source, for or against."
            )


@check("guide")
def products(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for key, product in document["references"].get("product", {}).items():
        for name, what in {"reason": "reason", "disclosure": "disclosure"}.items():
            if not product[name]:
                message = f"The product “{product['name']}” has no {what}."
                remedy = "Say why we name it, and what we gain by it, even if that is nothing."
                yield blocker(f"product-without-{what}", f"references.product.{key}.{name}", message, remedy)


@check("guide")
def charts(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for key, chart in document["references"].get("chart", {}).items():
        where = f"references.chart.{key}"
        if not chart["ranges"]:
            yield blocker("chart-empty", f"{where}.ranges", f"The chart “{chart['title']}” is empty.", "Add its data.")
        for index, row in enumerate(chart["ranges"]):
            if not _on_scale(chart, row):
                message = f"“{row['label']}” lies outside the chart's scale, or is backwards."
                yield blocker(
                    "chart-off-scale", f"{where}.ranges[{index}]", message, "Correct the values or the scale."
                )


@check("guide")
def terms(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for key, term in document["references"].get("term", {}).items():
        if not term["definition"]:
            message = f"The term “{term['name']}” is not explained."
            yield blocker("term-unexplained", f"references.term.{key}.definition", message, "Add its definition.")


@check("guide", "device", "questionnaire")
def sources(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for key, source in document["references"].get("source", {}).items():
        if not source["title"]:
            message = f"The source “{key}” has no title."
            yield blocker("source-without-title", f"references.source.{key}.title", message, "Say what was read.")


@check("guide", "questionnaire")
def conditions(document: Document, at: dt.datetime) -> Iterator[Problem]:
    for key, condition in document["references"].get("condition", {}).items():
        where, name = f"references.condition.{key}", condition["name"]
        if not condition["rules"]:
            yield blocker(
                "condition-without-rule", f"{where}.rules", f"“{name}” has no rule.", "Add what follows from it."
            )
        for index, rule in enumerate(condition["rules"]):
            for field in ("reason", "advice", "sources"):
                if not rule[field]:
                    message = f"A rule on “{name}” has no {field}."
                    yield blocker(
                        "rule-incomplete",
                        f"{where}.rules[{index}].{field}",
                        message,
                        "Every reason is explained and sourced.",
                    )
        if condition["must_stop"] and not any(rule["if_present"] == "stop" for rule in condition["rules"]):
            message = f"“{name}” is always a stop, but no rule says so."
            yield blocker("must-stop-does-not", f"{where}.rules", message, "Add the rule.")


def _on_scale(chart: dict[str, Any], row: dict[str, Any]) -> bool:
    values = [value for value in (row["low"], row["high"]) if value is not None]
    return values == sorted(values) and all(chart["scale_from"] <= value <= chart["scale_to"] for value in values)
