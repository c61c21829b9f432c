package io.catalogimport.sandbox.sts;

import static io.catalogimport.sandbox.wire.Constraints.list;
import static io.catalogimport.sandbox.wire.Constraints.members;
import static io.catalogimport.sandbox.wire.Constraints.text;
import static io.catalogimport.sandbox.wire.Constraints.whole;

import io.catalogimport.sandbox.wire.Constraint;
import io.catalogimport.sandbox.wire.Constraint.Structure;
import io.catalogimport.sandbox.wire.Operation;
import io.catalogimport.sandbox.wire.Operations;
import io.catalogimport.sandbox.wire.QueryService;
import io.catalogimport.sandbox.wire.Service;
import io.catalogimport.sandbox.wire.Sessions;
import io.catalogimport.sandbox.world.Ids;
import java.util.List;

/** The Security Token Service: which operations it has, and what their members must look like. */
public final class SecurityTokenService {
    private static final Constraint ARN = text(20, 2048);

    private SecurityTokenService() {}

    public static Service on(Sessions sessions, Ids ids) {
        Identity identity = new Identity(sessions, ids);
        List<Operation> operations = List.of(
                Operation.of("GetCallerIdentity", members(), identity::caller),
                Operation.of("AssumeRole", assumeRole(), identity::assumeRole),
                Operation.unsigned(
                        "AssumeRoleWithWebIdentity",
                        role().required("WebIdentityToken", text(4, 20000)).optional("ProviderId", text(4, 2048)),
                        identity::assumeRoleWithWebIdentity));
        return new QueryService(
                "sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/", new Operations(operations));
    }

    private static Structure assumeRole() {
        return role().optional("ExternalId", text(2, 1224, "[\\w+=,.@:\\/-]*"))
                .optional("SerialNumber", text(9, 256, "[\\w+=/:,.@-]*"))
                .optional("TokenCode", text(6, 6, "[\\d]*"))
                .optional("SourceIdentity", text(2, 64, "[\\w+=,.@-]*"));
    }

    private static Structure role() {
        return members()
                .required("RoleArn", ARN)
                .required("RoleSessionName", text(2, 64, "[\\w+=,.@-]*"))
                .optional("PolicyArns", list(10, members().optional("arn", ARN)))
                .optional("Policy", text(1, 2048))
                .optional("DurationSeconds", whole(900, 43200));
    }
}
