/** How the person who reports stands to the person it is about. */
export const relations = ['family', 'lawyer', 'sponsor', 'organisation', 'friend', 'other'] as const
export type Relation = (typeof relations)[number]

/** Limits of what a report holds, in characters; `files` is a number of files. `body` is the text with what the form adds below it. */
export const limits = {
  text: 50_000,
  body: 51_000,
  wish: 5_000,
  reference: 100,
  happenedRoughly: 200,
  happenedAt: 300,
  accused: 300,
  name: 200,
  email: 254,
  phone: 40,
  files: 5,
} as const
