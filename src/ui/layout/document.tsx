import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'

type DocumentProps = {
  readonly frame: Frame
  readonly title: string
  readonly hasProblems: boolean
  readonly bundle: 'citizen' | 'console'
  /** Attributes of `body` that start the console's controllers. */
  readonly body?: Readonly<Record<string, string>>
  readonly robots?: 'noindex'
  readonly children: ComponentChildren
}

/** The console is live: its head tells Turbo to keep no copy of a page and to fetch none that nobody asked for, since every read is audited. */
function ConsoleMeta({ frame }: { readonly frame: Frame }): VNode {
  return (
    <>
      <meta name="csp-nonce" content={frame.nonce} />
      <meta name="turbo-cache-control" content="no-cache" />
      <meta name="turbo-prefetch" content="false" />
      <meta name="turbo-root" content="/petugas" />
    </>
  )
}

/** The whole document around a page. Nothing in it is inline, so the content security policy needs no exception. */
export function Document(props: DocumentProps): VNode {
  const { frame, title, bundle } = props
  const { t, locale, dir } = frame.words
  const track = bundle === 'console' ? 'reload' : undefined
  return (
    <html lang={locale} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0b2447" />
        <title>{`${props.hasProblems ? `${t('ui.field.problem')} ` : ''}${title} – ${t('ui.name')}`}</title>
        {props.robots ? <meta name="robots" content={props.robots} /> : null}
        <link rel="preload" as="font" type="font/woff2" href={frame.assets('heading.woff2')} crossorigin="anonymous" />
        <link rel="stylesheet" href={frame.assets(`${bundle}.css`)} data-turbo-track={track} />
        <link rel="icon" type="image/svg+xml" href={frame.assets('favicon.svg')} />
        {bundle === 'console' ? <ConsoleMeta frame={frame} /> : null}
        <script type="module" src={frame.assets(`${bundle}.js`)} nonce={frame.nonce} data-turbo-track={track} />
      </head>
      <body {...props.body}>{props.children}</body>
    </html>
  )
}

/** The first link of a page: past all that repeats. */
export function SkipLink({ frame }: { readonly frame: Frame }): VNode {
  return (
    <a class="skip-link" href="#main">
      {frame.words.t('ui.skip')}
    </a>
  )
}
