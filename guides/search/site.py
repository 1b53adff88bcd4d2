"""Pages of the site that are no editions, by what people call them."""

from dataclasses import dataclass

from guides.search.words import stem, words

_BESIDE_WORDS = "a celliara find is list my of on open page show site the there this website where your"
"""They may stand beside what a page is called."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """``route`` is its name among the addresses; ``called`` is what people may type, separated by commas."""

    title: str
    route: str
    called: str


# One more page is one more line.
_PAGES = (
    SitePage("The suitability check", "screening:start", "check, suitability check, questionnaire, quiz, can I use it"),
    SitePage("Routine planner", "guides:planner", "planner, routine planner, routine, plan, schedule, calendar"),
    SitePage("Compare devices", "guides:device_compare", "compare, compare devices, comparison, device comparison"),
    SitePage("Devices", "guides:device_list", "devices, all devices, best device, which device"),
    SitePage("Guides", "guides:guide_list", "guides, all guides, articles"),
    SitePage("Who should not use it", "guides:contraindications", "contraindications, who should not use it"),
    SitePage("Is it true that …?", "guides:claim_list", "claims, all claims, myths, is it true"),
    SitePage("Evidence", "guides:evidence", "evidence, studies, all studies, research, trials, science"),
    SitePage("Glossary", "guides:glossary", "glossary, dictionary, definitions"),
    SitePage("Corrections", "guides:corrections", "corrections, errors, mistakes"),
    SitePage("How we work", "guides:how_we_work", "how we work, about, about us, who we are, grades, grading"),
    SitePage("Privacy", "guides:privacy", "privacy, privacy policy, cookies, data, GDPR"),
)


def page_called(typed: str) -> SitePage | None:
    """The one that is called ``typed``, whatever the order and the endings of its words."""
    return _BY_NAME.get(_said(typed))


def _said(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word not in _BESIDE)


_BESIDE = frozenset(_BESIDE_WORDS.split())
_BY_NAME = {_said(name): page for page in _PAGES for name in page.called.split(",")}
