"""Every operation of the description: each is a method, and each read answers what the server sends."""

from __future__ import annotations

import inspect
import json
from typing import Any

import generate
import httpx
import pytest

from macro_edge import Client, Export

DOCUMENT: dict[str, Any] = json.loads(generate.DESCRIPTION.read_text(encoding="utf-8"))
OPERATIONS = [
    pytest.param(verb, path, operation, id=operation["operationId"])
    for path, verbs in DOCUMENT["paths"].items()
    for verb, operation in verbs.items()
]
READS = [entry for entry in OPERATIONS if entry.values[0] == "get" and "stream" not in entry.id]  # type: ignore[operator]
NEEDED: dict[str, Any] = {
    "instrument": "EURUSD",
    "indicator": "us-nonfarm-payrolls",
    "id": "us-nonfarm-payrolls",
    "index": "us-growth",
    "region": "US",
    "release": "us-nonfarm-payrolls@2021-08-06",
    "weightSet": "growth",
    "version": 1,
}
AS_OF = "2021-09-03T12:29:59Z"


@pytest.fixture(scope="module", autouse=True)
def proposed(address: str) -> None:
    """A version of a weight set, which the reads of versions are about."""
    httpx.post(
        f"{address}/api/v1/weight-sets/growth/versions",
        json={"yaml": "{extends: default, clip: 3}", "reason": "to be read"},
    ).raise_for_status()


def method(client: Client, operation: dict[str, Any]) -> Any:
    return getattr(getattr(client, generate.snake(operation["tags"][0])), generate.method(operation))


def test_generated_files_are_those_of_the_description() -> None:
    stale = [path.name for path, content in generate.generated().items() if path.read_text(encoding="utf-8") != content]
    assert not stale, "run generate.py"


@pytest.mark.parametrize(("verb", "path", "operation"), OPERATIONS)
def test_each_operation_and_parameter_has_its_name(
    edge: Client, verb: str, path: str, operation: dict[str, Any]
) -> None:
    signature = inspect.signature(method(edge, operation))
    for parameter in operation.get("parameters", []):
        declared = signature.parameters[generate.snake(parameter["name"])]
        assert (declared.default is inspect.Parameter.empty) == parameter.get("required", False)
    assert ("as_of" in signature.parameters) == any(
        given["name"] == "asOf" for given in operation.get("parameters", [])
    )


@pytest.mark.parametrize(("verb", "path", "operation"), READS)
def test_each_read_answers_what_the_server_sends(
    edge: Client, address: str, verb: str, path: str, operation: dict[str, Any]
) -> None:
    names = {parameter["name"]: parameter for parameter in operation.get("parameters", [])}
    given = {name: NEEDED[name] for name, parameter in names.items() if parameter.get("required")}
    if "asOf" in names:
        given["asOf"] = AS_OF
    if "releasedAt" in names:
        given |= {"releasedAt": "2021-09-03T12:30:00Z", "set": "us-nonfarm-payrolls=700K/720K"}
    if path.startswith("/api/v1/exports/"):
        given["format"] = "parquet"
    query = {name: value for name, value in given.items() if names[name]["in"] == "query"}
    url = address + path.format(**given)
    for _ in range(5):
        before = httpx.get(url, params=query).raise_for_status()
        answer = method(edge, operation)(**{generate.snake(name): value for name, value in given.items()})
        # What a job changed between two readings says nothing of the client.
        if httpx.get(url, params=query).content == before.content:
            break
    if isinstance(answer, Export):
        assert answer.content == before.content
    else:
        assert answer.to_dict() == before.json()
        assert len(answer.to_pandas()) >= 0
