"""What we promise to screen for, whatever editors change: reviewed as code, worded in the admin.

Domain facts A1 to A3, C1, D1, E1 and E4 (labels of NuFACE and 7E, among others) say never to use a device with these.
"""

STOP_CONDITIONS = frozenset(
    {
        "implanted-cardiac-device",
        "active-implant",
        "hearing-implant",
        "epilepsy",
        "pregnancy",
        "active-cancer",
        "under-18",
    }
)
