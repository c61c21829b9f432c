-- Lanes are no longer dealt out by number: workers claim them.
alter table mapping_ledger drop column lane_number;

-- The last start of each run. Workers that share a run share its start.
drop table mapping_start;
create table mapping_start (
    run_id      bigint      primary key references mapping_run,
    started_at  timestamptz not null,
    -- When a worker found that all others had died or were stopped, and went on; otherwise when it began.
    resumed_at  timestamptz not null,
    -- When nothing further may begin.
    end_by      timestamptz,
    -- What each worker that joins must have been asked for, too. Null if none may join.
    options     text,
    -- When its last worker left. If all died instead, the next one continues the start.
    ended_at    timestamptz,
    file_read   boolean     not null default false,
    looked_over boolean     not null default false
);

-- For what was begun in a start, which limits count.
create index mapping_ledger_started on mapping_ledger (run_id, started_at) where started_at is not null;

-- Several processes may hold the same lock together.
alter table lock_holder drop constraint lock_holder_pkey, add primary key (name, backend);
