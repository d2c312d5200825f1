import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, Button, Card, ConsoleLayout, DescriptionGrid, Form, PageHeading, WarningText } from '../../../ui/index.ts'
import { endHref, ticketHref } from '../urls.ts'

type Props = {
  readonly frame: Frame
  readonly id: string
  readonly number: string
  readonly timeZone: string
  readonly identity: { readonly name: string; readonly email: string; readonly phone: string }
  readonly opening: { readonly id: string; readonly expiresAt: Date | null; readonly decidedByName: string | null }
}

/** Who brought an anonymous report, for the officer to whom it was opened. */
export function IdentityPage({ frame, id, number, timeZone, identity, opening }: Props): VNode {
  const { t, dateTime } = frame.words
  const title = t('identity-opening.identity.title')
  const items = (['name', 'email', 'phone'] as const).map((part) => ({
    term: t(`identity-opening.identity.${part}`),
    value: identity[part] === '' ? t('identity-opening.identity.none') : <span dir="auto">{identity[part]}</span>,
  }))
  const until = opening.expiresAt === null ? '' : dateTime(opening.expiresAt, timeZone)
  return (
    <ConsoleLayout frame={frame} title={`${title} – ${number}`} section="inbox">
      <div class="stack max-w-3xl">
        <BackLink frame={frame} href={ticketHref(id)} label={t('identity-opening.back', { number })} />
        <PageHeading caption={number} lead={t('identity-opening.identity.lead', { by: opening.decidedByName ?? '', until })} size="medium">
          {title}
        </PageHeading>
        <WarningText frame={frame}>{t('identity-opening.identity.warning')}</WarningText>
        <Card>
          <DescriptionGrid items={items} />
        </Card>
        <Form frame={frame} action={endHref(id, opening.id)} label={t('identity-opening.end')}>
          <Button variant="secondary" icon="lock">
            {t('identity-opening.end')}
          </Button>
        </Form>
      </div>
    </ConsoleLayout>
  )
}
