"""What we ask: the questionnaire, the engine that judges answers, and the pages of the check.

- condition: a fact about a person that can make a device unsuitable.
- status of a condition: present, unknown or absent; unknown until somebody answers.
- disposition of a device: suitable < limited < wait < ask < stop; always the worst of everything triggered.
- assessment: what the engine makes of one set of answers. Computed, never stored.
- recommendation: the devices whose disposition is suitable or limited.
- scenario: a made-up person, answers and the expected assessment.

There is no table here that an answer could be stored in.
"""
