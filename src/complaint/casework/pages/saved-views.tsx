import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Card,
  Checkbox,
  ConsoleLayout,
  CountBadge,
  Details,
  EmptyState,
  Form,
  PageHeading,
  type Problems,
  TextField,
} from '../../../ui/index.ts'
import { longestViewName } from '../rules.ts'
import { inboxHref, paths, viewHref } from '../urls.ts'

export type ViewLine = {
  readonly id: string
  readonly name: string
  /** The inbox as it was named. */
  readonly query: string
  readonly count: number | null
  readonly shared: boolean
  readonly mine: boolean
  readonly owner: string
  readonly current: boolean
}

type ListProps = { readonly frame: Frame; readonly views: readonly ViewLine[] }

/** Named filters with how many reports each holds for this officer. */
export function SavedViews({ frame, views }: ListProps): VNode | null {
  const { t, number } = frame.words
  if (views.length === 0) return null
  return (
    <nav aria-label={t('casework.views')}>
      <ul class="flex flex-wrap items-center gap-2">
        {views.map(({ id, name, query, count, mine, owner, current }) => (
          <li key={id}>
            <a
              class={current ? 'btn btn-primary btn-sm' : 'btn btn-secondary btn-sm'}
              href={inboxHref(query)}
              aria-current={current ? 'true' : undefined}
              title={mine ? undefined : owner}
            >
              <span dir="auto">{name}</span>
              {count === null ? null : <CountBadge count={number(count)} label={t('casework.tickets')} />}
            </a>
          </li>
        ))}
        <li>
          <a href={paths.views}>{t('casework.views.manage')}</a>
        </li>
      </ul>
    </nav>
  )
}

/** Gives the filter of the page a name. */
export function SaveView({ frame, query, officeId }: { readonly frame: Frame; readonly query: string; readonly officeId: string }): VNode {
  const { t } = frame.words
  return (
    <Details summary={t('casework.views.save')}>
      <Form frame={frame} action={paths.views} hidden={{ query, office: officeId }} label={t('casework.views.save')}>
        <TextField frame={frame} name="name" label={t('casework.views.name')} maxLength={longestViewName} width="medium" />
        <Checkbox frame={frame} name="shared" label={t('casework.views.shared')} />
        <Button variant="secondary" icon="star">
          {t('casework.views.save.send')}
        </Button>
      </Form>
    </Details>
  )
}

function OwnView({ frame, view, problems }: { readonly frame: Frame; readonly view: ViewLine; readonly problems: Problems }): VNode {
  const { t } = frame.words
  const { id, name, shared } = view
  return (
    <Card title={name} level={2}>
      <Form frame={frame} action={viewHref(id)} label={t('casework.views.change', { name })}>
        <TextField
          frame={frame}
          problems={problems}
          id={`name-${id}`}
          name="name"
          label={t('casework.views.name')}
          maxLength={longestViewName}
          width="medium"
          value={name}
        />
        <ButtonGroup>
          <Button name="deed" value="rename" variant="secondary" size="small">
            {t('casework.views.rename')}
          </Button>
          <Button name="deed" value={shared ? 'unshare' : 'share'} variant="secondary" size="small">
            {t(shared ? 'casework.views.unshare' : 'casework.views.share')}
          </Button>
          <Button name="deed" value="up" variant="quiet" size="small" ariaLabel={t('casework.views.up.of', { name })}>
            {t('casework.views.up')}
          </Button>
          <Button name="deed" value="down" variant="quiet" size="small" ariaLabel={t('casework.views.down.of', { name })}>
            {t('casework.views.down')}
          </Button>
          <Button name="deed" value="delete" variant="quiet" size="small" icon="trash" confirm={t('casework.views.delete.sure', { name })}>
            {t('casework.views.delete')}
          </Button>
        </ButtonGroup>
      </Form>
    </Card>
  )
}

type ManageProps = ListProps & { readonly officeName: string; readonly problems: Problems }

/** Renaming, ordering, sharing and removing one's own. */
export function ViewsPage({ frame, views, officeName, problems }: ManageProps): VNode {
  const { t } = frame.words
  const own = views.filter(({ mine }) => mine)
  const others = views.filter(({ mine }) => !mine)
  return (
    <ConsoleLayout frame={frame} title={t('casework.views')} section="inbox">
      <div class="stack max-w-3xl">
        <BackLink frame={frame} href={inboxHref()} label={t('casework.back.inbox')} />
        <PageHeading caption={officeName} size="medium">
          {t('casework.views')}
        </PageHeading>
        {views.length === 0 ? (
          <EmptyState icon="star" title={t('casework.views.empty')}>
            <p>{t('casework.views.empty.lead')}</p>
          </EmptyState>
        ) : null}
        {own.map((view) => (
          <OwnView key={view.id} frame={frame} view={view} problems={problems} />
        ))}
        {others.length === 0 ? null : (
          <Card title={t('casework.views.of_others')}>
            <ul class="stack">
              {others.map(({ id, name, query, owner }) => (
                <li key={id}>
                  <a href={inboxHref(query)} dir="auto">
                    {name}
                  </a>{' '}
                  <span class="text-muted">{owner}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </ConsoleLayout>
  )
}
