import type { VNode } from 'preact'
import { CheckboxGroup, Form, InsetText, NoticeBanner, RadioGroup, SearchableSelect, Select, TextArea } from '../../../ui/index.ts'
import { type Confidence, type HopState, hopReasons, isUnderWay, legalBases, longestWords, offerShares } from '../../scope/rules.ts'
import { longestReason } from '../rules.ts'
import { hopHref, verbHref } from '../urls.ts'
import { DeedButtons, DeedPage, type DeedProps } from './deed-page.tsx'

type Body = {
  readonly id: string
  readonly nameId: string
  readonly nameEn: string
  readonly handlesId: string
  readonly handlesEn: string
}
type Props = DeedProps & {
  readonly bodies: readonly Body[]
  /** The last hand-over, if there is one. */
  readonly underWay: { readonly state: HopState; readonly body: { readonly id: string; readonly en: string } } | null
  readonly confidence: Confidence
}

function WhereTo({ frame, typed, problems, bodies }: Props): VNode {
  const { t, locale } = frame.words
  const options = bodies.map(({ id, nameId, nameEn, handlesId, handlesEn }) => ({
    value: id,
    label: `${locale === 'id' ? nameId : nameEn}: ${locale === 'id' ? handlesId : handlesEn}`,
  }))
  return (
    <>
      <SearchableSelect
        frame={frame}
        problems={problems}
        name="body"
        label={t('scope.body')}
        placeholder={t('casework.choose')}
        options={options}
        value={typed['body'] ?? ''}
      />
      <Select
        frame={frame}
        problems={problems}
        name="reason"
        label={t('scope.reason')}
        placeholder={t('casework.choose')}
        options={hopReasons.map((value) => ({ value, label: t(`scope.reason.${value}`) }))}
        value={typed['reason'] ?? ''}
        width="medium"
      />
      <TextArea
        frame={frame}
        problems={problems}
        name="words"
        label={t('scope.words')}
        hint={t('scope.words.hint')}
        rows={2}
        maxLength={longestReason}
        value={typed['words']}
      />
    </>
  )
}

/** What goes along: the least unless more is ticked. Why somebody's contact cannot be ticked is said. */
function WhatGoes({ frame, typed, problems, confidence }: Props): VNode {
  const { t } = frame.words
  const offered = offerShares(confidence, true)
  const hidden = confidence.unidentified ? 'unidentified' : confidence.anonymous ? 'anonymous' : null
  return (
    <>
      <CheckboxGroup
        frame={frame}
        problems={problems}
        name="share"
        label={t('scope.share')}
        hint={t('scope.share.hint')}
        options={offered.map((share) => ({ value: share, label: t(`scope.share.${share}`) }))}
        values={(typed['share'] ?? '').split(',')}
      />
      {hidden === null ? null : <InsetText>{t(`scope.share.${hidden}`)}</InsetText>}
    </>
  )
}

/** Consent, or what the law puts in its place. */
function Consent({ frame, typed, problems }: Props): VNode {
  const { t } = frame.words
  const basis = (
    <>
      <Select
        frame={frame}
        problems={problems}
        name="basis"
        label={t('scope.basis')}
        placeholder={t('casework.choose')}
        options={legalBases.map((value) => ({ value, label: t(`scope.basis.${value}`) }))}
        value={typed['basis'] ?? ''}
        width="medium"
      />
      <TextArea
        frame={frame}
        problems={problems}
        name="basisWords"
        label={t('scope.basis.words')}
        hint={t('scope.basis.words.hint')}
        rows={2}
        maxLength={longestReason}
        value={typed['basisWords']}
      />
    </>
  )
  return (
    <RadioGroup
      frame={frame}
      problems={problems}
      name="consent"
      label={t('scope.consent')}
      options={[
        { value: 'ask', label: t('scope.consent.ask'), hint: t('scope.consent.ask.hint') },
        { value: 'basis', label: t('scope.consent.basis'), hint: t('scope.consent.basis.hint'), more: basis },
      ]}
      value={typed['consent'] ?? 'ask'}
    />
  )
}

/** Proposing to send a report on to another body, in under a minute: where to, why, what goes along, and what the complainant is told. */
export function SendOnPage(props: Props): VNode {
  const { frame, head, typed, problems, underWay } = props
  const { t, locale } = frame.words
  if (underWay !== null && isUnderWay(underWay.state))
    return (
      <DeedPage {...props} title={t('casework.verb.send_on')}>
        <NoticeBanner frame={frame} id="under-way" title={t('scope.under_way', { body: underWay.body[locale] })}>
          <p>
            <a href={hopHref(head.id)}>{t('scope.open')}</a>
          </p>
        </NoticeBanner>
      </DeedPage>
    )
  return (
    <DeedPage {...props} title={t('casework.verb.send_on')} lead={t('scope.propose.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'send_on')} hidden={{ version: String(head.version) }}>
        <WhereTo {...props} />
        <WhatGoes {...props} />
        <Consent {...props} />
        <TextArea
          frame={frame}
          problems={problems}
          name="message"
          label={t('scope.message')}
          hint={t('scope.message.hint')}
          rows={4}
          maxLength={longestWords}
          value={typed['message']}
        />
        <DeedButtons {...props} label={t('scope.propose')} />
      </Form>
    </DeedPage>
  )
}
