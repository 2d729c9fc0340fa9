from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from macro_edge import Client


@pytest.fixture(scope="session")
def address() -> str:
    """Of a running server with the sample."""
    return os.environ["MACRO_EDGE_TEST_ADDRESS"].rstrip("/")


@pytest.fixture
def edge(address: str) -> Iterator[Client]:
    with Client(address) as client:
        yield client
