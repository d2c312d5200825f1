-- Capability: conduct. Reports that came before the shield and allege something of staff are kept from the office complained of as well.
insert into conduct_excluded_unit (ticket_id, office_id, reason, since)
select id, concerned_office_id, 'category', now() from record_ticket
where concerned_office_id is not null and concerned_office_id <> office_id
  and (category like 'INT%' or category = 'DET.05' or (category in ('TPI.06', 'SVC.01') and kind in ('complaint', 'criticism')))
on conflict do nothing;
