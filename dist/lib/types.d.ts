/** The types that a process file works with. Importing them costs nothing at run time. */
/** A value after its way through JSON: what the journal holds and a process gets back. */
export type Jsonify<T> = T extends {
    toJSON(): infer J;
} ? Jsonify<J> : T extends string | number | boolean | null ? T : T extends undefined ? null : T extends readonly (infer E)[] ? Jsonify<E>[] : T extends (...args: never[]) => unknown ? null : T extends object ? {
    [K in keyof T as T[K] extends ((...args: never[]) => unknown) | symbol ? never : K]: Jsonify<T[K]>;
} : unknown;
/** zod 3.24+, zod 4, valibot, arktype …: https://standardschema.dev (version 1). */
export interface StandardSchema<Input = unknown, Output = Input> {
    readonly '~standard': {
        readonly version: 1;
        readonly vendor: string;
        readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
        readonly types?: {
            readonly input: Input;
            readonly output: Output;
        } | undefined;
    };
}
export type StandardResult<Output> = {
    readonly value: Output;
    readonly issues?: undefined;
} | {
    readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly unknown[] | undefined;
    }[];
};
/** A JSON Schema document; `T` is what it stands for. */
export interface JsonSchema<_T = unknown> {
    readonly [keyword: string]: unknown;
}
/** A Standard Schema (zod and others) or a JSON Schema. */
export type Schema<T = unknown> = StandardSchema<never, T> | StandardSchema<unknown, T> | JsonSchema<T>;
/** What a schema lets through. */
export type Infer<S> = S extends {
    readonly '~standard': {
        readonly types?: infer Types;
    };
} ? NonNullable<Types> extends {
    readonly output: infer Output;
} ? Output : unknown : S extends JsonSchema<infer T> ? T : unknown;
/** Milliseconds, or `<integer><s|m|h|d>`. */
export type Duration = number | string;
/** How often, and after which pauses, a failed attempt is followed by another. */
export interface RetryOptions {
    /** Attempts in all, default 1. */
    attempts?: number;
    /** Pause before the second attempt, default 1 s. */
    delay?: Duration;
    /** Each pause is so many times the one before, default 2. */
    factor?: number;
    /** Longest pause, default 5 m. */
    maxDelay?: Duration;
    /** Names of errors after which no attempt follows. */
    nonRetryable?: string[];
}
/** Ends a wait early: by time, or by the process itself (protocol P9). */
export interface WaitOptions {
    timeout?: Duration;
    signal?: AbortSignal;
}
export interface TaskOptions extends WaitOptions {
    label?: string;
    retry?: RetryOptions;
    /** After an attempt was lost with its job: run it again (default), or fail (at most once, for deployments). */
    onLost?: 'retry' | 'fail';
}
export interface StepOptions<T = unknown> extends WaitOptions {
    retry?: RetryOptions;
    /** Checks the function's result, and gives the step its type. */
    schema?: Schema<T>;
}
/** What the function of `ctx.run` gets. */
export interface StepContext {
    /** Fires on cancel and timeout; its reason says why. */
    signal: AbortSignal;
    /** The same on every attempt of this step. */
    idempotencyKey: string;
    /** From 1. */
    attempt: number;
}
export interface BreakpointPayload {
    title?: string;
    question?: string;
    options?: string[];
    context?: unknown;
    [key: string]: unknown;
}
export interface BreakpointOptions extends WaitOptions {
    label?: string;
    breakpointId?: string;
    expert?: string | string[];
    tags?: string[];
    strategy?: 'single' | 'first-response-wins' | 'collect-all' | 'quorum';
    quorum?: number;
    [key: string]: unknown;
}
export interface BreakpointResult {
    approved: boolean;
    response?: string;
    feedback?: string;
    option?: string;
    respondedBy?: string;
    allResponses?: unknown[];
    timedOut?: boolean;
    [key: string]: unknown;
}
/** What a task's builder is told about the request that it describes. */
export interface TaskBuildContext {
    effectId: string;
    invocationKey: string;
    taskId: string;
    runId: string;
    runDir: string;
    taskDir: string;
    tasksDir: string;
    label: string | undefined;
    labels: string[];
    /** Path of a file of this task, relative to the run directory. */
    toTaskRelativePath(path: string): string;
}
/** The definition that a builder returns: `kind` decides who does it. Unknown members are kept. */
export interface TaskDefinition {
    kind: string;
    title?: string;
    description?: string;
    labels?: string[];
    /** Nobody in this job runs it: it waits for `result` from outside. */
    external?: boolean;
    retry?: RetryOptions;
    timeout?: Duration;
    onLost?: 'retry' | 'fail';
    outputSchema?: JsonSchema;
    io?: {
        inputJsonPath?: string;
        outputJsonPath?: string;
    };
    [key: string]: unknown;
}
/** A task as `defineTask` makes it. `Args` and `Result` exist for the compiler only. */
export interface DefinedTask<Args = unknown, Result = unknown> {
    readonly id: string;
    readonly build: (args: Args, task: TaskBuildContext) => TaskDefinition | Promise<TaskDefinition>;
    readonly args?: Schema<Args> | undefined;
    readonly result?: Schema<Result> | undefined;
}
/** What a branch of `parallel.all` comes to: a function's result, a promise's, or the value itself. */
export type BranchResult<T> = T extends () => infer R ? Awaited<R> : Awaited<T>;
export interface ParallelOptions {
    /** Items at work at once, default all. */
    maxConcurrency?: number;
}
/** What a process gets beside its inputs. */
export interface Context {
    readonly runId: string;
    readonly runDir: string;
    /** A directory of the run for files worth keeping. */
    readonly artifactsDir: string;
    /** The GitHub event that started the run; null on the command line. */
    readonly origin: Readonly<Record<string, unknown>> | null;
    /** Time of the last settlement: the same on every replay. */
    now(): Date;
    /** In [0, 1), the same on every replay. */
    random(): number;
    uuid(): string;
    /** Written once, not again on a replay. With two or more arguments a leading string is the label. */
    log(...parts: unknown[]): void;
    /**
     * Runs `fn` once in this process and journals its JSON result.
     * @throws what `fn` threw on its last attempt (name, message, cause and own fields are kept), EffectCancelledError
     */
    run<T>(name: string, fn: (step: StepContext) => unknown, options: StepOptions<T> & {
        schema: Schema<T>;
    }): Promise<T>;
    run<T>(name: string, fn: (step: StepContext) => T, options?: StepOptions): Promise<Jsonify<Awaited<T>>>;
    /** @throws the task's error, EffectCancelledError, LostEffectError, NotJsonError */
    task<Args, Result>(task: DefinedTask<Args, Result>, args?: Args, options?: TaskOptions): Promise<Result>;
    /** Asks a person. A rejection is a result with `approved: false`, not an error. */
    breakpoint(payload?: BreakpointPayload, options?: BreakpointOptions): Promise<BreakpointResult>;
    /** A date, an ISO time, or ms since the epoch. */
    sleepUntil(when: Date | string | number, options?: WaitOptions): Promise<void>;
    sleep(duration: Duration, options?: WaitOptions): Promise<void>;
    /** Waits for `run:signal <name>`; one that came earlier was kept. @throws EffectCancelledError on timeout */
    signal<T = unknown>(name: string, options?: WaitOptions & {
        schema?: Schema<T>;
    }): Promise<T>;
    /** Runs another process as a run of its own, linked both ways; gives its output. `entry` as `path#export`. */
    subprocess<T = unknown>(entry: string, inputs?: unknown, options?: TaskOptions): Promise<T>;
    /** Asks the configured agent command for something that no task defines. */
    orchestratorTask<T = unknown>(payload: unknown, options?: TaskOptions): Promise<T>;
    readonly parallel: {
        /** Functions or promises; results in their order. After a failure nothing new starts; it is thrown when the rest is done. */
        all<T extends readonly unknown[]>(items: readonly [...T], options?: ParallelOptions): Promise<{
            -readonly [K in keyof T]: BranchResult<T[K]>;
        }>;
        map<Item, T>(items: readonly Item[], fn: (item: Item, index: number) => T | Promise<T>, options?: ParallelOptions): Promise<T[]>;
    };
    /** Ends the run as `halted`. Never returns. */
    halt(reason: string, payload?: unknown): Promise<never>;
    /** Runs when the process ends, however it does; the last one first. */
    onCleanup(fn: () => unknown): void;
    /** What is asked for inside is not cancelled with the run. */
    shield<T>(fn: () => Promise<T>): Promise<T>;
    /** Recorded, runs nothing, gives null. */
    hook(name: string, payload?: unknown): Promise<null>;
}
/** A process: called from the top on every replay. */
export type Process<Inputs = unknown, Output = unknown> = (inputs: Inputs, ctx: Context) => Output | Promise<Output>;
