import re

from django.template.loader import render_to_string

from guides.models import Area
from guides.pages.face_map import FaceMap, face_map, face_map_to_tick


def test_every_area_has_a_shape_and_room_for_a_mark():
    drawn = face_map(use_on=[], leave_out=[])
    assert [area.code for area in drawn.areas] == Area.values
    assert all(area.shape.startswith("M") and area.marks for area in drawn.areas)


def test_where_a_device_may_be_used_and_where_not():
    drawn = face_map(use_on={"neck", "cheeks", "jaw"}, leave_out={"eyes"})
    assert {area.code: area.use for area in drawn.areas if area.use} == {
        "eyes": "leave-out",
        "cheeks": "use-on",
        "jaw": "use-on",
        "neck": "use-on",
    }
    assert [(line.words, line.areas) for line in drawn.legend] == [
        ("Use on", "cheeks, jaw and neck"),
        ("Leave out", "around the eyes"),
    ]


def test_an_area_that_is_named_twice_is_left_out():
    drawn = face_map(use_on={"jaw"}, leave_out={"jaw"})
    assert [(line.words, line.areas) for line in drawn.legend] == [("Leave out", "jaw")]


def test_what_is_drawn_is_hidden_from_those_who_get_its_words():
    html = _html(face_map(use_on={"jaw"}, leave_out={"neck"}))
    assert re.findall(r'face-map-area" data-use="([^"]+)', html) == ["use-on", "leave-out"]
    assert "<strong>Leave out:</strong> neck" in html
    assert 'aria-hidden="true"' in html
    assert "<label" not in html


def test_areas_to_tick_are_labels_of_their_boxes():
    html = _html(face_map_to_tick({area.value: f"answer-{n}" for n, area in enumerate(Area, start=1)}))
    assert re.findall(r'for="([^"]+)" data-area="([^"]+)"', html) == [
        (f"answer-{n}", area.value) for n, area in enumerate(Area, start=1)
    ]
    assert "figcaption" not in html, "The boxes say everything already."


def _html(drawn: FaceMap) -> str:
    return render_to_string("components/face_map.html", {"map": drawn})
