import type { TestService } from './service.ts'

/** Fills units with generated tickets past every action, for counting and timing only: they have no events. */
export async function makeManyTickets(
  service: TestService,
  options: {
    readonly count: number
    readonly offices: readonly string[]
    readonly officers: readonly string[]
    readonly minutesApart?: number
  },
): Promise<void> {
  await service.owner.query(
    `insert into record_ticket (id, number, code_hash, kind, category, class, state, channel, language, office_id, assignee_id, anonymous, secret,
       unidentified, restricted, title, body, submitted_at, due_at, owed, version, severity)
     select gen_random_uuid(), '27-' || lpad((i / 10000)::text, 4, '0') || '-' || lpad((i % 10000)::text, 4, '0') || '-X', int4send(i),
       (array['complaint', 'suggestion', 'information_request'])[1 + d[1] % 3], (array['PSP.01', 'PSP.06', 'ITK.01', 'TPI.01', 'PSP'])[1 + d[2] % 5],
       (array['INFO', 'NON', 'OVR'])[1 + d[3] % 3], s.state, (array['web', 'phone', 'letter'])[1 + d[4] % 3], 'id', ($2::uuid[])[1 + d[5] % cardinality($2::uuid[])],
       case when d[6] % 4 = 0 then null else ($3::uuid[])[1 + d[7] % cardinality($3::uuid[])] end, false, false, false, d[8] % 25 = 0,
       'Laporan ' || i, 'Paspor saya di loket ' || (array['antrean', 'foto', 'wawancara', 'biaya', 'kuota'])[1 + d[9] % 5] || ' belum jadi, ' || i,
       -- Three share each moment, so that severity and id alone tell them apart at a page's edge.
       $4::timestamptz - (i / 3) * $5 * interval '1 minute', $4::timestamptz - (i / 3) * $5 * interval '1 minute' + interval '14 days',
       s.state = any ('{submitted,checking,waiting_complainant,assigned,investigating,referred,in_review}'), 1, (array[2, 0, 2, 3, 1])[1 + d[1] % 5]
     from generate_series(1, $1) i,
       -- The same in every run, and each part independent of the others.
       lateral (select array_agg(('x' || substr(md5(i || ':' || part), 1, 6))::bit(24)::int order by part) as d from generate_series(1, 10) part) dice,
       lateral (select (array['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating', 'answered', 'closed', 'closed', 'closed', 'archived',
         'withdrawn', 'transferred'])[1 + d[10] % 12] as state) s`,
    [options.count, options.offices, options.officers, service.clock.now(), options.minutesApart ?? 7],
  )
  await service.owner.query('vacuum (analyze) record_ticket, record_search')
}
