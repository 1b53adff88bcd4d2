"""Two tables; and the words that nobody may promise until editors say otherwise."""

import django.db.models.functions.text
from django.db import migrations, models

DEFAULTS = (
    "always work",
    "always works",
    "guarantee",
    "guaranteed",
    "guarantees",
    "instant",
    "instantly",
    "miracle",
    "miracles",
    "miraculous",
    "never fails",
    "no side effects",
    "permanent",
    "permanently",
    "proven",
    "risk-free",
    "safe for all",
    "safe for any",
    "safe for anyone",
    "safe for every",
    "safe for everybody",
    "safe for everyone",
)


def insert_defaults(apps, schema_editor):
    model = apps.get_model("guides", "AbsoluteWord")
    model.objects.using(schema_editor.connection.alias).bulk_create(model(words=words) for words in DEFAULTS)


class Migration(migrations.Migration):
    dependencies = [
        ("guides", "0004_rows_beside_editions"),
    ]

    operations = [
        migrations.CreateModel(
            name="ExternalLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.CharField(max_length=500, unique=True, verbose_name="address")),
                (
                    "found_in",
                    models.JSONField(default=list, help_text="Kind and key of the editions."),
                ),
                ("last_checked_at", models.DateTimeField(null=True)),
                ("last_seen_ok_at", models.DateTimeField(null=True)),
                ("last_status", models.PositiveSmallIntegerField(default=0, help_text="0: no answer.")),
                ("fault", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["url"],
            },
        ),
        migrations.CreateModel(
            name="AbsoluteWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "words",
                    models.CharField(
                        help_text="Found exactly so; other endings are lines of their own.",
                        max_length=100,
                    ),
                ),
            ],
            options={
                "verbose_name": "absolute word",
                "ordering": ["words"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("words"),
                        name="guides_absoluteword_once",
                        violation_error_message="It is on the list already.",
                    )
                ],
            },
        ),
        migrations.RunPython(insert_defaults, migrations.RunPython.noop),
    ]
