-- Capability: mass-event. One thing that happened and made many complain: the reports that belong to it, and one approved text in each
-- language that answers them all. What one complainant wrote or is told is never shown to another.

create table mass_event (
  id uuid primary key,
  office_id uuid not null references accounts_office (id),
  title text not null,
  -- What happened, for officers alone.
  words text not null,
  opened_at timestamptz not null,
  opened_by uuid not null references accounts_officer (id),
  opened_by_name text not null,
  -- answered: an answer went out; what is attached later can still be given it. closed: nothing is attached any more.
  state text not null default 'open' check (state in ('open', 'answered', 'closed')),
  -- Said by an officer: whose language has no text gets the one in this.
  rest_language text,
  closed_at timestamptz,
  check ((state = 'closed') = (closed_at is not null))
);
create index mass_event_office on mass_event (office_id, opened_at desc);

-- An answer in one language, as it was written: changed, it is another row.
create table mass_event_text (
  id uuid primary key,
  event_id uuid not null references mass_event (id),
  language text not null,
  author_id uuid not null references accounts_officer (id),
  author_name text not null,
  -- Everybody who had a hand in it, the author among them: none of them approves it.
  writers uuid[] not null check (author_id = any (writers)),
  written_at timestamptz not null,
  finding text not null,
  action text not null,
  remedy text not null,
  next_step text not null,
  -- Empty in a draft until one is chosen
  outcome text not null,
  -- Of all that is sent: what is approved, and what is sent, must have it. Null while it is a draft.
  sha256 bytea,
  state text not null check (state in ('draft', 'proposed', 'returned', 'approved', 'replaced')),
  decided_by uuid references accounts_officer (id),
  decided_by_name text,
  decided_at timestamptz,
  reason text check (reason in ('facts', 'tone', 'missing_part', 'privacy', 'legal', 'language')),
  decided_words text not null default '',
  check (state in ('draft', 'replaced') or sha256 is not null),
  check (state not in ('approved', 'returned') or decided_by is not null),
  check (state <> 'returned' or reason is not null),
  -- Nobody approves the own text, whatever the program forgets.
  check (decided_by is null or decided_by <> all (writers))
);
create unique index mass_event_text_open on mass_event_text (event_id, language) where state in ('draft', 'proposed', 'returned');
create unique index mass_event_text_approved on mass_event_text (event_id, language) where state = 'approved';

create table mass_event_ticket (
  id uuid primary key,
  event_id uuid not null references mass_event (id),
  ticket_id uuid not null references record_ticket (id),
  joined_at timestamptz not null,
  joined_by uuid not null references accounts_officer (id),
  state text not null default 'waiting' check (state in ('waiting', 'answered', 'left')),
  ended_at timestamptz,
  -- By which text it was answered
  text_id uuid references mass_event_text (id),
  -- Why it left: an officer took it out, or it must be looked at on its own.
  because text check (because in ('detached', 'other_unit', 'restricted', 'grave', 'not_in_hand', 'kept')),
  check ((state = 'waiting') = (ended_at is null)),
  check ((state = 'answered') = (text_id is not null)),
  check ((state = 'left') = (because is not null))
);
-- Two at once that attach the same ticket: the second one waits, and then finds it attached. A ticket waits in one event.
create unique index mass_event_ticket_waiting on mass_event_ticket (ticket_id) where state = 'waiting';
create index mass_event_ticket_page on mass_event_ticket (event_id, ticket_id) where state = 'waiting';
create index mass_event_ticket_event on mass_event_ticket (event_id, state);
create index mass_event_ticket_ticket on mass_event_ticket (ticket_id, joined_at desc);

alter table mass_event enable row level security;
alter table mass_event_text enable row level security;
alter table mass_event_ticket enable row level security;
-- By its unit, as tickets are.
create policy mass_event_visible on mass_event for select to tanggap_app
using ((select platform_actor()) = 'system'
  or ((select platform_actor()) = 'officer' and office_id = any ((select platform_offices())::uuid[])));
create policy mass_event_opened on mass_event for insert to tanggap_app
with check ((select platform_actor()) = 'officer' and opened_by = (select platform_actor_id())
  and office_id = any ((select platform_offices())::uuid[]));
create policy mass_event_moved on mass_event for update to tanggap_app
using ((select platform_actor()) = 'officer' and office_id = any ((select platform_offices())::uuid[]));
create policy mass_event_text_visible on mass_event_text for select to tanggap_app
using ((select platform_actor()) in ('officer', 'system') and exists (select from mass_event e where e.id = event_id));
create policy mass_event_text_written on mass_event_text for insert to tanggap_app
with check ((select platform_actor()) = 'officer' and author_id = (select platform_actor_id()) and state in ('draft', 'proposed')
  and exists (select from mass_event e where e.id = event_id));
create policy mass_event_text_decided on mass_event_text for update to tanggap_app
using ((select platform_actor()) = 'officer' and exists (select from mass_event e where e.id = event_id))
with check (state = 'replaced' or decided_by = (select platform_actor_id()));
-- Who does not see the ticket does not learn that it belongs there, neither by a line nor by a count (acceptance A2).
create policy mass_event_ticket_visible on mass_event_ticket for all to tanggap_app
using (
  (select platform_actor()) in ('officer', 'system')
  and exists (select from mass_event e where e.id = event_id)
  and exists (select from record_ticket t where t.id = ticket_id)
);

grant select, insert, update (state, rest_language, closed_at) on mass_event to tanggap_app;
-- What was written stays as it was: only where a text stands may change.
grant select, insert, update (state, decided_by, decided_by_name, decided_at, reason, decided_words) on mass_event_text to tanggap_app;
grant select, insert, update (state, ended_at, text_id, because) on mass_event_ticket to tanggap_app;
