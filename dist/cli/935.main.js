export const id = 935;
export const ids = [935];
export const modules = {

/***/ 1935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkMessage: () => (/* binding */ checkMessage),
  parseMessage: () => (/* binding */ parseMessage)
});

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 10 modules
var schemas = __webpack_require__(1792);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/api.js
var api = __webpack_require__(8729);
;// CONCATENATED MODULE: ../node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return api/* _isoDateTime */.G1(schemas/* ZodISODateTime */.You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

// EXTERNAL MODULE: ../node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(6150);
// EXTERNAL MODULE: ./lib/errors.js
var lib_errors = __webpack_require__(4826);
;// CONCATENATED MODULE: ./lib/stores/message-schema.js
/** What a message must look like. Untrusted text comes in here; loaded only when there is a message. */


const MAX_BYTES = 32 * 1024 * 1024;
const json = schemas/* json */.Pq9();
const jsonObject = schemas/* record */.g1P(schemas/* string */.YjP(), json);
const message_schema_text = schemas/* string */.YjP().max(256 * 1024);
const ulid = schemas/* string */.YjP().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
const base = {
    id: schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
    attempt: schemas/* int */.Whr().min(1),
    at: datetime(),
    actor: schemas/* object */.Ikc({ login: schemas/* string */.YjP().min(1).max(100), id: schemas/* int */.Whr().optional() }).optional(),
    source: schemas/* string */.YjP().max(2000).optional(),
};
const schema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* object */.Ikc({
        ...base,
        kind: schemas/* literal */.euz('decide'),
        commentId: schemas/* string */.YjP().regex(/^[1-9]\d{0,19}$/),
        issue: schemas/* int */.Whr().min(1),
        review: schemas/* boolean */.zMY().optional(),
    }),
    schemas/* object */.Ikc({ ...base, kind: schemas/* literal */.euz('cancel'), effectId: ulid.optional(), reason: message_schema_text }),
    schemas/* object */.Ikc({ ...base, kind: schemas/* literal */.euz('halt'), finalStatus: schemas/* enum */.k5n(['completed', 'failed']), reason: message_schema_text }),
    schemas/* object */.Ikc({ ...base, kind: schemas/* literal */.euz('signal'), name: schemas/* string */.YjP().min(1).max(200), value: json }),
    schemas/* object */.Ikc({
        ...base,
        kind: schemas/* literal */.euz('result'),
        effectId: ulid,
        effectAttempt: schemas/* int */.Whr().min(1),
        outcome: schemas/* discriminatedUnion */.gMt('status', [
            schemas/* object */.Ikc({ status: schemas/* literal */.euz('ok'), value: json }),
            schemas/* object */.Ikc({ status: schemas/* literal */.euz('error'), error: jsonObject }),
        ]),
    }),
    schemas/* object */.Ikc({ ...base, kind: schemas/* literal */.euz('wake') }),
]);
/** The message in a text, or what is wrong with it. */
function parseMessage(source) {
    if (source.length > MAX_BYTES)
        return 'it is too long';
    let value;
    try {
        value = JSON.parse(source);
    }
    catch {
        return 'it is no JSON';
    }
    const result = schema.safeParse(value);
    return result.success ? result.data : errors/* prettifyError */.S1(result.error);
}
/** The message itself, checked. Throws UsageError. */
function checkMessage(message) {
    const result = schema.safeParse(message);
    if (result.success)
        return result.data;
    throw new lib_errors/* UsageError */.eb(`This is no message: ${errors/* prettifyError */.S1(result.error)}`);
}


/***/ })

};
