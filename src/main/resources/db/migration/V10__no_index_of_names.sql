-- No statement looks for a name alone: which rows give one name to several stacks is found out for the whole file at once.
-- The index made up a seventh of the time in which a file is staged.
drop index mapping_ledger_name;
