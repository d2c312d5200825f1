import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify/sync'
import { loadOfficeByCode } from '../../access/accounts/index.ts'
import { record } from '../../audit/trail/index.ts'
import { submitReport } from '../../complaint/intake/index.ts'
import type { Services } from '../../platform/context.ts'
import { normalizeText } from '../../platform/http/input.ts'
import { findMap, type ImportMap, type ImportRow, type MappedReport, mapRow } from '../import-mapping.ts'
import { asCommand, say, withService } from './session.ts'

type Options = { readonly map?: string; readonly limit?: string; readonly codes?: string }
type Opened = { readonly reference: string; readonly number: string; readonly accessCode: string }
type Tally = { readonly opened: Opened[]; repeated: number; readonly refused: Map<string, number> }

async function* readRows(file: string): AsyncGenerator<ImportRow> {
  if (extname(file).toLowerCase() === '.json') {
    const rows: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (!Array.isArray(rows)) throw new Error('the JSON file must hold an array of objects')
    yield* rows as ImportRow[]
    return
  }
  const rows = parse({ columns: true, bom: true, relax_column_count: true, skip_empty_lines: true })
  // A pipe passes no error on: without this a missing file ends the process with a stack.
  createReadStream(file)
    .once('error', (error) => rows.destroy(error))
    .pipe(rows)
  yield* rows as AsyncIterable<ImportRow>
}

async function chooseMap(name: string | undefined, first: ImportRow): Promise<ImportMap> {
  if (name !== undefined) return JSON.parse(await readFile(name, 'utf8')) as ImportMap
  const found = findMap(Object.keys(first))
  if (!found) throw new Error('no shipped map knows these columns: write one and name it with --map (see docs/guides/import.md)')
  return found
}

/** One report through the same action as the form. The reference makes a second import of the same file harmless. */
async function importOne(services: Services, source: string, report: MappedReport): Promise<Opened | 'repeated' | string> {
  return asCommand(services, 'import', async (ctx) => {
    const office = report.office === null ? null : await loadOfficeByCode(ctx.tx, report.office)
    if (report.office !== null && office === null) return 'office_unknown'
    const receipt = await submitReport(ctx, {
      kind: report.kind,
      category: report.category,
      officeId: office?.id ?? null,
      text: normalizeText(report.text),
      wish: '',
      happenedOn: null,
      happenedAt: normalizeText(report.place),
      relation: null,
      anonymous: false,
      secret: false,
      unidentified: report.email === '' && report.phone === '',
      contact: { name: report.name, email: report.email, phone: report.phone },
      channel: 'import',
      language: report.language,
      files: [],
      idempotencyKey: `import:${source}:${report.reference}`,
    })
    if (!receipt.ok) return receipt.error
    const { number, accessCode } = receipt.value
    return accessCode === null ? 'repeated' : { reference: report.reference, number, accessCode }
  })
}

function count(tally: Tally, result: Opened | string): void {
  if (typeof result !== 'string') tally.opened.push(result)
  else if (result === 'repeated') tally.repeated += 1
  else tally.refused.set(result, (tally.refused.get(result) ?? 0) + 1)
}

async function importAll(services: Services, file: string, options: Options): Promise<Tally> {
  const tally: Tally = { opened: [], repeated: 0, refused: new Map() }
  const limit = options.limit === undefined ? Number.POSITIVE_INFINITY : Number(options.limit)
  let map: ImportMap | null = null
  let rows = 0
  for await (const row of readRows(file)) {
    if (rows >= limit) break
    rows += 1
    map ??= await chooseMap(options.map, row)
    const report = mapRow(row, map)
    count(tally, report.ok ? await importOne(services, basename(file), report.value) : report.error)
    if (rows % 500 === 0) say(`  ${rows} rows read`)
  }
  return tally
}

/** Reads reports from a CSV or JSON file. */
export async function importReports(file: string, options: Options): Promise<void> {
  await withService(async ({ services }) => {
    const begun = performance.now()
    const tally = await importAll(services, file, options)
    await asCommand(services, 'import', (ctx) =>
      record(ctx, {
        event: 'reports.imported',
        details: {
          file: basename(file),
          opened: tally.opened.length,
          repeated: tally.repeated,
          refused: Object.fromEntries(tally.refused),
        },
      }),
    )
    say(
      `${tally.opened.length} reports opened, ${tally.repeated} were there already, in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    )
    if (options.codes !== undefined) {
      await writeFile(options.codes, stringify(tally.opened, { header: true }), { mode: 0o600 })
      say(`The access codes stand in ${options.codes}, readable by you alone: hand them over and delete the file.`)
    }
    for (const [reason, times] of tally.refused) say(`  not taken: ${times} (${reason})`)
  })
}
