/** What `run:verify` can find. */
import type { EventFault } from './codec.ts';
import type { StateProblem } from './state.ts';

export type FindingCode =
  | EventFault
  | StateProblem
  | 'RUN_UNREADABLE'
  | 'EVENT_UNREADABLE'
  | 'SEQ_GAP'
  | 'SEQ_DUPLICATE'
  | 'ULID_ORDER'
  | 'TEMP_FILE'
  | 'STRAY_FILE'
  | 'REF_TAMPERED'
  | 'TASK_MISSING'
  | 'TASK_DAMAGED'
  | 'INPUTS_MISSING'
  | 'INPUTS_DAMAGED'
  | 'RESULT_MISSING'
  | 'RESULT_DIGEST'
  | 'RESULT_DAMAGED'
  | 'OUTPUT_MISSING'
  | 'OUTPUT_DIGEST'
  | 'SEGMENT_WRONG'
  | 'CACHE_WRONG'
  | 'LOG_DAMAGED'
  | 'CODE_MANIFEST'
  | 'CODE_MISSING'
  | 'CODE_DIGEST';

export interface Finding {
  code: FindingCode;
  /** Relative to the run directory. */
  path: string;
  seq?: number;
  message: string;
  /** Nothing is lost or wrong: a driver goes on without repair. */
  warning?: true;
}
