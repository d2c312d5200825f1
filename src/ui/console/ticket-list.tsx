import type { ComponentChildren, VNode } from 'preact'

export type TicketListItem = {
  readonly id: string
  readonly href: string
  /** The ticket's own title or first words. */
  readonly title: string
  readonly number: string
  /** Tags: due date first, then state. */
  readonly tags?: ComponentChildren
  /** Who, where, when: one line, cut when too long. */
  readonly facts?: ComponentChildren
  /** The one that is open beside the list. */
  readonly current?: boolean
  /** Not yet seen by the officer. */
  readonly unread?: boolean
}

export type TicketListProps = {
  readonly label: string
  readonly items: readonly TicketListItem[]
  /** Puts a tick before each, sent under this name with the ticket's id: for acting on several at once. */
  readonly selectName?: string
  /** "Select {number}" for each tick. */
  readonly selectLabel?: (item: TicketListItem) => string
}

/** Tickets, two or three lines each. The keys j, k and o walk along it. */
export function TicketList({ label, items, selectName, selectLabel }: TicketListProps): VNode {
  return (
    <ol class="tickets" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} class={item.unread ? 'ticket ticket-unread' : 'ticket'}>
          {selectName ? (
            <input
              class="checkbox"
              type="checkbox"
              name={selectName}
              value={item.id}
              aria-label={selectLabel?.(item) ?? item.number}
              data-check-all-target="item"
            />
          ) : null}
          <div class="ticket-body">
            <a href={item.href} data-key-item aria-current={item.current ? 'true' : undefined}>
              <span class="ticket-title" dir="auto">
                {item.title}
              </span>
            </a>
            <p class="ticket-facts">
              <span class="ticket-number" dir="ltr">
                {item.number}
              </span>
              {item.facts ? <span class="ticket-more">{item.facts}</span> : null}
            </p>
            {item.tags ? <div class="ticket-tags">{item.tags}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
