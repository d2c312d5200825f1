-- Capability: checklist. What is to be looked at in reports of one category, and what of it was, report by report.

-- Never changed, only followed by the next: what was ticked keeps the words it was ticked under. One without items: none of its own any more.
create table checklist_version (
  category text not null references record_category (code),
  version int not null check (version > 0),
  at timestamptz not null,
  -- null: came with the program.
  officer_id uuid references accounts_officer (id),
  primary key (category, version)
);
create table checklist_item (
  category text not null,
  version int not null,
  position int not null,
  words_id text not null,
  -- Empty: the Indonesian words stand in both languages.
  words_en text not null default '',
  primary key (category, version, position),
  foreign key (category, version) references checklist_version (category, version)
);
grant select, insert on checklist_version, checklist_item to tanggap_app;

create table checklist_tick (
  ticket_id uuid not null references record_ticket (id),
  category text not null,
  version int not null,
  position int not null,
  -- Ticked, and taken back: who did it last stands beside it.
  ticked boolean not null,
  at timestamptz not null,
  officer_id uuid not null references accounts_officer (id),
  officer_name text not null,
  primary key (ticket_id, category, version, position),
  foreign key (category, version, position) references checklist_item (category, version, position)
);
alter table checklist_tick enable row level security;
-- Whoever sees the report, and no complainant: which steps an officer took tells of colleagues and of other offices.
create policy checklist_tick_visible on checklist_tick for all to tanggap_app
using ((select platform_actor()) in ('system', 'officer') and exists (select from record_ticket t where t.id = ticket_id))
-- Nobody ticks in another one's name.
with check ((select platform_actor()) = 'officer' and officer_id = (select platform_actor_id())
  and exists (select from record_ticket t where t.id = ticket_id));
grant select, insert, update (ticked, at, officer_id, officer_name) on checklist_tick to tanggap_app;
