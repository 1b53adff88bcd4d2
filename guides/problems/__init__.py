"""Problems: what checks find in a document. Shown on every open, save and preview; blockers stop `publish()`."""

from guides.problems.problem import Check, Level, Problem, blockers, check, problems

__all__ = ["Check", "Level", "Problem", "blockers", "check", "problems"]
