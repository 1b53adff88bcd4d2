"""Two publish at once: each waits for the other, so that nothing is proved against what is being replaced."""

import threading

import pytest
from django.db import connection

from guides.models import Edition
from guides.publishing.turn import turn
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def test_who_comes_second_sees_what_the_first_wrote(at):
    publisher = factories.user("publisher")
    is_writing, seen = threading.Event(), []

    def second() -> None:
        is_writing.wait(10)
        try:
            with turn():
                seen.extend(Edition.objects.values_list("key", flat=True))
        finally:
            connection.close()

    thread = threading.Thread(target=second)
    with turn():
        thread.start()
        is_writing.set()
        thread.join(0.2)
        assert thread.is_alive(), "It waits for its turn."
        factories.edition("device", "wave", at=at, published_by=publisher)
    thread.join(10)
    assert seen == ["wave"]
