/// The files of the web page: how they are served and cached, and which routes show the page.
@NullMarked
package org.macroedge.server.page;

import org.jspecify.annotations.NullMarked;
