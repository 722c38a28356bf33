/**
 * Flags of V8, which hold for all threads of the program. As late as may be: once one is changed, Node compiles its own
 * modules anew, which would double the start of a worker. Its module is loaded late for the same reason.
 */
const set = (flag: string): void => process.getBuiltinModule('node:v8').setFlagsFromString(flag);

/**
 * V8 of Node 24 can abort the whole program when two threads free WebAssembly wrappers that were compiled anew after so
 * many calls (Runtime_TierUpWasmToJSWrapper); Node's own TypeScript loader is WebAssembly. They stay as they are.
 */
export function keepWrappers(): void {
  set('--wasm-wrapper-tiering-budget=1000000000');
}

/** In a long run the young generation of a thread would grow to 64 MiB, nearly all of it garbage: it stays as it is. */
export function stayYoung(): void {
  set('--semi-space-growth-factor=1');
}
