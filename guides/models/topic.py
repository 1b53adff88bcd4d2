"""What guides are about, as readers look for them; and which editions hold which topics."""

from django.db import models

from guides.models.edition import Edition
from guides.models.record import Record


class Topic(Record):
    """What several guides are about. Each has a page that lists them, and a feed."""

    refers_as = "topic"

    name = models.CharField(
        max_length=40, help_text="Short, such as “Evidence”. It may change; addresses hold the key."
    )
    description = models.CharField(max_length=200, help_text="One sentence under the name: what these guides answer.")

    def __str__(self) -> str:
        return self.name


class EditionTopic(models.Model):
    """That an edition holds this topic: what its document says, where pages and feeds find it without reading it."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="topic_rows")
    key = models.SlugField(max_length=100, db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint("key", "edition", name="%(app_label)s_%(class)s_once")]

    def __str__(self) -> str:
        return self.key
