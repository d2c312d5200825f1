import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { NoticeBanner } from '../feedback/banners.tsx'
import { Logo } from '../icons/logo.tsx'
import { Document, SkipLink } from './document.tsx'
import { LanguageSwitch } from './language-switch.tsx'

export type CitizenLayoutProps = {
  readonly frame: Frame
  /** The page's own name; the service's name is added. */
  readonly title: string
  readonly children: ComponentChildren
  /** A form came back with problems: the title says so first. */
  readonly hasProblems?: boolean
  /** Back link or breadcrumbs, above the main part. */
  readonly before?: ComponentChildren
  /** A full-width band under the header: the front page's opening. */
  readonly hero?: ComponentChildren
  /** Text stays as narrow as it reads well; `wide` is for tables and cards. */
  readonly width?: 'reading' | 'wide'
  /** Pages that belong to one person are kept out of search engines. */
  readonly personal?: boolean
  /** The id of the page's form: changing the language then sends it (as `_bahasa`) and keeps what was typed. */
  readonly formId?: string
}

const footerLinks = [
  { key: 'ui.footer.about', href: '/tentang' },
  { key: 'ui.footer.privacy', href: '/privasi' },
  { key: 'ui.footer.accessibility', href: '/aksesibilitas' },
  { key: 'ui.footer.officers', href: '/petugas' },
] as const

function Header({ frame, formId }: { readonly frame: Frame; readonly formId?: string | undefined }): VNode {
  const { t } = frame.words
  return (
    <header class="masthead">
      <div class="band">
        <a class="wordmark" href="/">
          <Logo />
          <span>
            <span class="wordmark-name">{t('ui.name')}</span> <span class="wordmark-service">{t('ui.service')}</span>
          </span>
        </a>
        <LanguageSwitch frame={frame} formId={formId} />
      </div>
    </header>
  )
}

function Footer({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <footer class="page-footer no-print">
      <div class="band">
        <nav aria-label={t('ui.footer.label')}>
          <ul>
            {footerLinks.map(({ key, href }) => (
              <li key={key}>
                <a href={href}>{t(key)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          {t('ui.footer.free')} <a href="/tentang#kode-sumber">{t('ui.footer.source')}</a>
        </p>
      </div>
    </footer>
  )
}

/** Every page that the public sees. */
export function CitizenLayout(props: CitizenLayoutProps): VNode {
  const { frame, title, width = 'reading' } = props
  return (
    <Document
      frame={frame}
      title={title}
      hasProblems={props.hasProblems ?? false}
      bundle="citizen"
      {...(props.personal ? { robots: 'noindex' as const } : {})}
    >
      <SkipLink frame={frame} />
      <Header frame={frame} formId={props.formId} />
      <main id="main" tabindex={-1}>
        {props.hero}
        <div class="band page">
          {props.before}
          <div class={width === 'reading' ? 'main-reading' : 'main-wide'}>
            {frame.notice ? (
              <NoticeBanner frame={frame} tone="success">
                <p>{frame.notice}</p>
              </NoticeBanner>
            ) : null}
            {props.children}
          </div>
        </div>
      </main>
      <Footer frame={frame} />
    </Document>
  )
}
