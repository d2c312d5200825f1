/** Told of when there is news of a request; `objectId` is the ticket's, `payload` is this. */
export const toldEvent = 'contribution.told'
export type Told = { readonly requestId: string; readonly news: News; readonly officerIds: readonly string[] }
export type News = 'asked' | 'passed' | 'answered' | 'declined' | 'withdrawn' | 'soon' | 'late'
