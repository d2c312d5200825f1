import { type DestinationStream, type Logger, pino } from 'pino'

/** Named, masked, structured lines. Never give it a text, name, address or code that came from a person. */
export type Log = Logger

/**
 * A database error's message and detail quote the values that were refused, so only its class leaves this function.
 */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const fields = error as Error & { code?: unknown; constraint?: unknown; table?: unknown; routine?: unknown; severity?: unknown }
  const fromDatabase = typeof fields.severity === 'string' && typeof fields.routine === 'string'
  const trace = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
  return {
    kind: error.name,
    ...(fields.code === undefined ? {} : { code: fields.code }),
    ...(fromDatabase ? { constraint: fields.constraint, table: fields.table, routine: fields.routine } : {}),
    trace,
  }
}

/** Errors are given as they are caught, under `error`: what of them may be told is decided here. */
export function createLog(level: string, to?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    serializers: { err: describeError, error: describeError, req: () => undefined, res: () => undefined },
  }
  return to === undefined ? pino(options) : pino(options, to)
}
