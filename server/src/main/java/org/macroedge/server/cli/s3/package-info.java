/// Objects of S3 and of stores that speak its protocol.
@NullMarked
package org.macroedge.server.cli.s3;

import org.jspecify.annotations.NullMarked;
