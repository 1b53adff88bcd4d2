"""Search: what visitors type, and the sections of live editions that answer it.

Both databases index the same words. They are cut to their stems here, kept in plain columns, and looked up by
PostgreSQL's and SQLite's own full text; which sections come first is decided here, for both alike.
"""
