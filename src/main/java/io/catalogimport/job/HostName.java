package io.catalogimport.job;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What people call this machine; in Kubernetes, the pod. */
final class HostName {
    private HostName() {}

    static String ofThisMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "(unknown)";
        }
    }
}
