"""What is written once answers for every moment and every question, as the queryset itself would."""

import datetime as dt

import pytest

from guides.models import SearchSection, SectionWords
from guides.prepared import rows
from tests.guides.pages import documents
from tests.guides.search.published import searchable

pytestmark = pytest.mark.django_db


def named(at, wanted):
    holding = SectionWords.objects.holding(wanted).values("pk")
    return SearchSection.objects.filter(pk__in=holding).with_live(at).filter(live__isnull=False).values_list("title")


def test_the_same_sql_answers_for_other_values(at, django_assert_num_queries):
    day = dt.timedelta(days=1)
    searchable(documents.guide(), at=at)
    searchable(documents.guide(title="Why cream"), at=at + day, number=2)
    gel, cream = ((("gel",),),), ((("cream",),),)
    asked = [(at, gel), (at + day, gel), (at, cream), (at + day, cream)]
    with django_assert_num_queries(4):
        found = [rows(named, moment, wanted) for moment, wanted in asked]
    assert found == [list(named(moment, wanted)) for moment, wanted in asked]
    assert found == [[("Why gel",)], [], [], [("Why cream",)]]
