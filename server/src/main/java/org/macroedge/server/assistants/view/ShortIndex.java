package org.macroedge.server.assistants.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.macroedge.server.indices.view.IndexExplanation;
import org.macroedge.server.indices.view.IndexHeader;
import org.macroedge.server.indices.view.IndexItem;

/// One surprise index with its largest reasons.
public record ShortIndex(
        @JsonUnwrapped IndexHeader header,
        @JsonUnwrapped IndexItem item,
        @JsonUnwrapped LargestReasons reasons) {

    /// @param most how many reasons are kept
    public static ShortIndex of(IndexExplanation whole, int most) {
        return new ShortIndex(
                whole.header(), whole.item(), LargestReasons.of(whole.contributions(), whole.missing(), most));
    }
}
