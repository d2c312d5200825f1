import type { ListLine, ListPlace } from '../../record/index.ts'
import { type Cursor, cursorName, writeCursor } from '../rules.ts'

/** Lines on one page. */
export const pageSize = 50

export type Paged = { readonly lines: readonly ListLine[]; readonly previous: string | null; readonly next: string | null }

function link(path: string, query: string, direction: Cursor['direction'], line: ListLine | undefined): string | null {
  if (line === undefined) return null
  const parameters = new URLSearchParams(query)
  parameters.set(cursorName(direction), writeCursor({ key: line.key, id: line.id, over: !line.owed }))
  return `${path}?${parameters.toString()}`
}

/**
 * Cuts what was loaded, one line more than a page, to a page with the ways to its neighbours. Walking back, the extra line is the
 * first; walking on, the last.
 */
export function cutPage(
  loaded: readonly ListLine[],
  at: ListPlace | null,
  address: { readonly path: string; readonly query: string },
): Paged {
  const more = loaded.length > pageSize
  const backwards = at?.direction === 'before'
  const lines = !more ? loaded : backwards ? loaded.slice(1) : loaded.slice(0, pageSize)
  const hasPrevious = backwards ? more : at !== null
  const hasNext = backwards || more
  return {
    lines,
    previous: hasPrevious ? link(address.path, address.query, 'before', lines[0]) : null,
    next: hasNext ? link(address.path, address.query, 'after', lines.at(-1)) : null,
  }
}
