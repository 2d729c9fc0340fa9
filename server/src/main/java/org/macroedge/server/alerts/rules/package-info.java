/// The file of rules and channels, and when the change of a label is worth an alert. Pure but for reading the file.
@NullMarked
package org.macroedge.server.alerts.rules;

import org.jspecify.annotations.NullMarked;
