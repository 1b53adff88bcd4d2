"""`python -m tests.bench`: every measurement, one after the other, in a database that is thrown away."""

import os
import sys
from importlib import import_module

import django
from django.core.management import call_command

MEASURED = ("tests.bench.proof", "tests.bench.search")
"""Modules with ``measure()``, which yields lines; imported once Django is set up."""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "celliara.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_starter", stdout=sys.stderr)
    for name in MEASURED:
        for line in import_module(name).measure():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
