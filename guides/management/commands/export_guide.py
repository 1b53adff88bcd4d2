"""`manage.py export_guide SLUG`: a draft as the YAML document that `import_guide` reads."""

import yaml
from django.core.management.base import BaseCommand, CommandError, CommandParser

from guides.documents import assemble
from guides.models import Guide


class Command(BaseCommand):
    help = "Writes the draft of a guide to the terminal as a YAML document, with a copy of every record it refers to."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug")

    def handle(self, *args: object, slug: str, **options: object) -> None:
        guide = Guide.objects.filter(slug=slug).first()
        if guide is None:
            raise CommandError(f"No guide has the address “{slug}”.")
        document = assemble(guide).document
        self.stdout.write(yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=120), ending="")
