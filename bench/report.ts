/** What one operation came to in a run. Processor time in milliseconds of the server's own processes, jobs included. */
export type Figures = {
  readonly name: string
  readonly what: string
  readonly count: number
  readonly failures: number
  readonly seconds: number
  readonly programCpu: number
  readonly databaseCpu: number
  /** Messages to the database in one operation; null where it was not recorded. */
  readonly statements: number | null
  /** Processor time of the same SQL alone; null where it could not be measured. */
  readonly floorCpu: number | null
  readonly times: readonly number[]
}

export type Facts = {
  readonly command: string
  readonly date: string
  readonly commit: string
  readonly scale: string
  readonly tickets: number
  readonly machine: string
  readonly residentMegabytes: number
  readonly peakMegabytes: number
  readonly databaseMegabytes: number
  readonly diskMegabytes: number
  readonly load: readonly [number, number]
  readonly workers: number
  readonly notes: readonly string[]
}

/** The value that so many of a hundred do not exceed (nearest rank); NaN of nothing. */
export function percentile(times: readonly number[], hundredth: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((hundredth / 100) * sorted.length) - 1)] ?? Number.NaN
}

export function total({ programCpu, databaseCpu }: Pick<Figures, 'programCpu' | 'databaseCpu'>): number {
  return programCpu + databaseCpu
}

/** How many times the floor; null without one. */
export function ratio(figures: Pick<Figures, 'programCpu' | 'databaseCpu' | 'floorCpu'>): number | null {
  return figures.floorCpu === null || figures.floorCpu <= 0 ? null : total(figures) / figures.floorCpu
}

function say(value: number | null, digits: number): string {
  return value === null || Number.isNaN(value) ? '-' : value.toFixed(digits)
}

const columns: readonly (readonly [string, (figures: Figures) => string])[] = [
  ['operation', ({ name }) => name],
  ['CPU ms/op', (figures) => say(total(figures), 2)],
  ['program', ({ programCpu }) => say(programCpu, 2)],
  ['database', ({ databaseCpu }) => say(databaseCpu, 2)],
  ['floor', ({ floorCpu }) => say(floorCpu, 2)],
  ['ratio', (figures) => say(ratio(figures), 1)],
  ['messages', ({ statements }) => say(statements, 0)],
  ['p50 ms', ({ times }) => say(percentile(times, 50), 1)],
  ['p95 ms', ({ times }) => say(percentile(times, 95), 1)],
  ['p99 ms', ({ times }) => say(percentile(times, 99), 1)],
  ['ops/s', ({ count, seconds }) => say(count / seconds, 0)],
  ['count', ({ count }) => String(count)],
  ['failed', ({ failures }) => String(failures)],
]

/** One table in plain text, columns in line; a Markdown reader shows it as a table. */
export function composeTable(rows: readonly Figures[]): string {
  const cells = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, read]) => read(row)))]
  const widths = columns.map((_, place) => Math.max(...cells.map((line) => line[place]?.length ?? 0)))
  const write = (line: readonly string[]): string =>
    `| ${line.map((cell, place) => (place === 0 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, place) => (place === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  const [head = [], ...body] = cells
  return [write(head), rule, ...body.map(write)].join('\n')
}

/** The file of one run: what was measured, how, where, and the table. */
export function composeReport(facts: Facts, rows: readonly Figures[]): string {
  return `# Bench, ${facts.scale} tickets, ${facts.date}

\`${facts.command}\` at commit ${facts.commit}: ${facts.tickets} tickets, ${facts.workers} requests at a time.

${composeTable(rows)}

CPU is utime + stime of all server processes (the service and every process of PostgreSQL, background work and queued jobs included) divided by the operations done. Floor: the
same SQL with the same values by \`pgbench -M prepared\` on the same server, database processes only. Messages: statements sent to the database in one operation.

${rows.map(({ name, what }) => `- **${name}**: ${what}`).join('\n')}

Memory after the run: service ${facts.residentMegabytes.toFixed(0)} MB resident (peak ${facts.peakMegabytes.toFixed(0)} MB), PostgreSQL ${facts.databaseMegabytes.toFixed(0)} MB (proportional). Database on disk: ${facts.diskMegabytes.toFixed(0)} MB.

Machine: ${facts.machine}. Load average before ${facts.load[0].toFixed(1)} and after ${facts.load[1].toFixed(1)}: where others use the machine too, processor times and ratios hold and the percentiles are too high.
${facts.notes.map((note) => `\n${note}\n`).join('')}`
}
