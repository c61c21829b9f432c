-- A file is staged as a whole or not at all now. An earlier version may have left the first rows of a file that was replaced
-- while it was read, and no later row tells. So each run that nothing was done about is staged anew.
delete from mapping_ledger as entry
 where not exists (select from mapping_ledger as looked_at
                    where looked_at.run_id = entry.run_id
                      and (looked_at.validated_at is not null or looked_at.attempt > 0
                           or looked_at.state not in ('STAGED', 'REJECTED')
                           or (looked_at.state = 'REJECTED' and not looked_at.syntactic)));

alter table mapping_ledger
    -- What the whole file gives reason to warn of. Each is 'CODE: sentence'.
    add column file_warnings text[] not null default '{}';

-- For what other runs have done with a stack, or with a provisioned product.
drop index mapping_ledger_stack;
create index mapping_ledger_stack on mapping_ledger (stack_arn, run_id);
create index mapping_ledger_product on mapping_ledger (provisioned_product_id)
    where provisioned_product_id is not null;
