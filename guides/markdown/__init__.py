"""Articles in Markdown become documents of guides: what is recognised becomes its kind of block, the rest text."""

from guides.markdown.article import Article, article
from guides.markdown.head import headed
from guides.markdown.placing import Known, Placed, normalised

__all__ = ["Article", "Known", "Placed", "article", "headed", "normalised"]
