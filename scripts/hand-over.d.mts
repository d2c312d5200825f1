export declare function handOver(command: string, args: readonly string[], environment: Readonly<Record<string, string | undefined>>): void
