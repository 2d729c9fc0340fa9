from __future__ import annotations

from types import TracebackType

from ._connection import Connection
from ._time import Instant, sent
from .operations import Operations


class Client(Operations):
    """macro-edge at an address.

    address: Of the server, such as http://127.0.0.1:8080.
    key: An API key or token, which a server in secured mode asks for; by default that of the environment
        variable MACRO_EDGE_CLIENT_KEY. It is never shown.
    timeout: Seconds to wait for a connection, and for each part of an answer.
    """

    def __init__(
        self, address: str = "http://127.0.0.1:8080", key: str | None = None, *, timeout: float = 30.0
    ) -> None:
        self._of(Connection(address, key, timeout))

    def _of(self, connection: Connection) -> None:
        self._connection = connection
        super().__init__(connection)

    def known_at(self, as_of: Instant, *, recorded_at: Instant | None = None) -> Client:
        """A client that sees only what was known at a time: every question that takes as_of has this one.

        recorded_at: Also only what was stored at this time.

        Operations that take no as_of, such as jobs and the stream, are about now in this client too.
        """
        pinned = object.__new__(Client)
        pinned._of(self._connection.pinned(as_of, recorded_at))
        return pinned

    def close(self) -> None:
        """Closes the connections, also those of the clients of known_at."""
        self._connection.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        pins = "".join(f", {name}={sent(value)}" for name, value in self._connection.pins.items() if value is not None)
        key = "set" if self._connection.has_key else "none"
        return f"Client({self._connection.address}, key {key}{pins})"
