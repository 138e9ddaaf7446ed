import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';
import type { FieldTools } from './field-page.ts';

/** What asking and showing depend on, for who asks now. */
export const toolsOf = (parts: Parts, request: Request): FieldTools => ({
  locale: request.locale,
  world: parts.world(),
  territory: parts.territory,
  calendar: parts.engine.calendar,
});
