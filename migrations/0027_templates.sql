-- Capability: templates. Beginnings of answers, by language and category, of the whole service or of one unit. Nothing in them is about anybody.
create table templates_answer (
  id uuid primary key,
  -- null: of every unit
  office_id uuid references accounts_office (id),
  -- null: of every category; a family holds for all under it
  category text references record_category (code),
  language text not null check (language in ('id', 'en')),
  name text not null,
  finding text not null,
  action text not null,
  remedy text not null,
  next_step text not null,
  active boolean not null,
  changed_at timestamptz not null,
  changed_by uuid not null references accounts_officer (id)
);
create index templates_answer_offered on templates_answer (language, office_id) where active;

alter table templates_answer enable row level security;
create policy templates_answer_read on templates_answer for all to tanggap_app
using (
  (select platform_actor()) = 'system'
  or ((select platform_actor()) = 'officer' and (office_id is null or office_id = any ((select platform_offices())::uuid[])))
);
grant select, insert, update on templates_answer to tanggap_app;
