"""What templates show: pure functions from documents and editions to pages, without queries."""
