-- Capability: triage. How grave a matter is, set by an officer: 0 very high, 1 high, 2 normal, 3 low. Every report begins as normal.
alter table record_ticket add column severity smallint not null default 2 check (severity between 0 and 3);

-- The inbox: by due time, and of what is due together the graver first.
drop index record_ticket_inbox;
create index record_ticket_inbox on record_ticket (office_id, due_at, severity, id) include (restricted, assignee_id) where owed;
