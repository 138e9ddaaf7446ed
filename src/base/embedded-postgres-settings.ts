/**
 * Settings of the embedded PostgreSQL. The first table is written into `postgres/cluster/postgresql.conf` when the
 * database is made, for a machine with two cores and modest memory; an operator may change it there. The second is given at
 * every start, because the program relies on it.
 */
export const initialSettings: Readonly<Record<string, string>> = {
  shared_buffers: '64MB',
  effective_cache_size: '512MB',
  maintenance_work_mem: '64MB',
  max_connections: '50',
  max_wal_size: '512MB',
  wal_compression: 'on',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  // Short statements gain nothing from either, and a container's /dev/shm is too small for parallel ones.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  // Fewer processes that wait for nothing.
  io_method: 'sync',
  max_logical_replication_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

export const firmSettings: Readonly<Record<string, string>> = {
  cluster_name: 'diwan',
  // Reached through a socket in its own folder, which only its user and root can open.
  listen_addresses: '',
  port: '5432',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  // What was acknowledged survives a power cut.
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // A statement that fails may hold personal data: its error goes to the program alone, never into a log.
  log_destination: 'stderr',
  logging_collector: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_line_prefix: '',
};

export const asArguments = (flag: string, settings: Readonly<Record<string, string>>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => [flag, `${name}=${value}`]);
