export declare const serviceFlags: readonly string[]
export declare const serviceEnvironment: Readonly<Record<string, string>>
