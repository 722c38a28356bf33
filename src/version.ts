/** Version of the engine, recorded in every run; a test holds it to package.json. */
export const VERSION = '0.1.0';
