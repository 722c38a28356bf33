/** Where the stand-in answers: browsers and git use one name, API clients the other. */
export interface Urls {
  api: string;
  server: string;
}
