#!/bin/sh
# Writes the class archive that the launcher beside this file starts fast with. Once is enough for one place and one
# Java: run it again when the directory has moved or Java was updated, as a user who may write to it. (Java 17 finds
# none of the program's classes in it if the directory's path has a space.)
#
# Java notes which classes it needs in a run of the program: one import of a made-up stack into the sandbox, with the
# embedded database, in a directory that is thrown away. Nothing leaves this machine, and nothing of the user's is used.
set -eu

here=$(dirname "$(readlink -f "$0")")
archive=$here/catalog-import.jsa
work=$(mktemp -d)
sandbox=
# The program must find neither the user's database nor the user's AWS account.
for name in $(env | sed -n 's/^\(\(AWS\|SPRING\|MANAGEMENT\)_[A-Z0-9_]*\)=.*/\1/p'); do
    unset "$name"
done
unset CATALOG_IMPORT_OPTS

finish() {
    [ -z "$sandbox" ] || { kill "$sandbox" && wait "$sandbox"; } 2>/dev/null || true
    rm -rf "$work" "$archive.new" "$archive.new.config"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

fail() {
    cat "$work"/*.out >&2
    echo "There is no class archive, for the reason above. The program works without it, but starts slower." >&2
    exit 1
}

cat >"$work/queue.yaml" <<'EOF'
Resources: {Queue: {Type: AWS::SQS::Queue}}
EOF
cat >"$work/seed.yaml" <<'EOF'
accounts:
  "111122223333":
    eu-central-1:
      stacks: [{name: queue, id: 0d5f1c9e-7a41-4c43-9a35-5b1f0c1d2e01, template: queue.yaml}]
      products: [{name: queue, id: prod-queue, versions: [{name: one, id: pa-one, template: queue.yaml}]}]
      portfolios: [{name: blocks, products: [queue]}]
EOF
cat >"$work/mappings.csv" <<'EOF'
stack_arn,product_id,provisioning_artifact_id,provisioned_product_name
arn:aws:cloudformation:eu-central-1:111122223333:stack/queue/0d5f1c9e-7a41-4c43-9a35-5b1f0c1d2e01,prod-queue,pa-one,queue
EOF

rm -f "$archive" "$archive.size"
: >"$work/sandbox.out"
"$here/catalog-import" sandbox --port 0 --seed "$work" --record-time 0s --stack-time 0s >"$work/sandbox.out" 2>&1 &
sandbox=$!
until endpoint=$(sed -n 's/^Sandbox ready at \([^ ]*\).*/\1/p' "$work/sandbox.out") && [ -n "$endpoint" ]; do
    kill -0 "$sandbox" 2>/dev/null || fail
    sleep 0.2
done

# An AOT cache where Java has it (25), otherwise a dynamic class-data archive. Java reads both by the same option.
option=-XX:ArchiveClassesAtExit
if CATALOG_IMPORT_OPTS=-XX:+PrintFlagsFinal "$here/catalog-import" --version | grep -q AOTCacheOutput; then
    option=-XX:AOTCacheOutput
fi
# From here, because the launcher splits options at spaces, and this directory's name may have some.
cd "$here"
CATALOG_IMPORT_OPTS="$option=${archive##*/}.new" \
    AWS_ENDPOINT_URL=$endpoint AWS_REGION=eu-central-1 AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox \
    AWS_CONFIG_FILE="$work/none" AWS_SHARED_CREDENTIALS_FILE="$work/none" AWS_EC2_METADATA_DISABLED=true \
    ./catalog-import import "$work/mappings.csv" --results "$work/results" --state-dir "$work/state" \
    >"$work/import.out" 2>&1 || fail
[ -s "$archive.new" ] || fail

mv -f "$archive.new" "$archive"
wc -c <"$archive" >"$archive.size"
