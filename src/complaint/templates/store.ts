import type { Tx } from '../../platform/database/index.ts'
import type { AnswerParts } from '../conversation/rules.ts'
import type { TemplateLanguage } from './rules.ts'

export type Template = AnswerParts & {
  readonly id: string
  /** null: of every unit. */
  readonly officeId: string | null
  /** null: of every category. */
  readonly category: string | null
  readonly language: TemplateLanguage
  readonly name: string
  readonly active: boolean
}

const columns = `id, office_id as "officeId", category, language, name, finding, action, remedy, next_step as "nextStep", active`

export async function loadTemplate(tx: Tx, id: string): Promise<Template | null> {
  const rows = await tx.named<Template>('templates.load', `select ${columns} from templates_answer where id = $1`, [id])
  return rows[0] ?? null
}

export async function listTemplates(tx: Tx): Promise<Template[]> {
  return tx.named<Template>('templates.list', `select ${columns} from templates_answer order by active desc, language, name, id`, [])
}

/** Those in use for a unit and a language, of whatever category. */
export async function listOffered(tx: Tx, officeId: string, language: string): Promise<Template[]> {
  return tx.named<Template>(
    'templates.offered',
    `select ${columns} from templates_answer where active and language = $2 and (office_id is null or office_id = $1) order by name, id`,
    [officeId, language],
  )
}

export async function saveTemplate(tx: Tx, template: Template, by: { readonly at: Date; readonly officerId: string }): Promise<void> {
  await tx.named(
    'templates.save',
    `insert into templates_answer (id, office_id, category, language, name, finding, action, remedy, next_step, active, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (id) do update set office_id = excluded.office_id, category = excluded.category, language = excluded.language, name = excluded.name,
       finding = excluded.finding, action = excluded.action, remedy = excluded.remedy, next_step = excluded.next_step, active = excluded.active,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [
      template.id,
      template.officeId,
      template.category,
      template.language,
      template.name,
      template.finding,
      template.action,
      template.remedy,
      template.nextStep,
      template.active,
      by.at,
      by.officerId,
    ],
  )
}
