-- Capabilities: accounts, conduct. Whom else a ticket is kept from: who approved answers of the person named, who trains them and whom
-- they train. Which relations count, and for how long, is data.

create table accounts_training (
  id uuid primary key,
  trainer_id uuid not null references accounts_officer (id),
  trainee_id uuid not null references accounts_officer (id) check (trainee_id <> trainer_id),
  -- Whole days; null: goes on.
  from_day date not null,
  until_day date check (until_day >= from_day),
  entered_by uuid not null references accounts_officer (id)
);
create index accounts_training_trainer on accounts_training (trainer_id);
create index accounts_training_trainee on accounts_training (trainee_id);
grant select, insert, update on accounts_training to tanggap_app;

-- The highest version is in force. Days: how long after an approval, or after the end of a training, it still counts; null: not at all.
create table conduct_relations (
  version int primary key,
  levels int not null check (levels between 0 and 9),
  approver_days int check (approver_days > 0),
  training_days int check (training_days > 0),
  since timestamptz not null
);
insert into conduct_relations values (1, 1, 365, 365, now());
grant select on conduct_relations to tanggap_app;

alter table conduct_excluded_officer drop constraint conduct_excluded_officer_reason_check;
alter table conduct_excluded_officer add constraint conduct_excluded_officer_reason_check
check (reason in ('named', 'unit', 'superior', 'approver', 'training'));

-- Whose answers somebody wrote, and who said something about them.
create index answering_check_author on answering_check (author_id, asked_at desc);

-- Who said something about answers of these authors since then: approved them or sent them back. Told to the service alone.
create function conduct_approvers(authors uuid[], since timestamptz) returns setof uuid
language sql stable security definer set search_path = public, pg_catalog, pg_temp rows 10 as $$
  select distinct o.officer_id from answering_check c join answering_opinion o on o.check_id = c.id
  where c.author_id = any (authors) and o.at >= since and platform_actor() = 'system'
$$;
revoke all on function conduct_approvers(uuid[], timestamptz) from public;
grant execute on function conduct_approvers(uuid[], timestamptz) to tanggap_app;
