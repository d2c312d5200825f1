import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { CountBadge } from '../feedback/tags.tsx'
import { Icon } from '../icons/icon.tsx'
import { type ConsoleSection, listConsoleLinks } from './navigation.ts'

/** How much waits behind a link, by its id. */
export type ConsoleCounts = Readonly<Partial<Record<ConsoleSection, number>>>

type NavigationProps = { readonly frame: Frame; readonly section: ConsoleSection; readonly counts: ConsoleCounts }

const groups = ['work', 'office', 'service'] as const
const noPermissions: ReadonlySet<string> = new Set()

export function ConsoleNavigation({ frame, section, counts }: NavigationProps): VNode {
  const { t, number } = frame.words
  const links = listConsoleLinks(frame.officer?.permissions ?? noPermissions)
  return (
    <>
      {groups.map((group) => {
        const members = links.filter((link) => link.group === group)
        return members.length === 0 ? null : (
          <ul key={group} class="side-links">
            {members.map(({ id, href, icon, ...more }) => {
              const count = counts[id as ConsoleSection]
              return (
                <li key={id}>
                  <a href={href} aria-current={id === section ? 'page' : undefined} data-key-go={'key' in more ? more.key : undefined}>
                    <Icon name={icon} />
                    <span class="grow">{t(`ui.console.${id}`)}</span>
                    {count === undefined || count === 0 ? null : <CountBadge count={number(count)} label={t('ui.count.items')} />}
                  </a>
                </li>
              )
            })}
          </ul>
        )
      })}
    </>
  )
}
