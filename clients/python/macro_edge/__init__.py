"""A typed client of macro-edge's REST API."""

from . import models
from ._client import Client
from ._connection import KEY_VARIABLE, File
from ._error import MacroEdgeError
from ._export import Export
from ._stream import StreamEvent
from ._time import Instant

__all__ = ["KEY_VARIABLE", "Client", "Export", "File", "Instant", "MacroEdgeError", "StreamEvent", "models"]
