/// Who may ask: this machine's own pages and programs only, and what every answer tells a browser.
@NullMarked
package org.macroedge.server.access;

import org.jspecify.annotations.NullMarked;
