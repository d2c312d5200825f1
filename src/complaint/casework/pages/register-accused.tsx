import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Details, type Problems, SearchableSelect, TextField } from '../../../ui/index.ts'
import { reportLimits } from '../rules.ts'
import type { OptionGroup } from './views.ts'

type Props = {
  readonly frame: Frame
  readonly view: {
    readonly offices: readonly OptionGroup[]
    readonly typed: Readonly<Record<string, string>>
    readonly problems: Problems
  }
}

/** Who is complained of. Folded, because most reports name nobody. */
export function Accused({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { typed, problems } = view
  return (
    <Details summary={t('casework.register.accused')} open={(typed['accused'] ?? '') + (typed['accusedOffice'] ?? '') !== ''}>
      <div class="stack">
        <TextField
          frame={frame}
          problems={problems}
          name="accused"
          label={t('casework.register.accused')}
          hint={t('casework.register.accused.hint')}
          optional
          autocomplete="off"
          spellcheck={false}
          maxLength={reportLimits.accused}
          value={typed['accused']}
        />
        <SearchableSelect
          frame={frame}
          problems={problems}
          name="accusedOffice"
          label={t('casework.register.accused_office')}
          placeholder={t('casework.register.accused_office.none')}
          options={view.offices}
          value={typed['accusedOffice'] ?? ''}
        />
      </div>
    </Details>
  )
}
