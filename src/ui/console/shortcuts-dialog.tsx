import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'

const keys = [
  { keys: ['j'], word: 'ui.keys.next' },
  { keys: ['k'], word: 'ui.keys.previous' },
  { keys: ['o', 'Enter'], word: 'ui.keys.open' },
  { keys: ['/'], word: 'ui.keys.search' },
  { keys: ['e'], word: 'ui.keys.answer' },
  { keys: ['?'], word: 'ui.keys.help' },
] as const

/** The keys of the console, and the switch that turns them off: single letters must not surprise who dictates or types by other means. */
export function ShortcutsDialog({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <dialog class="dialog" id="shortcuts" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{t('ui.keys.title')}</h2>
      <dl class="keys">
        {keys.map(({ keys: names, word }) => (
          <div key={word}>
            <dt>
              {names.map((name) => (
                <kbd key={name} class="kbd">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
      <div class="choice">
        <input class="checkbox" type="checkbox" id="shortcuts-on" checked />
        <label for="shortcuts-on">{t('ui.keys.on')}</label>
      </div>
      <form method="dialog">
        <button class="btn btn-secondary" type="submit">
          {t('ui.close')}
        </button>
      </form>
    </dialog>
  )
}
