// Loaded by Node itself, not by Vite: see official.ts.
export * as expressions from '@actions/expressions';
export * as parser from '@actions/workflow-parser';
