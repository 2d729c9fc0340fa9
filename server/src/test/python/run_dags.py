"""Runs DAGs by a real Airflow, each once, one after the other, and prints a line of JSON for each: the states of its run
and of its tasks. Before them a line with the DAGs of the folder and the errors of parsing it.

Usage: run_dags.py FOLDER [DAG ...]
       run_dags.py FOLDER --refused JOB     prints how a run of a job is refused
"""

import json
import sys

from airflow.dag_processing.dagbag import BundleDagBag


def main(folder, *names):
    sys.path.insert(0, folder)
    if names and names[0] == "--refused":
        import macro_edge_api

        try:
            macro_edge_api.run_job(names[1])
        except Exception as refusal:
            print(json.dumps({"refusal": type(refusal).__name__, "text": str(refusal)}))
        return
    from pathlib import Path

    bag = BundleDagBag(Path(folder), bundle_path=Path(folder), bundle_name="dags-folder")
    print(json.dumps({"dags": sorted(bag.dags), "errors": bag.import_errors}))
    for name in names:
        run = bag.dags[name].test()
        states = {task.task_id: str(task.state) for task in sorted(run.get_task_instances(), key=lambda task: task.task_id)}
        print(json.dumps({"dag": name, "state": str(run.state), "tasks": states}))


if __name__ == "__main__":
    main(*sys.argv[1:])
