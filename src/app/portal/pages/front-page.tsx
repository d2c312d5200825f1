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
      <Button variant="secondary" size="large" href="/lacak" icon="search">
        {t('portal.front.track')}
      </Button>
      <Button variant="secondary" size="large" href="/cara-kerja">
        {t('portal.front.how')}
      </Button>
    </>
  )
  return <Hero title={t('portal.front.title')} lead={t('portal.front.lead')} actions={actions} />
}

function Track({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <Card title={t('portal.front.track')} icon="search" id="lacak">
      <p>{t('portal.front.track_words')}</p>
      <Form frame={frame} action="/lacak" method="get" label={t('portal.front.track')}>
        <TextField
          frame={frame}
          name="nomor"
          label={t('portal.front.number')}
          hint={t('portal.front.number_hint')}
          width="medium"
          autocomplete="off"
          spellcheck={false}
          ltr
        />
        <Button>{t('portal.front.track_go')}</Button>
      </Form>
    </Card>
  )
}

const steps = ['1', '2', '3'] as const

function HowInShort({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <Card title={t('portal.front.how_card')} icon="list-checks">
      <ol class="space-y-3">
        {steps.map((step) => (
          <li key={step} class="flex gap-3">
            <span
              class="grid size-8 flex-none place-items-center rounded-full bg-primary font-bold text-primary-content"
              aria-hidden="true"
            >
              {step}
            </span>
            <span>{t(`portal.front.step.${step}`)}</span>
          </li>
        ))}
      </ol>
      <p>
        <a href="/cara-kerja">{t('portal.front.how')}</a>
      </p>
    </Card>
  )
}

type Props = {
  readonly frame: Frame
  /** Days that are promised, for the words that name them. */
  readonly promised: Readonly<Record<string, number>>
}

function Promises({ frame, promised }: Props): VNode {
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
              <p class="mt-1">{t(`portal.front.promise.${name}.words`, promised)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In ten seconds: what this is, and the three ways on. */
export function FrontPage({ frame, promised }: Props): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('portal.front.title')} width="wide" hero={<Opening frame={frame} />}>
      <div class="grid gap-6 md:grid-cols-2">
        <Track frame={frame} />
        <HowInShort frame={frame} />
      </div>
      <Promises frame={frame} promised={promised} />
      <section aria-labelledby="everybody">
        <h2 id="everybody">{t('portal.front.everybody')}</h2>
        <p class="mt-3 max-w-2xl">{t('portal.front.everybody_words')}</p>
        <p class="mt-3 max-w-2xl">{t('portal.front.danger')}</p>
      </section>
    </CitizenLayout>
  )
}
