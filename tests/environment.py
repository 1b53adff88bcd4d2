"""The environment of the test run, set before Django's settings are read: as in production, but without TLS."""

import os

os.environ.update(DEBUG="false", SECRET_KEY="only-for-tests", ALLOWED_HOSTS="testserver,localhost,127.0.0.1")
