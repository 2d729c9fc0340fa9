"""Compares recomputed figures with those of macro-edge, and counts."""
TOLERANCE = 1e-9


def difference(mine, theirs):
    return abs(mine - theirs) / max(1.0, abs(mine))


def differs(mine, theirs):
    if mine is None or theirs is None:
        return (mine is None) != (theirs is None)
    return difference(mine, theirs) > TOLERANCE


class Comparison:
    """The comparison of one answer."""

    def __init__(self, title):
        self.title, self.numbers_compared, self.texts_compared, self.wrong, self.largest = title, 0, 0, 0, 0.0

    def number(self, place, name, mine, theirs):
        self.numbers_compared += 1
        if differs(mine, theirs):
            self.fault(place, name, mine, theirs)
        elif mine is not None:
            self.largest = max(self.largest, difference(mine, theirs))

    def numbers(self, place, name, mine, theirs):
        """Two mappings: the keys of both, then the number of each key."""
        self.exact(place, name, sorted(mine), sorted(theirs))
        for key in sorted(mine.keys() & theirs.keys()):
            self.number(place, f"{name} {key}", mine[key], theirs[key])

    def exact(self, place, name, mine, theirs):
        self.texts_compared += 1
        if mine != theirs:
            self.fault(place, name, mine, theirs)

    def fault(self, place, name, mine, theirs):
        self.wrong += 1
        print(f"{self.title} {place}: {name} recomputed {mine}, macro-edge {theirs}")

    def report(self):
        """Prints the counts; returns how many figures differ."""
        print(f"{self.title}: {self.numbers_compared} numbers and {self.texts_compared} texts compared, "
              f"{self.wrong} differ, largest difference {self.largest:.1e}", flush=True)
        return self.wrong
