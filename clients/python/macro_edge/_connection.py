from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from urllib.parse import quote

import httpx

from ._error import MacroEdgeError
from ._export import PARQUET, Export
from ._model import Model, decoded
from ._stream import StreamEvent, events
from ._time import Instant, sent

File: TypeAlias = str | Path | tuple[str, bytes]
"""A file to send: its path, or its name and bytes."""

KEY_VARIABLE = "MACRO_EDGE_CLIENT_KEY"
_KEY = re.compile(r"[!-~]{1,4096}")
_PROBLEM = "urn:macro-edge:problem:"
M = TypeVar("M", bound=Model)


def segment(value: object) -> str:
    """A value as one part of a path."""
    if str(value) in ("", ".", ".."):
        raise ValueError(f"{str(value)!r} is not an id")
    return quote(str(value), safe="")


class Connection:
    """Sends requests, and reads what comes back. The key travels in one header, and is shown nowhere."""

    def __init__(self, address: str, key: str | None, timeout: float) -> None:
        parsed = httpx.URL(address)
        if parsed.scheme not in ("http", "https") or not parsed.host or parsed.userinfo or parsed.query:
            raise ValueError("The address is an URL such as http://127.0.0.1:8080, without user or password")
        given = (os.environ.get(KEY_VARIABLE, "") if key is None else key).strip()
        if given and not _KEY.fullmatch(given):
            raise ValueError("The key has characters that no key has. Copy it again; it is one word")
        self.address = str(parsed).rstrip("/")
        self.timeout = timeout
        self.has_key = bool(given)
        self.pins: dict[str, Instant | None] = {}
        headers = {"User-Agent": "macro-edge-python"} | ({"Authorization": f"Bearer {given}"} if given else {})
        self._http = httpx.Client(headers=headers, timeout=timeout)

    def pinned(self, as_of: Instant | None, recorded_at: Instant | None) -> Connection:
        """The same connection, whose questions have these times."""
        other = object.__new__(Connection)
        other.__dict__.update(self.__dict__, pins={"asOf": as_of, "recordedAt": recorded_at})
        return other

    def close(self) -> None:
        self._http.close()

    def ask(
        self,
        method: str,
        path: str,
        answer: type[M],
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, Any] | None = None,
        body: Model | None = None,
        files: Mapping[str, Any] | None = None,
    ) -> M:
        response = self._send(
            method,
            path,
            params=self._query(query),
            headers=_headers(headers) | {"Accept": "application/json"},
            json=_without_none(body.to_dict()) if body else None,
            files=_parts(files) if files else None,
        )
        try:
            value = response.json()
        except ValueError:
            raise MacroEdgeError(
                "unexpected-answer",
                f"The answer is not JSON: is {self.address} the address of macro-edge?",
                status=response.status_code,
                instance=path,
            ) from None
        return decoded(answer, value)

    def export(self, method: str, path: str, query: Mapping[str, Any] | None = None) -> Export:
        response = self._send(method, path, params=self._query(query), headers={"Accept": f"{PARQUET}, text/csv, */*;q=0.1"})
        return Export(response.content, response.headers.get("Content-Type", "").split(";")[0])

    def stream(
        self, method: str, path: str, headers: Mapping[str, Any] | None = None
    ) -> Generator[StreamEvent, None, None]:
        # A comment comes every 15 seconds: longer silence means that the connection is lost.
        timeout = httpx.Timeout(self.timeout, read=max(self.timeout, 45.0))
        sent_headers = _headers(headers) | {"Accept": "text/event-stream"}
        with self._told(path):
            with self._http.stream(method, self.address + path, headers=sent_headers, timeout=timeout) as response:
                if response.status_code != 200:
                    response.read()
                _refuse(response, path)
                yield from events(response.iter_lines())

    def _query(self, query: Mapping[str, Any] | None) -> dict[str, str]:
        given = {name: value for name, value in (query or {}).items() if value is not None}
        for name, pin in self.pins.items():
            if pin is not None and name in (query or {}):
                if name in given:
                    raise ValueError(f"{name} is fixed at {_text(pin)} in this client: ask another one")
                given[name] = pin
        return {name: _text(value) for name, value in given.items()}

    def _send(self, method: str, path: str, **parts: Any) -> httpx.Response:
        with self._told(path):
            response = self._http.request(method, self.address + path, **parts)
        _refuse(response, path)
        return response

    @contextlib.contextmanager
    def _told(self, path: str) -> Iterator[None]:
        try:
            yield
        except httpx.TimeoutException:
            raise MacroEdgeError(
                "timed-out",
                f"{self.address} did not answer within {self.timeout:g} seconds. Ask for less, or allow more by timeout",
                instance=path,
            ) from None
        except httpx.RequestError as error:
            raise MacroEdgeError(
                "unreachable",
                f"{self.address} cannot be reached ({type(error).__name__}). Start the server, or check the address",
                instance=path,
            ) from None


class Group:
    """Operations of one topic."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection


def _refuse(response: httpx.Response, path: str) -> None:
    if response.status_code == 200:
        return
    try:
        problem = response.json()
        code, detail = problem["type"], problem["detail"]
    except (ValueError, KeyError, TypeError):
        raise MacroEdgeError(
            "unexpected-answer",
            f"HTTP {response.status_code} is not an answer of macro-edge: check the address, and what stands before it",
            status=response.status_code,
            instance=path,
        ) from None
    wait = response.headers.get("Retry-After", "")
    raise MacroEdgeError(
        code.removeprefix(_PROBLEM),
        detail,
        status=response.status_code,
        title=problem.get("title", ""),
        instance=problem.get("instance", path),
        retry_after=int(wait) if wait.isdigit() else None,
    )


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return sent(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ",".join(value)
    return str(value)


def _headers(headers: Mapping[str, Any] | None) -> dict[str, str]:
    return {name: str(value) for name, value in (headers or {}).items() if value is not None}


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_none(entry) for name, entry in value.items() if entry is not None}
    return [_without_none(entry) for entry in value] if isinstance(value, list) else value


def _parts(files: Mapping[str, Any]) -> list[tuple[str, tuple[str, bytes]]]:
    given = [files["file"]] if isinstance(files["file"], (str, Path)) else files["file"]
    entries = [("file", file) for file in given]
    if files["layout"] is not None:
        entries.append(("layout", files["layout"]))
    return [
        (name, file if isinstance(file, tuple) else (Path(file).name, Path(file).read_bytes()))
        for name, file in entries
    ]
