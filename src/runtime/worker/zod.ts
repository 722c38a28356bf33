/** zod for process files that use it without installing it: a file of its own, loaded only then. */
export * from 'zod';
export { default } from 'zod';
