/** The environment of our git: an allow list, and all of its configuration. Nothing of the workspace or the machine. */

export interface GitAccess {
  /** Address of the repository, without credentials. */
  url: string;
  /** Sent as one header by git itself; never in an argument, an address or a file. */
  token?: string | undefined;
}

/** Where things are on this machine and how to get out of it; never GIT_DIR, GIT_INDEX_FILE or GIT_TRACE. */
const KEPT =
  /^(PATH|PATHEXT|SYSTEMROOT|WINDIR|COMSPEC|TEMP|TMP|TMPDIR|LD_LIBRARY_PATH|SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE|GIT_SSL_CAINFO|GIT_SSL_CAPATH|GIT_EXEC_PATH|(HTTPS?|ALL|NO)_PROXY)$/i;

const CONFIG: readonly (readonly [string, string])[] = [
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['credential.helper', ''],
  ['core.hooksPath', '/dev/null'],
  ['core.fsync', 'none'],
  ['pack.compression', '9'],
  ['protocol.version', '2'],
  // One POST for a push of up to 32 MB: chunked uploads begin with a request that only asks.
  ['http.postBuffer', '33554432'],
  ['push.gpgSign', 'false'],
  ['advice.pushUpdateRejected', 'false'],
];

export const REMOTE = 'longhaul';

/** `version`: of git, as [major, minor]; older than 2.31 gets its configuration in the older variable. */
export function gitEnvironment(
  base: NodeJS.ProcessEnv,
  gitDir: string,
  access: GitAccess,
  version: readonly [number, number],
): NodeJS.ProcessEnv {
  const config = [...CONFIG, [`remote.${REMOTE}.url`, access.url] as const];
  if (access.token !== undefined && access.token !== '') {
    const basic = Buffer.from(`x-access-token:${access.token}`).toString('base64');
    // For this server only: a redirect elsewhere does not carry it.
    config.push([`http.${new URL('/', access.url).href}.extraheader`, `AUTHORIZATION: basic ${basic}`]);
  }
  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(Object.entries(base).filter(([name]) => KEPT.test(name))),
    LC_ALL: 'C',
    HOME: gitDir,
    XDG_CONFIG_HOME: gitDir,
    GIT_DIR: gitDir,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
    GIT_AUTHOR_NAME: 'longhaul',
    GIT_AUTHOR_EMAIL: 'longhaul@localhost',
    GIT_COMMITTER_NAME: 'longhaul',
    GIT_COMMITTER_EMAIL: 'longhaul@localhost',
  };
  const [major, minor] = version;
  if (major > 2 || minor >= 31) {
    env.GIT_CONFIG_COUNT = String(config.length);
    config.forEach(([key, value], i) => {
      env[`GIT_CONFIG_KEY_${i}`] = key;
      env[`GIT_CONFIG_VALUE_${i}`] = value;
    });
  } else {
    env.GIT_CONFIG_PARAMETERS = config
      .map(([key, value]) => `'${`${key}=${value}`.replaceAll("'", "'\\''")}'`)
      .join(' ');
  }
  return env;
}
