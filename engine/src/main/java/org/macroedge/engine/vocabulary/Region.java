package org.macroedge.engine.vocabulary;

/// An economy with its own calendar.
public enum Region implements Coded, Area {
    US,
    EA,
    DE,
    FR,
    IT,
    ES,
    GB,
    JP,
    CN,
    CA,
    AU,
    NZ,
    CH;

    /// The constant with this code.
    ///
    /// @throws IllegalArgumentException if no constant has this code
    public static Region ofCode(String code) {
        return Coded.of(Region.class, code);
    }

    @Override
    public String code() {
        return name();
    }

    /// The bloc this economy belongs to: EMU for the euro area and its four, otherwise its own.
    public Bloc bloc() {
        return switch (this) {
            case EA, DE, FR, IT, ES -> Bloc.EMU;
            case US -> Bloc.US;
            case GB -> Bloc.GB;
            case JP -> Bloc.JP;
            case CN -> Bloc.CN;
            case CA -> Bloc.CA;
            case AU -> Bloc.AU;
            case NZ -> Bloc.NZ;
            case CH -> Bloc.CH;
        };
    }
}
