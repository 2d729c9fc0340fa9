"""What the client makes of the lines of a stream."""

import datetime

from macro_edge import models
from macro_edge._stream import events


def lines(kind: str, data: str) -> list[str]:
    return ["id: 7", f"event: {kind}", f"data: {data}", ""]


def test_a_change_of_a_weight_set_is_an_event() -> None:
    data = '{"weightSet":"default","version":3,"inForce":2,"recordedAt":"2026-11-02T10:00:00Z"}'
    (event,) = events(lines("weights", data))
    assert (event.id, event.kind) == (7, "weights")
    at = datetime.datetime(2026, 11, 2, 10, tzinfo=datetime.timezone.utc)
    assert event.data == models.WeightsEvent(weight_set="default", version=3, in_force=2, recorded_at=at)


def test_every_kind_of_the_stream_has_its_shape() -> None:
    assert {kind: shape.__name__ for kind, shape in models.EVENTS.items()} == {
        "release": "ReleaseEvent",
        "bias": "BiasEvent",
        "regime": "RegimeEvent",
        "job": "JobEvent",
        "alert": "AlertEvent",
        "weights": "WeightsEvent",
    }


def test_comments_and_kinds_of_a_newer_server_are_left_out() -> None:
    data = '{"weightSet":"default","version":3,"inForce":null,"recordedAt":"2026-11-02T10:00:00Z"}'
    read = [": still here", "", "id: 6", "", *lines("forecast", "{}"), *lines("weights", data)]
    assert [event.kind for event in events(read)] == ["weights"]
