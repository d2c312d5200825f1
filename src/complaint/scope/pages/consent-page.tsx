import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Card,
  CitizenLayout,
  ErrorSummary,
  Form,
  InsetText,
  PageHeading,
  type Problems,
  RadioGroup,
} from '../../../ui/index.ts'
import type { Share } from '../rules.ts'
import { paths, reportHref } from '../urls.ts'

type Name = { readonly id: string; readonly en: string }
export type ConsentProps = {
  readonly frame: Frame
  readonly number: string
  readonly hop: {
    readonly id: string
    readonly asked: boolean
    readonly verdict: string | null
    readonly body: Name
    readonly handles: Name
    readonly contact: string
    readonly message: string
    readonly shares: readonly Share[]
  } | null
  readonly fileNames: readonly string[]
  readonly chosen: string
  readonly problems: Problems
}
type Asked = ConsentProps & { readonly hop: NonNullable<ConsentProps['hop']> }

/** What goes and what does not, one under the other: nobody has to guess. */
function WhatGoes({ frame, hop, fileNames }: Asked): VNode {
  const { t } = frame.words
  const line = (share: Share): string => {
    if (!hop.shares.includes(share)) return t(`scope.consent.not.${share}`)
    return share === 'files'
      ? t('scope.consent.goes.files', { names: fileNames.length === 0 ? '-' : fileNames.join(', ') })
      : t(`scope.consent.goes.${share}`)
  }
  return (
    <Card title={t('scope.consent.what')} icon="file-text">
      <ul class="list-disc ps-6">
        {(['text', 'files', 'contact'] as const).map((share) => (
          <li key={share}>{line(share)}</li>
        ))}
      </ul>
      <p>{t('scope.consent.never')}</p>
    </Card>
  )
}

function Question(props: Asked): VNode {
  const { frame, hop, problems, chosen } = props
  const { t, locale } = frame.words
  const body = hop.body[locale]
  const verdicts = hop.shares.includes('contact') ? (['yes', 'without_identity', 'no'] as const) : (['yes', 'no'] as const)
  return (
    <>
      <InsetText>
        <p class="whitespace-pre-line break-words" dir="auto">
          {hop.message}
        </p>
      </InsetText>
      <p>{t('scope.consent.handles', { body, handles: hop.handles[locale] })}</p>
      <WhatGoes {...props} />
      <Form frame={frame} action={paths.consent} hidden={{ hop: hop.id }} label={t('scope.consent.title')}>
        <RadioGroup
          frame={frame}
          problems={problems}
          name="verdict"
          label={t('scope.consent.question', { body })}
          options={verdicts.map((value) => ({
            value,
            label: t(`scope.consent.${value}`),
            hint: t(value === 'no' && hop.contact !== '' ? 'scope.consent.no.contact' : `scope.consent.${value}.hint`, {
              body,
              contact: hop.contact,
            }),
          }))}
          value={chosen}
        />
        <ButtonGroup>
          <Button>{t('scope.consent.submit')}</Button>
          <Button variant="secondary" href={reportHref}>
            {t('scope.consent.back')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** One question on one page: may the report go to this body, with what, and what happens if not. */
export function ConsentPage(props: ConsentProps): VNode {
  const { frame, number, hop, problems } = props
  const { t, locale } = frame.words
  const title = t('scope.consent.title')
  return (
    <CitizenLayout
      frame={frame}
      title={title}
      hasProblems={Object.keys(problems).length > 0}
      before={<BackLink frame={frame} href={reportHref} />}
      personal
    >
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading caption={number} lead={hop?.asked ? t('scope.consent.lead', { body: hop.body[locale] }) : undefined}>
        {title}
      </PageHeading>
      {hop?.asked ? (
        <Question {...props} hop={hop} />
      ) : (
        <>
          <p>
            {t(hop?.verdict == null ? 'scope.consent.nothing' : `scope.consent.decided.${hop.verdict}`, { body: hop?.body[locale] ?? '' })}
          </p>
          <p>
            <a href={reportHref}>{t('scope.consent.back')}</a>
          </p>
        </>
      )}
    </CitizenLayout>
  )
}
