import pytest

from guides.models import Synonym
from tests.guides.admin.filled import filled

ADD = "/admin/guides/synonym/add/"


@pytest.mark.parametrize("words", ["botox, toxin", "fits > epilepsy", "fits, turns > epilepsy, seizure"])
def test_an_editor_says_what_means_the_same(as_editor, words):
    as_editor.post(ADD, filled(as_editor.get(ADD)) | {"words": words})
    assert [synonym.words for synonym in Synonym.objects.all()] == [words]


def test_an_editor_is_told_of_the_sign(as_editor):
    assert "fits &gt; epilepsy" in as_editor.get(ADD).content.decode()


@pytest.mark.parametrize("words", ["fit", "fit, ", "fit > fit", "fit >", "> fit, toxin"])
def test_one_word_alone_is_refused_beside_its_field(as_editor, words):
    response = as_editor.post(ADD, filled(as_editor.get(ADD)) | {"words": words})
    assert response.context["adminform"].form.errors == {"words": ["Name at least two, separated by commas."]}
    assert not Synonym.objects.exists()
