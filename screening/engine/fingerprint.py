"""Whether a question of one edition is the same question in another."""

import hashlib
import json

from screening.engine.decode import Document


def fingerprint(question: Document) -> str:
    """The same for two questions of documents exactly if nobody could answer them differently.

    Why it is asked, under which topic, and after which other question makes no difference to an answer.
    """
    asked = {name: question[name] for name in ("kind", "text", "hint", "about", "options")}
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
