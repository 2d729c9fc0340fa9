"""What the client makes of answers and of what is asked."""

from __future__ import annotations

import contextlib
import traceback
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from uuid import uuid4

import httpx
import pandas
import pytest

from macro_edge import KEY_VARIABLE, Client, MacroEdgeError, models

PAYROLLS = datetime(2021, 9, 3, 12, 30, tzinfo=UTC)
BEFORE = PAYROLLS - timedelta(seconds=1)
RELEASE = "us-nonfarm-payrolls@2021-09-03"


def assert_typed(table: pandas.DataFrame, instants: set[str], numbers: set[str]) -> None:
    assert len(table) > 0
    for column in instants:
        assert str(table[column].dtype) == "datetime64[us, UTC]", column
    for column in numbers:
        assert table[column].dtype.kind in "fi", column
    found = {column for column in table if str(table[column].dtype).startswith("datetime64[us, UTC")}
    assert found == instants


def test_tables_have_instants_with_a_zone_and_numbers(edge: Client) -> None:
    summary = edge.bias.summary(as_of=BEFORE)
    assert summary.as_of == BEFORE and summary.as_of.tzinfo is not None
    table = summary.to_pandas()
    assert_typed(table, set(), {"score", "z", "coverage", "change_day"})
    assert table.attrs["run_id"] == summary.run_id and table.attrs["as_of"] == BEFORE
    assert_typed(summary.to_pandas("causes"), {"released_at"}, {"labels"})

    history = edge.bias.history("EURUSD", as_of=BEFORE, from_="2021-08-01").to_pandas()
    assert_typed(history, {"as_of"}, {"score", "z"})
    calendar = edge.calendar.between(as_of=BEFORE, from_="2021-09-01", to="2021-09-03").to_pandas()
    assert_typed(calendar, {"released_at"}, {"actual", "forecast", "z", "importance"})
    assert str(calendar["period"].dtype) == "datetime64[us]"
    assert_typed(edge.indices.list(as_of=BEFORE).to_pandas(), set(), {"z", "coverage"})
    releases = edge.exports.releases(as_of=BEFORE, region="US").to_pandas()
    arrow = edge.exports.releases(as_of=BEFORE, region="US", format="arrow").to_pandas()
    assert arrow.equals(releases)
    assert_typed(releases, {"released_at"}, {"actual", "forecast", "importance"})
    surprises = edge.exports.surprises(as_of=BEFORE, region="US").to_pandas()
    assert_typed(surprises, {"released_at"}, {"actual", "surprise", "z"})
    assert set(releases["release_id"]) == set(surprises["release_id"])


def test_tables_without_rows_have_the_same_columns(edge: Client) -> None:
    empty = edge.calendar.between(as_of=BEFORE, from_="2021-08-01", to="2021-08-01").to_pandas()
    full = edge.calendar.between(as_of=BEFORE, from_="2021-09-01", to="2021-09-03").to_pandas()
    assert len(empty) == 0
    assert empty.dtypes.equals(full.dtypes)


def test_a_list_that_the_answer_lacks_is_refused_by_name(edge: Client) -> None:
    with pytest.raises(ValueError, match="BiasSummary has no list 'cause'. Its lists are causes, items"):
        edge.bias.summary(as_of=BEFORE).to_pandas("cause")


def test_nothing_is_seen_before_it_was_known(edge: Client) -> None:
    for then, seen in ((BEFORE, False), (PAYROLLS, True)):
        day = edge.calendar.between(as_of=then, from_="2021-09-03", to="2021-09-03")
        payrolls = [item for item in day.items if item.indicator == "us-nonfarm-payrolls"]
        assert [item.actual for item in payrolls if item.actual is not None] == ([235_000] if seen else [])
        for export in (edge.exports.releases, edge.exports.surprises):
            table = export(as_of=then, indicator="us-nonfarm-payrolls").to_pandas()
            assert (RELEASE in set(table["release_id"])) == seen
            assert table["released_at"].max() <= then
        explained = edge.bias.explain("EURUSD", as_of=then).to_pandas()
        assert (RELEASE in set(explained["release_id"])) == seen


