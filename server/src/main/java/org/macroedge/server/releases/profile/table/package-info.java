/// Tables in files: CSV, JSON and spreadsheets, read row by row as text. Knows nothing of calendars.
@NamedInterface("table")
@NullMarked
package org.macroedge.server.releases.profile.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
