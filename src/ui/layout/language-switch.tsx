import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { locales } from '../../platform/i18n.ts'

type LanguageSwitchProps = {
  readonly frame: Frame
  /** The id of a form with unsent words: the languages are then buttons that send it (as `_bahasa`), so that nothing typed is lost. */
  readonly formId?: string | undefined
}

/** The other languages, each in its own words; they come back to this page. */
export function LanguageSwitch({ frame, formId }: LanguageSwitchProps): VNode {
  const { t, locale: current } = frame.words
  return (
    <nav class="languages no-print" aria-label={t('ui.language')}>
      {/* Enter in a text field presses the form's first button: that must be going on, not another language. */}
      {formId === undefined ? null : (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: its tabindex keeps it out of the tab order
        <button type="submit" form={formId} class="sr-only" tabindex={-1} aria-hidden="true" />
      )}
      <ul>
        {locales.map((locale) => (
          <li key={locale}>
            {locale === current ? (
              <span lang={locale} aria-current="true">
                {t(`ui.language.${locale}`)}
              </span>
            ) : formId === undefined ? (
              <a
                href={`/bahasa/${locale}?kembali=${encodeURIComponent(frame.path)}`}
                hreflang={locale}
                lang={locale}
                rel="alternate"
                data-turbo="false"
              >
                {t(`ui.language.${locale}`)}
              </a>
            ) : (
              <button type="submit" form={formId} name="_bahasa" value={locale} lang={locale}>
                {t(`ui.language.${locale}`)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
