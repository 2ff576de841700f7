import { NotFoundError } from '../../errors/app-error.js';

/** For what comes too late: whom it was for has been erased meanwhile. */
export function personNotFound(): NotFoundError {
  return new NotFoundError('person-not-found', 'expected a person who was not forgotten meanwhile');
}
