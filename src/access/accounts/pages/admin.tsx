import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card, ConsoleLayout, listConsoleLinks, NoticeBanner, PageHeading } from '../../../ui/index.ts'
import type { AdminFigures } from '../rules/views.ts'

type Props = { readonly frame: Frame; readonly figures: AdminFigures }

const noPermissions: ReadonlySet<string> = new Set()

/** Where an administrator begins: what can be set, and what deserves a look. */
export function AdminPage({ frame, figures }: Props): VNode {
  const { t } = frame.words
  const links = listConsoleLinks(frame.officer?.permissions ?? noPermissions).filter(
    ({ id, group }) => group === 'service' && id !== 'admin' && frame.words.has(`accounts.admin.${id}`),
  )
  return (
    <ConsoleLayout frame={frame} title={t('accounts.admin.title')} section="admin">
      <PageHeading lead={t('accounts.admin.lead', { officers: figures.officers, offices: figures.offices })}>
        {t('accounts.admin.title')}
      </PageHeading>
      {figures.withoutManager.length > 0 ? (
        <NoticeBanner frame={frame} tone="warning" title={t('accounts.admin.leaderless', { count: figures.withoutManager.length })}>
          <p>{t('accounts.admin.leaderless.hint', { offices: figures.withoutManager.join(', ') })}</p>
        </NoticeBanner>
      ) : null}
      {figures.withoutSecondFactor > 0 ? (
        <NoticeBanner frame={frame} tone="warning" title={t('accounts.admin.second_factor', { count: figures.withoutSecondFactor })}>
          <p>{t('accounts.admin.second_factor.hint')}</p>
        </NoticeBanner>
      ) : null}
      <div class="cards">
        {links.map(({ id, href, icon }) => (
          <Card key={id} title={t(`ui.console.${id}`)} href={href} icon={icon}>
            <p class="text-muted">{t(`accounts.admin.${id}`)}</p>
          </Card>
        ))}
      </div>
      {figures.neverSignedIn > 0 ? <p class="text-muted">{t('accounts.admin.never', { count: figures.neverSignedIn })}</p> : null}
    </ConsoleLayout>
  )
}
