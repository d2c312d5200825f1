/** That something happened, told to every process while it runs: a kind and ids, never content. Who hears it looks for themselves. */
export type Signal = { readonly kind: string; readonly ids: readonly string[] }

/** The channel of PostgreSQL on which they travel. */
export const signalChannel = 'tanggap_live'

/** A message of PostgreSQL holds less than 8,000 bytes. */
const longest = 7500

function writeLine({ kind, ids }: Signal): string {
  return [kind, ...ids].join(' ')
}

/** As few messages as hold them all; what was said twice is said once. */
export function writeSignals(signals: readonly Signal[]): readonly string[] {
  const messages: string[] = []
  for (const line of new Set(signals.map(writeLine))) {
    const last = messages.at(-1)
    if (last !== undefined && last.length + line.length < longest) messages[messages.length - 1] = `${last}\n${line}`
    else messages.push(line)
  }
  return messages
}

export function readSignals(message: string): readonly Signal[] {
  return message.split('\n').flatMap((line) => {
    const [kind, ...ids] = line.split(' ')
    return kind === undefined || kind === '' ? [] : [{ kind, ids }]
  })
}
