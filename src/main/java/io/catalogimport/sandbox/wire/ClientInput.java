package io.catalogimport.sandbox.wire;

import java.io.IOException;
import java.io.InputStream;

/** What a client sends, fetched in larger pieces. For one thread: the JDK's own buffer takes a lock for every byte. */
final class ClientInput extends InputStream {
    private static final int SIZE = 8192;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private int next;
    private int end;

    ClientInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return isFilled() ? buffer[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!isFilled()) {
            return -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(buffer, next, bytes, offset, count);
        next += count;
        return count;
    }

    private boolean isFilled() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return next < end;
    }
}
