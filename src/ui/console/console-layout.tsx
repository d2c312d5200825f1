import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { NoticeBanner } from '../feedback/banners.tsx'
import { HiddenFields } from '../forms/form.tsx'
import { Icon } from '../icons/icon.tsx'
import { Logo } from '../icons/logo.tsx'
import { Document, SkipLink } from '../layout/document.tsx'
import { LanguageSwitch } from '../layout/language-switch.tsx'
import { type ConsoleCounts, ConsoleNavigation } from './console-navigation.tsx'
import type { ConsoleSection } from './navigation.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

export type ConsoleLayoutProps = {
  readonly frame: Frame
  readonly title: string
  /** Which link of the side navigation this page belongs to. */
  readonly section: ConsoleSection
  readonly children: ComponentChildren
  readonly counts?: ConsoleCounts
  readonly hasProblems?: boolean
  /** What is in the search box, on the page of its results. */
  readonly query?: string
}

function SearchBox({ frame, query }: { readonly frame: Frame; readonly query: string }): VNode {
  const { t } = frame.words
  return (
    <search class="console-search">
      <form action="/petugas/cari" method="get">
        <label class="sr-only" for="console-search">
          {t('ui.console.search')}
        </label>
        <input
          class="input"
          id="console-search"
          name="q"
          type="search"
          value={query}
          placeholder={t('ui.console.search')}
          aria-keyshortcuts="/"
        />
        <button class="btn btn-search" type="submit">
          <Icon name="search" />
          <span class="sr-only">{t('ui.console.search.send')}</span>
        </button>
      </form>
    </search>
  )
}

function OfficerMenu({ frame }: { readonly frame: Frame }): VNode | null {
  const { t } = frame.words
  if (!frame.officer) return null
  return (
    <div class="console-officer">
      <a href="/petugas/akun">
        <Icon name="user" />
        <span>
          <span class="console-officer-name">{frame.officer.name}</span>
          <span class="console-officer-office">{frame.officer.officeName}</span>
        </span>
      </a>
      <form action="/petugas/keluar" method="post" data-turbo="false" data-sign-out>
        <HiddenFields frame={frame} />
        <button class="btn btn-bar" type="submit">
          <Icon name="log-out" flips />
          <span>{t('ui.console.sign-out')}</span>
        </button>
      </form>
    </div>
  )
}

function TopBar({ frame, query }: { readonly frame: Frame; readonly query: string }): VNode {
  const { t } = frame.words
  return (
    <header class="topbar no-print">
      <a class="wordmark" href="/petugas">
        <Logo />
        <span class="wordmark-name">
          {t('ui.name')} <span class="sr-only">{t('ui.console.name')}</span>
        </span>
      </a>
      {/* Who handles no reports has none to search. */}
      {frame.officer?.permissions.has('inbox.read') ? <SearchBox frame={frame} query={query} /> : <div class="grow" />}
      <OfficerMenu frame={frame} />
    </header>
  )
}

/** Every page of a signed-in officer. The navigation is twice in the page: folded on small screens, open on wide ones; one of them is always off. */
export function ConsoleLayout(props: ConsoleLayoutProps): VNode {
  const { frame, section, counts = {} } = props
  const { t } = frame.words
  const links = <ConsoleNavigation frame={frame} section={section} counts={counts} />
  return (
    <Document
      frame={frame}
      title={props.title}
      hasProblems={props.hasProblems ?? false}
      bundle="console"
      robots="noindex"
      body={{ class: 'console', 'data-controller': 'list-keys' }}
    >
      <SkipLink frame={frame} />
      <TopBar frame={frame} query={props.query ?? ''} />
      <div class="console-body">
        <details class="side-small no-print">
          <summary>
            <Icon name="menu" />
            <span>{t('ui.console.menu')}</span>
          </summary>
          <nav aria-label={t('ui.console.menu')}>
            {links}
            <div class="side-foot">
              <LanguageSwitch frame={frame} />
            </div>
          </nav>
        </details>
        <nav class="side no-print" aria-label={t('ui.console.menu')}>
          {links}
          <div class="side-foot">
            <LanguageSwitch frame={frame} />
            <button type="button" class="side-shortcuts" data-shortcuts hidden>
              <Icon name="keyboard" size="small" />
              <span>{t('ui.keys.title')}</span>
            </button>
          </div>
        </nav>
        <main id="main" tabindex={-1} class="console-main">
          {frame.notice ? (
            <NoticeBanner frame={frame} tone="success">
              <p>{frame.notice}</p>
            </NoticeBanner>
          ) : null}
          {props.children}
        </main>
      </div>
      <ShortcutsDialog frame={frame} />
    </Document>
  )
}