def test_a_client_of_a_time_asks_each_question_as_of_it(edge: Client) -> None:
    then = edge.known_at(BEFORE)
    assert then.bias.summary() == edge.bias.summary(as_of=BEFORE)
    assert (
        then.exports.bias(instrument="EURUSD").content == edge.exports.bias(instrument="EURUSD", as_of=BEFORE).content
    )
    assert then.caller.get() == edge.caller.get()
    with pytest.raises(ValueError, match="asOf is fixed at 2021-09-03T12:29:59Z"):
        then.bias.summary(as_of="2021-12-31")
    assert edge.bias.summary().as_of > BEFORE
    assert "as" not in repr(edge).split("key")[1] and "asOf=2021-09-03T12:29:59Z" in repr(then)


@pytest.mark.parametrize(
    "as_of",
    [
        "2021-09-03T12:29:59Z",
        "2021-09-03T14:29:59+02:00",
        BEFORE.astimezone(timezone(timedelta(hours=2))),
        pandas.Timestamp("2021-09-03T08:29:59", tz="America/New_York"),
    ],
)
def test_one_instant_can_be_written_in_many_ways(edge: Client, as_of: str | datetime) -> None:
    assert edge.bias.summary(as_of=as_of).as_of == BEFORE


def test_a_date_is_the_end_of_its_day(edge: Client) -> None:
    day = edge.bias.summary(as_of=date(2021, 9, 3))
    assert day == edge.bias.summary(as_of="2021-09-03")
    assert day.as_of > PAYROLLS


@pytest.mark.parametrize("naive", [datetime(2021, 9, 3, 12, 30), pandas.Timestamp("2021-09-03"), pandas.NaT])
def test_a_time_without_a_zone_is_refused(edge: Client, naive: datetime) -> None:
    with pytest.raises(ValueError, match="has no time zone, so it is not an instant. Add one, such as"):
        edge.bias.summary(as_of=naive)
    with pytest.raises(ValueError, match="has no time zone"):
        repr(edge.known_at(naive))


def test_a_problem_is_an_error_with_its_code_and_what_to_do(edge: Client) -> None:
    with pytest.raises(MacroEdgeError) as caught:
        edge.bias.explain("EURSUD")
    error = caught.value
    assert (error.code, error.status, error.title) == ("unknown-instrument", 404, "Unknown instrument")
    assert error.message == 'Instrument "EURSUD" does not exist. Did you mean EURUSD?'
    assert error.instance == "/api/v1/bias/EURSUD/explanation"
    assert str(error) == error.message + " [unknown-instrument, HTTP 404]"
    with pytest.raises(MacroEdgeError) as caught:
        edge.bias.summary(as_of=datetime.now(UTC) + timedelta(days=2))
    assert (caught.value.code, caught.value.status) == ("as-of-in-future", 400)
    with pytest.raises(MacroEdgeError) as caught:
        edge.exports.prices(format="ods")  # type: ignore[arg-type]
    assert caught.value.code == "invalid-request"
    with pytest.raises(ValueError, match="'..' is not an id"):
        edge.bias.instrument("..")


def test_a_server_that_is_none_or_another_is_named() -> None:
    with pytest.raises(MacroEdgeError) as caught:
        Client("http://127.0.0.1:9", timeout=2).bias.summary()
    assert caught.value.code == "unreachable" and caught.value.status is None
    assert caught.value.message.startswith("http://127.0.0.1:9 cannot be reached (ConnectError). Start the server")


def test_a_client_waits_no_longer_than_it_may(edge: Client, address: str) -> None:
    with Client(address, timeout=0.0001) as hasty, pytest.raises(MacroEdgeError) as caught:
        hasty.exports.surprises()
    assert caught.value.code == "timed-out"
    assert "did not answer within 0.0001 seconds. Ask for less, or allow more by timeout" in caught.value.message


