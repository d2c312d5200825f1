import { buffer } from 'node:stream/consumers'
import type { Context } from '../../../platform/context.ts'
import type { ZipEntry } from '../../../platform/files/index.ts'
import type { FileFacts } from '../../record/index.ts'
import { openFile } from '../actions.ts'

/** More than these are fetched one by one, or given on a carrier of their own. */
const mostBytes = 60 * 1024 * 1024

/** These files of a ticket under their own names, numbered, for a bundle; what is missing or too much is left out and named. */
export async function collectFiles(
  ctx: Context,
  ticketId: string,
  files: readonly Pick<FileFacts, 'id' | 'name' | 'size'>[],
): Promise<{ readonly entries: readonly ZipEntry[]; readonly left: readonly string[] }> {
  const entries: ZipEntry[] = []
  const left: string[] = []
  let sum = 0
  for (const { id, name, size } of files) {
    sum += size
    const opened = sum > mostBytes ? null : await openFile(ctx, ticketId, id)
    if (opened?.ok)
      entries.push({ name: `berkas/${String(entries.length + 1).padStart(2, '0')} ${name}`, bytes: await buffer(opened.value.stream) })
    else left.push(name)
  }
  return { entries, left }
}
