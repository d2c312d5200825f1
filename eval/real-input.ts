// Real texts through the whole service: import, number, clocks and events; then a browser finds one by a word in it, answers it,
// tracks it as its complainant and rates it. The texts stay in the folder they come from: `npm run eval -- ../shared/data`.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { browserFlags, findBrowser } from '../e2e/browser.ts'
import { buildAssets } from '../scripts/build-assets.ts'
import { buildProgram } from '../scripts/build-program.ts'

const wanted = Number(process.env['EVAL_ROWS'] ?? 2000)
const port = 8172
const address = `http://127.0.0.1:${port}`
const root = resolve(import.meta.dirname, '..')
const program = join(root, 'build/tanggap.js')

type Row = { readonly id: string; readonly text: string }
type Code = { readonly reference: string; readonly number: string; readonly accessCode: string }

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(`does not hold: ${what}`)
  console.log(`ok     ${what}`)
}

function run(environment: NodeJS.ProcessEnv, ...args: readonly string[]): string {
  const result = spawnSync(process.execPath, [program, ...args], { cwd: root, env: environment, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`tanggap ${args[0]}: ${result.stderr}`)
  return result.stdout
}

async function startService(environment: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [program, 'start'], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((ready, fail) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('Tanggap is running') && ready())
    child.once('exit', (code) => fail(new Error(`the service ended with ${code}`)))
  })
  return () =>
    new Promise((ended) => {
      child.once('exit', () => ended())
      child.kill('SIGTERM')
    })
}

type Counts = {
  readonly tickets: number
  readonly numbers: number
  readonly clocks: number
  readonly events: number
  readonly undated: number
}

async function countImported(data: string): Promise<Counts> {
  const { ownerUrl } = JSON.parse(await readFile(join(data, 'running.json'), 'utf8')) as { ownerUrl: string }
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<Counts>(`
    select count(*)::int as tickets, count(distinct number)::int as numbers,
      (select count(distinct c.ticket_id)::int from deadlines_clock c join record_ticket i on i.id = c.ticket_id and i.channel = 'import') as clocks,
      (select count(*)::int from record_event e join record_ticket i on i.id = e.ticket_id and i.channel = 'import' where e.type = 'ticket.submitted') as events,
      count(*) filter (where due_at is null)::int as undated
    from record_ticket where channel = 'import'`)
  await client.end()
  const counts = rows[0]
  if (!counts) throw new Error('no counts')
  return counts
}

/** A word that only one of the imported texts has: what an officer would look for when somebody calls about it. */
function findRareWord(rows: readonly Row[]): { readonly word: string; readonly row: Row } {
  const words = new Map<string, Set<Row>>()
  for (const row of rows) {
    for (const word of new Set(row.text.toLowerCase().match(/\p{L}{8,14}/gu) ?? []))
      words.set(word, (words.get(word) ?? new Set()).add(row))
  }
  for (const [word, holders] of words) {
    const [row] = holders
    if (holders.size === 1 && row && row.text.length > 80) return { word, row }
  }
  throw new Error('no rare word')
}

async function answerIt(page: Page, word: string, number: string): Promise<void> {
  await page.goto(`${address}/petugas/masuk`)
  await page.locator('[name=email]').fill('handler.contact@demo.example')
  await page.locator('[name=password]').fill('payung-ungu-lampu-77')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.getByRole('searchbox').first().fill(word)
  await page.keyboard.press('Enter')
  await page.waitForURL(/cari/)
  const hit = page.locator('#main a[href^="/petugas/laporan/0"]')
  check((await hit.count()) >= 1, `the search for a word of the report finds it (${await hit.count()} hit)`)
  const href = (await hit.first().getAttribute('href'))?.split('?')[0] ?? ''
  await page.goto(`${address}${href}`)
  check((await page.locator('#main').innerText()).includes(number), 'the hit is the very report')
  await page.goto(`${address}${href}/jawab`)
  const form = page.getByRole('form', { name: 'Jawab laporan' })
  await form.locator('[name=finding]').fill('Laporan sesuai dengan keadaan di lapangan.')
  await form.locator('[name=action]').fill('Diteruskan kepada unit yang berwenang dan diperiksa.')
  await form.locator('[name=nextStep]').fill('Hasil pemeriksaan disampaikan di laporan ini paling lambat Jumat.')
  await form.locator('[name=outcome]').selectOption('substantiated')
  await form.getByRole('button').last().click()
  await page.getByRole('button', { name: 'Kirim jawaban' }).click()
  await page.getByText('Jawaban dikirim').first().waitFor()
  console.log('ok     the officer answers it')
}