@pytest.mark.parametrize(
    "wrong", ["127.0.0.1:8080", "ftp://host", "http://user:word@host", "http://", "http://host?a=b"]
)
def test_an_address_that_is_none_is_refused_and_not_repeated(wrong: str) -> None:
    with pytest.raises(ValueError, match="The address is an URL such as") as caught:
        Client(wrong)
    assert "word@" not in str(caught.value)


def test_a_key_is_sent_and_shown_nowhere(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    key = "me_1f3a9c02_canary"
    monkeypatch.setenv(KEY_VARIABLE, key)
    sent = Client(address)._connection._http.headers["Authorization"]
    assert sent == f"Bearer {key}"
    monkeypatch.delenv(KEY_VARIABLE)
    client = Client(address, key)
    assert client._connection._http.headers["Authorization"] == sent
    shown = [repr(client), str(client), repr(client.bias), repr(client._connection)]
    for fault in (lambda: client.bias.explain("EURSUD"), lambda: Client("http://127.0.0.1:9", key).board.get()):
        with pytest.raises(MacroEdgeError) as caught:
            fault()
        shown += [str(caught.value), repr(caught.value), "".join(traceback.format_exception(caught.value))]
    with pytest.raises(ValueError, match="characters that no key has") as refused:
        Client(address, key + "\nX: y")
    assert "canary" not in "".join([*shown, str(refused.value)])
    assert "key set" in repr(client) and "key none" in repr(Client(address))


def test_keys_are_created_used_and_revoked(edge: Client, address: str) -> None:
    created = edge.keys.create(models.KeyRequest(name=f"notebook {uuid4().hex[:8]}", role="viewer", days=1))
    assert created.key not in repr(created)
    assert created.item.expires_at - created.item.created_at == timedelta(days=1)
    assert edge.keys.revoke(created.item.id).revoked_at is not None


def test_the_calendar_file_is_saved_and_has_no_rows(edge: Client, tmp_path: Path) -> None:
    feed = edge.calendar.feed_ics(as_of=BEFORE)
    assert feed.save(tmp_path / "releases.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"UID:us-nonfarm-payrolls@" in feed.content
    with pytest.raises(ValueError, match="text/calendar cannot be read as a table"):
        feed.to_pandas()


def test_releases_are_pushed_and_files_imported(edge: Client, tmp_path: Path) -> None:
    forecast = models.PushedForecast(kind="survey", value=400_000)
    release = models.PushedRelease(
        indicator="us-nonfarm-payrolls", released_at="2022-01-07T13:30:00Z", actual=199_000, forecasts=(forecast,)
    )
    pushed = edge.releases.push(models.PushRequest(source="macro-edge", releases=(release,)), dry_run=True)
    assert (pushed.batch, pushed.read, pushed.imported) == (None, 1, 1)
    file = tmp_path / "releases.csv"
    exported = edge.exports.releases(as_of=BEFORE, indicator="us-nonfarm-payrolls", layout="import", format="csv")
    with pytest.raises(ValueError, match="CSV says nothing of types"):
        exported.to_pandas()
    exported.save(file)
    for files in (file, [file], [(file.name, exported.content)]):
        outcome = edge.imports.calendar("macro-edge", files, dry_run=True)
        assert (outcome.batch, outcome.read) == (None, len(exported.content.splitlines()) - 1)


def test_columns_of_exports_keep_their_order(edge: Client) -> None:
    table = edge.exports.surprises(as_of=BEFORE, region="US", columns=["z", "released_at"]).to_pandas()
    assert list(table) == ["z", "released_at"]


def test_the_stream_answers_events_one_by_one(edge: Client) -> None:
    with contextlib.closing(edge.stream.follow(last_event_id=0)) as stream:
        first, second = next(stream), next(stream)
    assert first.id < second.id
    assert type(first.data).__name__ == first.kind.capitalize() + "Event"


def test_an_answer_of_another_program_is_told(address: str) -> None:
    assert httpx.get(address + "/").status_code == 200
    with pytest.raises(MacroEdgeError) as caught:
        Client(address + "/other").bias.summary()
    assert caught.value.status == 404
