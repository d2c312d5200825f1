import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { ConsoleLayout } from '../console/console-layout.tsx'
import { BackLink, Breadcrumbs } from '../content/navigation.tsx'
import { Button } from '../controls/button.tsx'
import { StatusTag } from '../feedback/tags.tsx'
import { drawings } from '../icons/drawings.ts'
import { Icon, type IconName } from '../icons/icon.tsx'
import { CitizenLayout } from '../layout/citizen-layout.tsx'
import { Hero, PrintHeader } from '../layout/headings.tsx'
import { ConsoleSamples } from './console-samples.tsx'
import { CaseSamples, ContentSamples, FeedbackSamples, ReceiptSamples } from './content-samples.tsx'
import { FieldSamples, ProblemSamples } from './form-samples.tsx'
import { en, id, type SampleWords, samples } from './sample-words.ts'

export type ComponentsPageProps = {
  readonly frame: Frame
  /** The console's components need the console's layout; the app takes the side from the address (`/ui?sisi=petugas`). */
  readonly side?: 'citizen' | 'console'
}

function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }): VNode {
  return (
    <section class="stack" aria-label={title}>
      <p class="heading-caption">{title}</p>
      {children}
    </section>
  )
}

/** Some components the other way round, as readers of Arabic and Persian will see them. */
function RightToLeft(): VNode {
  return (
    <div dir="rtl" lang="ar" class="stack">
      <h2>ماذا حدث؟</h2>
      <p>اكتب بكلماتك الخاصة من وماذا وكيف.</p>
      <div class="choice">
        <input class="radio" type="radio" id="rtl-choice" name="rtl" checked />
        <label for="rtl-choice">شكوى</label>
        <p class="choice-hint">تأخير أو طلب مال أو معاملة سيئة.</p>
      </div>
      <p>
        <StatusTag tone="info" icon="search">
          قيد الفحص
        </StatusTag>
      </p>
      <Button icon="arrow-right" iconAtEnd>
        متابعة
      </Button>
    </div>
  )
}

function IconSamples(): VNode {
  return (
    <ul class="cards">
      {(Object.keys(drawings) as IconName[]).map((name) => (
        <li key={name}>
          <Icon name={name} />
          <code>{name}</code>
        </li>
      ))}
    </ul>
  )
}

function CitizenSamples({ frame, words }: { readonly frame: Frame; readonly words: SampleWords }): VNode {
  const hero = (
    <Hero
      title={words.hero}
      lead={words.heroLead}
      actions={
        <>
          <Button variant="gold" size="large" href="/ui" icon="arrow-right" iconAtEnd>
            {words.report}
          </Button>
          <Button variant="secondary" size="large" href="/ui">
            {words.track}
          </Button>
        </>
      }
    />
  )
  const before = <Breadcrumbs frame={frame} items={[{ label: words.home, href: '/' }, { label: words.title }]} />
  return (
    <CitizenLayout frame={frame} title={words.title} hero={hero} before={before}>
      <PrintHeader frame={frame} title={words.title} printedAt={samples.checked} />
      <Section title="Layout">
        <BackLink frame={frame} href="/" />
        <h2>{words.title}</h2>
        <p class="lead">{words.lead}</p>
        <p>
          <a href="/ui?sisi=petugas">{words.otherSide}</a>
        </p>
      </Section>
      <Section title="Forms: problems">
        <ProblemSamples frame={frame} words={words} />
      </Section>
      <Section title="Forms">
        <FieldSamples frame={frame} words={words} />
      </Section>
      <Section title="Feedback">
        <FeedbackSamples frame={frame} words={words} />
      </Section>
      <Section title="Cases">
        <CaseSamples frame={frame} words={words} />
      </Section>
      <Section title="Content">
        <ContentSamples frame={frame} words={words} />
      </Section>
      <Section title="Right to left">
        <RightToLeft />
      </Section>
      <Section title="Icons">
        <IconSamples />
      </Section>
      {/* The panel is a page's own heading, so it stands last here. */}
      <div class="stack">
        <ReceiptSamples frame={frame} words={words} />
      </div>
    </CitizenLayout>
  )
}

/** The living page: every component with sample content. Mounted at `/ui` in development. */
export function ComponentsPage({ frame, side = 'citizen' }: ComponentsPageProps): VNode {
  const words = frame.words.locale === 'id' ? id : en
  if (side === 'citizen') return <CitizenSamples frame={frame} words={words} />
  return (
    <ConsoleLayout frame={frame} title={words.title} section="inbox" counts={{ inbox: 1204 }}>
      <ConsoleSamples frame={frame} words={words} />
    </ConsoleLayout>
  )
}
