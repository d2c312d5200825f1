-- Capability: split. Parts of reports that are handled under numbers of their own: which report each came off, so that its complainant finds it
-- and the split can be undone.

create table split_part (
  id uuid primary key,
  -- The whole.
  ticket_id uuid not null references record_ticket (id),
  part_id uuid not null unique references record_ticket (id) check (part_id <> ticket_id),
  at timestamptz not null,
  officer_id uuid not null references accounts_officer (id),
  officer_name text not null,
  undone_at timestamptz,
  undone_by uuid references accounts_officer (id),
  check ((undone_at is null) = (undone_by is null))
);
create index split_part_of on split_part (ticket_id, at);

alter table split_part enable row level security;
-- Which part it was that came off, and where it went, is seen by officers who see both (acceptance A2). A complainant of either is told the other
-- number by the service.
create policy split_part_visible on split_part for all to tanggap_app
using (
  (select platform_actor()) in ('system', 'officer')
  and exists (select from record_ticket t where t.id = ticket_id)
  and exists (select from record_ticket t where t.id = part_id)
);
grant select, insert, update (undone_at, undone_by) on split_part to tanggap_app;
