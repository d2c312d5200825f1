import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Form, StatusTag, Table } from '../../../ui/index.ts'
import type { DeviceView, KeyView } from '../rules/views.ts'

/** Where the account is signed in right now, each with its end. */
export function DeviceTable({ frame, devices }: { readonly frame: Frame; readonly devices: readonly DeviceView[] }): VNode {
  const { t, shortDateTime } = frame.words
  return (
    <Table
      caption={t('accounts.account.devices')}
      hideCaption
      dense
      columns={[
        { key: 'device', header: t('accounts.device') },
        { key: 'address', header: t('accounts.address') },
        { key: 'since', header: t('accounts.device.since') },
        { key: 'seen', header: t('accounts.device.seen') },
        { key: 'end', header: t('accounts.device.end'), hideHeader: true },
      ]}
      rows={devices.map((one) => {
        const name = one.device === '' ? t('accounts.device.unknown') : one.device
        return {
          id: one.id,
          cells: {
            device: name,
            address: <span dir="ltr">{one.address}</span>,
            since: shortDateTime(one.createdAt),
            seen: shortDateTime(one.seenAt),
            end: one.current ? (
              <StatusTag tone="info">{t('accounts.device.current')}</StatusTag>
            ) : (
              <Form frame={frame} action={`/petugas/akun/perangkat/${one.id}/akhiri`}>
                <Button variant="secondary" size="small" ariaLabel={t('accounts.device.end.label', { device: name })}>
                  {t('accounts.device.end')}
                </Button>
              </Form>
            ),
          },
        }
      })}
    />
  )
}

export function KeyTable({ frame, keys }: { readonly frame: Frame; readonly keys: readonly KeyView[] }): VNode {
  const { t, date } = frame.words
  return (
    <Table
      caption={t('accounts.account.keys')}
      hideCaption
      dense
      columns={[
        { key: 'name', header: t('accounts.key.name') },
        { key: 'created', header: t('accounts.key.created') },
        { key: 'used', header: t('accounts.key.used') },
        { key: 'revoke', header: t('accounts.key.revoke'), hideHeader: true },
      ]}
      rows={keys.map((key) => ({
        id: key.id,
        cells: {
          name: key.name,
          created: date(key.createdAt),
          used: key.lastUsedOn === null ? t('accounts.key.never') : date(key.lastUsedOn),
          revoke: (
            <Button
              href={`/petugas/akun/kunci/${key.id}/cabut`}
              variant="secondary"
              size="small"
              ariaLabel={t('accounts.key.revoke.label', { name: key.name })}
            >
              {t('accounts.key.revoke')}
            </Button>
          ),
        },
      }))}
    />
  )
}
