package io.catalogimport.discovery;

import io.catalogimport.aws.Lane;

/** Is told what a discovery has done so far. Called from several threads. */
public interface DiscoveryProgress {
    /** So many stacks are looked at in the lane, and so many product versions. */
    void begun(Lane lane, int stacks, int versions);

    /** One template is known. */
    void templateKnown(Lane lane);

    /** The lane is done. */
    void ended(Lane lane);
}
