import { nameCluster } from './leftovers.ts'
import type { Place } from './place.ts'

const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

const small = {
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  autovacuum_work_mem: '64MB',
  max_wal_size: '1GB',
  min_wal_size: '80MB',
  random_page_cost: '1.1',
  jit: 'off',
}

/*
 * Statements, values and the details of errors ("Key (email)=(...) already exists") are personal data. Errors go to the
 * client, which is this service and knows what it may log; the file holds only the server's own life and failed sign-ins.
 */
const silentLog = {
  logging_collector: 'on',
  log_destination: 'stderr',
  log_directory: 'log',
  log_filename: 'postgres-%a.log',
  log_file_mode: '0600',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

/** The arguments of `postgres`. On the command line, so that a newer release brings its settings to old data. */
export function listArguments(place: Place, socketDirectory: string, overrides: Record<string, string>): string[] {
  const settings = {
    ...durable,
    ...small,
    ...silentLog,
    timezone: 'UTC',
    cluster_name: nameCluster(place.cluster),
    port: '5432',
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    ...overrides,
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
