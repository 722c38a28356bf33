import { createRequire, registerHooks } from 'node:module';

/**
 * GitHub's own packages import JSON without the attribute that Node asks for. A hook adds it; Node's loader is used
 * because Vite would transform hundreds of files for every test file.
 */
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.json') || !url.includes('/node_modules/@actions/')) return next(url, context);
    return next(url, { ...context, importAttributes: { ...context.importAttributes, type: 'json' } });
  },
});

const require = createRequire(import.meta.url);

interface Official {
  expressions: typeof import('@actions/expressions');
  parser: typeof import('@actions/workflow-parser');
}

interface OfficialLanguage {
  validate: typeof import('@actions/languageservice').validate;
  validateAction: typeof import('@actions/languageservice/validate-action').validateAction;
}

export const { expressions, parser } = require('./official.mjs') as Official;

/** The language service is large: only tests that validate files load it. */
export const languageService = (): OfficialLanguage => require('./official-language.mjs') as OfficialLanguage;
