-- Capability: linking. Reports that have to do with each other, and how: told to officers who see both, to nobody else, and without any
-- effect on either.

create table linking_link (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  other_id uuid not null references record_ticket (id) check (other_id <> ticket_id),
  -- The other one, as seen from the ticket: an earlier report of the same person; what it follows from.
  kind text not null check (kind in ('same_matter', 'earlier', 'follows', 'related')),
  words text not null,
  at timestamptz not null,
  officer_id uuid not null references accounts_officer (id),
  officer_name text not null,
  ended_at timestamptz,
  ended_by uuid references accounts_officer (id),
  check ((ended_at is null) = (ended_by is null))
);
-- Two who link the same at once, each from the other side, make one link.
create unique index linking_link_once on linking_link (least(ticket_id, other_id), greatest(ticket_id, other_id)) where ended_at is null;
create index linking_link_ticket on linking_link (ticket_id) where ended_at is null;
create index linking_link_other on linking_link (other_id) where ended_at is null;

alter table linking_link enable row level security;
-- Who does not see both does not learn that they belong together (acceptance A2), neither by a line nor by a count. No complainant sees any.
create policy linking_link_visible on linking_link for all to tanggap_app
using (
  (select platform_actor()) in ('system', 'officer')
  and exists (select from record_ticket t where t.id = ticket_id)
  and exists (select from record_ticket t where t.id = other_id)
);
grant select, insert, update on linking_link to tanggap_app;
