/// What all controllers share: parameters, the bytes of answers, ETags, errors and the description of the API.
@NullMarked
package org.macroedge.server.platform.web;

import org.jspecify.annotations.NullMarked;
