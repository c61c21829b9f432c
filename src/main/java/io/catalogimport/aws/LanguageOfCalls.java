package io.catalogimport.aws;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Sets the language on every request that has such a member, so that no new call can forget it. */
final class LanguageOfCalls implements ExecutionInterceptor {
    private static final String MEMBER = "AcceptLanguage";

    private final AcceptLanguage language;

    LanguageOfCalls(AcceptLanguage language) {
        this.language = language;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        SdkRequest.Builder request = context.request().toBuilder();
        if (request instanceof SdkPojo members) {
            members.sdkFields().stream()
                    .filter(member -> member.memberName().equals(MEMBER))
                    .forEach(member -> member.set(request, language.code()));
        }
        return request.build();
    }
}
