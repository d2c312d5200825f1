import { link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A rename or link is only safe from a power cut once the folder that lists it is on the disk too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder with its parents, durably. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/** Makes a folder only its owner may enter. The parents stay as usual: other parts of the service, run by other users, may live beside it. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await makeFolder(dirname(folder))
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return
    throw error
  }
  await syncFolder(dirname(folder))
}

/** Creates a private file whole or not at all. False when it was there already: then it is left untouched. */
export async function createFileOnce(path: string, content: string, temporary: string): Promise<boolean> {
  const handle = await open(temporary, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    // A link, unlike a rename, refuses to replace the file of another process that was quicker.
    await link(temporary, path)
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(temporary, { force: true })
  }
  await syncFolder(dirname(path))
  return true
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
}
