import pytest
from django.core.exceptions import ValidationError

from guides.models import Synonym


@pytest.mark.parametrize("words", ["botox", " botox , ", ",", ", ,"])
def test_words_that_mean_the_same_are_at_least_two(words):
    with pytest.raises(ValidationError) as refused:
        Synonym(words=words).clean()
    assert refused.value.message_dict == {"words": ["Name at least two, separated by commas."]}


def test_two_words_can_mean_the_same():
    Synonym(words="botox, botulinum toxin").clean()
