import subprocess
import sys

import pytest

from tests.architecture.modules import ROOT

SKIPPED = "import pytest\n\ndef test_skipped():\n    pytest.skip('There is no browser.')\n"


@pytest.mark.parametrize(("no_skips", "code", "words"), [("", 0, "1 skipped"), ("1", 1, "1 failed")])
def test_where_nothing_may_be_skipped_a_skip_is_a_failure(tmp_path, monkeypatch, no_skips, code, words):
    test = tmp_path / "test_skipped.py"
    test.write_text(SKIPPED)
    monkeypatch.setenv("CELLIARA_NO_SKIPS", no_skips)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytest_alone = [sys.executable, "-m", "pytest", "-p", "tests.environment", "-c", "/dev/null", "--rootdir", tmp_path]
    done = subprocess.run([*pytest_alone, test], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, words in done.stdout) == (code, True), done.stdout + done.stderr
    assert ("There is no browser." in done.stdout) == bool(no_skips)
