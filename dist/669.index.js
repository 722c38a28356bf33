export const id = 669;
export const ids = [669];
export const modules = {

/***/ 26669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   InvalidSchemaError: () => (/* binding */ InvalidSchemaError),
/* harmony export */   checkSchemaItself: () => (/* binding */ checkSchemaItself),
/* harmony export */   issuesText: () => (/* binding */ issuesText),
/* harmony export */   validateJson: () => (/* binding */ validateJson)
/* harmony export */ });
/** The schema itself is not one. Thrown before any value is judged by it. */
class InvalidSchemaError extends Error {
    name = 'InvalidSchemaError';
}
const MOST_COMPILED = 256;
const MOST_ISSUES = 20;
/** By the schema's text: every replay makes the schema object anew. */
const compiled = new Map();
const validators = new Map();
/**
 * Judges `value` by a JSON Schema: draft 2020-12 or 2019-09 when its `$schema` says so, otherwise draft-07.
 * Unknown keywords and formats are ignored, as the standard has it. The value is not changed.
 *
 * @throws InvalidSchemaError when the schema is not valid, naming the place in it
 */
async function validateJson(schema, value) {
    const validate = await validator(schema);
    if (validate(value))
        return { ok: true, value };
    const errors = (validate.errors ?? []).slice(0, MOST_ISSUES);
    return {
        ok: false,
        issues: errors.map((error) => ({ path: pathText(error.instancePath), message: say(error) })),
    };
}
/** Throws when the schema is not valid: so that nobody works hard for an answer that cannot be judged. */
async function checkSchemaItself(schema) {
    await validator(schema);
}
/** The issues in one line, at most `most` of them. */
function issuesText(issues, most = 5) {
    const shown = issues
        .slice(0, most)
        .map((issue) => `${issue.path === '' ? 'it' : issue.path} ${issue.message}`);
    const rest = issues.length - shown.length;
    return shown.join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}
async function validator(schema) {
    const text = JSON.stringify(schema);
    const known = compiled.get(text);
    if (known !== undefined)
        return known;
    const draft = draftOf(schema);
    // Formats are half the start-up cost, and most schemas have none.
    const formats = text.includes('"format"');
    const key = `${draft}${formats ? ' formats' : ''}`;
    let ajv = validators.get(key);
    if (ajv === undefined) {
        ajv = load(draft, formats);
        validators.set(key, ajv);
    }
    const validate = compile(await ajv, JSON.parse(text));
    const oldest = compiled.size >= MOST_COMPILED ? compiled.keys().next().value : undefined;
    if (oldest !== undefined)
        compiled.delete(oldest);
    compiled.set(text, validate);
    return validate;
}
async function load(draft, formats) {
    // By way of `default`: the bundler knows no named exports of these modules.
    const Ajv = draft === '2020' ? (await Promise.all(/* import() */[__webpack_require__.e(911), __webpack_require__.e(976)]).then(__webpack_require__.t.bind(__webpack_require__, 33976, 19))).default.Ajv2020 : (await Promise.all(/* import() */[__webpack_require__.e(911), __webpack_require__.e(793)]).then(__webpack_require__.t.bind(__webpack_require__, 79793, 19))).default.Ajv;
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    if (formats) {
        const { default: add } = await Promise.all(/* import() */[__webpack_require__.e(911), __webpack_require__.e(789)]).then(__webpack_require__.t.bind(__webpack_require__, 36789, 19));
        add(ajv);
    }
    return ajv;
}
function draftOf(schema) {
    const named = schema.$schema;
    return typeof named === 'string' && /2020-12|2019-09/.test(named) ? '2020' : '07';
}
function compile(ajv, schema) {
    // The draft has been chosen; a name that the validator does not know would only make it fail.
    delete schema.$schema;
    try {
        return compileOnce(ajv, schema);
    }
    catch (error) {
        const relaxed = withoutAny(schema);
        if (JSON.stringify(relaxed) !== JSON.stringify(schema))
            return compile(ajv, relaxed);
        const why = error instanceof Error
            ? error.message.replace(/^schema is invalid: /, '').split(', data')[0]
            : String(error);
        throw new InvalidSchemaError(`The schema is not a valid JSON Schema: ${why?.replace(/^data/, 'schema')}. Correct it in the task's definition.`, { cause: error });
    }
}
function compileOnce(ajv, schema) {
    try {
        return ajv.compile(schema);
    }
    finally {
        // Otherwise it would keep every schema for ever, and refuse a second one with the same $id.
        ajv.removeSchema(schema);
    }
}
/** `type: 'any'` is no JSON Schema, but dozens of public process files write it and mean "anything". */
function withoutAny(schema) {
    if (Array.isArray(schema))
        return schema.map(withoutAny);
    if (typeof schema !== 'object' || schema === null)
        return schema;
    const entries = Object.entries(schema).filter(([key, value]) => !(key === 'type' && value === 'any'));
    const data = new Set(['const', 'enum', 'default', 'examples']);
    return Object.fromEntries(entries.map(([key, value]) => [key, data.has(key) ? value : withoutAny(value)]));
}
function say(error) {
    const params = error.params;
    const text = error.message ?? 'does not fit';
    if (error.keyword === 'additionalProperties')
        return `${text} (${JSON.stringify(params.additionalProperty)})`;
    if (error.keyword === 'enum')
        return `${text}: ${(JSON.stringify(params.allowedValues) ?? '').slice(0, 200)}`;
    if (error.keyword === 'const')
        return `${text}: ${(JSON.stringify(params.allowedValue) ?? '').slice(0, 200)}`;
    return text;
}
/** `/findings/0/a~1b` as `findings[0]["a/b"]`. */
function pathText(pointer) {
    let path = '';
    for (const part of pointer.split('/').slice(1)) {
        const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
        if (/^\d+$/.test(key))
            path += `[${key}]`;
        else if (/^[A-Za-z_$][\w$]*$/.test(key))
            path += path === '' ? key : `.${key}`;
        else
            path += `[${JSON.stringify(key)}]`;
    }
    return path;
}


/***/ })

};
