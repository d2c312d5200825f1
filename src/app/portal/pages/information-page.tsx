import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, Button, ButtonGroup, CitizenLayout, PageHeading } from '../../../ui/index.ts'

/** One part of a page: a heading with paragraphs, points or both. `link` stands below. */
export type InformationPart = {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly points: readonly string[]
  readonly ordered: boolean
  readonly link?: { readonly href: string; readonly label: string }
}

export type InformationView = {
  readonly title: string
  readonly lead: string
  readonly parts: readonly InformationPart[]
  readonly report: string
}

function Points({ part }: { readonly part: InformationPart }): VNode | null {
  if (part.points.length === 0) return null
  const points = part.points.map((point) => <li key={point}>{point}</li>)
  return part.ordered ? <ol>{points}</ol> : <ul>{points}</ul>
}

/** A page of words for everybody: how it works, about, privacy, accessibility. */
export function InformationPage({ frame, view }: { readonly frame: Frame; readonly view: InformationView }): VNode {
  return (
    <CitizenLayout frame={frame} title={view.title} before={<BackLink frame={frame} href="/" />}>
      <PageHeading lead={view.lead}>{view.title}</PageHeading>
      {view.parts.map((part) => (
        <section key={part.id} class="prose" id={part.id}>
          <h2>{part.title}</h2>
          {part.paragraphs.map((words) => (
            <p key={words}>{words}</p>
          ))}
          <Points part={part} />
          {part.link === undefined ? null : (
            <p>
              <a href={part.link.href}>{part.link.label}</a>
            </p>
          )}
        </section>
      ))}
      <ButtonGroup>
        <Button href="/lapor" icon="arrow-right" iconAtEnd>
          {view.report}
        </Button>
      </ButtonGroup>
    </CitizenLayout>
  )
}
