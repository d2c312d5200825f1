import { randomBytes } from 'node:crypto'
import { hashToken } from '../src/platform/crypto.ts'
import { type Answer, readText, Visitor } from './client.ts'
import { type Bench, drawAddress, type Operation } from './operations.ts'
import { percentile } from './report.ts'

/** Somebody of a unit whose program holds a key. */
type Agent = { readonly officeCode: string; readonly key: string }

async function giveKeys({ stage, desks }: Bench): Promise<readonly Agent[]> {
  const agents: Agent[] = []
  for (const { officerId, officeId } of desks) {
    const key = `tanggap_${randomBytes(32).toString('base64url')}`
    await stage.owner.query(
      `insert into accounts_api_key (id, officer_id, name, key_hash, created_at) values (gen_random_uuid(), $1, 'bench', $2, now())`,
      [officerId, hashToken(key)],
    )
    const { rows } = await stage.owner.query<{ code: string }>('select code from accounts_office where id = $1', [officeId])
    if (rows[0] !== undefined) agents.push({ officeCode: rows[0].code, key })
  }
  return agents
}

function readAnswer(answer: Answer, status: number): Readonly<Record<string, unknown>> {
  const text = readText(answer)
  if (answer.status !== status) throw new Error(`${answer.status} ${text.slice(0, 200)}, not ${status}`)
  return JSON.parse(text) as Readonly<Record<string, unknown>>
}

/** A report from being sent to being closed, by programs on both sides: what DIGIT's own load test calls a lifecycle. */
export function createLifecycle(): Operation {
  const closing: number[] = []
  return {
    name: 'lifecycle',
    what: 'a report sent, taken, answered and closed: four requests to the API, the jobs they queue included',
    requests: 4,
    // Each step changes a ticket that the step before made: the same SQL cannot be sent a second time.
    hasFloor: false,
    tell: () =>
      `Closing alone, one of the four: p50 ${percentile(closing, 50).toFixed(1)} ms, p95 ${percentile(closing, 95).toFixed(1)} ms.`,
    async prepare(bench, { workers }) {
      const agents = await giveKeys(bench)
      const browsers = Array.from({ length: workers }, () => new Visitor(bench))
      return async (worker) => {
        const browser = browsers[worker % browsers.length] ?? new Visitor(bench)
        const { officeCode, key } = bench.random.pick(agents)
        const { body: text, wish } = bench.random.pick(bench.texts)
        browser.comeFrom(drawAddress(bench.random))
        const report = {
          kind: 'complaint',
          category: 'PSP.06',
          office: officeCode,
          text,
          wish,
          idempotencyKey: randomBytes(16).toString('hex'),
        }
        const { number } = readAnswer(await browser.call('/api/v1/tickets', report), 201)
        const { rows } = await bench.stage.owner.query<{ id: string }>('select id from record_ticket where number = $1', [number])
        const acts = `/api/v1/officer/tickets/${rows[0]?.id}/acts`
        const { version: taken } = readAnswer(await browser.call(acts, { verb: 'take' }, key), 200)
        const answer = {
          verb: 'answer',
          version: taken,
          outcome: 'substantiated',
          remedy: 'Gratis.',
          finding: 'Diperiksa.',
          action: 'Dicetak.',
          nextStep: 'Diambil.',
        }
        const { version: answered } = readAnswer(await browser.call(acts, answer, key), 200)
        const began = performance.now()
        readAnswer(await browser.call(acts, { verb: 'close', version: answered, closeReason: 'officer', words: 'Selesai.' }, key), 200)
        closing.push(performance.now() - began)
      }
    },
  }
}
