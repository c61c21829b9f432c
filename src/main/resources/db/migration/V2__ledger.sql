-- Text columns that are indexed have the collation "C". It compares bytes, which is fast and needs no language. No query sorts
-- these columns for people.

-- One row per mapping file, known by its content.
create table mapping_run (
    id              bigint generated always as identity primary key,
    digest          char(64)    not null unique,
    file            text        not null,
    columns         text[]      not null,
    created_at      timestamptz not null,
    -- How the file is written, so that remaining.csv can be written in the same form when the file is gone.
    charset         text        not null,
    byte_order_mark boolean     not null,
    -- The text before the first row. Null if it is not known.
    head            text
);

-- One row per row of the file. The states are those of MappingState; a test compares the two.
--
-- run_id has no foreign key to mapping_run. The check took a third of the time of staging, and only Runs creates runs and only
-- Staging adds rows to them.
create table mapping_ledger (
    run_id                   bigint  not null,
    line                     integer not null,
    raw                      text    not null,
    fields                   text[]  not null,
    stack_arn                text    collate "C",
    product_id               text,
    provisioning_artifact_id text,
    provisioned_product_name text,
    -- The names, where the row has them. If it lacks an id, validation looks it up in the lane by the name.
    product_name             text,
    artifact_name            text,
    resolved_product_id      text,
    resolved_artifact_id     text,
    account                  text    collate "C",
    lane                     text    collate "C",
    state                    text    collate "C" not null,
    code                     text,
    message                  text,
    -- The file alone decided: no later look at AWS can change it.
    syntactic                boolean not null default false,
    -- Whether the present start may work on the row.
    selected                 boolean not null default true,
    -- The state before the row was opened again: REJECTED or FAILED. Null once the row is submitted.
    reopened_from            text,

    attempt                  integer not null default 0,
    idempotency_token        text,
    record_id                text,
    provisioned_product_id   text    collate "C",
    started_at               timestamptz,
    finished_at              timestamptz,
    -- The time from submission to end. Null unless one start has seen both.
    took_millis              bigint,

    -- What undo needs to continue a release: the token and the record of TerminateProvisionedProduct, and a digest of the stack's
    -- resources before it. Null unless a release was begun.
    release_token            text,
    release_record_id        text,
    release_resources        text,
    -- When it was released last. It stays with the row if the stack is imported again.
    released_at              timestamptz,

    -- When and with which --template-check the row was validated. A fresh verdict is kept by a start after a crash.
    validated_at             timestamptz,
    validated_with           text,
    -- What validation saw besides its verdict. It stays with the row whatever becomes of the import.
    launch_path              text,
    stack_status             text,
    -- All differences between the stack's template and the version's, for people. Null where they do not differ.
    template_difference      text,

    -- Warnings, each {"code": ..., "sentence": ..., "isNote": ...}. One column for each source, because each source replaces
    -- its own: the reading of the row, the comparison with the whole file, and validation.
    reading_warnings         jsonb   not null default '[]',
    file_warnings            jsonb   not null default '[]',
    warnings                 jsonb   not null default '[]',

    primary key (run_id, line),
    constraint mapping_ledger_state check (state in (
        'STAGED', 'READY', 'REJECTED', 'ALREADY_IMPORTED',
        'SUBMITTING', 'IN_PROGRESS', 'IMPORTED', 'FAILED', 'UNRESOLVED', 'RELEASING', 'RELEASED'))
);

-- WorkQueue.staged, WorkQueue.nextReady in a lane, and RunFigures.counts, which status asks of all runs. An index of the run
-- and the state made the counts twice as fast, but cost an eighth of the time of staging, and something at each change.
create index mapping_ledger_lane on mapping_ledger (run_id, lane, state, line);

-- BegunImports.failedSince, which is asked before each import that has a limit of failures, and RunFigures.failures.
create index mapping_ledger_failed on mapping_ledger (run_id, finished_at)
    where state = 'FAILED';

-- WorkQueue.nextReady in the whole file. The rows before the next one are done and would all be read otherwise.
create index mapping_ledger_ready on mapping_ledger (run_id, line)
    where state = 'READY';

-- WorkQueue.inFlight, and the "nothing else in flight" of WorkQueue.nextReady. The states are MappingState.IN_FLIGHT.
create index mapping_ledger_in_flight on mapping_ledger (lane)
    where state in ('SUBMITTING', 'IN_PROGRESS', 'UNRESOLVED', 'RELEASING');

-- EarlierReleases: which stacks any run has released.
create index mapping_ledger_released on mapping_ledger (stack_arn)
    where state = 'RELEASED';

-- ImportHistory, RepeatedMappings, Verdicts: what other runs have done with a stack.
create index mapping_ledger_stack on mapping_ledger (stack_arn, run_id);

-- ImportHistory: what any run has done with a provisioned product.
create index mapping_ledger_product on mapping_ledger (provisioned_product_id)
    where provisioned_product_id is not null;

