export const id = 239;
export const ids = [239];
export const modules = {

/***/ 239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkMessage: () => (/* binding */ checkMessage),
/* harmony export */   parseMessage: () => (/* binding */ parseMessage)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1792);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9435);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6150);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4826);
/** What a message must look like. Untrusted text comes in here; loaded only when there is a message. */


const MAX_BYTES = 32 * 1024 * 1024;
const json = zod__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq9();
const jsonObject = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), json);
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(256 * 1024);
const ulid = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
const base = {
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/),
    attempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1),
    at: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    actor: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(100), id: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().optional() }).optional(),
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(2000).optional(),
};
const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ...base,
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('decide'),
        commentId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[1-9]\d{0,19}$/),
        issue: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1),
        review: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...base, kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('cancel'), effectId: ulid.optional(), reason: text }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...base, kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('halt'), finalStatus: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['completed', 'failed']), reason: text }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...base, kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('signal'), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(200), value: json }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        ...base,
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('result'),
        effectId: ulid,
        effectAttempt: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().min(1),
        outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt('status', [
            zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('ok'), value: json }),
            zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('error'), error: jsonObject }),
        ]),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ...base, kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('wake') }),
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
    return result.success ? result.data : zod__WEBPACK_IMPORTED_MODULE_3__/* .prettifyError */ .S1(result.error);
}
/** The message itself, checked. Throws UsageError. */
function checkMessage(message) {
    const result = schema.safeParse(message);
    if (result.success)
        return result.data;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`This is no message: ${zod__WEBPACK_IMPORTED_MODULE_3__/* .prettifyError */ .S1(result.error)}`);
}


/***/ })

};
