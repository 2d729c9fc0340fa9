"""The daily work of macro-edge by Airflow's clock, for a server whose own jobs are paused or that has no sources.

`daily_macro_ingestion_REGION` asks the sources for a region and announces the asset of its facts. `rolling_stats` brings
surprises and statistics up to the facts, `bias_engine` biases and indices. Both ask the API what is new since they last
ran: an asset that was announced while they ran starts no further run, and a DAG that counted announcements would lose
it. So each announcement is only a reason to look, and so is each hour.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from airflow.sdk import Asset, Variable, dag, task
from airflow.sdk.exceptions import AirflowSkipException
from airflow.timetables.assets import AssetOrTimeSchedule
from airflow.timetables.trigger import CronTriggerTimetable

import macro_edge_api as api

log = logging.getLogger(__name__)

REGIONS = {
    "us": ("US", "35 8-16 * * 1-5", "America/New_York"),
    "ea": ("EA", "5 8-12 * * 1-5", "Europe/Brussels"),
    "de": ("DE", "5 8-15 * * 1-5", "Europe/Berlin"),
    "fr": ("FR", "50 8-15 * * 1-5", "Europe/Paris"),
    "it": ("IT", "5 9-15 * * 1-5", "Europe/Rome"),
    "es": ("ES", "5 9-15 * * 1-5", "Europe/Madrid"),
    "gb": ("GB", "5 7-12 * * 1-5", "Europe/London"),
    "jp": ("JP", "55 8-15 * * 1-5", "Asia/Tokyo"),
    "ca": ("CA", "35 8-11 * * 1-5", "America/Toronto"),
    "au": ("AU", "35 10-15 * * 1-5", "Australia/Sydney"),
    "nz": ("NZ", "50 10-15 * * 1-5", "Pacific/Auckland"),
    "ch": ("CH", "5 8-12 * * 1-5", "Europe/Zurich"),
    "cn": ("CN", "5 9-16 * * 1-5", "Asia/Shanghai"),
}
"""Of each region, its code and when its publishers publish, in their own zone: soon after most releases."""

FACTS = {name: Asset(name=f"macro_edge_facts_{name}", uri=f"macro-edge://facts/{name}") for name in REGIONS}
STATISTICS = Asset(name="macro_edge_statistics", uri="macro-edge://statistics")
BIASES = Asset(name="macro_edge_biases", uri="macro-edge://biases")

HOURLY = CronTriggerTimetable("20 * * * *", timezone="UTC")


def tell_failure(context: dict) -> None:
    """One line at the end of the log of a task that failed for good, with what to look at."""
    instance = context["ti"]
    log.error("%s.%s failed for good: %s", instance.dag_id, instance.task_id, context.get("exception"))


COMMON = {
    "start_date": datetime(2026, 1, 1),
    "catchup": False,
    "max_active_runs": 1,
    "tags": ["macro-edge"],
    "default_args": {
        "retries": 3,
        "retry_delay": timedelta(minutes=1),
        "retry_exponential_backoff": True,
        "max_retry_delay": timedelta(minutes=15),
        "execution_timeout": timedelta(hours=1),
        "on_failure_callback": tell_failure,
    },
}


def ingestion(name: str, code: str, times: str, zone: str):
    """The DAG of a region."""

    @dag(
        dag_id=f"daily_macro_ingestion_{name}",
        schedule=CronTriggerTimetable(times, timezone=zone),
        doc_md=f"Asks every source that is on for what it has on {code}, and stores what is new.",
        **COMMON,
    )
    def daily_macro_ingestion():
        @task(outlets=[FACTS[name]])
        def ingest() -> int:
            return api.ingest(code)

        ingest()

    return daily_macro_ingestion()


def follow(job: str, reasons, outlet: Asset):
    """A DAG that runs a job where the store has changed since its last run. Its cursor is the record time up to which
    it ran, in Airflow's variable `macro_edge_cursor_JOB`; delete it to have everything looked at again."""
    cursor = f"macro_edge_cursor_{job}"

    @dag(
        dag_id=job,
        schedule=AssetOrTimeSchedule(timetable=HOURLY, assets=reasons),
        doc_md=f"Runs the job `{job}` of macro-edge where the store has changed since its last run.",
        **COMMON,
    )
    def run_where_new():
        @task
        def what_is_new() -> str:
            done = Variable.get(cursor, default=None)
            latest = api.latest_record_time()
            if latest is None or latest == done:
                raise AirflowSkipException(f"nothing is new since {done}")
            return latest

        @task(outlets=[outlet])
        def run(latest: str) -> str:
            result = api.run_job(job)
            Variable.set(cursor, latest)
            return result

        run(what_is_new())

    return run_where_new()


for _name, (_code, _times, _zone) in REGIONS.items():
    ingestion(_name, _code, _times, _zone)

_any_facts = None
for _asset in FACTS.values():
    _any_facts = _asset if _any_facts is None else _any_facts | _asset

follow("rolling_stats", _any_facts, STATISTICS)
follow("bias_engine", STATISTICS, BIASES)
