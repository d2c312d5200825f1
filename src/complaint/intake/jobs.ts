import type { Job, Work } from '../../platform/jobs.ts'
import { loadKnownFileKeys } from '../record/index.ts'
import { codeMinutes, draftHours } from './actions/draft.ts'
import { forgetOld, loadDraftFileKeys } from './store.ts'

const minute = 60_000
/** A program that sends again does so within days. */
const keyDays = 7
/** A file is written before the row that knows it commits; no transaction is open this long. */
const sweepAfterMinutes = 120

async function removeFiles(work: Work, storeKeys: readonly string[]): Promise<void> {
  for (const key of storeKeys) await work.services.files.remove(key)
}

/** Removes files of a draft after the draft let go of them. */
export const removeDraftFiles: Job = {
  name: 'intake.remove-files',
  run: (work, payload) => removeFiles(work, (payload as { readonly storeKeys: readonly string[] }).storeKeys),
}

/** Deletes unsent answers after a day, codes of receipts after some minutes, and keys of sending after a week. */
export const forgetDrafts: Job = {
  name: 'intake.forget-drafts',
  cron: '*/5 * * * *',
  async run(work) {
    const storeKeys = await work.transaction((ctx) => {
      const ago = (minutes: number) => new Date(ctx.now.getTime() - minutes * minute)
      return forgetOld(ctx.tx, { drafts: ago(draftHours * 60), codes: ago(codeMinutes), keys: ago(keyDays * 24 * 60) })
    })
    await removeFiles(work, storeKeys)
  },
}

/** Removes files that no ticket and no draft knows: an upload whose transaction failed leaves one. */
export const sweepFiles: Job = {
  name: 'intake.sweep-files',
  cron: '43 1 * * *',
  async run(work) {
    const now = await work.transaction(async (ctx) => ctx.now)
    await work.services.files.sweep(new Date(now.getTime() - sweepAfterMinutes * minute), (keys) =>
      work.transaction(async (ctx) => new Set([...(await loadKnownFileKeys(ctx.tx, keys)), ...(await loadDraftFileKeys(ctx.tx, keys))])),
    )
  },
}
