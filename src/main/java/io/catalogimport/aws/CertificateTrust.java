package io.catalogimport.aws;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts the same certificates as another trust manager. If one is not trusted, the error names its signer. */
final class CertificateTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager decider;

    CertificateTrust(X509ExtendedTrustManager decider) {
        this.decider = decider;
    }

    /** The server's certificate is not trusted. */
    static final class UntrustedException extends CertificateException {
        UntrustedException(String message, CertificateException cause) {
            super(message, cause);
        }
    }

    private interface Check {
        void run() throws CertificateException;
    }

    private static void explained(X509Certificate[] chain, Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            throw new UntrustedException(reason(chain, e), e);
        }
    }

    private static String reason(X509Certificate[] chain, CertificateException error) {
        try {
            for (X509Certificate certificate : chain) {
                certificate.checkValidity();
            }
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return "it is not valid today: " + e.getMessage();
        }
        String signer = chain[chain.length - 1].getIssuerX500Principal().getName();
        return "it is signed by " + signer + ": " + error.getMessage();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        explained(chain, () -> decider.checkServerTrusted(chain, type));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        explained(chain, () -> decider.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        explained(chain, () -> decider.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        decider.checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        decider.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        decider.checkClientTrusted(chain, type, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return decider.getAcceptedIssuers();
    }
}
