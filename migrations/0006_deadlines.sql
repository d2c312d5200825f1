-- Rules of time, days off, and the clocks that run for each ticket.

create table deadlines_rule (
  id text not null,
  version int not null,
  what text not null,
  amount int not null,
  unit text not null check (unit in ('wd', 'cd', 'h', 'year')),
  starts text not null,
  law text not null,
  evidence text not null check (evidence in ('V', 'S', 'R')),
  source text not null,
  valid_from date not null,
  primary key (id, version)
);

create table deadlines_day_off (
  day date not null,
  -- null: national
  province text,
  type text not null,
  name text not null,
  source text not null,
  unique nulls not distinct (day, province)
);

-- Years whose national list is complete; another year refuses to be reckoned with.
create table deadlines_year (
  year int primary key,
  source text not null
);

create table deadlines_clock (
  ticket_id uuid not null references record_ticket (id),
  rule_id text not null,
  rule_version int not null,
  law text not null,
  unit text not null,
  amount int not null,
  started_at timestamptz not null,
  -- null: the calendar does not know the year yet
  due_on date,
  due_at timestamptz,
  stopped_at timestamptz,
  -- The same rule from the same receipt has another due time in another unit's calendar.
  unique nulls not distinct (ticket_id, rule_id, started_at, due_at)
);

alter table deadlines_clock enable row level security;
create policy deadlines_clock_visible on deadlines_clock for all to tanggap_app
using (exists (select from record_ticket t where t.id = ticket_id))
with check ((select platform_actor()) = 'system' or exists (select from record_ticket t where t.id = ticket_id));

grant select, insert, update on deadlines_rule, deadlines_clock to tanggap_app;
grant select, insert, update, delete on deadlines_day_off, deadlines_year to tanggap_app;
