-- One row per mapping file, known by its content.
create table mapping_run (
    id          bigint generated always as identity primary key,
    digest      char(64)    not null unique,
    file        text        not null,
    columns     text[]      not null,
    created_at  timestamptz not null
);

-- One row per row of the file. The states are those of MappingState; a test compares the two.
create table mapping_ledger (
    run_id                   bigint  not null references mapping_run,
    line                     integer not null,
    raw                      text    not null,
    fields                   text[]  not null,
    stack_arn                text,
    product_id               text,
    provisioning_artifact_id text,
    provisioned_product_name text,
    account                  text,
    lane                     text,
    state                    text    not null,
    code                     text,
    message                  text,
    -- The file alone decided: no later look at AWS can change it.
    syntactic                boolean not null default false,
    attempt                  integer not null default 0,
    idempotency_token        text,
    record_id                text,
    provisioned_product_id   text,
    started_at               timestamptz,
    finished_at              timestamptz,
    -- From submission to end, where one start has seen both; a stop in between would only mislead.
    took_millis              bigint,
    primary key (run_id, line),
    constraint mapping_ledger_state check (state in (
        'STAGED', 'READY', 'REJECTED', 'ALREADY_IMPORTED',
        'SUBMITTING', 'IN_PROGRESS', 'IMPORTED', 'FAILED', 'UNRESOLVED'))
);

create index mapping_ledger_state_line on mapping_ledger (run_id, state, line);
create index mapping_ledger_stack on mapping_ledger (run_id, stack_arn);
create index mapping_ledger_name on mapping_ledger (run_id, account, provisioned_product_name);
create index mapping_ledger_in_flight on mapping_ledger (lane)
    where state in ('SUBMITTING', 'IN_PROGRESS', 'UNRESOLVED');
create index mapping_ledger_imported on mapping_ledger (finished_at)
    where took_millis is not null;
