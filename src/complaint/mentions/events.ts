/** Told of when colleagues are called to a note; `objectId` is the ticket's, `payload` is this. */
export const calledEvent = 'mentions.called'
export type Called = { readonly noteId: string; readonly officerIds: readonly string[] }
