// Loaded by Node itself, not by Vite: see official.ts.
export { validate } from '@actions/languageservice';
export { validateAction } from '@actions/languageservice/validate-action';
