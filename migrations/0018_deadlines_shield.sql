-- complaint/deadlines under the shield of complaint/conduct: whoever a ticket is kept from loses what they were told of it as well.
drop policy deadlines_warning_told on deadlines_warning;
create policy deadlines_warning_told on deadlines_warning for select to tanggap_app
using ((select platform_actor()) = 'officer'
  and exists (select from deadlines_notice n where n.warning_id = id and n.officer_id = (select platform_actor_id()))
  and ticket_id not in (select conduct_excluded()));
drop policy deadlines_warning_acknowledged on deadlines_warning;
create policy deadlines_warning_acknowledged on deadlines_warning for update to tanggap_app
using ((select platform_actor()) = 'officer'
  and exists (select from deadlines_notice n where n.warning_id = id and n.officer_id = (select platform_actor_id()))
  and ticket_id not in (select conduct_excluded()));
