/// GraphQL: the answers of the API by queries that name the fields they want. Off unless it is switched on.
@NullMarked
package org.macroedge.server.graphql;

import org.jspecify.annotations.NullMarked;
