-- By which processes that share a run deal out its lanes: the same number for a lane wherever it is worked out. Rows that
-- stand for no mapping are the first one's.
alter table mapping_ledger
    add column lane_number integer not null generated always as (
        coalesce(('x' || substr(md5(lane), 1, 7))::bit(28)::integer, 0)) stored;

-- A verdict keeps for a while, so that a start after a death goes on soon.
alter table mapping_ledger add column validated_at timestamptz, add column validated_with text;

-- For what is next in a lane.
create index mapping_ledger_lane on mapping_ledger (run_id, lane, state, line);

-- Each process that shares a run looks over its own rows.
create table mapping_start (
    run_id         bigint      not null references mapping_run,
    shard          text        not null,
    looked_over_at timestamptz not null,
    primary key (run_id, shard)
);
alter table mapping_run drop column looked_over_at;
