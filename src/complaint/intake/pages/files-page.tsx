import type { VNode } from 'preact'
import { Button, FileField, Icon, PageHeading } from '../../../ui/index.ts'
import { limits } from '../rules.ts'
import { StepPage, type StepView, wire } from './step-page.tsx'

export type AttachedFile = { readonly id: string; readonly name: string; readonly facts: string; readonly image: boolean }

function Attached({ view, files }: { readonly view: StepView; readonly files: readonly AttachedFile[] }): VNode {
  const { t } = view.frame.words
  return (
    <section aria-labelledby="attached">
      <h2 id="attached">{t('intake.files.attached', { count: files.length, most: limits.files })}</h2>
      <ul class="files mt-4">
        {files.map(({ id, name, facts, image }) => (
          <li key={id}>
            <Icon name={image ? 'image' : 'file-text'} />
            <div class="grow">
              <span dir="auto">{name}</span>
              <span class="files-facts">{facts}</span>
            </div>
            <Button
              variant="secondary"
              size="small"
              name="remove"
              value={id}
              icon="trash"
              ariaLabel={t('intake.files.remove_named', { name })}
            >
              {t('intake.files.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Choose({ view }: { readonly view: StepView }): VNode {
  const { t } = view.frame.words
  return (
    <div>
      <FileField
        {...wire(view)}
        name="files"
        label={t('intake.files.label')}
        hint={t('intake.files.hint', { most: limits.files })}
        optional
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
      />
      <div class="mt-3">
        <Button variant="secondary" name="stay" value="1" icon="paperclip">
          {t('intake.files.upload')}
        </Button>
      </div>
    </div>
  )
}

type FilesPageProps = { readonly view: StepView; readonly files: readonly AttachedFile[]; readonly refused: readonly string[] }

export function FilesPage({ view, files, refused }: FilesPageProps): VNode {
  const { t } = view.frame.words
  const extraProblems = refused.map((words) => ({ words, id: 'field-files' }))
  return (
    <StepPage view={view} title={t('intake.files.title')} multipart extraProblems={extraProblems}>
      <PageHeading lead={t('intake.files.lead')}>{t('intake.files.title')}</PageHeading>
      {files.length === 0 ? null : <Attached view={view} files={files} />}
      {files.length >= limits.files ? (
        <p id="field-files" tabindex={-1}>
          {t('intake.files.full')}
        </p>
      ) : (
        <Choose view={view} />
      )}
    </StepPage>
  )
}
