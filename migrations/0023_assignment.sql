-- Capabilities: accounts, assignment. Who can do what and is there; and the rules by which new work finds its officer or its queue.

create table accounts_work (
  officer_id uuid primary key references accounts_officer (id),
  languages text[] not null default '{}',
  skills text[] not null default '{}'
);

-- Whole days in the officer's unit.
create table accounts_absence (
  id uuid primary key,
  officer_id uuid not null references accounts_officer (id),
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  deputy_id uuid references accounts_officer (id) check (deputy_id <> officer_id),
  entered_by uuid not null references accounts_officer (id)
);
create index accounts_absence_officer on accounts_absence (officer_id, until_day);

-- A team inside a unit that works from one heap.
create table assignment_queue (
  id uuid primary key,
  office_id uuid not null references accounts_office (id),
  name text not null,
  active boolean not null default true,
  unique (office_id, name)
);

create table assignment_member (
  queue_id uuid not null references assignment_queue (id),
  officer_id uuid not null references accounts_officer (id),
  primary key (queue_id, officer_id)
);

-- The first that fits and finds somebody decides. What is null fits everything.
create table assignment_rule (
  id uuid primary key,
  position int not null,
  name text not null,
  active boolean not null default true,
  office_id uuid references accounts_office (id),
  -- A family fits its branches.
  category text references record_category (code),
  language text,
  kind text,
  target text not null check (target in ('people', 'person', 'queue')),
  -- Of people: only who has the skill, who speaks the language of the complainant, who has fewer open tickets than this.
  skill text,
  speaks boolean not null default false,
  most int check (most > 0),
  officer_id uuid references accounts_officer (id),
  queue_id uuid references assignment_queue (id),
  check ((target = 'person') = (officer_id is not null) and (target = 'queue') = (queue_id is not null))
);

-- The team whose heap a ticket lies in, whoever has it.
alter table record_ticket add column queue_id uuid references assignment_queue (id);
create index record_ticket_queue on record_ticket (queue_id, due_at, severity, id) include (restricted, assignee_id) where owed and queue_id is not null;

grant select, insert, update, delete on accounts_work, accounts_absence, assignment_member, assignment_rule to tanggap_app;
grant select, insert, update on assignment_queue to tanggap_app;
