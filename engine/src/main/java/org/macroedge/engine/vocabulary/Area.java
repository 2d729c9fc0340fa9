package org.macroedge.engine.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/// Where an exposure applies: a region, or a bloc for all of its regions.
public sealed interface Area permits Region, Bloc {

    /// The area with this code, for example `US` or `EMU`. A code that is both a region's and its bloc's is the region.
    ///
    /// @throws IllegalArgumentException if no area has this code
    static Area ofCode(String code) {
        Optional<Area> bloc = Arrays.stream(Bloc.values())
                .filter(candidate -> candidate.code().equals(code))
                .map(Area.class::cast)
                .findFirst();
        boolean region = Arrays.stream(Region.values())
                .anyMatch(candidate -> candidate.code().equals(code));
        return region ? Region.ofCode(code) : bloc.orElseThrow(() -> unknown(code));
    }

    private static IllegalArgumentException unknown(String code) {
        return new IllegalArgumentException("Area \"" + code + "\" is unknown; known are the regions and EMU");
    }
}
