"""Text as the words that search compares: the same for what is published and for what is typed."""

import re
import unicodedata
from functools import lru_cache
from html import unescape

import snowballstemmer
from django.utils.html import strip_tags

LONGEST = 60
"""Characters of a word. What is longer is no word that anybody would look for."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_PLUS = re.compile(r"(?<=\w)\+(?!\w)")  # Trinity+ is another device than Trinity.
_APOSTROPHES = str.maketrans("\u2019\u02bc\u2018", "'''")
_ADDED = re.compile(r'\s*<a class="citation".*?</a>|<span\b.*?</span>', re.DOTALL)
_END_OF_BLOCK = re.compile(r"</(?:p|li|ul|ol|blockquote|h[23])>|<br>")

# Words that say nothing of what a question is about. "Not" and "without" are among them: a section that answers
# whether something is safe says both. "Review" is, because every page says whether it has been reviewed.
_EMPTY_WORDS = """
    a about all also am an and any are as at be because been before being but by can could did do does doing done don't
    for from get had has have having he her here him his how i i'd i'll i'm i've if in into is isn't it it's its just
    me more most much my no nor not now of off on once or other our out over own review reviews same she should so some
    such than that that's the their them then there these they this those to too under until up very was we were what
    when where which while who whom why will with without would you you're your
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


def words(text: str) -> list[str]:
    """The words of ``text`` in order: lower case, without accents, µ and other signs in one form."""
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [word for word in _WORD.findall(_PLUS.sub(" plus", plain.lower())) if len(word) <= LONGEST]


def plain(html: str) -> str:
    """The words of rich text as it stands on a page, without what the page adds to it: numbers of references, notes."""
    spaced = _END_OF_BLOCK.sub(r"\g<0> ", _ADDED.sub("", html))
    return " ".join(unescape(strip_tags(spaced)).split())


def joined(between: str, *texts: str) -> str:
    """Those of ``texts`` that say anything."""
    return between.join(text.strip() for text in texts if text.strip())


def telling(typed: list[str]) -> list[str]:
    """Those that say what a question is about, or all of them where none does."""
    return [word for word in typed if tells(word)] or typed


def tells(word: str) -> bool:
    return word not in _EMPTY


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What "pacemaker", "pacemakers" and "pacemaker's" have in common. Letters and digits only."""
    # A stemmer remembers the word it is at, so threads cannot share one; making one takes less than a microsecond.
    return snowballstemmer.stemmer("english").stemWord(word).replace("'", "")


def telling_stem(of: str) -> bool:
    """Whether this stem is of a word that says what a question is about."""
    return of not in _EMPTY_STEMS


def stems(text: str) -> list[str]:
    return [stem(word) for word in words(text)]


@lru_cache(maxsize=100_000)
def telling_stems(phrase: str) -> tuple[str, ...]:
    """The stems of a few words that are met again and again."""
    return tuple(map(stem, telling(words(phrase))))


_EMPTY_STEMS = frozenset(map(stem, _EMPTY))