-- BegunImports.since, which is asked before each import that has a limit.
create index mapping_ledger_started on mapping_ledger (run_id, started_at)
    where started_at is not null;

-- Figures.recentDurations.
create index mapping_ledger_imported on mapping_ledger (finished_at)
    where took_millis is not null;

-- The last start of each run. Workers that share a run share its start.
create table mapping_start (
    run_id      bigint      primary key references mapping_run,
    started_at  timestamptz not null,
    -- When a worker found that all others had died or were stopped, and continued. Otherwise when the start began.
    resumed_at  timestamptz not null,
    -- When the last start began that was to import. Later plans leave it as it is.
    imports_since timestamptz,
    -- After this time nothing new begins.
    end_by      timestamptz,
    -- The options that each worker must have to join. Null if no worker may join.
    options     text,
    -- When the last worker left. If all workers died instead, the next one continues the start.
    ended_at    timestamptz,
    -- What is done once in each start.
    file_read   boolean     not null default false,
    looked_over boolean     not null default false
);

-- When a run was paused and resumed, and by whom. At most one pause of a run has no end.
create table mapping_pause (
    run_id     bigint      not null references mapping_run,
    paused_at  timestamptz not null,
    paused_by  text        not null,
    resumed_at timestamptz,
    resumed_by text,
    primary key (run_id, paused_at)
);

create unique index mapping_pause_open on mapping_pause (run_id)
    where resumed_at is null;

-- The window of --until, with the times that the first start of a file in it has set. Later starts keep these times: the time
-- of day alone does not show whether a start is a retry after the end or the first one of the next night.
create table import_window (
    file     text        not null,
    until    text        not null,
    began_at timestamptz not null,
    ends_at  timestamptz not null,
    primary key (file, until)
);

-- Who holds an advisory lock, for the messages of processes that find it taken. The lock itself decides. Several processes can
-- share one lock.
create table lock_holder (
    name    text    not null,
    host    text    not null,
    process bigint  not null,
    file    text    not null,
    since   timestamptz not null,
    -- The session that holds the lock. A row of a session that has ended is out of date.
    backend integer not null,
    primary key (name, backend)
);

-- What discover has read, so that it asks AWS only once for what does not change. No text of a template is kept here. Each
-- row can be deleted at any time: AWS is then asked again.

-- One row per text of a template: its fingerprint, which is a TemplateFingerprint.
create table discovered_template (
    text_digest char(64) primary key,
    -- What the template says. Null if it cannot be read.
    structure   char(64),
    groups      text[]   not null,
    sketch      text     not null,
    -- The tools whose marks the template has.
    tools       text[]   not null,
    -- The TemplateFingerprint.FORM that it was made with. Those of another form are not used.
    form        integer  not null,
    -- When it was read last, here and below; prune removes what is old.
    read_at     timestamptz not null default now()
);

-- The template of a stack. It is true as long as the stack's last change is the same.
create table discovered_stack (
    stack_arn   text collate "C" primary key,
    lane        text collate "C" not null,
    changed_at  timestamptz      not null,
    text_digest char(64)         not null references discovered_template,
    read_at     timestamptz      not null default now()
);

-- Discoveries.stacks.
create index discovered_stack_lane on discovered_stack (lane);

-- The template of a product version, which never changes.
create table discovered_version (
    lane                     text collate "C" not null,
    product_id               text collate "C" not null,
    provisioning_artifact_id text collate "C" not null,
    text_digest              char(64)         not null references discovered_template,
    read_at                  timestamptz      not null default now(),
    primary key (lane, product_id, provisioning_artifact_id)
);

-- How a stack's template compares with a version's, where the fingerprints alone do not tell.
create table discovered_comparison (
    stack_digest   char(64) not null,
    version_digest char(64) not null,
    same           boolean  not null,
    -- The first differences, or under which conditions the templates are the same.
    words          text     not null,
    form           integer  not null,
    read_at        timestamptz not null default now(),
    primary key (stack_digest, version_digest)
);

-- The products and provisioned products of a lane, as JSON that only the program reads. Used for a few minutes only.
create table discovered_catalog (
    lane    text collate "C" primary key,
    read_at timestamptz not null,
    content text        not null
);

-- The versions that prepare makes. A row is written before AWS is asked, so that a later start repeats the same request.
create table prepared_version (
    lane                     text collate "C" not null,
    -- The id of the product, or the name of the product that is made too.
    product                  text collate "C" not null,
    -- The digest of what the template says.
    template                 char(64)         not null,
    -- Goes up when somebody has deleted the version that was made.
    attempt                  integer          not null,
    stack_arn                text             not null,
    name                     text             not null,
    asked_at                 timestamptz      not null,
    -- Null until AWS has answered.
    product_id               text,
    provisioning_artifact_id text,
    primary key (lane, product, template)
);
