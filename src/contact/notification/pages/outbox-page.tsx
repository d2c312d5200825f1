import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  ConsoleLayout,
  Details,
  EmptyState,
  NoticeBanner,
  PageHeading,
  Pagination,
  SummaryList,
  Table,
} from '../../../ui/index.ts'
import type { Letter, LetterLanguage } from '../rules.ts'
import { outboxMailHref, paths } from '../urls.ts'

export type OutboxItem = {
  readonly id: string
  readonly subject: string
  readonly letter: Letter
  readonly language: LetterLanguage
  readonly createdAt: Date
}
export type OutboxView = { readonly items: readonly OutboxItem[]; readonly firstHref: string | null; readonly nextHref: string | null }

function OutboxTable({ frame, view }: { readonly frame: Frame; readonly view: OutboxView }): VNode {
  const { t, shortDateTime } = frame.words
  return (
    <Table
      caption={t('notification.outbox.title')}
      hideCaption
      dense
      columns={['subject', 'letter', 'created'].map((key) => ({ key, header: t(`notification.outbox.column.${key}`) }))}
      rows={view.items.map((item) => ({
        id: item.id,
        cells: {
          subject: (
            <a href={outboxMailHref(item.id)} lang={item.language}>
              {item.subject}
            </a>
          ),
          letter: t(`notification.name.${item.letter}`),
          created: <time dateTime={item.createdAt.toISOString()}>{shortDateTime(item.createdAt)}</time>,
        },
      }))}
    />
  )
}

/** Mails that stayed here because no mail server is set up; with one, the reason why there are none. */
export function OutboxPage({ frame, view }: { readonly frame: Frame; readonly view: OutboxView | null }): VNode {
  const { t } = frame.words
  return (
    <ConsoleLayout frame={frame} title={t('notification.outbox.title')} section="outbox">
      <div class="stack">
        <PageHeading lead={view === null ? undefined : t('notification.outbox.lead')}>{t('notification.outbox.title')}</PageHeading>
        {view === null ? (
          <NoticeBanner frame={frame} tone="info" title={t('notification.outbox.off.title')}>
            <p>{t('notification.outbox.off.lead')}</p>
          </NoticeBanner>
        ) : view.items.length === 0 ? (
          <EmptyState title={t('notification.outbox.none')} icon="mail">
            <p>{t('notification.outbox.none.lead')}</p>
          </EmptyState>
        ) : (
          <>
            <OutboxTable frame={frame} view={view} />
            <Pagination frame={frame} previousHref={view.firstHref} nextHref={view.nextHref} />
          </>
        )}
      </div>
    </ConsoleLayout>
  )
}

export type OutboxMailView = OutboxItem & { readonly to: string; readonly text: string; readonly html: string }

/** One mail as it would have gone out. Its HTML is shown as source: nothing in it is ever run or loaded. */
export function OutboxMailPage({ frame, mail }: { readonly frame: Frame; readonly mail: OutboxMailView }): VNode {
  const { t, dateTime } = frame.words
  return (
    <ConsoleLayout frame={frame} title={mail.subject} section="outbox">
      <div class="stack">
        <BackLink frame={frame} href={paths.outbox} label={t('notification.outbox.back')} />
        <PageHeading caption={t(`notification.name.${mail.letter}`)} size="medium">
          {mail.subject}
        </PageHeading>
        <SummaryList
          frame={frame}
          rows={[
            { key: t('notification.outbox.mail.to'), value: <span dir="ltr">{mail.to}</span> },
            { key: t('notification.outbox.mail.language'), value: t(`notification.language.${mail.language}`) },
            { key: t('notification.outbox.mail.created'), value: dateTime(mail.createdAt) },
          ]}
        />
        <section class="stack" aria-labelledby="mail-text">
          <h2 id="mail-text">{t('notification.outbox.mail.text')}</h2>
          <p class="whitespace-pre-line break-words" lang={mail.language}>
            {mail.text}
          </p>
        </section>
        <Details summary={t('notification.outbox.mail.html')}>
          <pre class="whitespace-pre-wrap break-words text-sm" dir="ltr">
            {mail.html}
          </pre>
        </Details>
      </div>
    </ConsoleLayout>
  )
}
