import pytest

from guides.models import Synonym
from tests.guides.admin.filled import filled

ADD = "/admin/guides/synonym/add/"


def test_an_editor_says_what_means_the_same(as_editor):
    as_editor.post(ADD, filled(as_editor.get(ADD)) | {"words": "fit, convulsion"})
    assert [synonym.words for synonym in Synonym.objects.all()] == ["fit, convulsion"]


@pytest.mark.parametrize("words", ["fit", "fit, "])
def test_one_word_alone_is_refused_beside_its_field(as_editor, words):
    response = as_editor.post(ADD, filled(as_editor.get(ADD)) | {"words": words})
    assert response.context["adminform"].form.errors == {"words": ["Name at least two, separated by commas."]}
    assert not Synonym.objects.exists()
