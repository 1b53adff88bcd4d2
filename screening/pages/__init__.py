"""What the templates of the check show: pure functions from the checklist, the answers and their assessment."""
