package org.macroedge.server.sources.sdmx;

import java.util.List;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.Observation;

/// A form of SDMX: the media type by which a publisher is asked for it, and what reads it.
public record SdmxForm(String mediaType, Reader reader) {

    /// As most publishers have it.
    public static final SdmxForm CSV = new SdmxForm("text/csv", SdmxCsv::read);

    public static final SdmxForm JSON = new SdmxForm("application/vnd.sdmx.data+json;version=1.0", SdmxJson::read);

    public static final SdmxForm GENERIC_ML =
            new SdmxForm("application/vnd.sdmx.genericdata+xml;version=2.1", SdmxMl::read);

    /// What reads an answer.
    @FunctionalInterface
    public interface Reader {

        /// The figures that are not missing.
        ///
        /// @param keys those that were asked for
        /// @throws SourceFault where the answer is of another form, has another series, or no figure
        List<Observation> read(Payload payload, List<String> keys);
    }

    /// Structure-specific SDMX-ML, which does not tell in which order its dimensions make a key.
    ///
    /// @param dimensions their names in that order
    public static SdmxForm structuredMl(List<String> dimensions) {
        return new SdmxForm(
                "application/vnd.sdmx.structurespecificdata+xml;version=2.1",
                (payload, keys) -> SdmxMl.read(payload, keys, dimensions));
    }
}
