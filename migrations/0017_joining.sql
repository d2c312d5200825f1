-- Capability: joining. Tickets handled together: which one was merged into which, and how it stood before, so that it can be parted again.

create table joining_merge (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  survivor_id uuid not null references record_ticket (id) check (survivor_id <> ticket_id),
  at timestamptz not null,
  officer_id uuid not null references accounts_officer (id),
  -- How it stood: parted again, it stands so.
  before_state text not null check (before_state in ('submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating')),
  before_assignee_id uuid references accounts_officer (id),
  before_resume_state text check (before_resume_state in ('submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating')),
  ended_at timestamptz,
  ended_because text check (ended_because in ('undone', 'answered', 'parted')),
  check ((ended_at is null) = (ended_because is null))
);
-- Two at once that merge the same ticket: the second one waits, and then finds it merged.
create unique index joining_merge_open on joining_merge (ticket_id) where ended_at is null;
create index joining_merge_members on joining_merge (survivor_id, ticket_id) where ended_at is null;

alter table joining_merge enable row level security;
-- Who does not see both does not learn that they belong together (acceptance A2). A complainant sees none: who else complained of the
-- same is nobody's business, and the stage of the other ticket is asked for by the service.
create policy joining_merge_visible on joining_merge for all to tanggap_app
using (
  (select platform_actor()) in ('system', 'officer')
  and exists (select from record_ticket t where t.id = ticket_id)
  and exists (select from record_ticket t where t.id = survivor_id)
);

grant select, insert, update on joining_merge to tanggap_app;
