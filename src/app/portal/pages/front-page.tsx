import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, CitizenLayout, Form, Hero, Icon, type IconName, TextField } from '../../../ui/index.ts'

const promises = [
  { name: 'number', icon: 'tag' },
  { name: 'date', icon: 'calendar-days' },
  { name: 'secrecy', icon: 'shield-check' },
  { name: 'apart', icon: 'scale' },
] as const satisfies readonly { name: string; icon: IconName }[]

function Opening({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  const actions = (
    <>
      <Button variant="gold" size="large" href="/lapor" icon="arrow-right" iconAtEnd>
        {t('portal.front.report')}
      </Button>
      <Button variant="secondary" size="large" href="/lacak">
        {t('portal.front.track')}
      </Button>
    </>
  )
  return (
    <Hero title={t('portal.front.title')} lead={t('portal.front.lead')} actions={actions}>
      <p class="mt-5">
        <a href="/cara-kerja">{t('portal.front.how')}</a>
      </p>
    </Hero>
  )
}

function Ways({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <section class="cards" aria-label={t('portal.front.ways')}>
      <Card title={t('portal.front.report_card')} href="/lapor" icon="megaphone">
        <p>{t('portal.front.report_words')}</p>
      </Card>
      <Card title={t('portal.front.track_card')} icon="search">
        <Form frame={frame} action="/lacak" method="get" label={t('portal.front.track_card')}>
          <TextField
            frame={frame}
            name="nomor"
            label={t('portal.front.number')}
            hint={t('portal.front.number_hint')}
            inputmode="text"
            autocomplete="off"
            spellcheck={false}
            ltr
          />
          <Button variant="secondary">{t('portal.front.track_go')}</Button>
        </Form>
      </Card>
      <Card title={t('portal.front.how_card')} href="/cara-kerja" icon="info">
        <p>{t('portal.front.how_words')}</p>
      </Card>
    </section>
  )
}

function Promises({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{t('portal.front.promises')}</h2>
      <ul class="mt-6 grid gap-6 sm:grid-cols-2">
        {promises.map(({ name, icon }) => (
          <li key={name} class="flex gap-4">
            <span class="text-accent">
              <Icon name={icon} size="large" />
            </span>
            <div>
              <h3>{t(`portal.front.promise.${name}`)}</h3>
              <p class="mt-1">{t(`portal.front.promise.${name}.words`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In ten seconds: what this is, and the three ways on. */
export function FrontPage({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('portal.front.title')} width="wide" hero={<Opening frame={frame} />}>
      <Ways frame={frame} />
      <Promises frame={frame} />
      <section aria-labelledby="everybody">
        <h2 id="everybody">{t('portal.front.everybody')}</h2>
        <p class="mt-3 max-w-2xl">{t('portal.front.everybody_words')}</p>
        <p class="mt-3 max-w-2xl">{t('portal.front.danger')}</p>
      </section>
    </CitizenLayout>
  )
}
