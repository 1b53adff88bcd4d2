"""What we know: guides, devices, conditions and evidence, and how they are published.

The words, defined once:

- draft: the rows editors change in the admin; never public, except by a signed preview link.
- document: a draft assembled into one plain, JSON-able value with ``"schema": n``.
- problem: what a check finds in a document: code, level, where, message, remedy.
- edition: a document as published: number, sha256, who, when, note. Inserted once, never changed.
- live edition: the newest edition whose ``live_from`` has come and that is not withdrawn, until its end.
- withdrawal: a row of its own that takes an edition back.
- expiry: one that gives it an end; erratum: one that puts its note right.
- approval: one person's yes to exactly one sha256, or to a named part of it.
- difference: what differs between two documents, in words.
"""
