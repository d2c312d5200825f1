-- Capability: mentions. Colleagues who are called to a note; they find it in a list of their own, as long as they may see the ticket.
create table mentions_call (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  note_id uuid not null references conversation_note (id),
  officer_id uuid not null references accounts_officer (id),
  by_name text not null,
  at timestamptz not null,
  seen_at timestamptz,
  unique (note_id, officer_id)
);
create index mentions_call_of on mentions_call (officer_id, at desc, id desc);

alter table mentions_call enable row level security;
create policy mentions_call_system on mentions_call for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
-- A ticket that went out of sight takes its calls along.
create policy mentions_call_own on mentions_call for select to tanggap_app
using ((select platform_actor()) = 'officer' and officer_id = (select platform_actor_id())
  and exists (select from record_ticket t where t.id = ticket_id));
create policy mentions_call_seen on mentions_call for update to tanggap_app
using ((select platform_actor()) = 'officer' and officer_id = (select platform_actor_id())
  and exists (select from record_ticket t where t.id = ticket_id));
create policy mentions_call_added on mentions_call for insert to tanggap_app
with check ((select platform_actor()) = 'officer' and exists (select from record_ticket t where t.id = ticket_id));
grant select, insert, update on mentions_call to tanggap_app;
