"""What has to be settled before Django's settings are read: as in production, but without TLS.

The database is SQLite unless DATABASE_URL names another one; what a developer keeps in `.env` has no say.
"""

import os

import pytest

os.environ.update(
    DEBUG="false",
    SECRET_KEY="only-for-tests",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    SECURE_SSL_REDIRECT="false",
    # Playwright's synchronous interface keeps an event loop in the thread that the tests use the database from.
    DJANGO_ALLOW_ASYNC_UNSAFE="true",
)
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    """With CELLIARA_NO_SKIPS, as in .ci/run, a test that was skipped has failed."""
    report = yield
    if report.skipped and os.environ.get("CELLIARA_NO_SKIPS") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"No test may be skipped here. {report.longrepr[2]}"
    return report
