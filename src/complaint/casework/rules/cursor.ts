/** A place in a list: the line it comes after or before. `key` is what the line is sorted by, in microseconds. */
export type Cursor = { readonly direction: 'after' | 'before'; readonly key: string; readonly id: string; readonly over: boolean }

const shape = /^([01])(-?\d{1,17})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** `over`: the line belongs to those nothing is owed in, which a search shows last. */
export function writeCursor(line: { readonly key: string; readonly id: string; readonly over?: boolean }): string {
  return `${line.over ? '1' : '0'}${line.key}~${line.id}`
}

/** Null where the address names no place: the list then begins at its beginning. */
export function readCursor(raw: Readonly<Record<string, unknown>>): Cursor | null {
  for (const [name, direction] of [
    ['setelah', 'after'],
    ['sebelum', 'before'],
  ] as const) {
    const value = raw[name]
    const [, over, key, id] = (typeof value === 'string' ? shape.exec(value) : null) ?? []
    if (key !== undefined && id !== undefined) return { direction, key, id, over: over === '1' }
  }
  return null
}

/** The part of an address that leads to the neighbouring page. */
export function cursorName(direction: Cursor['direction']): 'setelah' | 'sebelum' {
  return direction === 'after' ? 'setelah' : 'sebelum'
}
