"""Recomputes the surprise indices: the weighted sum of one area's signals, without exposure or direction."""
import csv
import math

import yaml

from archive_bias import FULL_COVERAGE, Facts, group, share
from archive_compare import Comparison
from archive_releases import EMU

SIDES = {"growth": {"growth", "labour", "surveys", "consumption", "housing", "trade", "inventories", "credit"},
         "inflation": {"inflation"}}


class Indices:
    """The indices that a catalogue defines; those of equal rules share their signals."""

    def __init__(self, folder, weight_sets, indicators, all_results):
        self.indicators, self.all_results, self.facts, self.indices = indicators, all_results, {}, {}
        for index in yaml.safe_load(open(folder + "/indices.yaml", encoding="utf-8")):
            rules = dict(weight_sets[index.get("weightSet", "default")])
            rules.update({key: index[key] for key in ("mode", "clip") if key in index})
            rules["halfLives"] = {**rules["halfLives"], **index.get("halfLives", {})}
            self.indices[index["id"]] = index, rules, self.shared_facts(rules), self.members(index)

    def shared_facts(self, rules):
        key = rules["mode"], float(rules["clip"]), tuple(sorted(rules["halfLives"].items())), str(rules["correlations"])
        return self.facts.setdefault(key, Facts(rules, self.indicators, self.all_results))

    def members(self, index):
        regions = {region for area in index["areas"] for region in (EMU if area == "EMU" else {area})}
        categories = set(index["categories"]) if "categories" in index else SIDES.get(index["side"])
        return [name for name in sorted(self.indicators) if self.indicators[name]["region"] in regions
                and (categories is None or self.indicators[name]["category"] in categories)]

    def value(self, name, second):
        """z, coverage, and the reason why there is no z or why not to trust it."""
        _, rules, facts, members = self.indices[name]
        sizes, states = facts.at(second)
        weights = {member: self.weight(rules, self.indicators[member], sizes) for member in members if member in states}
        active = {member: weight for member, weight in weights.items() if states[member]}
        if not active:
            return None, 0, "no-history"
        live = {member: weight for member, weight in active.items() if states[member].decayed is not None}
        scale, coverage = facts.scale(active, second), share(live, weights)
        reason = "no-live-signal" if not live else "thin-coverage" if coverage < FULL_COVERAGE else None
        return sum(weight / scale * states[member].decayed for member, weight in live.items()), coverage, reason

    @staticmethod
    def weight(rules, indicator, sizes):
        return (rules["importance"][indicator["importance"] - 1] * rules["stages"][indicator["stage"]]
                / math.sqrt(sizes[group(indicator)]))


def compare_indices(file, indices, seconds):
    comparison, seen = Comparison(file), set()
    for row in csv.DictReader(open(file, encoding="utf-8", newline="")):
        z, coverage, reason = indices.value(row["index"], seconds(row["as_of"]))
        place = f"{row['index']} {row['as_of']}"
        seen.add(row["index"])
        comparison.number(place, "z", z, float(row["z"]) if row["z"] else None)
        comparison.number(place, "coverage", coverage, float(row["coverage"]) if row["coverage"] else None)
        comparison.exact(place, "reason", reason, row["reason"] or None)
    comparison.exact("", "indices", sorted(indices.indices), sorted(seen))
    return comparison.report()
