/** An answer other than success, thrown by a handler. */
export class HttpError extends Error {
  readonly status: number;
  readonly details: Record<string, unknown>;

  constructor(status: number, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}

export const notFound = (): HttpError => new HttpError(404, 'Not Found');

export const notAccessible = (scope: string, access: string): HttpError =>
  new HttpError(403, 'Resource not accessible by integration', { accepted: `${scope}=${access}` });

export function validationFailed(resource: string, field: string, code: string): HttpError {
  return new HttpError(422, 'Validation Failed', { errors: [{ resource, field, code }] });
}
