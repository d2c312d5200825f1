import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import type { Share } from '../rules.ts'

export type PackageProps = {
  readonly frame: Frame
  readonly number: string
  readonly submittedAt: Date
  readonly madeAt: Date
  readonly timeZone: string
  readonly officeName: string
  readonly bodyName: string
  readonly reason: string
  readonly words: string
  readonly shared: readonly Share[]
  readonly body: string
  readonly wish: string
  readonly happenedOn: string | null
  readonly happenedAt: string
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string } | null
  readonly fileNames: readonly string[]
  readonly basis: string | null
  readonly undrawable: boolean
}

/** Only what the writer of the PDF knows. */
const style = `body{font-family:sans-serif;font-size:10pt;line-height:1.4}h1{font-size:15pt;margin-bottom:2pt}h2{font-size:11.5pt;margin-top:12pt;border-bottom:1pt solid #0b2447}
.quiet{color:#555}p{margin:3pt 0}`

function Text({ text }: { readonly text: string }): VNode {
  return (
    <>
      {text.split('\n').map((line, place) => (
        <p key={`${place}`}>{line}</p>
      ))}
    </>
  )
}

function Story({ frame, body, wish, happenedOn, happenedAt }: PackageProps): VNode {
  const { t, date } = frame.words
  const day = happenedOn === null ? '' : date(new Date(`${happenedOn}T00:00:00Z`), 'UTC')
  return (
    <>
      <h2>{t('scope.paper.report')}</h2>
      <Text text={body} />
      {wish === '' ? null : <Text text={`${t('scope.paper.wish')}: ${wish}`} />}
      {day === '' ? null : <p>{`${t('scope.paper.day')}: ${day}`}</p>}
      {happenedAt === '' ? null : <p>{`${t('scope.paper.place')}: ${happenedAt}`}</p>}
    </>
  )
}

/** A report as another body gets it: the chosen parts, and nothing of who works on it or what was noted. */
export function PackageFile(props: PackageProps): VNode {
  const { frame, number, madeAt, timeZone, contact, fileNames, basis } = props
  const { t, dateTime, locale } = frame.words
  const who = contact === null ? '' : [contact.name, contact.email, contact.phone].filter((part) => part !== '').join(', ')
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <title>{number}</title>
        <style>{style}</style>
      </head>
      <body>
        <p class="quiet">{t('scope.paper.from', { office: props.officeName })}</p>
        <h1>{t('scope.paper.title', { number })}</h1>
        <p>{t('scope.paper.to', { body: props.bodyName })}</p>
        <p class="quiet">{t('scope.paper.made', { at: dateTime(madeAt, timeZone) })}</p>
        {props.undrawable ? <p>{t('scope.paper.undrawable')}</p> : null}
        <h2>{t('scope.paper.asked')}</h2>
        <p>{props.reason}</p>
        <Text text={props.words} />
        {props.shared.includes('text') ? <Story {...props} /> : null}
        <h2>{t('scope.paper.person')}</h2>
        <p>{who === '' ? t('scope.paper.person.none') : who}</p>
        <p class="quiet">{basis ?? t('scope.paper.consented')}</p>
        {fileNames.length === 0 ? null : (
          <>
            <h2>{t('scope.paper.files')}</h2>
            <p>{fileNames.join(', ')}</p>
          </>
        )}
        <h2>{t('scope.paper.back')}</h2>
        <p>{t('scope.paper.back.lead', { number })}</p>
      </body>
    </html>
  )
}
