package io.catalogimport.run;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What people call this machine; in Kubernetes, the pod. */
public final class HostName {
    private HostName() {}

    public static String ofThisMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "(unknown)";
        }
    }
}
