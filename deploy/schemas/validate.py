"""Checks objects of Kubernetes strictly against the schemas of several versions.

Kinds that Kubernetes does not have are checked against the schemas beside this file. A field or kind without a schema is
an error. Needs the package kubernetes-validate, which holds the schemas of Kubernetes.
"""

import argparse
import json
import re
import sys
from functools import cache
from pathlib import Path

import jsonschema
import kubernetes_validate.utils as shipped
import yaml
from referencing import Registry, Resource

OWN = Path(__file__).parent
FOLDER = Path(shipped.__file__).parent / "kubernetes-json-schema"


def versions(first, last):
    """The versions from first to last, each of which must have schemas."""
    major, low = map(int, first.split("."))
    wanted = [f"{major}.{minor}" for minor in range(low, int(last.split(".")[1]) + 1)]
    for version in wanted:
        if not (FOLDER / f"v{version}.0-local-strict").is_dir():
            sys.exit(f"kubernetes-validate has no schemas of Kubernetes {version}")
    return wanted


@cache
def definitions(version):
    file = FOLDER / f"v{version}.0-local-strict" / "_definitions.json"
    return Resource.from_contents(json.loads(file.read_text())) @ Registry()


@cache
def validator(version, api, kind):
    """None where nothing says what the kind may hold."""
    own = OWN / f"{api.replace('/', '-')}-{kind.lower()}.json"
    if own.is_file():
        return jsonschema.Draft202012Validator(json.loads(own.read_text()))
    group = re.sub(r"^([^./]*)(?:\.[^/]*)?/", r"\1-", api)
    file = FOLDER / f"v{version}.0-local-strict" / f"{kind.lower()}-{group}.json"
    if not file.is_file():
        return None
    schema = json.loads(file.read_text())
    return jsonschema.Draft202012Validator(schema, registry=Resource.from_contents(schema) @ definitions(version))


def errors(version, item):
    check = validator(version, item["apiVersion"], item["kind"])
    if check is None:
        yield "no schema for this kind"
        return
    for fault in check.iter_errors(item):
        yield f"{'.'.join(map(str, fault.path)) or 'the object'}: {fault.message[:300]}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--from", dest="first", required=True, help="the oldest version, such as 1.30")
    arguments.add_argument("--to", dest="last", required=True, help="the newest version")
    arguments.add_argument("files", nargs="+", type=Path)
    options = arguments.parse_args()
    faults = 0
    checks = 0
    known = {}
    for file in options.files:
        for item in filter(None, yaml.load_all(file.read_text(), Loader=yaml.CSafeLoader)):
            name = f"{file.name}: {item['kind']} {item['metadata']['name']}"
            known.setdefault(json.dumps(item, sort_keys=True), (name, item))
    for version in versions(options.first, options.last):
        for name, item in known.values():
            checks += 1
            for fault in errors(version, item):
                faults += 1
                print(f"{name}, Kubernetes {version}: {fault}")
    print(f"{len(known)} objects, {checks} checks, {faults} faults")
    return 1 if faults or not known else 0


if __name__ == "__main__":
    sys.exit(main())
