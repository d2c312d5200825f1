/** Told of when the questions of a check are put to the complainant; `objectId` is the ticket's, `payload` is this. */
export const askedEvent = 'retaliation.asked'
export type Asked = { readonly checkId: string }
