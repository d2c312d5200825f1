import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { listConsoleLinks } from './navigation.ts'

const keys = [
  { keys: ['j'], word: 'ui.keys.next' },
  { keys: ['k'], word: 'ui.keys.previous' },
  { keys: ['o', 'Enter'], word: 'ui.keys.open' },
  { keys: ['x'], word: 'ui.keys.tick' },
  { keys: ['u'], word: 'ui.keys.back' },
  { keys: ['/'], word: 'ui.keys.search' },
  { keys: ['e'], word: 'ui.keys.answer' },
  { keys: ['?'], word: 'ui.keys.help' },
] as const

/** Only the pages that this officer can go to. */
function listGoing({ officer }: Frame) {
  return listConsoleLinks(officer?.permissions ?? new Set()).flatMap((link) =>
    'key' in link ? [{ keys: ['g', link.key], word: `ui.console.${link.id}` }] : [],
  )
}

/** The keys of the console, and the switch that turns them off: single letters must not surprise who dictates or types by other means. */
export function ShortcutsDialog({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <dialog class="dialog" id="shortcuts" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{t('ui.keys.title')}</h2>
      <dl class="keys">
        {[...keys, ...listGoing(frame)].map(({ keys: names, word }) => (
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
