/// Objects of S3 and of stores that speak its protocol.
@NullMarked
@NamedInterface("s3")
package org.macroedge.server.exports.s3;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
