"""Addresses of the check. They count the steps of one person's path and never name them."""

from django.urls import path

from screening.views.check import answers, clear, cleared, paper, question, start
from screening.views.editions import edition, edition_json, edition_list, feed
from screening.views.result import calendar, preferences, result, sheet, sheet_file

app_name = "screening"

urlpatterns = [
    path("", start, name="start"),
    path("<int:number>/", question, name="question"),
    path("answers/", answers, name="answers"),
    path("result/", result, name="result"),
    path("preferences/", preferences, name="preferences"),
    path("calendar.ics", calendar, name="calendar"),
    path("sheet/", sheet, name="sheet"),
    path("sheet/file/", sheet_file, name="sheet_file"),
    path("paper/", paper, name="paper"),
    path("editions/", edition_list, name="edition_list"),
    path("editions/feed/", feed, name="edition_feed"),
    path("editions/<int:number>/", edition, name="edition"),
    path("editions/<int:number>.json", edition_json, name="edition_json"),
    path("clear/", clear, name="clear"),
    path("cleared/", cleared, name="cleared"),
]
