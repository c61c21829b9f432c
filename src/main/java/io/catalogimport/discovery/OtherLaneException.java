package io.catalogimport.discovery;

import io.catalogimport.aws.Lane;

/** AWS shows another account or region than the one that is to be looked at. */
final class OtherLaneException extends RuntimeException {
    OtherLaneException(Lane shown) {
        super("These credentials show " + shown + ": give --role-name, or credentials of the account");
    }
}
