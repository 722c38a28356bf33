/** What process files written for Babysitter import: with Longhaul nothing has to be installed for it. */
declare module '@a5c-ai/babysitter-sdk' {
  export const defineTask: typeof import('../../src/index.ts').defineTask;
  export type Context = import('../../src/index.ts').Context;
}
