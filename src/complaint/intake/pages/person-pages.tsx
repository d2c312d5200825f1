import type { VNode } from 'preact'
import { Button, Checkbox, Details, InsetText, PageHeading, TextField } from '../../../ui/index.ts'
import { readValue, StepPage, type StepView, wire } from './step-page.tsx'

const choices = ['anonymous', 'secret', 'unidentified'] as const

/** Three independent things, each with what it means and what it costs. */
export function PrivacyPage({ view }: { readonly view: StepView }): VNode {
  const { t } = view.frame.words
  return (
    <StepPage view={view} title={t('intake.privacy.title')}>
      <PageHeading lead={t('intake.privacy.lead')}>{t('intake.privacy.title')}</PageHeading>
      {choices.map((name) => (
        <Checkbox
          key={name}
          {...wire(view)}
          name={name}
          label={t(`intake.privacy.${name}`)}
          hint={t(`intake.privacy.${name}_hint`)}
          checked={readValue(view, name) !== ''}
        />
      ))}
      <Details summary={t('intake.privacy.more')}>
        <p>{t('intake.privacy.more_1')}</p>
        <p>{t('intake.privacy.more_2')}</p>
        <p>
          <a href="/privasi">{t('intake.privacy.more_link')}</a>
        </p>
      </Details>
    </StepPage>
  )
}

function ContactFields({ view, anonymous }: { readonly view: StepView; readonly anonymous: boolean }): VNode {
  const { t } = view.frame.words
  const field = wire(view)
  return (
    <>
      <TextField
        {...field}
        name="email"
        label={t('intake.contact.email')}
        hint={t(anonymous ? 'intake.contact.email_hint.anonymous' : 'intake.contact.email_hint')}
        type="email"
        autocomplete="email"
        spellcheck={false}
        ltr
        value={readValue(view, 'email')}
      />
      <TextField
        {...field}
        name="phone"
        label={t('intake.contact.phone')}
        hint={t('intake.contact.phone_hint')}
        type="tel"
        autocomplete="tel"
        width="medium"
        ltr
        value={readValue(view, 'phone')}
      />
      <TextField
        {...field}
        name="name"
        label={t('intake.contact.name')}
        hint={t('intake.contact.name_hint')}
        optional
        autocomplete="name"
        spellcheck={false}
        value={readValue(view, 'name')}
      />
    </>
  )
}

export function ContactPage({ view, anonymous }: { readonly view: StepView; readonly anonymous: boolean }): VNode {
  const { t } = view.frame.words
  const without = (
    <Button variant="secondary" name="withoutIdentity" value="1">
      {t('intake.contact.without')}
    </Button>
  )
  return (
    <StepPage
      view={view}
      title={t('intake.contact.title')}
      buttons={without}
      after={<p class="text-muted">{t('intake.contact.without_hint')}</p>}
    >
      <PageHeading lead={t('intake.contact.lead')}>{t('intake.contact.title')}</PageHeading>
      {anonymous ? (
        <InsetText>
          <p>{t('intake.contact.anonymous')}</p>
        </InsetText>
      ) : null}
      <ContactFields view={view} anonymous={anonymous} />
    </StepPage>
  )
}
