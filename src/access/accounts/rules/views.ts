/** What pages show and reads bring: plain data that both sides know. */

export type HeldRole = { readonly role: string; readonly officeId: string; readonly officeName: string }

export type Office = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly type: string
  readonly class: string | null
  readonly city: string | null
  readonly province: string | null
  readonly timeZone: string
  readonly active: boolean
  /** Offered to the public in the form. */
  readonly selectable: boolean
  /** The unit above it, where the administrator named one. */
  readonly parentId: string | null
}

export type DeviceView = {
  readonly id: string
  readonly device: string
  readonly address: string
  readonly createdAt: Date
  readonly seenAt: Date
  readonly current: boolean
}
export type KeyView = { readonly id: string; readonly name: string; readonly createdAt: Date; readonly lastUsedOn: Date | null }

/** The page of the own account. */
export type AccountView = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: string
  readonly secondFactor: boolean
  readonly passwordChangedAt: Date | null
  readonly roles: readonly HeldRole[]
  readonly devices: readonly DeviceView[]
  readonly keys: readonly KeyView[]
}

export type AdminFigures = {
  readonly officers: number
  readonly withoutSecondFactor: number
  readonly neverSignedIn: number
  readonly offices: number
  /** Units in which somebody handles reports and nobody answers for them. */
  readonly withoutManager: readonly string[]
}

export type OfficeLine = Office & { readonly officers: number }

export type OfficerLine = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly active: boolean
  readonly demo: boolean
  readonly secondFactor: boolean
  readonly hasPassword: boolean
  readonly roles: readonly HeldRole[]
}

export type OfficerView = OfficerLine & { readonly language: string; readonly createdAt: Date; readonly sessions: number }

/** What an officer can do, and from when until when they are away (`YYYY-MM-DD`). */
export type WorkView = {
  readonly id: string
  readonly name: string
  readonly languages: readonly string[]
  readonly skills: readonly string[]
  readonly absences: readonly { readonly id: string; readonly from: string; readonly until: string; readonly deputy: string | null }[]
  readonly trainings: readonly {
    readonly id: string
    /** The other one is the trainee. */
    readonly trains: boolean
    readonly otherId: string
    readonly other: string
    readonly from: string
    /** Null: goes on. */
    readonly until: string | null
    readonly over: boolean
  }[]
  /** Everybody of the same units. */
  readonly colleagues: readonly { readonly value: string; readonly label: string }[]
  /** Who could stand in. */
  readonly deputies: readonly { readonly value: string; readonly label: string }[]
}
