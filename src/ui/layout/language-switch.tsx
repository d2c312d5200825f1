import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { locales } from '../../platform/i18n.ts'

/** Plain links, each in its own language, which come back to this page. */
export function LanguageSwitch({ frame }: { readonly frame: Frame }): VNode {
  const { t, locale: current } = frame.words
  return (
    <nav class="languages no-print" aria-label={t('ui.language')}>
      <ul>
        {locales.map((locale) => (
          <li key={locale}>
            {locale === current ? (
              <span lang={locale} aria-current="true">
                {t(`ui.language.${locale}`)}
              </span>
            ) : (
              <a href={`/bahasa/${locale}?kembali=${encodeURIComponent(frame.path)}`} hreflang={locale} lang={locale} rel="alternate" data-turbo="false">
                {t(`ui.language.${locale}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
