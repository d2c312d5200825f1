import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, CitizenLayout, FileList, Form, InsetText, PageHeading, SummaryList } from '../../../ui/index.ts'
import type { SharePurpose } from '../rules.ts'
import { fileHref, openHref } from '../urls.ts'

/** Mail programs open links to look at them; only a person presses the button. The same page for whatever link. */
export function ConfirmPage({ frame, token }: { readonly frame: Frame; readonly token: string }): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('share.confirm.title')} personal>
      <PageHeading lead={t('share.confirm.lead')}>{t('share.confirm.title')}</PageHeading>
      <p>{t('share.confirm.logged')}</p>
      <Form frame={frame} action={openHref(token)}>
        <Button icon="eye">{t('share.confirm.submit')}</Button>
      </Form>
    </CitizenLayout>
  )
}

/** The same for a link that never was, is over or was closed. */
export function OverPage({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('share.over.title')} personal>
      <PageHeading lead={t('share.over.lead')}>{t('share.over.title')}</PageHeading>
      <p>{t('share.over.next')}</p>
    </CitizenLayout>
  )
}

type PartProps = {
  readonly frame: Frame
  readonly token: string
  readonly part: {
    readonly number: string
    readonly officeName: string
    readonly timeZone: string
    readonly bodyName: { readonly id: string; readonly en: string }
    readonly purpose: SharePurpose
    readonly purposeWords: string
    readonly body: string
    readonly answer: string
    readonly files: readonly { readonly id: string; readonly name: string; readonly type: string; readonly size: number }[]
    readonly expiresAt: Date
  }
}

function Words({ title, children }: { readonly title: string; readonly children: string }): VNode | null {
  if (children === '') return null
  return (
    <Card title={title}>
      <p class="whitespace-pre-line break-words" dir="auto">
        {children}
      </p>
    </Card>
  )
}

/** The part of a report that was shared, and nothing else of it. */
export function PartPage({ frame, token, part }: PartProps): VNode {
  const { t, date, locale } = frame.words
  const title = t('share.part.title', { number: part.number })
  const files = part.files.map(({ id, name, type, size }) => ({ name, type, bytes: size, href: fileHref(token, id) }))
  const rows = [
    { key: t('share.part.from'), value: part.officeName },
    { key: t('share.part.for'), value: part.bodyName[locale] },
    { key: t('share.purpose'), value: t(`share.purpose.${part.purpose}`) },
    { key: t('share.part.until'), value: date(part.expiresAt, part.timeZone) },
  ]
  return (
    // The address would open the page with the button again, in whichever language.
    <CitizenLayout frame={frame} title={title} personal>
      <PageHeading caption={part.number} lead={t('share.part.lead')}>
        {t('share.confirm.title')}
      </PageHeading>
      <SummaryList frame={frame} rows={rows} />
      <Words title={t('share.part.asked')}>{part.purposeWords}</Words>
      <Words title={t('share.part.report')}>{part.body}</Words>
      <Words title={t('share.part.answer')}>{part.answer}</Words>
      {files.length === 0 ? null : (
        <Card title={t('share.part.files')}>
          <FileList frame={frame} files={files} />
        </Card>
      )}
      <InsetText>{t('share.part.care')}</InsetText>
    </CitizenLayout>
  )
}
