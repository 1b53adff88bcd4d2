"""What we ask: the questionnaire, the engine that judges answers, and the pages of the check.

- condition: a fact about a person that can make a device unsuitable.
- status of a condition: present, unknown or absent; unknown until somebody answers.
- disposition of a device: suitable < limited < wait < ask < stop; always the worst of everything triggered.
- assessment: what the engine makes of one set of answers. Computed, never stored.
- recommendation: the devices whose disposition is suitable or limited.
- review: the day by which somebody has to look at the rules again; after it nothing is recommended.
- recall: telling people that the edition that gave their last result has been withdrawn.
- scenario: a made-up person, answers and the expected assessment.

There is no table here that an answer could be stored in.
"""
