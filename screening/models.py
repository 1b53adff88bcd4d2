"""The draft questionnaire: questions, what each option means, and the scenarios it must pass."""

from django.db import models

from guides.models import Condition, Draft


class Questionnaire(Draft):
    """The one questionnaire. Its rules are the conditions' (guides), its devices are the live ones."""

    kind = "questionnaire"
    refers_as = "questionnaire"
    children = ("questions", "scenarios")

    introduction = models.TextField(
        blank=True, help_text="What the check does and does not do, before the first question."
    )
    review_by = models.DateField(
        null=True,
        blank=True,
        help_text="The last day on which these rules count as they are. After it, nothing is recommended.",
    )

    class Meta:
        verbose_name_plural = "questionnaire"


class Question(models.Model):
    """One question on one page. It can be asked only after certain answers to an earlier one."""

    children = ("options",)

    class Kind(models.TextChoices):
        SINGLE = "single", "one answer"
        SEVERAL = "several", "several answers"
        WHERE = "where", "where is it? (areas)"
        WHEN = "when", "when was it? (a date)"

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(default=0)
    key = models.SlugField(max_length=60, help_text="A short name that never changes.")
    topic = models.CharField(max_length=60, help_text="Two or three words, as “Check your answers” shows it.")
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.CharField(max_length=250)
    hint = models.TextField(blank=True)
    why = models.TextField("why we ask", blank=True)
    ask_if = models.ManyToManyField(
        "screening.Option",
        blank=True,
        related_name="opens",
        verbose_name="ask only after",
        help_text="Answers to an earlier question. Include its “not sure”. Empty: everybody is asked.",
    )
    about = models.ManyToManyField(
        Condition, blank=True, related_name="+", help_text="For “where” and “when”: the conditions it is about."
    )

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint("questionnaire", "key", name="%(app_label)s_%(class)s_key_once"),
        ]

    def __str__(self) -> str:
        return self.text


class Option(models.Model):
    """An answer and what it means: it affirms its conditions, denies all of the question's, or leaves them open."""

    class Role(models.TextChoices):
        AFFIRMS = "affirms", "yes"
        DENIES = "denies", "no"
        UNSURE = "unsure", "not sure"

    named_by = ("question__key", "key")

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="options")
    position = models.PositiveSmallIntegerField(default=0)
    key = models.SlugField(max_length=60)
    label = models.CharField(max_length=200)
    hint = models.CharField(max_length=250, blank=True)
    role = models.CharField(max_length=10, choices=Role)
    affirms = models.ManyToManyField(Condition, blank=True, related_name="+", help_text="What this answer means.")

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint("question", "key", name="%(app_label)s_%(class)s_key_once"),
        ]

    def __str__(self) -> str:
        return f"{self.question.key}: {self.label}"


class Scenario(models.Model):
    """A made-up person. ``answers`` maps a question to its options (a date: days ago);
    ``expects`` maps a device, or ``every`` for all, to what the assessment must say."""

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="scenarios")
    position = models.PositiveSmallIntegerField(default=0)
    key = models.SlugField(max_length=60)
    title = models.CharField(max_length=200)
    answers = models.JSONField(default=dict)
    expects = models.JSONField(default=dict)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint("questionnaire", "key", name="%(app_label)s_%(class)s_key_once"),
        ]

    def __str__(self) -> str:
        return self.title
