import pg from 'pg'
import deadlinePack from '../src/complaint/deadlines/data/deadlines.json' with { type: 'json' }
import calendar from '../src/complaint/deadlines/data/holidays.json' with { type: 'json' }
import type { DeadlineRule } from '../src/complaint/deadlines/rules.ts'
import type { RoutedCategory } from '../src/complaint/intake/rules.ts'
import { composeTitle } from '../src/complaint/intake/rules.ts'
import type { Keyring } from '../src/platform/crypto.ts'
import { dropIndexes, runTwoAtATime } from './indexes.ts'
import { createPlanner, type Ground, type PlannedOffice, type PlannedOfficer } from './plan.ts'
import { composeId, createRandom } from './random.ts'
import { openWriters, tables } from './rows.ts'
import { composeTexts, type Text } from './texts.ts'

const bankSize = 5000
const perStatement = 50_000

type Client = pg.Client

/** Six people a unit: one who leads it, one who registers, four who handle. */
async function addOfficers(
  owner: Client,
  offices: readonly PlannedOffice[],
  now: number,
): Promise<ReadonlyMap<string, readonly PlannedOfficer[]>> {
  const random = createRandom(1)
  const roles = ['manager', 'intake', 'handler', 'handler', 'handler', 'handler']
  const people = offices.flatMap((office) =>
    roles.map((role, place) => ({
      id: composeId(random, now - 800 * 86_400_000),
      name: `Demo Petugas ${place + 1} ${office.code}`,
      officeId: office.id,
      role,
    })),
  )
  const list = JSON.stringify(people)
  await owner.query(
    `insert into accounts_officer (id, email, name, created_at)
     select p.id, p.id || '@demo.example', p.name, now() - interval '800 days' from jsonb_to_recordset($1::jsonb) as p(id uuid, name text)`,
    [list],
  )
  await owner.query(
    `insert into accounts_role (officer_id, role, office_id) select p.id, p.role, p."officeId" from jsonb_to_recordset($1::jsonb) as p(id uuid, role text, "officeId" uuid)`,
    [list],
  )
  return Map.groupBy(
    people.filter(({ role }) => role === 'handler'),
    ({ officeId }) => officeId,
  )
}

async function layGround(owner: Client, count: number, texts: readonly Text[]): Promise<Ground> {
  const offices = (await owner.query<PlannedOffice>('select id, code, name, time_zone as "timeZone" from accounts_office order by code'))
    .rows
  const categories = (await owner.query<RoutedCategory>('select code, class, confidentiality from record_category order by code')).rows
  const now = Date.now()
  const rules = deadlinePack.rules as readonly DeadlineRule[]
  const holidays = { daysOff: new Set(calendar.days.map(({ date }) => date)), years: new Set(calendar.years) }
  return { offices, categories, handlers: await addOfficers(owner, offices, now), rules, holidays, texts, now, count }
}

/** The words of each text of the bank as the search sees them, reckoned once: a million times would take a quarter of an hour. */
async function fillBank(owner: Client, texts: readonly Text[]): Promise<void> {
  await owner.query(
    'create unlogged table bench_text (place int primary key, title text not null, body text not null, wish text not null, words tsvector)',
  )
  await owner.query(
    'insert into bench_text (place, title, body, wish) select place - 1, title, body, wish from unnest($1::text[], $2::text[], $3::text[]) with ordinality as t(title, body, wish, place)',
    [texts.map(({ body }) => composeTitle(body)), texts.map(({ body }) => body), texts.map(({ wish }) => wish)],
  )
  // The number comes first and the unit last in the real vector, and joining vectors is associative.
  await owner.query(
    `update bench_text set words = setweight(to_tsvector('indonesian', unaccent(title)), 'B') || to_tsvector('indonesian', unaccent(body)) || to_tsvector('english', unaccent(body))`,
  )
  await owner.query('create unlogged table bench_ticket (place int primary key, text int not null, like record_ticket including defaults)')
  await owner.query(
    `alter table bench_ticket drop column title, drop column body, drop column wish, drop column happened_on, drop column happened_at, drop column subject_name_known`,
  )
}

function composeMoves(columns: readonly string[], count: number): readonly string[] {
  const names = columns.join(', ')
  const stretches = Array.from({ length: Math.ceil(count / perStatement) }, (_, place) => place * perStatement)
  return stretches.map(
    (from) => `with stretch as (
        select t.*, b.title, b.body, b.wish, b.words from bench_ticket t join bench_text b on b.place = t.text
        where t.place >= ${from} and t.place < ${from + perStatement} order by t.place),
      searchable as (
        insert into record_search (ticket_id, digits, search, office_id, assignee_id, restricted, owed, due_at)
        select id, replace(number, '-', ''), case when secret then null else
          setweight(to_tsvector('simple', number || ' ' || replace(number, '-', '')), 'A') || words || array_to_tsvector(array['@' || office_id::text]) end,
          office_id, assignee_id, restricted, owed, due_at from stretch)
      insert into record_ticket (${names}, title, body, wish) select ${names}, title, body, wish from stretch`,
  )
}

/** The generator must not drift from the real vector: its figures would be of another search. */
async function compareVectors(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ same: boolean }>(
    'select s.search = record_search_vector(t.office_id, t.number, t.title, t.body) as same from record_ticket t join record_search s on s.ticket_id = t.id where not t.secret order by t.id limit 50',
  )
  if (!rows.every(({ same }) => same))
    throw new Error('bench/generate.ts makes other search words than record_search_vector; bring it up to date')
}

/**
 * Fills a migrated, otherwise empty database with believable tickets of two years in all units: events, clocks, messages,
 * identities, ratings and a linked trail. `keyring` is that of the service that will run on it. Every ticket opens with
 * `composeBenchCode` of its number. Loads by COPY; a million tickets take some minutes.
 */
export async function generate(
  ownerUrl: string,
  count: number,
  keyring: Keyring,
  log: (line: string) => void = () => undefined,
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const began = performance.now()
    await owner.query('set synchronous_commit = off')
    const say = (line: string): void => log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)
    const texts = composeTexts(bankSize)
    const ground = await layGround(owner, count, texts)
    await fillBank(owner, texts)
    say('officers and bank of texts')
    const indexes = await dropIndexes(owner, [...Object.keys(tables), 'record_ticket', 'record_search'])
    const writers = await openWriters(ownerUrl, keyring, texts)
    const plan = createPlanner(ground)
    for (let index = 0; index < count; index += 1) {
      writers.add(index, plan(index))
      if (index % 200 === 199) await writers.flush()
    }
    await writers.end()
    say(`${count} tickets planned and copied`)
    await runTwoAtATime(
      ownerUrl,
      composeMoves(
        tables.bench_ticket.filter((name) => name !== 'place' && name !== 'text'),
        count,
      ),
    )
    say('tickets with their search words in place')
    await runTwoAtATime(ownerUrl, indexes)
    say(`${indexes.length} indexes made`)
    await compareVectors(owner)
    await owner.query('drop table bench_ticket, bench_text')
    await owner.query(
      'insert into record_closed select office_id, restricted, count(*) from record_ticket where record_is_over(state) group by office_id, restricted',
    )
    await owner.query('vacuum (analyze)')
    await owner.query('checkpoint')
    say('vacuumed and analysed')
  } finally {
    await owner.end()
  }
}
