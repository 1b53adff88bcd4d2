"""What is told to people under whose hands something has changed."""

from screening.visit import Visit


def updated_note(visit: Visit) -> str:
    """Empty where nothing has changed under their hands."""
    match visit.updated:
        case None:
            return ""
        case 0:
            return "We have updated this check since you started. Your answers are kept."
        case 1:
            return "We have updated 1 question since you started. Your other answers are kept."
        case number:
            return f"We have updated {number} questions since you started. Your other answers are kept."
