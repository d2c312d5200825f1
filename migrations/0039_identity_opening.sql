-- Capability: identity-opening. Who asked to open the identity behind an anonymous report, who allowed it, and until when it stands.
create table identity_opening (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  asked_by uuid not null references accounts_officer (id),
  asked_by_name text not null,
  asked_at timestamptz not null,
  reason text not null check (reason in ('reach', 'papers', 'danger', 'law', 'other')),
  words text not null check (char_length(words) >= 20),
  -- Asked for as of a report that is kept from somebody: by internal compliance, and decided by it.
  by_compliance boolean not null,
  state text not null default 'asked' check (state in ('asked', 'approved', 'refused', 'ended')),
  decided_by uuid references accounts_officer (id),
  decided_by_name text,
  decided_words text not null default '',
  decided_at timestamptz,
  expires_at timestamptz,
  -- When it was used first: what the complainant is told of at once.
  opened_at timestamptz,
  ended_at timestamptz,
  -- Whatever the program forgets: nobody allows it to themselves, and it stands for a day at most.
  check (decided_by <> asked_by),
  check ((decided_by is null) = (decided_at is null)),
  check (state not in ('approved', 'refused') or decided_by is not null),
  check (state <> 'approved' or (expires_at is not null and expires_at <= decided_at + interval '24 hours'))
);
create index identity_opening_ticket on identity_opening (ticket_id, asked_at);
create index identity_opening_waiting on identity_opening (asked_at) where state = 'asked';
-- One at a time of one officer for one ticket, also where they press twice.
create unique index identity_opening_once on identity_opening (ticket_id, asked_by) where state = 'asked';

alter table identity_opening enable row level security;
-- Written by the service alone, after it judged who asks and who decides.
create policy identity_opening_system on identity_opening for all to tanggap_app
using ((select platform_actor()) = 'system') with check ((select platform_actor()) = 'system');
-- Read by who asked and by those who supervise where the ticket lies, as far as they see the ticket.
create policy identity_opening_visible on identity_opening for select to tanggap_app
using ((select platform_actor()) = 'officer' and exists (select from record_ticket t where t.id = ticket_id
  and (asked_by = (select platform_actor_id()) or t.office_id = any ((select platform_supervised())::uuid[]))));
grant select, insert, update on identity_opening to tanggap_app;

-- Which opening a transaction makes use of. Only the page that shows an identity says it, so that lists, search, exports and the API show
-- none even while an opening stands.
create function identity_opening_used() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('tanggap.opening', true), '')::uuid $$;

-- Whether a ticket is kept from anybody, and no word from whom: compliance alone then asks and decides.
create function identity_opening_shielded(ticket uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from conduct_excluded_officer where ticket_id = ticket) or exists (select from conduct_excluded_unit where ticket_id = ticket)
$$;
revoke all on function identity_opening_shielded(uuid) from public;
grant execute on function identity_opening_shielded(uuid) to tanggap_app;

-- The identity behind an anonymous report, for the officer who asked: while the opening stands, the ticket is in their sight, and whoever
-- allowed it is not kept from the ticket since.
create policy confidentiality_identity_opened on confidentiality_identity for select to tanggap_app
using ((select identity_opening_used()) is not null and (select platform_actor()) = 'officer' and exists (
  select from identity_opening o join record_ticket t on t.id = o.ticket_id
  where o.id = (select identity_opening_used()) and o.ticket_id = confidentiality_identity.ticket_id
    and o.asked_by = (select platform_actor_id()) and o.state = 'approved' and o.expires_at > now()
    and t.owed
    and (o.by_compliance or not identity_opening_shielded(o.ticket_id)) and not conduct_excludes(o.ticket_id, o.decided_by)));
