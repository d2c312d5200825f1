/** How the person who reports stands to the person it is about. */
export const relations = ['family', 'lawyer', 'sponsor', 'organisation', 'friend', 'other'] as const
export type Relation = (typeof relations)[number]

/** Limits of what a report holds, in characters. */
export const limits = { text: 50_000, wish: 5_000, happenedAt: 300, name: 200, email: 254, phone: 40, files: 5 } as const
