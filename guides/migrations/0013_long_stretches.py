from django.db import migrations

# Among the words of a section stand the marks of the stretch of primary keys that it is in, and of the long one: to ask
# for very many stretches takes longer than to look through all sections.
STRETCH = 1024
LONG_STRETCH = 16 * STRETCH
WITH_MARKS = """
    ALTER TABLE guides_searchsection
      ADD words_of_name tsvector GENERATED ALWAYS AS (array_to_tsvector({names} || {marks})) STORED,
      ADD words_of_all tsvector GENERATED ALWAYS AS (array_to_tsvector({names} || {rest} || {marks})) STORED
"""
NAMES = "string_to_array(name_stems, ' ')"
REST = "string_to_array(page_stems, ' ') || string_to_array(text_stems, ' ')"
ONE_MARK = f"ARRAY['/' || (id / {STRETCH})::text]"
BOTH_MARKS = f"ARRAY['/' || (id / {STRETCH})::text, '//' || (id / {LONG_STRETCH})::text]"
VIEW = "CREATE VIEW {name} AS SELECT id AS rowid, kind, {words} AS words FROM guides_searchsection"


def _marked(marks):
    return (
        "DROP VIEW guides_section_words",
        "DROP VIEW guides_section_names",
        "ALTER TABLE guides_searchsection DROP words_of_name, DROP words_of_all",
        WITH_MARKS.format(names=NAMES, rest=REST, marks=marks),
        "CREATE INDEX guides_search_name ON guides_searchsection USING gin (words_of_name)",
        "CREATE INDEX guides_search_all ON guides_searchsection USING gin (words_of_all)",
        VIEW.format(name="guides_section_words", words="words_of_all"),
        VIEW.format(name="guides_section_names", words="words_of_name"),
    )


def mark_long_stretches(apps, schema_editor):
    _execute(schema_editor, BOTH_MARKS)


def forget_long_stretches(apps, schema_editor):
    _execute(schema_editor, ONE_MARK)


def _execute(schema_editor, marks):
    if schema_editor.connection.vendor == "postgresql":
        for statement in _marked(marks):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("guides", "0012_areas_that_the_check_considers"),
    ]

    operations = [
        migrations.RunPython(mark_long_stretches, forget_long_stretches),
    ]
