/** A request in a list of the asked unit. */
export type IncomingView = {
  readonly id: string
  readonly askingOffice: string
  readonly officeName: string
  readonly question: string
  readonly dueAt: Date
  readonly timeZone: string
  readonly isDrafted: boolean
}

/** A request of the officer's own. */
export type OwnView = Omit<IncomingView, 'askingOffice' | 'isDrafted'> & {
  readonly ticketId: string
  readonly number: string
  readonly state: 'open' | 'answered' | 'declined' | 'withdrawn'
}

/** One request as the asked unit sees it. */
export type RequestView = Omit<IncomingView, 'isDrafted'> & {
  readonly askedByName: string
  readonly askedAt: Date
  readonly shared: string
  readonly state: 'open' | 'answered' | 'declined'
  readonly reply: string
  readonly repliedByName: string | null
}
