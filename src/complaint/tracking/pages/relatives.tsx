import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Form, NoticeBanner } from '../../../ui/index.ts'
import type { ViewRelative } from '../rules.ts'
import { urls } from '../urls.ts'

/** To the other side of a split, without typing its number or a code. */
function OpenButton({ frame, relative }: { readonly frame: Frame; readonly relative: ViewRelative }): VNode {
  return (
    <Form frame={frame} action={urls.relative} hidden={{ relative: relative.id }}>
      <Button variant="secondary" icon="file-text">
        {frame.words.t('split.own.open', { number: relative.number })}
      </Button>
    </Form>
  )
}

/** Says that this number is not worked on any more, and leads to the one that is. */
export function Home({ frame, home }: { readonly frame: Frame; readonly home: ViewRelative }): VNode {
  const { t } = frame.words
  return (
    <NoticeBanner frame={frame} tone="warning" title={t('split.own.rejoined', { number: home.number })} id="induk">
      <div class="stack">
        <p>{t('split.own.rejoined.lead')}</p>
        <OpenButton frame={frame} relative={home} />
      </div>
    </NoticeBanner>
  )
}

/** The parts that came off this report, and the one that it came off. */
export function Relatives({ frame, relatives }: { readonly frame: Frame; readonly relatives: readonly ViewRelative[] }): VNode | null {
  const { t } = frame.words
  const whole = relatives.find(({ role }) => role === 'whole')
  const parts = relatives.filter(({ role }) => role === 'part')
  return (
    <>
      {whole === undefined ? null : (
        <NoticeBanner frame={frame} title={t('split.own.whole', { number: whole.number })} id="asal">
          <div class="stack">
            <p>{t('split.own.whole.lead')}</p>
            <OpenButton frame={frame} relative={whole} />
          </div>
        </NoticeBanner>
      )}
      {parts.length === 0 ? null : (
        <NoticeBanner frame={frame} title={t('split.own.part')} id="bagian">
          <div class="stack">
            <p>{t('split.own.part.lead')}</p>
            {parts.map((part) => (
              <OpenButton key={part.id} frame={frame} relative={part} />
            ))}
          </div>
        </NoticeBanner>
      )}
    </>
  )
}
