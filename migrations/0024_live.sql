-- Capabilities: accounts, conduct. What must end an open stream of the console at once is told by the tables themselves, so that no way
-- of changing them is forgotten. A message holds a kind and ids, never content; whoever hears it looks again at what may be seen.

create function accounts_tell_officer() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform pg_notify('tanggap_live', 'actor ' || (to_jsonb(old) ->> tg_argv[0]));
  end if;
  if tg_op <> 'DELETE' then
    perform pg_notify('tanggap_live', 'actor ' || (to_jsonb(new) ->> tg_argv[0]));
  end if;
  return null;
end
$$;
create trigger accounts_session_told after delete or update of token_hash on accounts_session
for each row execute function accounts_tell_officer('officer_id');
create trigger accounts_role_told after insert or update or delete on accounts_role
for each row execute function accounts_tell_officer('officer_id');
create trigger accounts_officer_told after update of active on accounts_officer
for each row when (old.active is distinct from new.active) execute function accounts_tell_officer('id');

create function conduct_tell_ticket() returns trigger language plpgsql as $$
begin
  perform pg_notify('tanggap_live', 'ticket ' || new.ticket_id);
  return null;
end
$$;
create trigger conduct_excluded_officer_told after insert on conduct_excluded_officer
for each row execute function conduct_tell_ticket();
create trigger conduct_excluded_unit_told after insert on conduct_excluded_unit
for each row execute function conduct_tell_ticket();
