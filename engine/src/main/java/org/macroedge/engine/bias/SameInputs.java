package org.macroedge.engine.bias;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds biases that are one opinion in several rows: their contributions are proportional by a positive factor, so
/// that each is the others on another scale.
public final class SameInputs {

    /// Contributions are products and quotients of a few doubles, so equal factors differ in the last bits only.
    private static final double TOLERANCE = 1e-9;

    private SameInputs() {}

    /// For each bias, the first earlier one with the same inputs; null where there is none. A bias without a label, or
    /// whose contributions are all 0, has the same inputs as no other.
    public static List<@Nullable InstrumentBias> of(List<InstrumentBias> biases) {
        List<@Nullable InstrumentBias> same = new ArrayList<>();
        for (int index = 0; index < biases.size(); index++) {
            InstrumentBias bias = biases.get(index);
            same.add(biases.subList(0, index).stream()
                    .filter(earlier -> areProportional(earlier, bias))
                    .findFirst()
                    .orElse(null));
        }
        return same;
    }

    private static boolean areProportional(InstrumentBias first, InstrumentBias second) {
        List<Contribution> a = first.contributions();
        List<Contribution> b = second.contributions();
        double sizeA = size(a);
        double sizeB = size(b);
        if (first.label() == null || second.label() == null || sizeA == 0 || sizeB == 0 || a.size() != b.size()) {
            return false;
        }
        for (int index = 0; index < a.size(); index++) {
            double shareA = a.get(index).contribution() / sizeA;
            double shareB = b.get(index).contribution() / sizeB;
            if (a.get(index).surprise() != b.get(index).surprise() || Math.abs(shareA - shareB) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private static double size(List<Contribution> contributions) {
        double size = 0;
        for (Contribution contribution : contributions) {
            size += Math.abs(contribution.contribution());
        }
        return size;
    }
}
