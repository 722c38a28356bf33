export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  message: string;
  title: string | null;
  file: string | null;
  line: number | null;
}

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapeProperty = (text: string): string =>
  unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

/** Values that never appear in a log. */
export class Masks {
  #values: string[] = [];

  add(value: string): void {
    for (const part of [value, ...value.split(/\r?\n/)]) {
      if (part.trim() !== '' && !this.#values.includes(part)) this.#values.push(part);
    }
    this.#values.sort((a, b) => b.length - a.length);
  }

  hide(text: string): string {
    return this.#values.reduce((shown, value) => shown.replaceAll(value, '***'), text);
  }

  covers(text: string): boolean {
    return this.#values.some((value) => text.includes(value));
  }
}

/** GitHub keeps this many annotations of a level per step. */
const maxAnnotations = 10;

/** The log of one step: obeys workflow commands and hides masked values. */
export class StepLog {
  readonly annotations: Annotation[] = [];
  readonly #lines: string[] = [];
  readonly #masks: Masks;
  readonly #onLine: (line: string) => void;
  #stopToken: string | null = null;

  constructor(masks: Masks, onLine: (line: string) => void) {
    this.#masks = masks;
    this.#onLine = onLine;
  }

  get text(): string {
    return this.#lines.join('\n');
  }

  /** One line of a step's output. */
  output(line: string): void {
    if (this.#stopToken !== null) {
      if (line.trim() === `::${this.#stopToken}::`) this.#stopToken = null;
      else this.write(line);
      return;
    }
    const match = /^\s*::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line);
    if (match) this.#obey(match[1] ?? '', match[2] ?? '', match[3] ?? '', line);
    else this.write(line);
  }

  write(line: string): void {
    const shown = this.#masks.hide(line);
    this.#lines.push(shown);
    this.#onLine(shown);
  }

  annotate(level: Annotation['level'], message: string, properties: Record<string, string> = {}): void {
    const shown = this.#masks.hide(message);
    this.write(`##[${level}]${shown}`);
    if (this.annotations.filter((one) => one.level === level).length >= maxAnnotations) return;
    this.annotations.push({
      level,
      message: shown,
      title: properties.title ?? null,
      file: properties.file ?? null,
      line: properties.line === undefined ? null : Number(properties.line),
    });
  }

  #obey(command: string, rawProperties: string, rawData: string, line: string): void {
    const text = unescapeData(rawData);
    if (command === 'error' || command === 'warning' || command === 'notice') {
      const properties: Record<string, string> = {};
      for (const part of rawProperties.split(',')) {
        const equals = part.indexOf('=');
        if (equals > 0) properties[part.slice(0, equals).trim()] = unescapeProperty(part.slice(equals + 1));
      }
      this.annotate(command, text, properties);
      return;
    }
    if (command === 'add-mask') {
      this.#masks.add(text);
      this.write('::add-mask::***');
      return;
    }
    if (command === 'stop-commands') this.#stopToken = text;
    if (command === 'group') this.write(`##[group]${text}`);
    else if (command === 'endgroup') this.write('##[endgroup]');
    else if (command !== 'debug') this.write(line);
  }
}
