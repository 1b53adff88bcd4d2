"""The pages of the check. What a person has answered comes with each request, and is forgotten with its response."""
