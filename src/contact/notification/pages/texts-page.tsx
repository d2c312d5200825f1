import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { ConsoleLayout, PageHeading, Table } from '../../../ui/index.ts'
import { type Letter, type LetterLanguage, letterLanguages, letters } from '../rules.ts'
import { textHref } from '../urls.ts'

export type TextsView = {
  readonly changed: readonly { readonly letter: Letter; readonly language: LetterLanguage; readonly changedAt: Date }[]
}

type CellProps = { readonly frame: Frame; readonly view: TextsView; readonly letter: Letter; readonly language: LetterLanguage }

function TextCell({ frame, view, letter, language }: CellProps): VNode {
  const { t, date } = frame.words
  const own = view.changed.find((text) => text.letter === letter && text.language === language)
  const names = { letter: t(`notification.name.${letter}`), language: t(`notification.language.${language}`) }
  return (
    <a href={textHref(letter, language)} aria-label={t('notification.texts.edit', names)}>
      {own === undefined ? t('notification.texts.standard') : t('notification.texts.own', { date: date(own.changedAt) })}
    </a>
  )
}

/** All letters with the texts they have in each language. */
export function TextsPage({ frame, view }: { readonly frame: Frame; readonly view: TextsView }): VNode {
  const { t } = frame.words
  return (
    <ConsoleLayout frame={frame} title={t('notification.texts.title')} section="templates">
      <div class="stack">
        <PageHeading lead={t('notification.texts.lead')}>{t('notification.texts.title')}</PageHeading>
        <Table
          caption={t('notification.texts.title')}
          hideCaption
          dense
          columns={[
            { key: 'letter', header: t('notification.texts.column.letter') },
            { key: 'when', header: t('notification.texts.column.when') },
            ...letterLanguages.map((language) => ({ key: language, header: t(`notification.language.${language}`) })),
          ]}
          rows={letters.map((letter) => ({
            id: letter,
            cells: {
              letter: t(`notification.name.${letter}`),
              when: t(`notification.when.${letter}`),
              ...Object.fromEntries(
                letterLanguages.map((language) => [language, <TextCell key={language} {...{ frame, view, letter, language }} />]),
              ),
            },
          }))}
        />
      </div>
    </ConsoleLayout>
  )
}
