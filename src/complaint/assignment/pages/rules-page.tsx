import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, ConsoleLayout, EmptyState, Form, InsetText, PageHeading, Select, StatusTag, Table } from '../../../ui/index.ts'
import { type AssignmentRule, kinds, spokenLanguages } from '../rules.ts'
import { paths, queueHref, ruleHref } from '../urls.ts'
import type { Choices, Option, OptionGroup, RulesView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: RulesView }

function name(options: readonly (Option | OptionGroup)[], value: string | null): string {
  const flat = options.flatMap((each) => ('options' in each ? each.options : [each]))
  return flat.find((each) => each.value === value)?.label ?? ''
}

/** Which reports a rule is for. */
function sayWhen({ words: { t } }: Frame, { officeId, category, language, kind }: AssignmentRule, choices: Choices): string {
  const parts = [
    officeId === null ? '' : name(choices.offices, officeId),
    category === null ? '' : name(choices.categories, category),
    language === null ? '' : t(`accounts.language.${language}`),
    kind === null ? '' : t(`record.kind.${kind}`),
  ].filter(Boolean)
  return parts.length === 0 ? t('assignment.all') : parts.join(' · ')
}

/** Whom a rule gives them to. */
function sayTarget({ words: { t } }: Frame, { target }: AssignmentRule, choices: Choices): string {
  if (target.to === 'person') return name(choices.officers, target.officerId)
  if (target.to === 'queue') return t('assignment.target.team', { team: name(choices.queues, target.queueId) })
  const parts = [
    target.skill === null ? '' : t(`accounts.skill.${target.skill}`),
    target.speaks ? t('assignment.target.speaks') : '',
    target.most === null ? '' : t('assignment.target.most', { most: target.most }),
  ].filter(Boolean)
  return [t('assignment.target.fewest'), ...parts].join(' · ')
}

function RuleTable({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { rules, choices, trial } = view
  if (rules.length === 0)
    return (
      <EmptyState title={t('assignment.rules.none')} icon="scale">
        <p>{t('assignment.rules.none.hint')}</p>
      </EmptyState>
    )
  const outcome = (id: string): string | undefined => trial?.tried.find(({ rule }) => rule.id === id)?.outcome
  return (
    <Table
      caption={t('assignment.rules')}
      hideCaption
      dense
      columns={[
        { key: 'position', header: t('assignment.position') },
        { key: 'name', header: t('assignment.name') },
        { key: 'when', header: t('assignment.when') },
        { key: 'target', header: t('assignment.target') },
        ...(trial === null ? [] : [{ key: 'trial', header: t('assignment.trial') }]),
      ]}
      rows={rules.map((rule) => ({
        id: rule.id,
        cells: {
          position: String(rule.position),
          name: (
            <>
              <a href={ruleHref(rule.id)}>{rule.name}</a> {rule.active ? null : <StatusTag icon="ban">{t('assignment.off')}</StatusTag>}
            </>
          ),
          when: sayWhen(frame, rule, choices),
          target: sayTarget(frame, rule, choices),
          trial: t(`assignment.outcome.${outcome(rule.id) ?? 'off'}`),
        },
      }))}
    />
  )
}

function Decision({ frame, view }: Props): VNode | null {
  const { t } = frame.words
  if (view.trial === null) return null
  const { decision } = view.trial
  const text =
    decision === null
      ? t('assignment.decision.none')
      : decision.to === 'queue'
        ? t('assignment.decision.queue', { rule: decision.rule.name, team: name(view.choices.queues, decision.queueId) })
        : t('assignment.decision.officer', { rule: decision.rule.name, officer: decision.officer.name })
  return <InsetText>{text}</InsetText>
}

/** A made-up report: an administrator sees no real one. */
function Trial({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { asked, choices } = view
  return (
    <Card title={t('assignment.try')} icon="search" id="coba">
      <div class="stack">
        <p>{t('assignment.try.hint')}</p>
        <Form frame={frame} method="get" action={`${paths.rules}#coba`} label={t('assignment.try')}>
          <Select
            frame={frame}
            name="kantor"
            label={t('assignment.office')}
            placeholder={t('assignment.choose')}
            options={choices.offices}
            value={asked['kantor']}
            width="medium"
          />
          <Select
            frame={frame}
            name="kategori"
            label={t('assignment.category')}
            placeholder={t('assignment.choose')}
            options={choices.categories}
            value={asked['kategori']}
            width="medium"
          />
          <Select
            frame={frame}
            name="bahasa"
            label={t('assignment.language')}
            options={spokenLanguages.map((value) => ({ value, label: t(`accounts.language.${value}`) }))}
            value={asked['bahasa'] ?? 'id'}
            width="medium"
          />
          <Select
            frame={frame}
            name="jenis"
            label={t('assignment.kind')}
            options={kinds.map((value) => ({ value, label: t(`record.kind.${value}`) }))}
            value={asked['jenis'] ?? 'complaint'}
            width="medium"
          />
          <Button variant="secondary" icon="search">
            {t('assignment.try.send')}
          </Button>
        </Form>
        <Decision frame={frame} view={view} />
      </div>
    </Card>
  )
}

function Queues({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <Card
      title={t('assignment.queues')}
      icon="users"
      actions={
        <Button href={paths.newQueue} icon="plus" variant="secondary" size="small">
          {t('assignment.queue.add')}
        </Button>
      }
    >
      {view.queues.length === 0 ? (
        <p class="text-muted">{t('assignment.queues.none')}</p>
      ) : (
        <Table
          caption={t('assignment.queues')}
          hideCaption
          dense
          columns={[
            { key: 'name', header: t('assignment.name') },
            { key: 'office', header: t('assignment.office') },
            { key: 'members', header: t('assignment.members') },
          ]}
          rows={view.queues.map(({ id, name: label, office, members, active }) => ({
            id,
            cells: {
              name: (
                <>
                  <a href={queueHref(id)}>{label}</a> {active ? null : <StatusTag icon="ban">{t('assignment.off')}</StatusTag>}
                </>
              ),
              office,
              members: String(members),
            },
          }))}
        />
      )}
    </Card>
  )
}

/** The rules in their order, a trial of them, and the teams they can name. */
export function RulesPage(props: Props): VNode {
  const { t } = props.frame.words
  return (
    <ConsoleLayout frame={props.frame} title={t('assignment.title')} section="assignment">
      <PageHeading
        lead={t('assignment.lead')}
        actions={
          <Button href={paths.newRule} icon="plus">
            {t('assignment.rule.add')}
          </Button>
        }
      >
        {t('assignment.title')}
      </PageHeading>
      <RuleTable {...props} />
      <Trial {...props} />
      <Queues {...props} />
    </ConsoleLayout>
  )
}
