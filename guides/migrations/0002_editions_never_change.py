"""Rule 5.1 in the database: rows of these tables cannot be updated, by whatever program.

There is no trigger on DELETE: it would break the emptying of test databases. PROTECT and the models refuse deletes.
"""

from django.db import migrations

TABLES = ("guides_edition", "guides_withdrawal", "guides_approval")

SQLITE = """
CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'Rule 5.1: rows of {table} are never changed'); END
"""

POSTGRESQL_FUNCTION = """
CREATE FUNCTION guides_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rule 5.1: rows of % are never changed', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$
"""

POSTGRESQL_TRIGGER = """
CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION guides_never_changes()
"""


def create_triggers(apps, schema_editor):
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    if on_postgresql:
        schema_editor.execute(POSTGRESQL_FUNCTION, params=None)
    for table in TABLES:
        schema_editor.execute((POSTGRESQL_TRIGGER if on_postgresql else SQLITE).format(table=table), params=None)


def drop_triggers(apps, schema_editor):
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        on_table = f" ON {table}" if on_postgresql else ""
        schema_editor.execute(f"DROP TRIGGER {table}_never_changes{on_table}")
    if on_postgresql:
        schema_editor.execute("DROP FUNCTION guides_never_changes()")


class Migration(migrations.Migration):
    dependencies = [("guides", "0001_initial")]

    operations = [migrations.RunPython(create_triggers, drop_triggers)]
