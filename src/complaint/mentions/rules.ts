/** A role that a colleague holds in the ticket's unit. */
export type Holding = { readonly officerId: string; readonly name: string; readonly active: boolean; readonly role: string }
export type Person = { readonly id: string; readonly name: string }

type Sight = { readonly restricted: boolean; readonly assigneeId: string | null; readonly selfId: string | null }

const handling: ReadonlySet<string> = new Set(['intake', 'handler', 'manager', 'compliance'])
const supervising: ReadonlySet<string> = new Set(['manager', 'compliance'])

/** Colleagues of the unit who see a ticket, as row-level security has it, without the one who writes. */
export function listSighted(held: readonly Holding[], { restricted, assigneeId, selfId }: Sight): readonly Person[] {
  const sees = ({ officerId, active, role }: Holding): boolean =>
    active && officerId !== selfId && handling.has(role) && (!restricted || officerId === assigneeId || supervising.has(role))
  return [...new Map(held.filter(sees).map(({ officerId, name }) => [officerId, { id: officerId, name }])).values()]
}

/** Those of these people whom a note calls: `@` and the whole name, in any case of letters, no longer name beginning with it. */
export function findCalled(body: string, people: readonly Person[]): readonly string[] {
  const text = body.toLowerCase()
  const isCalled = (name: string): boolean => {
    const longer = people.filter((other) => other.name.length > name.length && other.name.toLowerCase().startsWith(name.toLowerCase()))
    const rest = longer.reduce((left, other) => left.replaceAll(`@${other.name.toLowerCase()}`, ''), text)
    return rest.split(`@${name.toLowerCase()}`).some((part, place) => place > 0 && !/^\p{L}/u.test(part))
  }
  return people.filter(({ name }) => isCalled(name)).map(({ id }) => id)
}
