/** An officer was switched off, or lost a role: what they had in hand may lie with somebody who is not there. The object is the officer. */
export const officerLeft = 'accounts.officer_left'
