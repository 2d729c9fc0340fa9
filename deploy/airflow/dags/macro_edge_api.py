"""The REST API of macro-edge as the DAGs use it. Where it is and the key stand in Airflow's connection `macro_edge`."""

from __future__ import annotations

import logging
from typing import Any

import requests
from airflow.sdk import Connection
from airflow.sdk.exceptions import AirflowException, AirflowFailException

CONNECTION = "macro_edge"
CONNECT_SECONDS = 10
READ_SECONDS = 3600
"""A run of a job is answered when it has ended."""

TOO_EARLY = {409, 429, 502, 503, 504}
"""Another run goes on, too many requests, or the server is not ready: a later try can succeed."""

log = logging.getLogger(__name__)


def call(method: str, path: str, **parameters: str) -> dict[str, Any]:
    """The answer of a request.

    Raises AirflowFailException, which is not tried again, where the request itself is refused (no such job, a wrong
    key), and AirflowException where a later try can succeed.
    """
    connection = Connection.get(CONNECTION)
    headers = {"Authorization": f"Bearer {connection.password}"} if connection.password else {}
    try:
        answer = requests.request(
            method,
            _address(connection) + path,
            params=parameters,
            headers=headers,
            timeout=(CONNECT_SECONDS, READ_SECONDS),
        )
    except requests.RequestException as fault:
        raise AirflowException(f"{method} {path}: no answer: {fault}") from fault
    if answer.ok:
        return answer.json()
    text = f"{method} {path}: status {answer.status_code}: {_detail(answer)}"
    if answer.status_code in TOO_EARLY or answer.status_code >= 500:
        raise AirflowException(text)
    raise AirflowFailException(text)


def run_job(job: str) -> str:
    """Runs a job, waits for its end, and returns what it did."""
    run = call("POST", f"/api/v1/jobs/{job}/run")
    if run["outcome"] != "succeeded":
        raise AirflowException(f"run {run['number']} of {job} {run['outcome']}: {run['result']}")
    log.info("run %s of %s: %s", run["number"], job, run["result"])
    return run["result"]


def ingest(region: str) -> int:
    """Asks every source that is on for what it has on a region, and returns how many batches were stored.

    Raises AirflowException where a source failed, after the others were asked; what they gave is stored. Raises
    AirflowFailException where the server asks no source at all.
    """
    runs = call("POST", "/api/v1/sources/ingest", region=region)["items"]
    for run in runs:
        log.info("%s %s%s", run["source"], run["state"], f": {run['note']}" if run["note"] else "")
    if all(run["state"] == "off" for run in runs):
        raise AirflowFailException("the server asks no source: see its settings MACRO_EDGE_SOURCES and keys")
    failed = [f"{run['source']}: {run['note']}" for run in runs if run["state"] == "failed"]
    if failed:
        raise AirflowException("; ".join(failed))
    return sum(run["batch"] is not None for run in runs)


def latest_record_time() -> str | None:
    """When the store last changed; None while it is empty. Instants of one form, so that later ones sort behind."""
    batches = call("GET", "/api/v1/imports")["items"]
    return batches[0]["recordedAt"] if batches else None


def _address(connection: Connection) -> str:
    scheme = connection.schema or "http"
    port = f":{connection.port}" if connection.port else ""
    return f"{scheme}://{connection.host}{port}"


def _detail(answer: requests.Response) -> str:
    try:
        return answer.json()["detail"]
    except (ValueError, KeyError, TypeError):
        return answer.text[:200]
