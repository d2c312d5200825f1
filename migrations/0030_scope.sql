-- Capability: scope. What belongs to another body: who such bodies are, and each hand-over of a report to one of them.
create table scope_body (
  id uuid primary key,
  -- Of the bodies that come with the program; those an administrator adds have none
  code text unique,
  name_id text not null check (name_id <> ''),
  name_en text not null check (name_en <> ''),
  handles_id text not null,
  handles_en text not null,
  -- How the public reaches it; empty where nobody looked it up yet
  contact text not null,
  -- Where all this was taken from
  source text not null,
  active boolean not null,
  changed_at timestamptz not null,
  changed_by uuid references accounts_officer (id)
);

create table scope_hop (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  body_id uuid not null references scope_body (id),
  state text not null check (state in ('asked', 'refused', 'agreed', 'sent', 'acknowledged', 'returned', 'cancelled')),
  reason text not null,
  -- For the body: what it is asked to do
  words text not null check (words <> ''),
  -- For the complainant: why, and what happens next
  message text not null check (message <> ''),
  shares text[] not null check (shares <@ array['text', 'files', 'contact'] and shares <> '{}'),
  -- In place of consent; both or none
  basis text,
  basis_words text,
  proposed_at timestamptz not null,
  proposed_by uuid not null references accounts_officer (id),
  proposed_name text not null,
  verdict text check (verdict in ('yes', 'without_identity', 'no')),
  decided_at timestamptz,
  sent_at timestamptz,
  acknowledge_by timestamptz,
  reference text not null default '',
  receiver text not null default '',
  acknowledged_on date,
  acknowledged_at timestamptz,
  returned_at timestamptz,
  return_words text not null default '',
  check (num_nulls(basis, basis_words) in (0, 2)),
  check (basis_words <> ''),
  check (num_nulls(verdict, decided_at) in (0, 2)),
  -- Nothing leaves without a yes or a named basis.
  check (state not in ('agreed', 'sent', 'acknowledged', 'returned') or basis is not null or coalesce(verdict, 'no') <> 'no')
);
create index scope_hop_ticket on scope_hop (ticket_id, proposed_at desc, id desc);
-- One at a time: a report does not lie with two bodies.
create unique index scope_hop_open on scope_hop (ticket_id) where state in ('asked', 'agreed', 'sent', 'acknowledged');
create index scope_hop_waiting on scope_hop (proposed_at) where state in ('asked', 'agreed', 'sent', 'refused', 'returned');

alter table scope_hop enable row level security;
-- Whoever may see the report, its complainant included; of whom it is kept from, the report's own policy knows.
create policy scope_hop_visible on scope_hop for select to tanggap_app
using ((select platform_actor()) = 'system' or exists (select from record_ticket t where t.id = ticket_id));
create policy scope_hop_added on scope_hop for insert to tanggap_app
with check ((select platform_actor()) = 'officer' and proposed_by = (select platform_actor_id())
  and exists (select from record_ticket t where t.id = ticket_id));
create policy scope_hop_moved on scope_hop for update to tanggap_app
using ((select platform_actor()) = 'system'
  or ((select platform_actor()) in ('officer', 'keyholder') and exists (select from record_ticket t where t.id = ticket_id)));

grant select, insert, update on scope_body to tanggap_app;
grant select, insert, update (state, verdict, decided_at, sent_at, acknowledge_by, reference, receiver, acknowledged_on, acknowledged_at,
  returned_at, return_words) on scope_hop to tanggap_app;
