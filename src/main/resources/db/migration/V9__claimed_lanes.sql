-- Lanes are no longer dealt out by number: workers claim them.
alter table mapping_ledger drop column lane_number;

-- The last start of each run.
drop table mapping_start;
create table mapping_start (
    run_id         bigint      primary key references mapping_run,
    looked_over_at timestamptz not null
);
