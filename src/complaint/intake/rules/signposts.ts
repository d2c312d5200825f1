import type { Kind } from '../../record/events.ts'
import { isIntegrity, isManner } from './routing.ts'

/** Pages that say what may help at once, before a report is written; each leads on to the report. Their words: `intake.signpost.<name>.*`. */
export const signposts = [
  'quota',
  'account',
  'payment',
  'status',
  'correction',
  'decision',
  'lost',
  'priority',
  'image',
  'fake',
  'autogate',
  'arrival',
  'staff',
  'manner',
  'danger',
  'foreigner',
  'earlier',
] as const
export type Signpost = (typeof signposts)[number]

const byReason: Readonly<Record<string, Signpost>> = {
  'PSP.01': 'quota',
  'INF.03': 'quota',
  'PSP.02': 'account',
  'PSP.03': 'account',
  'PSP.04': 'account',
  'PSP.05': 'payment',
  'VSA.01': 'payment',
  'PSP.06': 'status',
  'VSA.04': 'status',
  'ITK.01': 'status',
  'INF.04': 'status',
  'PSP.07': 'correction',
  'VSA.03': 'correction',
  'PSP.08': 'decision',
  'TPI.04': 'decision',
  'TPI.05': 'decision',
  'DET.08': 'decision',
  'PSP.10': 'lost',
  'PSP.13': 'priority',
  'VSA.02': 'image',
  'VSA.05': 'fake',
  'TPI.02': 'autogate',
  'TPI.03': 'arrival',
  'DET.04': 'danger',
  'DET.05': 'danger',
  'DET.06': 'danger',
  'PMI.03': 'danger',
  'PMI.05': 'danger',
  'REF.04': 'danger',
}

/** The signpost for what was chosen; null for most. Praise and suggestions need none. */
export function findSignpost(kind: Kind, topic: string | undefined, reason: string | undefined): Signpost | null {
  if (kind === 'suggestion' || kind === 'compliment') return null
  if (topic === 'earlier') return 'earlier'
  if (reason === undefined) return null
  if (isIntegrity(reason)) return 'staff'
  if (isManner(reason)) return 'manner'
  if (reason.split('.')[0] === 'WAS') return 'foreigner'
  return byReason[reason] ?? null
}

/** Official addresses only: the name of every one ends in imigrasi.go.id, or is an address of our own. */
export const signpostLinks: Readonly<Partial<Record<Signpost, readonly string[]>>> = {
  payment: ['https://evisa.imigrasi.go.id'],
  status: ['https://evisa.imigrasi.go.id'],
  image: ['https://evisa.imigrasi.go.id'],
  fake: ['https://www.imigrasi.go.id', 'https://evisa.imigrasi.go.id'],
  arrival: ['https://allindonesia.imigrasi.go.id'],
  manner: ['/lapor/topik'],
  earlier: ['/lacak'],
}
