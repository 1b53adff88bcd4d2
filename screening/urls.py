"""Addresses of the check. They count the steps of one person's path and never name them."""

from django.urls import path

from screening.views.check import answers, clear, cleared, paper, question, result, start

app_name = "screening"

urlpatterns = [
    path("", start, name="start"),
    path("<int:number>/", question, name="question"),
    path("answers/", answers, name="answers"),
    path("result/", result, name="result"),
    path("paper/", paper, name="paper"),
    path("clear/", clear, name="clear"),
    path("cleared/", cleared, name="cleared"),
]
