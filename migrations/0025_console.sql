-- Capability: casework. Who has a report open now. Worth nothing after a crash, so nothing of it is written to the log.
create unlogged table casework_presence (
  -- One open page; an officer may have several.
  page_id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  officer_id uuid not null references accounts_officer (id),
  seen_at timestamptz not null,
  -- Till when the officer counts as writing; each stroke of the keys moves it on.
  writing_until timestamptz
);
create index casework_presence_ticket on casework_presence (ticket_id);
alter table casework_presence enable row level security;
-- Seen by who sees the ticket; and of somebody whom it is kept from nothing is told, however late their page is taken away.
create policy casework_presence_visible on casework_presence for select to tanggap_app
using ((select platform_actor()) = 'system'
  or ((select platform_actor()) = 'officer' and exists (select from record_ticket t where t.id = ticket_id)
    and not conduct_excludes(ticket_id, officer_id)));
create policy casework_presence_own on casework_presence for insert to tanggap_app
with check (officer_id = (select platform_actor_id()) and exists (select from record_ticket t where t.id = ticket_id));
create policy casework_presence_kept on casework_presence for update to tanggap_app
using (officer_id = (select platform_actor_id()));
create policy casework_presence_left on casework_presence for delete to tanggap_app
using ((select platform_actor()) = 'system');
grant select, insert, update, delete on casework_presence to tanggap_app;
