export const id = 214;
export const ids = [214];
export const modules = {

/***/ 214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verb: () => (/* binding */ verb)
/* harmony export */ });
/* harmony import */ var _drive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2712);
/* harmony import */ var _runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5901);
/** longhaul resume: carries a run on; what failed by itself is reopened (contract §1). */


const verb = async (invocation) => (0,_drive_js__WEBPACK_IMPORTED_MODULE_0__/* .driveFromHere */ .nB)(invocation, await (0,_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .findRun */ .Lc)(invocation));


/***/ })

};
