export type ChainFault = 'changed' | 'missing' | 'gap' | 'stray'

/** The newest check of the whole chain that an auditor asked for; `intact` is null while it runs. */
export type CheckView = {
  readonly startedAt: Date
  readonly startedBy: string | null
  readonly total: number
  readonly position: number
  readonly finishedAt: Date | null
  readonly intact: boolean | null
  readonly fault: ChainFault | null
  readonly entryId: string | null
}

/** How long the chain is, how many entries wait for their link, and what the last check found. */
export type ChainView = { readonly linked: number; readonly pending: number; readonly check: CheckView | null }
