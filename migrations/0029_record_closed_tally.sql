-- How many reports of a unit are over, without counting them one by one: a unit of a big city has a hundred thousand of them, and each look
-- at its inbox went through all (31 ms of 33 at a million tickets). Each change adds a line, so that two closings of a unit never wait for
-- each other; a job sums the lines up.

create table record_closed (
  office_id uuid not null references accounts_office (id),
  restricted boolean not null,
  delta bigint not null
);
create index record_closed_office on record_closed (office_id, restricted) include (delta);
-- No policy and no right: read through the function below alone.
alter table record_closed enable row level security;

create function record_is_over(state text) returns boolean language sql immutable parallel safe as $$
  select state in ('closed', 'transferred', 'archived', 'merged', 'withdrawn')
$$;

create function record_tally_closed() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and record_is_over(old.state) then
    insert into record_closed values (old.office_id, old.restricted, -1);
  end if;
  if record_is_over(new.state) then
    insert into record_closed values (new.office_id, new.restricted, 1);
  end if;
  return null;
end
$$;
create trigger record_closed_added after insert on record_ticket for each row
when (record_is_over(new.state)) execute function record_tally_closed();
create trigger record_closed_changed after update of state, office_id, restricted on record_ticket for each row
when ((record_is_over(old.state) or record_is_over(new.state))
  and (record_is_over(old.state), old.office_id, old.restricted) is distinct from (record_is_over(new.state), new.office_id, new.restricted))
execute function record_tally_closed();

-- Who is kept away from a report must not see in a sum that it exists; who has it in hand counts it although it is restricted.
create index record_ticket_own_over on record_ticket (assignee_id, office_id) where restricted and record_is_over(state);
create function record_count_closed(office uuid) returns bigint
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select case when platform_actor() = 'officer' and office = any (platform_offices()) then
      coalesce((select sum(delta) from record_closed where office_id = office and (not restricted or office = any (platform_supervised()))), 0)::bigint
    + (select count(*) from record_ticket
       where assignee_id = platform_actor_id() and office_id = office and restricted and record_is_over(state)
         and not office = any (platform_supervised()))
    - (select count(*) from record_ticket
       where id in (select conduct_excluded()) and office_id = office and record_is_over(state)
         and (not restricted or assignee_id = platform_actor_id() or office = any (platform_supervised())))
  else 0 end
$$;
revoke all on function record_count_closed(uuid) from public;
grant execute on function record_count_closed(uuid) to tanggap_app;

-- Makes one line a unit of all that are there. What is added meanwhile stays beside it.
create function record_sum_closed() returns void
language sql security definer set search_path = public, pg_catalog, pg_temp as $$
  with gone as (delete from record_closed returning office_id, restricted, delta)
  insert into record_closed select office_id, restricted, sum(delta) from gone group by office_id, restricted having sum(delta) <> 0
$$;
revoke all on function record_sum_closed() from public;
grant execute on function record_sum_closed() to tanggap_app;

insert into record_closed
select office_id, restricted, count(*) from record_ticket where record_is_over(state) group by office_id, restricted;
