/// The JSON views of event risk, used by their controller and the command line.
@NamedInterface("view")
@NullMarked
package org.macroedge.server.eventrisk.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
