"""An edition of the questionnaire, brought back as its draft."""

from guides.documents import assemble
from guides.importing import restore
from guides.models import Edition
from screening.models import Option, Questionnaire, Scenario


def test_the_questionnaire_is_brought_back(starter):
    draft = Questionnaire.objects.get()
    Scenario.objects.all().delete()
    Option.objects.filter(key="unsure").delete()
    Questionnaire.objects.update(introduction="Other.")
    edition = Edition.objects.of("questionnaire").get()
    restore(draft, edition.document, where=str(edition))
    assert assemble(draft).document == edition.document
