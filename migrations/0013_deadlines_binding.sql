-- complaint/deadlines: pauses, extensions, office hours, and days off of one unit.

-- What may make a rule's clock stand still, and by how much it may be extended in its own unit.
alter table deadlines_rule
  add column pause text not null default 'never' check (pause in ('never', 'complainant')),
  add column extend int not null default 0 check (extend >= 0);
update deadlines_rule set pause = 'complainant' where id like 'CLASS-%';
update deadlines_rule set extend = amount where id like 'CLASS-%';

-- Windows of Monday to Friday in minutes after midnight: [[{from, until}, ...] x 5]. No unit: for every one that has no own.
create table deadlines_hours (
  office_id uuid references accounts_office (id),
  windows jsonb not null,
  source text not null,
  unique nulls not distinct (office_id)
);

alter table deadlines_day_off
  add column office_id uuid references accounts_office (id),
  -- null: the whole day; else the windows that are worked on it
  add column windows jsonb,
  add constraint deadlines_day_off_of_one check (province is null or office_id is null);
alter table deadlines_day_off drop constraint deadlines_day_off_day_province_key;
alter table deadlines_day_off add constraint deadlines_day_off_once unique nulls not distinct (day, province, office_id);

alter table deadlines_clock
  -- The due time without any pause: both figures are kept.
  add column planned_on date,
  add column planned_at timestamptz,
  add column pausable boolean not null default false,
  add column extended_from timestamptz,
  add column extended_to timestamptz,
  add constraint deadlines_clock_extended check ((extended_from is null) = (extended_to is null));
update deadlines_clock set planned_on = due_on, planned_at = due_at, pausable = rule_id like 'CLASS-%';
alter table deadlines_clock drop constraint deadlines_clock_ticket_id_rule_id_started_at_due_at_key;
alter table deadlines_clock add constraint deadlines_clock_once unique nulls not distinct (ticket_id, rule_id, started_at, planned_at);

-- While a pause is open its clocks show the latest possible due time; nothing of it waits for a job to be true.
create table deadlines_pause (
  id uuid primary key,
  ticket_id uuid not null references record_ticket (id),
  reason text not null,
  from_at timestamptz not null,
  latest_at timestamptz not null check (latest_at >= from_at),
  until_at timestamptz check (until_at >= from_at)
);
create index deadlines_pause_ticket on deadlines_pause (ticket_id);
create unique index deadlines_pause_open on deadlines_pause (ticket_id) where until_at is null;
create index deadlines_pause_latest on deadlines_pause (latest_at, id) where until_at is null;

alter table deadlines_pause enable row level security;
create policy deadlines_pause_visible on deadlines_pause for all to tanggap_app
using (exists (select from record_ticket t where t.id = ticket_id))
with check ((select platform_actor()) = 'system' or exists (select from record_ticket t where t.id = ticket_id));

grant select, insert, update, delete on deadlines_hours to tanggap_app;
grant select, insert, update on deadlines_pause to tanggap_app;
