/**
 * What every service of the sandbox shares with AWS on the wire: the HTTP server, the signature's credential scope, the JSON, Query and REST forms of requests, answers and errors, and the checking of request members. Knows no service.
 */
@NullMarked
package io.catalogimport.sandbox.wire;

import org.jspecify.annotations.NullMarked;