async function trackIt(page: Page, code: Code): Promise<void> {
  await page.goto(`${address}/lacak`)
  await page.getByLabel('Nomor tiket').first().fill(code.number)
  await page.getByLabel('Kode akses').fill(code.accessCode)
  await page.getByRole('button', { name: 'Buka laporan' }).click()
  await page.getByText('Diteruskan kepada unit yang berwenang').first().waitFor()
  console.log('ok     the complainant reads the answer by number and code')
  await page.getByLabel('Ya, sudah selesai').check()
  await page.getByLabel('5: Sangat baik').check()
  await page.getByRole('button', { name: 'Kirim penilaian' }).click()
  await page
    .getByText(/terima kasih/i)
    .first()
    .waitFor()
  check(/selesai|ditutup/i.test(await page.locator('#main').innerText()), 'the rating closes the report')
}

async function walk(word: string, code: Code): Promise<void> {
  const { executablePath, environment } = await findBrowser()
  const browser = await chromium.launch({
    executablePath,
    args: [...browserFlags],
    env: { ...process.env, ...environment } as Record<string, string>,
  })
  try {
    await answerIt(await (await browser.newContext({ locale: 'id-ID' })).newPage(), word, code.number)
    await trackIt(await (await browser.newContext({ locale: 'id-ID', viewport: { width: 360, height: 760 } })).newPage(), code)
  } finally {
    await browser.close()
  }
}

async function evaluate(file: string): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'tanggap-eval-'))
  await chmod(data, 0o755)
  const environment = {
    ...process.env,
    TANGGAP_DATA: data,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    LIMIT_FACTOR: '1000',
    TANGGAP_MODE: 'development',
    TANGGAP_DEMO: 'on',
  }
  await Promise.all([buildAssets({}), buildProgram()])
  const codesFile = join(data, 'codes.csv')
  const begun = performance.now()
  const stop = await startService(environment)
  try {
    // Beside the running service, as an operator would.
    console.log(run(environment, 'import', file, '--limit', String(wanted), '--codes', codesFile).trim())
    const counts = await countImported(data)
    check(counts.tickets === wanted && counts.numbers === wanted, `${counts.tickets} tickets with ${counts.numbers} different numbers`)
    check(counts.clocks === wanted && counts.undated === 0, 'each with its clocks and a date')
    check(counts.events === wanted, 'each with its first event')
    const rows = (parse(await readFile(file), { columns: true, bom: true }) as Row[]).slice(0, wanted)
    const codes = parse(await readFile(codesFile), { columns: true }) as Code[]
    const { word, row } = findRareWord(rows)
    const code = codes.find(({ reference }) => reference === row.id)
    if (!code) throw new Error('no access code for the report')
    await walk(word, code)
    const seconds = Math.round((performance.now() - begun) / 1000)
    const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim()
    const now = new Date().toISOString().slice(0, 10)
    await writeFile(
      join(root, 'docs/results', `eval-${now}.md`),
      `# Real input, ${now}\n\n\`npm run eval -- <folder>\` at commit ${commit}: ${wanted} real complaints imported beside the running service (numbers, clocks and events for each), one found by a word in it,\nanswered in the console, tracked with number and code on a 360 px screen and rated; ${seconds} s in all. The texts stay outside the repository.\n`,
    )
    console.log(`${seconds} s in all`)
  } finally {
    await stop()
    await rm(data, { recursive: true, force: true })
  }
}

const folder = process.argv[2]
const file = folder === undefined ? '' : resolve(folder, 'surabaya_complaints_dev.csv')
if (folder === undefined || !existsSync(file)) {
  console.log('skipped: give the folder of real texts (npm run eval -- ../shared/data)')
} else {
  await evaluate(file)
}
