# Two commands for everybody, make run and make test; the rest is for those who change the code. Works with make 3.81.

python = .venv/bin/python
templates = $$(find templates -name '*.html')
# Settings as in production, on a database that is thrown away.
in_production = DEBUG=false ALLOWED_HOSTS=www.example.org DATABASE_URL=sqlite://:memory: \
	SECRET_KEY=$$($(python) -c 'import secrets; print(secrets.token_urlsafe(50))')

.PHONY: run test test-postgres bench check format lock venv
.DEFAULT_GOAL := run

run: venv  ## The site on http://127.0.0.1:8000, set up and filled the first time.
	@test -e .env || cp .env.example .env
	@$(python) manage.py start

test: venv  ## All tests on SQLite, or on the server that DATABASE_URL names.
	@$(python) -m pytest $(ARGS)

test-postgres: venv  ## All tests on a throw-away PostgreSQL, or on the server that DATABASE_URL names.
	@$(python) .ci/with-postgres $(python) -m pytest $(ARGS)

bench: venv  ## How long the proof takes as questions and devices double, and a search among very many guides.
	@$(in_production) $(python) -m tests.bench

check: venv  ## Everything that can be said of the code without running it.
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(in_production) $(python) -m mypy
	$(python) -m djlint --lint --quiet templates
	.venv/bin/djade --check $(templates)
	.venv/bin/lint-imports
	$(in_production) $(python) manage.py check --deploy --fail-level WARNING
	$(in_production) $(python) manage.py makemigrations --check --dry-run

format: venv  ## Python and templates as make check wants them.
	$(python) -m ruff check --fix
	$(python) -m ruff format
	.venv/bin/djade $(templates)

lock:  ## requirements.txt anew from pyproject.toml; needs uv on PATH.
	uv pip compile pyproject.toml --group dev --universal --python-version 3.12 --generate-hashes \
		--no-emit-index-url --no-annotate --output-file requirements.txt

venv:
	@PYTHON="$(PYTHON)" .ci/venv
